#include "views/widgets/pageadjustment.h"

#include <algorithm>
#include <cmath>

namespace finhub::views {

namespace {
constexpr int Middle = 128;
constexpr int Most = 255;

/// The slope of the contrast: a half is as far from 1 as a double, and the end is nearly black and white.
double slopeOf(int contrast)
{
    const double share =
        std::clamp(contrast, -PageAdjustment::Limit, PageAdjustment::Limit) / double(PageAdjustment::Limit);
    return share <= 0 ? 1 + share : 1 / std::max(1.0 / Most, 1 - share);
}

double liftOf(int brightness)
{
    return std::clamp(brightness, -PageAdjustment::Limit, PageAdjustment::Limit) * double(Most) /
           PageAdjustment::Limit;
}
} // namespace

std::array<quint8, 256> toneTable(const PageAdjustment& adjustment)
{
    const double slope = slopeOf(adjustment.contrast);
    const double lift = liftOf(adjustment.brightness);
    std::array<quint8, 256> table{};
    for (int value = 0; value <= Most; ++value) {
        const double changed = (value - Middle) * slope + Middle + lift;
        const int tone = std::clamp(int(std::lround(changed)), 0, Most);
        table.at(std::size_t(value)) = quint8(adjustment.inverted ? Most - tone : tone);
    }
    return table;
}

void adjust(QImage& image, const PageAdjustment& adjustment)
{
    Q_ASSERT(image.isNull() || image.format() == QImage::Format_RGB32);
    if (adjustment.isNeutral())
        return;
    const std::array<quint8, 256> table = toneTable(adjustment);
    const auto tone = [&table](int value) { return int(table[std::size_t(value)]); };
    for (int y = 0; y < image.height(); ++y) {
        auto* const row = reinterpret_cast<QRgb*>(image.scanLine(y));
        QRgb* const end = row + image.width();
        if (adjustment.grey) {
            for (QRgb* pixel = row; pixel != end; ++pixel) {
                const int value = tone(qGray(*pixel));
                *pixel = qRgb(value, value, value);
            }
        } else {
            for (QRgb* pixel = row; pixel != end; ++pixel)
                *pixel = qRgb(tone(qRed(*pixel)), tone(qGreen(*pixel)), tone(qBlue(*pixel)));
        }
    }
}

} // namespace finhub::views
