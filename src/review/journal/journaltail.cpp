#include "review/journal/journaltail.h"

#include <algorithm>

namespace finhub::review {

namespace {
/// The last entry, the one before it, and an unfinished one behind them.
constexpr qint64 Window = 3 * MaxJournalLine;

/// The line that ends before `end`, without its own end. Empty when its beginning is not in the bytes.
QByteArrayView lineBefore(QByteArrayView bytes, qsizetype end, bool fromStart)
{
    if (end < 1)
        return {};
    const QByteArrayView line = bytes.first(end - 1); // without the end of the line
    const qsizetype before = line.lastIndexOf('\n');
    if (before < 0 && !fromStart)
        return {};
    return line.sliced(before + 1);
}
} // namespace

std::optional<JournalTail> readJournalTail(Disk& disk, int file, QByteArrayView publicKey)
{
    const qint64 size = disk.size(file);
    if (size < 0)
        return std::nullopt;
    const qint64 from = std::max<qint64>(0, size - Window);
    const std::optional<QByteArray> bytes = disk.read(file, from, size - from);
    if (!bytes || bytes->size() != size - from)
        return std::nullopt;

    JournalTail tail;
    const QByteArrayView view(*bytes);
    const auto continueAt = [&tail, &view, from](const JournalEntry& entry, qsizetype end) {
        tail.state = JournalTail::State::Continues;
        tail.sequence = entry.sequence;
        tail.hash = entry.hash;
        tail.end = from + end;
        tail.torn = view.sliced(end).toByteArray();
    };
    const qsizetype end = view.lastIndexOf('\n') + 1;
    if (end == 0) {
        if (from == 0 && size < MaxJournalLine) {
            tail.state = JournalTail::State::Empty;
            tail.torn = *bytes;
        }
        return tail;
    }
    const QByteArrayView last = lineBefore(view, end, from == 0);
    if (const auto entry = readJournalLine(last, publicKey)) {
        continueAt(*entry, end);
        return tail;
    }
    // A power cut can leave the end of what was written without its beginning: then this line is what is
    // unfinished, and the one before it is whole.
    const qsizetype before = end - 1 - last.size();
    if (!last.isEmpty()) {
        if (const auto entry = readJournalLine(lineBefore(view, before, from == 0), publicKey))
            continueAt(*entry, before);
    }
    return tail;
}

std::optional<bool> hasOurBeginning(Disk& disk, int file, QByteArrayView publicKey)
{
    const std::optional<QByteArray> bytes = disk.read(file, 0, MaxJournalLine);
    if (!bytes)
        return std::nullopt;
    const auto entry = readJournalLine(
        QByteArrayView(*bytes).first(std::max<qsizetype>(0, bytes->indexOf('\n'))), publicKey);
    return entry && entry->sequence == 1 && entry->kind == journalword::Begun &&
           entry->publicKey == publicKey;
}

} // namespace finhub::review
