#pragma once

#include "review/journal/journal.h"
#include "review/journal/journalkey.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace finhub::review {

/// The words of the entries that the journal writes of itself.
namespace journalword {
inline constexpr QLatin1StringView Begun("journal-begun");   ///< the first entry, with the public key
inline constexpr QLatin1StringView Mended("journal-mended"); ///< what was unfinished is kept aside
inline constexpr QLatin1StringView Gap("journal-gap");       ///< entries before it could not be written
} // namespace journalword

/// One entry of a journal file. Hashes are 64 lower-case hex digits.
struct JournalEntry {
    quint64 sequence = 0; ///< from 1 on
    QString kind;         ///< a word of `journalwords`, or of `journalword`
    JournalEvent event;   ///< all but its kind
    QDateTime time;       ///< UTC, to the millisecond
    qint64 monotonic = 0; ///< ms of a clock that nobody sets; compared within one run
    QByteArray run;       ///< which start of the console wrote it, 16 hex digits
    QByteArray publicKey; ///< in the first entry: what all are signed with
    QByteArray
        continues; ///< in the first entry: the last hash of the journal before this one, where there was
    QByteArray previous; ///< hash of the entry before; zeros in the first one
    QByteArray hash;     ///< of this entry, with all before it
};

/// The previous hash of the first entry.
QByteArray noPreviousEntry();

/// The hash of an entry from that of the one before and that of its own content (its line up to `,"hash"`).
/// Content can stay hidden behind its hash, and the chain can still be followed.
QByteArray entryHash(QByteArrayView previous, QByteArrayView content);

/// The longest line, with its end, in bytes.
inline constexpr qsizetype MaxJournalLine = 16 * 1024;

/// The entry as a line of the file, signed and with its end; fills in `entry.hash`. Empty when it would be
/// too long.
QByteArray writeJournalLine(JournalEntry& entry, const JournalKey& key);

/// What is wrong with a line by itself.
enum class LineFault {
    TooLong,
    Unreadable, ///< no line that a console writes
    Edited,     ///< what it says does not fit its hash
    NotSigned,  ///< the signature is not that of the journal's key
};

/// What can be said of a line before anything in it is believed.
struct JournalLine {
    QByteArrayView body;      ///< the line up to `,"previous"`
    QByteArrayView previous;  ///< hex
    QByteArrayView signature; ///< hex
    QByteArrayView hash;      ///< hex
    QByteArray content;       ///< the hash of the content, hex
};

/// Takes a line (without its end) apart and compares it with its own hash. It may be anything.
tl::expected<JournalLine, LineFault> splitJournalLine(QByteArrayView line);

/// Reads a line (without its end), which may be anything. With an empty key the line has to bring its own, as
/// the first one does.
tl::expected<JournalEntry, LineFault> readJournalLine(QByteArrayView line, QByteArrayView publicKey);

} // namespace finhub::review
