#pragma once

#include "core/id.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace finhub::review {

/// The first line of a slice, without its end.
inline constexpr QByteArrayView JournalSliceMark = R"({"journalSlice":1})";

/// A line of a slice that stands for entries that are not shown.
struct JournalSliceLine {
    std::optional<quint64> from; ///< the next sequence; how the chain came there is not shown
    QByteArray skipped;          ///< the content's hash of one entry, 64 hex digits; empty for `from`

    friend bool operator==(const JournalSliceLine&, const JournalSliceLine&) = default;
};

/// nullopt when the line is none of these two.
std::optional<JournalSliceLine> readSliceLine(QByteArrayView line);

/// The entries of one customer out of a journal, for somebody who may not read the others: the journal's
/// first entry with its key, then everything from the customer's first entry to their last, with nothing but
/// the hashes of the content of those in between. It can be checked like a journal, on its own. nullopt when
/// the journal has no entry of them. Lines that are no entries are left out, so that the slice of a damaged
/// journal does not pass for whole.
std::optional<QByteArray> journalSlice(QByteArrayView journal, const CustomerId& customer);

} // namespace finhub::review
