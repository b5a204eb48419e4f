#pragma once

#include "review/journal/journalentry.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

namespace finhub::review {

/// A hash that was noted elsewhere while the journal was written, as in the notes of a decision: it vouches
/// for all entries up to the one that it belongs to.
struct JournalAnchor {
    std::optional<quint64> sequence; ///< of which entry, where that was noted
    QByteArray hash;                 ///< 64 lower-case hex digits
};

/// What is wrong with a journal.
enum class JournalFault {
    TooLong,        ///< a line that no console writes, by its length
    Unreadable,     ///< a line that no console writes
    Edited,         ///< an entry does not fit its hash
    NotSigned,      ///< an entry is not signed with the journal's key
    NoBeginning,    ///< the first entry is missing, or is none
    Missing,        ///< entries before this one are missing
    Repeated,       ///< the entry before this one stands here once more
    OutOfOrder,     ///< an entry that belongs further up
    Unlinked,       ///< what stands before this entry is not what was there when it was written
    AnchorAfterEnd, ///< the journal ends before the anchored entry: it has been cut
    AnchorDiffers,  ///< another entry has the place of the anchored one
    AnchorNotFound, ///< no entry has the anchored hash
};

struct JournalFinding {
    JournalFault fault = JournalFault::Unreadable;
    qint64 line = 0;                      ///< from 1 on; 0 when it is about the whole
    qint64 offset = 0;                    ///< of the line, in bytes
    std::optional<quint64> sequence = {}; ///< of the entry that was found there, or of the anchor
    quint64 expected = 0;                 ///< Missing, OutOfOrder: the sequence that would have followed

    friend bool operator==(const JournalFinding&, const JournalFinding&) = default;
};

/// What a check has found out.
struct JournalReport {
    qint64 entries = 0;    ///< whole entries that were read
    qint64 skipped = 0;    ///< in a slice: entries of which there is only a hash
    bool isSlice = false;  ///< the file shows a part of a journal
    qint64 unfinished = 0; ///< bytes of an unfinished last entry, as a power cut leaves it
    quint64 lastSequence = 0;
    QByteArray head;      ///< hash of the last entry
    QByteArray publicKey; ///< what the entries are signed with
    QByteArray continues; ///< the last hash of the journal before this one, where there was one
    int anchored = 0;     ///< how many anchors fit
    QList<JournalFinding> findings;
    bool more = false; ///< there are further findings, which are left out

    bool isIntact() const { return findings.isEmpty(); }
};

/// Goes through a journal line by line. What it is given may be anything. A pure function of its lines and
/// anchors; any thread. Copyable at any place.
class JournalCheck {
public:
    explicit JournalCheck(QList<JournalAnchor> anchors = {});

    /// The next line, without its end, which stands at this place of the file. Gives the entry, where the
    /// line has one that is signed.
    std::optional<JournalEntry> take(QByteArrayView line, qint64 offset);
    /// The bytes behind the last end of a line.
    void takeUnfinished(qint64 bytes) { m_report.unfinished = bytes; }
    /// Ends the check.
    JournalReport finish();

    const JournalReport& report() const { return m_report; }

    static constexpr qsizetype MaxFindings = 100;

private:
    void add(JournalFault fault, qint64 offset, std::optional<quint64> sequence = {});
    void follow(quint64 sequence, const QByteArray& hash);
    bool takeSliceLine(QByteArrayView line);
    std::optional<JournalEntry> takeEntry(QByteArrayView line, qint64 offset);
    void place(const JournalEntry& entry, qint64 offset);

    QList<JournalAnchor> m_anchors;
    QList<bool> m_found; ///< anchors whose entry has been seen
    JournalReport m_report;
    bool m_isLost = false; ///< without a beginning nothing else can be said
    qint64 m_line = 0;
    quint64 m_next = 1;    ///< the sequence that follows
    QByteArray m_previous; ///< the hash of the entry before; empty when it is not known
};

/// Checks a whole file, and shows every entry that is signed in the order of the file.
JournalReport checkJournal(QByteArrayView bytes, const QList<JournalAnchor>& anchors = {},
                           const std::function<void(const JournalEntry&)>& show = {});

} // namespace finhub::review
