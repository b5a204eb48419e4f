#include "fuzz/target.h"
#include "review/journal/journalcheck.h"
#include "review/journal/journalslice.h"

using namespace finhub;

namespace {
/// The one of the seed.
const CustomerId SeedCustomer(QStringLiteral("f07ec2e9-cc8f-4654-b4b8-efd55ed33335"));
} // namespace

/// A journal or a slice of one, as `--verify-journal` meets it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray file = fuzz::bytes(data, size);
    const QList<review::JournalAnchor> anchors{{std::nullopt, QByteArray(64, 'a')}, {7, QByteArray(64, '0')}};
    qint64 shown = 0;
    const auto report =
        review::checkJournal(file, anchors, [&shown](const review::JournalEntry&) { ++shown; });
    fuzz::require(report.findings.size() <= review::JournalCheck::MaxFindings);
    // Nobody can guess the hash that was noted elsewhere.
    fuzz::require(!report.isIntact() && report.anchored == 0);
    fuzz::require(shown <= report.entries);
    static_cast<void>(review::checkJournal(file));
    const auto slice = review::journalSlice(file, SeedCustomer);
    if (slice)
        fuzz::require(review::checkJournal(*slice).isSlice);
    return 0;
}
