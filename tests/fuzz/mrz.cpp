#include "core/mrzcomparison.h"
#include "core/mrzreader.h"
#include "core/mrzrecognised.h"
#include "fuzz/target.h"

using namespace finhub;

/// The lines of a machine-readable zone, typed, pasted or recognised.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QDate today(2026, 3, 31);
    const QStringList lines = mrzLines(QString::fromUtf8(fuzz::bytes(data, size)));
    for (const QStringList& tried : {lines, mrzRecognised(lines)}) {
        const auto reading = readMrz(tried, today);
        if (!reading) {
            fuzz::require(reading.error().line >= 0 && reading.error().column >= 0);
            continue;
        }
        fuzz::require(reading->lines.size() == mrzLineCount(reading->format));
        // What is in the zone's own writing is read as it stands.
        const auto again = readMrz(reading->lines, today);
        fuzz::require(again && again->values == reading->values &&
                      again->dateOfBirth == reading->dateOfBirth);
        fuzz::require(!reading->dateOfBirth.isValid() || reading->dateOfBirth <= today);
    }
    return 0;
}
