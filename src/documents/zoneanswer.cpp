#include "documents/zoneanswer.h"

#include "documents/documentfault.h"
#include "documents/workeranswer.h"
#include "documents/workerprotocol.h"

namespace finhub::documents {

namespace {
bool isOfAZone(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '<';
}

/// The lines, each ended by a line feed; nothing when anything about them is wrong.
std::optional<QStringList> linesOf(const QByteArray& text)
{
    QStringList lines;
    QString line;
    for (const char c : text) {
        if (c == '\n') {
            if (line.isEmpty() || lines.size() == MaxZoneLines)
                return std::nullopt;
            lines.append(line);
            line.clear();
            continue;
        }
        if (!isOfAZone(c) || line.size() == MaxZoneCharacters)
            return std::nullopt;
        line.append(QLatin1Char(c));
    }
    return line.isEmpty() ? std::optional(lines) : std::nullopt;
}
} // namespace

Result<ZoneText> readZoneAnswer(SealedMemory memory, int exitCode, const WorkerTask& task)
{
    constexpr int LoaderFailed = 127; // a library is missing
    if (exitCode == static_cast<int>(WorkerExit::NoReader) || exitCode == LoaderFailed)
        return failure(Error::of(ErrorKind::NotOffered));
    const Result<WorkerAnswer> answer = readHead(memory, exitCode, task);
    if (!answer)
        return failure(answer.error());
    const auto nonsense = [](const char* what) {
        return failure(
            brokenDocument(DocumentFault::WorkerFailed, QLatin1String("answer: ") + QLatin1String(what)));
    };
    if (answer->format != static_cast<quint32>(PixelFormat::Zone))
        return nonsense("format");
    if (answer->width > static_cast<quint32>(MaxZoneBytes) || answer->height != 1 ||
        answer->stride != answer->width)
        return nonsense("characters");
    const std::optional<MappedMemory> text = memory.map(PixelOffset + MaxZoneBytes);
    if (!text)
        return nonsense("too short");
    const auto* const begin = reinterpret_cast<const char*>(text->data() + PixelOffset);
    const std::optional<QStringList> lines = linesOf(QByteArray(begin, static_cast<int>(answer->width)));
    if (!lines)
        return nonsense("line");
    return ZoneText{*lines};
}

} // namespace finhub::documents
