#pragma once

#include "review/outbox/intent.h"

#include <tl/expected.hpp>

namespace finhub::review {

// How an intent stands in its file: a line for the intent, then a line for every state that it came to. A
// line is `<kind> <version> <fields> <check>`: fields as in a URL's query, and the first 16 hex digits of the
// SHA-256 over everything before. A last line without its end was being written when the power went; it never
// counted, because nothing is done before a line is on the disk.

/// Why a file says nothing that this program understands.
enum class RecordFault {
    Damaged, ///< not what this program writes
    Newer,   ///< written by a later version of it
};

/// The largest file that is read, in bytes: words of 6000 characters, sealed, and some hundred states.
inline constexpr qint64 MaxIntentBytes = 256 * 1024;

QByteArray intentLine(const Intent& intent);
QByteArray stateLine(IntentState state, const QDateTime& at, const SendMark& sent);

struct IntentReading {
    Intent intent;
    qsizetype wholeBytes = 0; ///< up to the end of the last whole line
};

/// Reads a file's content; it may have been written by anybody.
tl::expected<IntentReading, RecordFault> readIntent(const QByteArray& content);

} // namespace finhub::review
