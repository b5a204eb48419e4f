#include "review/journal/journalfixture.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <vector>

using namespace finhub::review;
using namespace finhub::test;

/// Prints how long an append takes, with the wait for the disk, beside the floor: a bare write of as many
/// bytes and fsync in the same run, in turn. In milliseconds: median and slowest of 301.
namespace {
constexpr int Times = 301;

void print(const char* name, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    QTextStream(stdout) << QStringLiteral("%1 median %2 ms, slowest %3 ms\n")
                               .arg(QLatin1String(name), -28)
                               .arg(times.at(times.size() / 2), 0, 'f', 3)
                               .arg(times.back(), 0, 'f', 3);
}
} // namespace

int main()
{
    JournalFixture fixture;
    if (!fixture.journal.append(sampleEvent(0)))
        return 1;
    const qsizetype size = linesOf(fixture.content()).last().size();
    Disk disk;
    Disk::Refusal why = Disk::Refusal::None;
    const OpenFile bare(disk, disk.open(fixture.file + QStringLiteral(".bare"), Disk::Mode::Append, why));
    std::vector<double> appends;
    std::vector<double> floor;
    QElapsedTimer timer;
    const QByteArray bytes(size, 'x');
    for (int i = 0; i < Times; ++i) {
        timer.start();
        if (!disk.writeAll(bare.descriptor(), bytes) || !disk.sync(bare.descriptor()))
            return 1;
        floor.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        timer.start();
        if (!fixture.journal.append(sampleEvent(i)))
            return 1;
        appends.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    print("append, on the disk", std::move(appends));
    print("bare write and fsync", std::move(floor));
    return 0;
}
