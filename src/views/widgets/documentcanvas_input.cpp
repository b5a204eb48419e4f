#include "views/widgets/documentcanvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace finhub::views {

namespace {
constexpr double WheelBase = 1.0015; ///< per eighth of a degree: a notch of 120 is a fifth
constexpr int PanStep = 48;
} // namespace

void DocumentCanvas::wheelEvent(QWheelEvent* event)
{
    if (m_state != State::Page || event->angleDelta().y() == 0) {
        event->ignore();
        return;
    }
    setZoom(zoom() * std::pow(WheelBase, event->angleDelta().y()), event->position());
    event->accept();
}

void DocumentCanvas::mousePressEvent(QMouseEvent* event)
{
    if (m_state != State::Page || event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_dragging = true;
    m_dragFrom = event->position();
    showCursor();
}

void DocumentCanvas::mouseMoveEvent(QMouseEvent* event)
{
    moveLoupe(event->position());
    if (!m_dragging)
        return;
    if (m_selecting) {
        Q_EMIT textDragged(m_view.toPage(m_dragFrom), m_view.toPage(event->position()));
        return;
    }
    const QPointF delta = event->position() - m_dragFrom;
    m_dragFrom = event->position();
    changeView([&] { m_view.panBy(delta); });
}

void DocumentCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    showCursor();
}

void DocumentCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_state != State::Page || event->button() != Qt::LeftButton)
        return;
    if (m_view.fit() == PageView::Fit::Page)
        setZoom(1.0, event->position());
    else
        fitPage();
}

void DocumentCanvas::keyPressEvent(QKeyEvent* event)
{
    if (m_state != State::Page) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto pan = [this](int x, int y) { changeView([&] { m_view.panBy(QPointF(x, y) * PanStep); }); };
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return;
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_0:
        fitPage();
        return;
    case Qt::Key_1:
        actualSize();
        return;
    case Qt::Key_Left:
        pan(1, 0);
        return;
    case Qt::Key_Right:
        pan(-1, 0);
        return;
    case Qt::Key_Up:
        pan(0, 1);
        return;
    case Qt::Key_Down:
        pan(0, -1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace finhub::views
