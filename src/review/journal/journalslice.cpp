#include "review/journal/journalslice.h"

#include "review/journal/journalentry.h"

#include <QList>

namespace finhub::review {

namespace {
constexpr QByteArrayView SkippedStart = R"({"skipped":")";
constexpr QByteArrayView SkippedEnd = R"("})";
constexpr QByteArrayView FromStart = R"({"from":)";
constexpr QByteArrayView FromEnd = "}";
constexpr qsizetype MaxDigits = 15;

/// What stands between the two, nullopt when the line is not of that form.
std::optional<QByteArrayView> between(QByteArrayView line, QByteArrayView start, QByteArrayView end)
{
    if (line.size() < start.size() + end.size() || !line.startsWith(start) || !line.endsWith(end))
        return std::nullopt;
    return line.sliced(start.size()).chopped(end.size());
}

bool isOf(QByteArrayView body, const CustomerId& customer)
{
    // Ids of this alphabet stand in JSON as they are; the signature says that nobody else has put it there.
    const QByteArray member = R"("customer":")" + customer.text().toLatin1() + '"';
    return customer.isValid() && body.contains(member);
}
} // namespace

std::optional<JournalSliceLine> readSliceLine(QByteArrayView line)
{
    if (const auto hash = between(line, SkippedStart, SkippedEnd)) {
        if (!isHex(*hash, 64))
            return std::nullopt;
        return JournalSliceLine{.from = {}, .skipped = hash->toByteArray()};
    }
    const auto digits = between(line, FromStart, FromEnd);
    if (!digits || digits->isEmpty() || digits->size() > MaxDigits)
        return std::nullopt;
    bool ok = false;
    const quint64 from = digits->toByteArray().toULongLong(&ok);
    if (!ok || QByteArray::number(from) != *digits)
        return std::nullopt;
    return JournalSliceLine{.from = from, .skipped = {}};
}

std::optional<QByteArray> journalSlice(QByteArrayView journal, const CustomerId& customer)
{
    QByteArray slice = JournalSliceMark.toByteArray() + '\n';
    QByteArray waiting; ///< what goes in only when another entry of the customer follows
    bool begun = false;
    bool inside = false;
    for (quint64 sequence = 1; !journal.isEmpty(); ++sequence) {
        const qsizetype end = journal.indexOf('\n');
        if (end < 0)
            break;
        const QByteArrayView line = journal.first(end);
        journal = journal.sliced(end + 1);
        const auto parts = splitJournalLine(line);
        if (!parts)
            continue;
        if (!begun) {
            slice.append(line).append('\n');
            begun = true;
            continue;
        }
        if (isOf(parts->body, customer)) {
            if (!inside && sequence > 2)
                slice.append(FromStart).append(QByteArray::number(sequence)).append(FromEnd).append('\n');
            slice.append(waiting).append(line).append('\n');
            waiting.clear();
            inside = true;
        } else if (inside) {
            waiting.append(SkippedStart).append(parts->content).append(SkippedEnd).append('\n');
        }
    }
    if (!inside)
        return std::nullopt;
    return slice;
}

} // namespace finhub::review
