#include "views/widgets/zoneband.h"

#include "views/style/theme.h"
#include "views/widgets/documentcanvas.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

namespace finhub::views {

namespace {
/// Whoever clicks without drawing has not chosen anything; logical pixels.
constexpr double SmallestFrame = 8;
constexpr float Darkness = 0.35F;
} // namespace

ZoneBand::ZoneBand(DocumentCanvas* canvas)
    : QWidget(canvas)
    , m_canvas(canvas)
{
    setObjectName(QStringLiteral("zoneBand"));
    setAccessibleName(tr("Draw a frame around the machine-readable zone"));
    setAccessibleDescription(tr("Return takes what is seen of the page, Escape leaves"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    canvas->installEventFilter(this);
    connect(canvas, &DocumentCanvas::viewMoved, this, [this] {
        if (!m_canvas->hasPage())
            leave();
        update();
    });
    hide();
}

void ZoneBand::begin()
{
    if (!m_canvas->hasPage() || isOn())
        return;
    m_from = QPointF();
    m_to = QPointF();
    m_drawing = false;
    setGeometry(m_canvas->rect());
    show();
    raise();
    setFocus();
    Q_EMIT onChanged(true);
}

void ZoneBand::leave()
{
    if (!isOn())
        return;
    m_canvas->setFocus(); // which ends it
    end();
}

void ZoneBand::end()
{
    if (!isOn())
        return;
    hide();
    Q_EMIT onChanged(false);
}

void ZoneBand::take(const QRectF& place)
{
    leave();
    if (!place.isEmpty())
        Q_EMIT chosen(place);
}

QRectF ZoneBand::frame() const
{
    return QRectF(m_from, m_to).normalized() & QRectF(QPointF(), m_canvas->view().pageSize());
}

QRectF ZoneBand::seenPage() const
{
    return m_canvas->view().transform().inverted().mapRect(QRectF(rect())) &
           QRectF(QPointF(), m_canvas->view().pageSize());
}

bool ZoneBand::event(QEvent* event)
{
    // Escape and Return belong to the frame here, not to the page around the canvas.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

bool ZoneBand::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(m_canvas->rect());
    return QWidget::eventFilter(watched, event);
}

void ZoneBand::paintEvent(QPaintEvent* /*event*/)
{
    const Theme& theme = Theme::current();
    const QRectF chosen = m_canvas->view().transform().mapRect(frame());
    QPainterPath outside;
    outside.addRect(rect());
    if (!chosen.isEmpty())
        outside.addRect(chosen);
    QColor dark = Theme::light().color(ColorRole::Text);
    dark.setAlphaF(Darkness);
    QPainter painter(this);
    painter.fillPath(outside, dark);
    if (chosen.isEmpty())
        return;
    painter.setPen(QPen(theme.color(ColorRole::Accent), 2));
    painter.drawRect(chosen);
}

void ZoneBand::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_drawing = true;
    m_from = m_canvas->view().toPage(event->position());
    m_to = m_from;
    update();
}

void ZoneBand::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drawing)
        return;
    m_to = m_canvas->view().toPage(event->position());
    update();
}

void ZoneBand::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_drawing)
        return;
    m_drawing = false;
    m_to = m_canvas->view().toPage(event->position());
    const QRectF seen = m_canvas->view().transform().mapRect(frame());
    if (seen.width() >= SmallestFrame && seen.height() >= SmallestFrame) {
        take(frame());
        return;
    }
    m_to = m_from;
    update();
}

void ZoneBand::wheelEvent(QWheelEvent* event)
{
    // Both have the same corner.
    QCoreApplication::sendEvent(m_canvas, event);
}

void ZoneBand::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        leave();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(frame().isEmpty() ? seenPage() : frame());
        return;
    default:
        QWidget::keyPressEvent(event); // on to the canvas
    }
}

void ZoneBand::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        end();
}

} // namespace finhub::views
