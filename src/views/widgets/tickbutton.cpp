#include "views/widgets/tickbutton.h"

#include "views/style/controlpainter.h"
#include "views/widgets/plaintext.h"

#include <QPainter>
#include <QPainterPath>

namespace finhub::views {

namespace {
constexpr int Side = 18;      ///< no higher than a line of text
constexpr double Round = 7.5; ///< radius of the mark
constexpr double Reach = 3.5; ///< of its sign
constexpr double Stroke = 1.5;

struct Colors {
    ColorRole ground;
    ColorRole line;
    ColorRole sign;
};

Colors colorsOf(Tick tick)
{
    switch (tick) {
    case Tick::Matches:
        return {ColorRole::GoodGround, ColorRole::Good, ColorRole::Good};
    case Tick::Differs:
        return {ColorRole::BadGround, ColorRole::Bad, ColorRole::Bad};
    case Tick::NotShown:
    case Tick::Open:
        break;
    }
    return {ColorRole::Surface, ColorRole::StrongLine, ColorRole::Secondary};
}

QPainterPath signOf(Tick tick)
{
    QPainterPath path;
    switch (tick) {
    case Tick::Open:
        break;
    case Tick::Matches:
        path.moveTo(-Reach, 0);
        path.lineTo(-1, 2.5);
        path.lineTo(Reach, -2.5);
        break;
    case Tick::Differs:
        path.moveTo(-Reach, -1.5);
        path.lineTo(Reach, -1.5);
        path.moveTo(-Reach, 1.5);
        path.lineTo(Reach, 1.5);
        path.moveTo(-2, Reach);
        path.lineTo(2, -Reach);
        break;
    case Tick::NotShown:
        path.moveTo(-Reach, 0);
        path.lineTo(Reach, 0);
        break;
    }
    return path;
}
} // namespace

TickButton::TickButton(QWidget* parent)
    : QAbstractButton(parent)
{
    setFixedSize(Side, Side);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void TickButton::setTick(const QString& field, Tick tick, bool current)
{
    m_tick = tick;
    m_current = current;
    setAccessibleName(QStringLiteral("%1: %2").arg(displayLine(field), textOf(tick)));
    setToolTip(plainToolTip(tr("%1. A click goes on to the next answer.").arg(accessibleName())));
    update();
}

QString TickButton::textOf(Tick tick)
{
    switch (tick) {
    case Tick::Open:
        return tr("not checked");
    case Tick::Matches:
        return tr("matches");
    case Tick::Differs:
        return tr("differs");
    case Tick::NotShown:
        return tr("not shown");
    }
    return {};
}

QSize TickButton::sizeHint() const
{
    return {Side, Side};
}

void TickButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    const Colors colors = colorsOf(m_tick);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(rect()).center());
    const bool strong = m_current || underMouse();
    painter.setPen(QPen(theme.color(m_current ? ColorRole::Accent : colors.line), strong ? Stroke + 0.5 : 1));
    painter.setBrush(theme.color(colors.ground));
    painter.drawEllipse(QPointF(), Round, Round);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(colors.sign), Stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(signOf(m_tick));
    painter.resetTransform();
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocusRing(&painter, rect(), Side / 2.0, theme);
}

} // namespace finhub::views
