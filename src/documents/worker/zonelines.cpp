#include "documents/worker/zonereader.h"

#include "documents/zonetext.h"

#include <QList>

#include <algorithm>

namespace finhub::documents {

namespace {
/// Shorter ones are what stands above a zone, or dirt.
constexpr qsizetype ShortestLine = 20;

QByteArray ofTheAlphabet(const QByteArray& line)
{
    QByteArray kept;
    for (const char c : line) {
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '<')
            kept.append(c);
    }
    return kept;
}
} // namespace

QByteArray zoneLines(const QByteArray& recognised)
{
    QList<QByteArray> lines;
    for (const QByteArray& line : recognised.split('\n')) {
        const QByteArray kept = ofTheAlphabet(line.toUpper());
        if (kept.size() >= ShortestLine)
            lines.append(kept.left(MaxZoneCharacters));
    }
    // The zone is the lowest of what is printed.
    QByteArray text;
    for (const QByteArray& line : lines.mid(qMax<qsizetype>(0, lines.size() - MaxZoneLines)))
        text += line + '\n';
    return text;
}

bool isRegularZone(const QByteArray& lines)
{
    QList<QByteArray> all = lines.split('\n');
    all.removeLast(); // behind the last line feed
    if (all.size() < 2)
        return false;
    const qsizetype length = all.first().size();
    const bool ofAFormat = all.size() == 2 ? length == 36 || length == MaxZoneCharacters : length == 30;
    return ofAFormat && std::all_of(all.begin(), all.end(),
                                    [length](const QByteArray& line) { return line.size() == length; });
}

} // namespace finhub::documents
