#include "views/widgets/chippainter.h"

#include "views/widgets/plaintext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int Padding = 7;
constexpr int Rise = 2; ///< above and below the text

int widthOf(const QFontMetrics& metrics, const QString& line)
{
    return metrics.horizontalAdvance(line) + 2 * Padding;
}
} // namespace

ColorRole inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Outline:
        return ColorRole::Secondary;
    case Tone::Good:
        return ColorRole::Good;
    case Tone::Soon:
        return ColorRole::Soon;
    case Tone::Bad:
        return ColorRole::Bad;
    case Tone::Accent:
        return ColorRole::Accent;
    }
    return ColorRole::Text;
}

ColorRole groundOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return ColorRole::Window;
    case Tone::Good:
        return ColorRole::GoodGround;
    case Tone::Soon:
        return ColorRole::SoonGround;
    case Tone::Bad:
        return ColorRole::BadGround;
    case Tone::Accent:
        return ColorRole::AccentGround;
    case Tone::Outline:
        return ColorRole::StrongLine;
    }
    return ColorRole::Window;
}

QSize chipSize(const QString& text)
{
    const QFontMetrics metrics(Theme::font(TextSize::Small));
    return {widthOf(metrics, displayLine(text)), metrics.height() + 2 * Rise};
}

int paintChip(QPainter* painter, const QRect& rect, const QString& text, Tone tone, const Theme& theme)
{
    const QFont font = Theme::font(TextSize::Small);
    const QFontMetrics metrics(font, painter->device());
    const QString line = displayLine(text);
    const int width = std::min(widthOf(metrics, line), rect.width());
    const int height = std::min(metrics.height() + 2 * Rise, rect.height());
    if (width <= 2 * Padding || height <= 0)
        return 0;
    const Qt::LayoutDirection direction = painter->layoutDirection();
    const QRect chip =
        QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter, QSize(width, height), rect);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ground = theme.color(groundOf(tone));
    const bool outlined = tone == Tone::Outline;
    painter->setPen(outlined ? QPen(ground, 1) : QPen(Qt::NoPen));
    painter->setBrush(outlined ? QBrush(Qt::NoBrush) : QBrush(ground));
    const QRectF shape = outlined ? QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(chip);
    const double radius = std::min<double>(metric::ChipRadius, shape.height() / 2);
    painter->drawRoundedRect(shape, radius, radius);
    painter->setFont(font);
    painter->setPen(theme.color(inkOf(tone)));
    painter->drawText(chip, Qt::AlignCenter | Qt::TextSingleLine,
                      metrics.elidedText(line, Qt::ElideRight, width - 2 * Padding + 1));
    painter->restore();
    return width;
}

} // namespace finhub::views
