#include "views/widgets/pageadjustment.h"

#include <algorithm>
#include <cmath>

namespace finhub::views {

namespace {
constexpr int Middle = 128;
constexpr int Most = 255;
constexpr QRgb Opaque = QRgb(Most) << 24;

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
    // One table a channel with the tone where it belongs, so that a pixel is three looks and two ors.
    const std::array<quint8, 256> table = toneTable(adjustment);
    std::array<QRgb, 256> red{};
    std::array<QRgb, 256> green{};
    std::array<QRgb, 256> blue{};
    std::array<QRgb, 256> grey{};
    for (std::size_t value = 0; value < table.size(); ++value) {
        const QRgb tone = table[value];
        red[value] = Opaque | tone << 16;
        green[value] = tone << 8;
        blue[value] = tone;
        grey[value] = red[value] | green[value] | blue[value];
    }
    for (int y = 0; y < image.height(); ++y) {
        auto* const row = reinterpret_cast<QRgb*>(image.scanLine(y));
        QRgb* const end = row + image.width();
        if (adjustment.grey) {
            for (QRgb* pixel = row; pixel != end; ++pixel)
                *pixel = grey[std::size_t(qGray(*pixel))];
        } else {
            for (QRgb* pixel = row; pixel != end; ++pixel)
                *pixel = red[std::size_t(qRed(*pixel))] | green[std::size_t(qGreen(*pixel))] |
                         blue[std::size_t(qBlue(*pixel))];
        }
    }
}

} // namespace finhub::views
