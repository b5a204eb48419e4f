#include "views/evidence/verdictmark.h"

#include "views/style/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace finhub::views {

namespace {
constexpr double Radius = 9;
constexpr double Inset = 4;
constexpr double Reach = 4;
constexpr double Dot = 2.5;
constexpr double Stroke = 2;

QPainterPath tick()
{
    QPainterPath path;
    path.moveTo(-Reach, 0);
    path.lineTo(-1, Reach - 1);
    path.lineTo(Reach, -Reach + 1);
    return path;
}

QPainterPath cross()
{
    QPainterPath path;
    path.moveTo(-Reach + 1, -Reach + 1);
    path.lineTo(Reach - 1, Reach - 1);
    path.moveTo(-Reach + 1, Reach - 1);
    path.lineTo(Reach - 1, -Reach + 1);
    return path;
}
} // namespace

void paintVerdictMark(QPainter& painter, const QRectF& frame, review::DocumentVerdict verdict, bool displayed,
                      const Theme& theme)
{
    const bool judged = verdict != review::DocumentVerdict::NotJudged;
    if (!judged && !displayed)
        return;
    const bool accepted = verdict == review::DocumentVerdict::Accepted;
    const ColorRole ink = !judged ? ColorRole::Secondary : accepted ? ColorRole::Good : ColorRole::Bad;
    painter.save();
    painter.translate(frame.right() - Inset - Radius, frame.top() + Inset + Radius);
    painter.setPen(QPen(theme.color(ink), 1));
    painter.setBrush(theme.color(!judged ? ColorRole::Surface : accepted ? ColorRole::GoodGround : ColorRole::BadGround));
    painter.drawEllipse(QPointF(), Radius, Radius);
    if (judged) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(ink), Stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(accepted ? tick() : cross());
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(ink));
        painter.drawEllipse(QPointF(), Dot, Dot);
    }
    painter.restore();
}

} // namespace finhub::views
