#include "fuzz/target.h"
#include "review/journal/journalcheck.h"
#include "review/journal/journalslice.h"

using namespace finhub;

/// A journal or a slice of one, as `--verify-journal` meets it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray file = fuzz::bytes(data, size);
    const QList<review::JournalAnchor> anchors{{std::nullopt, QByteArray(64, 'a')}, {7, QByteArray(64, '0')}};
    qint64 shown = 0;
    const auto report = review::checkJournal(file, anchors, [&shown](const review::JournalEntry&) { ++shown; });
    fuzz::require(report.findings.size() <= review::JournalCheck::MaxFindings);
    // Nobody can guess the hash that was noted elsewhere.
    fuzz::require(!report.isIntact() && report.anchored == 0);
    fuzz::require(shown <= report.entries);
    static_cast<void>(review::checkJournal(file));
    const auto slice = review::journalSlice(file, CustomerId(QStringLiteral("6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13")));
    if (slice)
        fuzz::require(review::checkJournal(*slice).isSlice);
    return 0;
}
