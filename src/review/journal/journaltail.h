#pragma once

#include "review/disk.h"
#include "review/journal/journalentry.h"

#include <QByteArray>

#include <optional>

namespace finhub::review {

/// Where the next entry of a journal file goes.
struct JournalTail {
    enum class State {
        Empty,     ///< nothing, or nothing but an unfinished first entry
        Continues, ///< the last entry is one of ours
        Damaged,   ///< what is there cannot be continued
    };
    State state = State::Damaged;
    quint64 sequence = 0; ///< of the last entry
    QByteArray hash;      ///< of the last entry
    qint64 end = 0;       ///< where the last whole entry ends, in bytes
    QByteArray torn;      ///< what stands behind it: an entry that a power cut left unfinished
};

/// Looks at the end of an open journal; everything in it may be anything. nullopt when it cannot be read.
std::optional<JournalTail> readJournalTail(Disk& disk, int file, QByteArrayView publicKey);

/// Whether the first entry of an open journal is one of ours. nullopt when it cannot be read.
std::optional<bool> hasOurBeginning(Disk& disk, int file, QByteArrayView publicKey);

} // namespace finhub::review
