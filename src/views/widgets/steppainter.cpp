#include "views/widgets/steppainter.h"

#include "views/style/icons.h"

#include <QPainter>

namespace finhub::views {

namespace {
constexpr double LineWidth = 2;

QFont signFont()
{
    QFont font = Theme::font(TextSize::Small, true);
    font.setPixelSize(qMax(9, font.pixelSize() - 1));
    return font;
}

void paintSign(QPainter& painter, const QRectF& circle, const QString& sign, const QColor& color)
{
    painter.setFont(signFont());
    painter.setPen(color);
    painter.drawText(circle, Qt::AlignCenter, sign);
}

void paintDisc(QPainter& painter, const QRectF& circle, IconName sign, const QColor& ground,
               const QColor& ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(circle);
    paintIcon(&painter, circle.adjusted(3, 3, -3, -3), sign, ink);
}

void paintRing(QPainter& painter, const QRectF& circle, const QPen& pen, const QColor& ground)
{
    const double half = pen.widthF() / 2;
    painter.setPen(pen);
    painter.setBrush(ground);
    painter.drawEllipse(circle.adjusted(half, half, -half, -half));
}

void paintHalo(QPainter& painter, const QRectF& circle, const QColor& color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(circle.adjusted(-3, -3, 3, 3));
}
} // namespace

ColorRole stepInk(PhaseState state)
{
    switch (state) {
    case PhaseState::Current:
        return ColorRole::Accent;
    case PhaseState::Blocked:
        return ColorRole::Soon;
    case PhaseState::Failed:
        return ColorRole::Bad;
    case PhaseState::Done:
    case PhaseState::NotStarted:
    case PhaseState::Unknown:
        return ColorRole::Secondary;
    }
    return ColorRole::Secondary;
}

void paintStepCircle(QPainter& painter, const QRectF& circle, int number, PhaseState state,
                     const Theme& theme)
{
    const QColor ink = theme.color(stepInk(state));
    const QColor surface = theme.color(ColorRole::Surface);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (state) {
    case PhaseState::Done:
        paintDisc(painter, circle, IconName::Check, theme.color(ColorRole::Good), theme.onFilled());
        break;
    case PhaseState::Failed:
        paintHalo(painter, circle, theme.color(ColorRole::BadGround));
        paintDisc(painter, circle, IconName::Close, theme.color(ColorRole::Bad), theme.onFilled());
        break;
    case PhaseState::Current:
        paintHalo(painter, circle, theme.color(ColorRole::AccentGround));
        paintRing(painter, circle, QPen(ink, 2), surface);
        paintSign(painter, circle, QString::number(number), ink);
        break;
    case PhaseState::Blocked:
        paintHalo(painter, circle, theme.color(ColorRole::SoonGround));
        paintRing(painter, circle, QPen(ink, 2), surface);
        paintSign(painter, circle, QStringLiteral("!"), ink);
        break;
    case PhaseState::NotStarted:
        paintRing(painter, circle, QPen(theme.color(ColorRole::StrongLine), 2), surface);
        paintSign(painter, circle, QString::number(number), ink);
        break;
    case PhaseState::Unknown:
        paintRing(painter, circle, QPen(theme.color(ColorRole::Secondary), 1, Qt::DashLine), surface);
        paintSign(painter, circle, QStringLiteral("?"), ink);
        break;
    }
    painter.restore();
}

void paintStepLine(QPainter& painter, const QRectF& from, const QRectF& to, PhaseState before,
                   PhaseState after, const Theme& theme)
{
    const bool unknown = before == PhaseState::Unknown || after == PhaseState::Unknown;
    const bool passed = before == PhaseState::Done && !unknown;
    painter.save();
    painter.setPen(QPen(theme.color(passed ? ColorRole::Good : ColorRole::StrongLine), LineWidth,
                        unknown ? Qt::DotLine : Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(from.center(), to.center());
    painter.restore();
}

} // namespace finhub::views
