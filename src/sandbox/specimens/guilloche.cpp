#include "sandbox/specimens/guilloche.h"

#include "sandbox/specimens/personseed.h"
#include "sandbox/specimens/specimenrandom.h"

#include <QImage>
#include <QLinearGradient>
#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace finhub::sandbox {

namespace {
/// The colour as a thin wash over white.
QColor washed(const QColor& colour, double strength)
{
    const auto channel = [&](int value) { return static_cast<int>(255 - (255 - value) * strength); };
    return {channel(colour.red()), channel(colour.green()), channel(colour.blue())};
}

QColor inked(QColor colour, int alpha)
{
    colour = colour.darker(115);
    colour.setAlpha(alpha);
    return colour;
}

/// Fine parallel waves in three inks. All have one shape, so a strip of three is drawn once and repeated.
void drawWaves(QPainter& painter, const QRectF& area, const Country& country, double phase)
{
    SpecimenRandom random(textSeed(country.name) ^ 0x3A7E5ULL);
    const double slow = random.between(2, 4);
    const double fast = random.between(5, 9);
    const double swing = random.real(16, 28);
    constexpr int Spacing = 11;
    constexpr int Inks = 3;
    constexpr int Steps = 160;
    const int width = static_cast<int>(std::ceil(area.width()));
    QPolygonF wave;
    wave.reserve(Steps + 1);
    for (int i = 0; i <= Steps; ++i) {
        const double t = static_cast<double>(i) / Steps;
        wave.append(QPointF(t * width, swing * std::sin(2 * M_PI * slow * t + phase) +
                                           swing * 0.4 * std::sin(2 * M_PI * fast * t)));
    }
    QImage strip(width, Spacing * Inks, QImage::Format_ARGB32_Premultiplied);
    strip.fill(Qt::transparent);
    QPainter inner(&strip);
    inner.setRenderHint(QPainter::Antialiasing);
    const int reach = static_cast<int>(std::ceil(swing * 1.4 / Spacing)) + 1;
    for (int line = -reach; line <= Inks + reach; ++line) {
        const auto ink = static_cast<std::size_t>(((line % Inks) + Inks) % Inks);
        inner.setPen(QPen(inked(country.colours[ink], 64), 0));
        inner.drawPolyline(wave.translated(0, line * Spacing));
    }
    inner.end();
    painter.fillRect(area, QBrush(strip));
}

/// Nested flowers whose petals interlace.
void drawRosette(QPainter& painter, const QPointF& centre, double radius, const Country& country)
{
    SpecimenRandom random(textSeed(country.name) ^ 0x205E77EULL);
    const int petals = random.between(9, 16);
    constexpr int Rings = 9;
    constexpr int Steps = 200;
    for (int ring = 0; ring < Rings; ++ring) {
        const double inner = radius * (0.2 + 0.085 * ring);
        const double depth = radius * 0.11;
        const double turn = ring % 2 == 0 ? 0 : M_PI;
        QPolygonF curve;
        curve.reserve(Steps + 1);
        for (int i = 0; i <= Steps; ++i) {
            const double angle = 2 * M_PI * i / Steps;
            const double r = inner + depth * std::sin(petals * angle + turn);
            curve.append(centre + QPointF(std::cos(angle), std::sin(angle)) * r);
        }
        painter.setPen(QPen(inked(country.colours[static_cast<std::size_t>(ring) % 3], 76), 0));
        painter.drawPolyline(curve);
    }
}
} // namespace

void drawSecurityPaper(QPainter& painter, const QRectF& area, const Country& country, quint64 seed)
{
    SpecimenRandom random(seed ^ 0x9A9E2ULL);
    QLinearGradient gradient(area.topLeft(), area.bottomRight());
    gradient.setColorAt(0, washed(country.colours[0], 0.16));
    gradient.setColorAt(0.5, washed(country.colours[1], 0.15));
    gradient.setColorAt(1, washed(country.colours[2], 0.17));
    painter.save();
    painter.fillRect(area, gradient);
    painter.setBrush(Qt::NoBrush);
    drawWaves(painter, area, country, random.real(0, 0.9));
    drawRosette(painter, QPointF(area.left() + area.width() * 0.56, area.center().y()), area.height() * 0.34,
                country);
    painter.restore();
}

} // namespace finhub::sandbox
