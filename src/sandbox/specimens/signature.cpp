#include "sandbox/specimens/signature.h"

#include "sandbox/specimens/specimenrandom.h"

#include <QColor>
#include <QPainter>
#include <QRectF>

#include <algorithm>

namespace finhub::sandbox {

namespace {
void addInitial(QPainterPath& path, QPointF& at, SpecimenRandom& random)
{
    const double rise = random.real(30, 40);
    path.cubicTo(at + QPointF(-8, -rise), at + QPointF(10, -rise - 14), at + QPointF(14, -rise));
    path.cubicTo(at + QPointF(18, -rise * 0.4), at + QPointF(-2, 6), at + QPointF(8, 2));
    path.cubicTo(at + QPointF(16, -4), at + QPointF(20, -rise * 0.5), at + QPointF(26, -4));
    at += QPointF(26, -4);
}

void addTall(QPainterPath& path, QPointF& at, double step, double rise)
{
    path.cubicTo(at + QPointF(step * 0.7, -rise * 0.7), at + QPointF(step * 1.3, -rise * 1.15),
                 at + QPointF(step * 0.7, -rise));
    path.cubicTo(at + QPointF(step * 0.1, -rise * 0.5), at + QPointF(step * 0.2, 3), at + QPointF(step, 0));
    at += QPointF(step, 0);
}

void addLow(QPainterPath& path, QPointF& at, double step, double fall)
{
    path.cubicTo(at + QPointF(step * 0.4, -9), at + QPointF(step * 0.7, -6), at + QPointF(step * 0.55, 2));
    path.cubicTo(at + QPointF(step * 0.45, fall), at + QPointF(-step * 0.4, fall), at + QPointF(step, 0));
    at += QPointF(step, 0);
}

void addHump(QPainterPath& path, QPointF& at, double step, double rise)
{
    path.cubicTo(at + QPointF(step * 0.2, -rise), at + QPointF(step * 0.7, -rise),
                 at + QPointF(step * 0.75, -rise * 0.25));
    path.quadTo(at + QPointF(step * 0.8, 2), at + QPointF(step, 0));
    at += QPointF(step, 0);
}
} // namespace

QPainterPath signaturePath(const QString& name, quint64 hand)
{
    SpecimenRandom random(hand ^ 0x516ULL);
    const double step = random.real(8.5, 12.5);
    const double slope = random.real(-0.16, 0.02);
    QPointF at(0, 0);
    QPainterPath path(at);
    bool initial = true;
    int letters = 0;
    for (const QChar c : name.toLower().normalized(QString::NormalizationForm_KD)) {
        if (c.isSpace() || c == u'-') {
            at += QPointF(step * 0.9, 0);
            path.moveTo(at);
            initial = true;
            continue;
        }
        if (!c.isLetter() || ++letters > 10)
            continue;
        at.ry() += slope * step;
        if (initial)
            addInitial(path, at, random);
        else if (QStringView(u"bdfhklt").contains(c))
            addTall(path, at, step, random.real(20, 27));
        else if (QStringView(u"gjpqyz").contains(c))
            addLow(path, at, step, random.real(16, 24));
        else {
            const double width = step * random.real(0.8, 1.15);
            addHump(path, at, width, random.real(6, 11));
        }
        initial = false;
    }
    if (random.oneIn(2)) {
        path.cubicTo(at + QPointF(24, -12), at + QPointF(36, 16), at + QPointF(-at.x() * 0.45, 15));
    } else {
        path.cubicTo(at + QPointF(10, 2), at + QPointF(26, -8), at + QPointF(44, -4));
    }
    return path;
}

void drawSignature(QPainter& painter, const QRectF& box, const QString& name, quint64 hand, const QColor& ink)
{
    const QPainterPath path = signaturePath(name, hand);
    const QRectF bounds = path.boundingRect();
    if (bounds.isEmpty())
        return;
    const double scale = std::min({box.width() / bounds.width(), box.height() / bounds.height(), 2.6});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    painter.scale(scale, scale);
    painter.translate(-bounds.center());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.restore();
}

} // namespace finhub::sandbox
