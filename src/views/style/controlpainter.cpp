#include "views/style/controlpainter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace finhub::views {

namespace {
/// Draws with smooth edges and gives the painter back as it was.
class Smooth {
public:
    explicit Smooth(QPainter* painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Smooth() { m_painter->restore(); }
    Smooth(const Smooth&) = delete;
    Smooth& operator=(const Smooth&) = delete;

private:
    QPainter* m_painter;
};

struct ButtonColors {
    QColor ground;
    QColor line;
};

ButtonColors filled(ColorRole role, ColorRole quiet, const ControlState& state, const Theme& theme)
{
    if (!state.enabled)
        return {theme.color(quiet), theme.color(quiet)};
    QColor ground = theme.color(role);
    if (state.pressed)
        ground = theme.isDark() ? ground.lighter(112) : ground.darker(118);
    else if (state.hovered)
        ground = theme.isDark() ? ground.lighter(106) : ground.darker(108);
    return {ground, ground};
}

ButtonColors outlined(const ControlState& state, const Theme& theme)
{
    if (state.checked)
        return {theme.color(ColorRole::AccentGround), theme.color(ColorRole::Accent)};
    const ColorRole line = state.enabled ? ColorRole::StrongLine : ColorRole::Line;
    ColorRole ground = ColorRole::Surface;
    if (state.enabled && state.pressed)
        ground = ColorRole::Line;
    else if (state.enabled && state.hovered)
        ground = ColorRole::Window;
    return {theme.color(ground), theme.color(line)};
}

ButtonColors flat(const ControlState& state, const Theme& theme)
{
    QColor ground = Qt::transparent;
    if (state.checked)
        ground = theme.color(ColorRole::AccentGround);
    else if (state.enabled && (state.pressed || state.hovered))
        ground = theme.color(state.pressed ? ColorRole::StrongLine : ColorRole::Line);
    return {ground, ground};
}

ButtonColors colorsOf(ButtonKind kind, const ControlState& state, const Theme& theme)
{
    switch (kind) {
    case ButtonKind::Primary:
        return filled(ColorRole::Accent, ColorRole::AccentGround, state, theme);
    case ButtonKind::Good:
        return filled(ColorRole::Good, ColorRole::GoodGround, state, theme);
    case ButtonKind::Secondary:
    case ButtonKind::Danger:
    case ButtonKind::Pill:
        return outlined(state, theme);
    case ButtonKind::Flat:
        return flat(state, theme);
    }
    return outlined(state, theme);
}

bool isFilled(ButtonKind kind)
{
    return kind == ButtonKind::Primary || kind == ButtonKind::Good;
}

void paintBox(QPainter* painter, const QRectF& rect, double radius, const QColor& ground, const QColor& line)
{
    painter->setPen(QPen(line, 1));
    painter->setBrush(ground);
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}
} // namespace

void paintFocusRing(QPainter* painter, const QRectF& rect, double radius, const Theme& theme)
{
    const Smooth smooth(painter);
    const double half = metric::FocusRing / 2.0;
    painter->setPen(QPen(theme.color(ColorRole::Accent), metric::FocusRing));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
}

void paintButtonGround(QPainter* painter, const QRect& rect, ButtonKind kind, const ControlState& state,
                       const Theme& theme)
{
    const Smooth smooth(painter);
    const double radius = kind == ButtonKind::Pill ? rect.height() / 2.0 : metric::Radius;
    const ButtonColors colors = colorsOf(kind, state, theme);
    // On a filled ground a ring of accent would drown: it stands off by two pixels.
    const bool standsOff = state.focused && isFilled(kind);
    const int inset = standsOff ? 2 * metric::FocusRing : 0;
    paintBox(painter, rect.adjusted(inset, inset, -inset, -inset), std::max(2.0, radius - inset),
             colors.ground, colors.line);
    if (state.focused)
        paintFocusRing(painter, rect, radius, theme);
}

void paintField(QPainter* painter, const QRect& rect, const ControlState& state, const Theme& theme)
{
    const Smooth smooth(painter);
    const ControlState plain{.enabled = state.enabled, .hovered = state.hovered};
    const ButtonColors colors = outlined(plain, theme);
    paintBox(painter, rect, metric::Radius, colors.ground, colors.line);
    if (state.focused)
        paintFocusRing(painter, rect, metric::Radius, theme);
}

void paintCheckBox(QPainter* painter, const QRect& rect, Qt::CheckState check, const ControlState& state,
                   const Theme& theme)
{
    const Smooth smooth(painter);
    const bool marked = check != Qt::Unchecked;
    const ColorRole quiet = marked ? ColorRole::Line : ColorRole::Surface;
    const QColor ground = state.enabled && marked ? theme.color(ColorRole::Accent) : theme.color(quiet);
    const QColor line = !state.enabled ? theme.color(ColorRole::StrongLine)
                        : marked       ? ground
                                       : theme.color(ColorRole::Secondary);
    paintBox(painter, rect, 4, ground, line);
    if (!marked)
        return;
    const QColor ink = state.enabled ? theme.onFilled() : theme.color(ColorRole::Secondary);
    painter->setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF box(rect);
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (check == Qt::PartiallyChecked) {
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    } else {
        const QPolygonF mark{at(0.25, 0.52), at(0.43, 0.69), at(0.76, 0.32)};
        painter->drawPolyline(mark);
    }
}

void paintRadioMark(QPainter* painter, const QRect& rect, const ControlState& state, const Theme& theme)
{
    const Smooth smooth(painter);
    const QRectF box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor mark = theme.color(state.enabled ? ColorRole::Accent : ColorRole::StrongLine);
    painter->setPen(QPen(state.checked ? mark : theme.color(ColorRole::Secondary), 1));
    painter->setBrush(state.checked ? mark : theme.color(ColorRole::Surface));
    painter->drawEllipse(box);
    if (state.checked) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.onFilled());
        painter->drawEllipse(box.center(), box.width() * 0.2, box.height() * 0.2);
    }
}

void paintChevron(QPainter* painter, const QRectF& rect, Qt::ArrowType direction, const QColor& color)
{
    double turn = 0;
    switch (direction) {
    case Qt::NoArrow:
        return;
    case Qt::DownArrow:
        break;
    case Qt::UpArrow:
        turn = 180;
        break;
    case Qt::LeftArrow:
        turn = 90;
        break;
    case Qt::RightArrow:
        turn = 270;
        break;
    }
    const Smooth smooth(painter);
    painter->translate(rect.center());
    painter->rotate(turn);
    painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPolygonF chevron{QPointF(-3.5, -1.75), QPointF(0, 1.75), QPointF(3.5, -1.75)};
    painter->drawPolyline(chevron);
}

} // namespace finhub::views
