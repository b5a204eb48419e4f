#include "review/journal/journalcheck.h"

#include "review/journal/journalslice.h"

#include <utility>

namespace finhub::review {

namespace {
JournalFault faultOf(LineFault fault)
{
    switch (fault) {
    case LineFault::TooLong:
        return JournalFault::TooLong;
    case LineFault::Unreadable:
        return JournalFault::Unreadable;
    case LineFault::Edited:
        return JournalFault::Edited;
    case LineFault::NotSigned:
        return JournalFault::NotSigned;
    }
    return JournalFault::Unreadable;
}
} // namespace

JournalCheck::JournalCheck(QList<JournalAnchor> anchors)
    : m_anchors(std::move(anchors))
    , m_found(m_anchors.size(), false)
    , m_previous(noPreviousEntry())
{
}

void JournalCheck::add(JournalFault fault, qint64 offset, std::optional<quint64> sequence)
{
    if (m_report.findings.size() >= MaxFindings) {
        m_report.more = true;
        return;
    }
    m_report.findings << JournalFinding{
        .fault = fault, .line = m_line, .offset = offset, .sequence = sequence, .expected = m_next};
}

std::optional<JournalEntry> JournalCheck::take(QByteArrayView line, qint64 offset)
{
    ++m_line;
    if (m_line == 1 && line == JournalSliceMark) {
        m_report.isSlice = true;
        return std::nullopt;
    }
    if (m_report.isSlice && takeSliceLine(line))
        return std::nullopt;
    return takeEntry(line, offset);
}

bool JournalCheck::takeSliceLine(QByteArrayView line)
{
    const auto hidden = readSliceLine(line);
    // The chain may begin anew behind the journal's first entry only.
    if (!hidden || (hidden->from && m_line != 3))
        return false;
    if (hidden->from) {
        m_next = *hidden->from;
        m_previous.clear();
        return true;
    }
    ++m_report.skipped;
    // Without a hash to go on from, what follows cannot be linked; an entry that follows will say so.
    follow(m_next, entryHash(m_previous, hidden->skipped));
    return true;
}

std::optional<JournalEntry> JournalCheck::takeEntry(QByteArrayView line, qint64 offset)
{
    if (m_isLost)
        return std::nullopt;
    const auto entry = readJournalLine(line, m_report.publicKey);
    if (m_report.publicKey.isEmpty() && (!entry || entry->sequence != 1)) {
        // No key, so nothing that follows can be told from what somebody else wrote.
        m_isLost = true;
        add(entry || entry.error() == LineFault::NotSigned ? JournalFault::NoBeginning
                                                           : faultOf(entry.error()),
            offset);
        return std::nullopt;
    }
    if (!entry) {
        add(faultOf(entry.error()), offset);
        // What stood here is not known: the next entry is compared with its sequence only.
        ++m_next;
        m_previous.clear();
        return std::nullopt;
    }
    ++m_report.entries;
    place(*entry, offset);
    return *entry;
}

/// Whether an entry that is whole by itself stands in its place.
void JournalCheck::place(const JournalEntry& entry, qint64 offset)
{
    const bool begins = entry.sequence == 1 && entry.kind == journalword::Begun &&
                        entry.previous == noPreviousEntry() && !entry.publicKey.isEmpty();
    if (m_report.publicKey.isEmpty()) {
        m_report.publicKey = entry.publicKey;
        m_report.continues = entry.continues;
        if (!begins)
            add(JournalFault::NoBeginning, offset, entry.sequence);
    } else if (entry.sequence > m_next) {
        add(JournalFault::Missing, offset, entry.sequence);
    } else if (entry.sequence < m_next) {
        add(entry.hash == m_report.head ? JournalFault::Repeated : JournalFault::OutOfOrder, offset,
            entry.sequence);
    } else if (!m_previous.isEmpty() && entry.previous != m_previous) {
        add(JournalFault::Unlinked, offset, entry.sequence);
    }
    follow(entry.sequence, entry.hash);
    m_report.head = entry.hash;
    m_report.lastSequence = entry.sequence;
}

void JournalCheck::follow(quint64 sequence, const QByteArray& hash)
{
    for (qsizetype i = 0; i < m_anchors.size(); ++i) {
        const JournalAnchor& anchor = m_anchors.at(i);
        if (anchor.hash == hash && (!anchor.sequence || *anchor.sequence == sequence))
            m_found[i] = true;
    }
    m_next = sequence + 1;
    m_previous = hash;
}

JournalReport JournalCheck::finish()
{
    m_line = 0;
    if (m_report.publicKey.isEmpty() && m_report.findings.isEmpty())
        add(JournalFault::NoBeginning, 0);
    if (m_isLost)
        return m_report;
    for (qsizetype i = 0; i < m_anchors.size(); ++i) {
        const JournalAnchor& anchor = m_anchors.at(i);
        if (m_found.at(i))
            ++m_report.anchored;
        else if (!anchor.sequence)
            add(JournalFault::AnchorNotFound, 0);
        else
            add(*anchor.sequence > m_report.lastSequence ? JournalFault::AnchorAfterEnd
                                                         : JournalFault::AnchorDiffers,
                0, anchor.sequence);
    }
    return m_report;
}

JournalReport checkJournal(QByteArrayView bytes, const QList<JournalAnchor>& anchors,
                           const std::function<void(const JournalEntry&)>& show)
{
    JournalCheck check(anchors);
    qint64 offset = 0;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        if (end < 0) {
            check.takeUnfinished(bytes.size());
            break;
        }
        const std::optional<JournalEntry> entry = check.take(bytes.first(end), offset);
        if (entry && show)
            show(*entry);
        offset += end + 1;
        bytes = bytes.sliced(end + 1);
    }
    return check.finish();
}

} // namespace finhub::review
