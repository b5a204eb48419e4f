#include "walkthrough/guide.h"

#include "walkthrough/bubbleplacement.h"

#include <QApplication>
#include <QEvent>

namespace finhub::walkthrough {

Guide::Guide(QWidget* window)
    : m_window(window)
{
    qApp->installEventFilter(this);
}

Guide::~Guide()
{
    hide();
}

void Guide::hide()
{
    // Not deleted at once: this may be the answer to a press of the bubble's own button.
    for (QWidget* widget : {static_cast<QWidget*>(m_bubble), static_cast<QWidget*>(m_ring)}) {
        if (!widget)
            continue;
        widget->hide();
        widget->deleteLater();
    }
    m_bubble = nullptr;
    m_ring = nullptr;
}

void Guide::show(const QString& caption, int number, int count, const Aim& aim)
{
    hide();
    QWidget* window = aim.widget ? aim.widget->window() : m_window.data();
    if (!window)
        return;
    m_ring = new HighlightRing(window);
    m_ring->surround(aim.area);

    m_bubble = new CaptionBubble(CaptionBubble::Controls::Shown, window);
    if (window != m_window) {
        // A dialog is too small to hold the bubble, and a modal one would block a bubble outside of it.
        m_bubble->setWindowFlags(Qt::Tool | Qt::FramelessWindowHint);
        m_bubble->setAttribute(Qt::WA_TranslucentBackground);
        m_bubble->setAttribute(Qt::WA_ShowWithoutActivating);
    }
    connect(m_bubble, &CaptionBubble::pauseToggled, this, &Guide::pauseToggled);
    connect(m_bubble, &CaptionBubble::stepRequested, this, &Guide::stepRequested);
    connect(m_bubble, &CaptionBubble::stopRequested, this, &Guide::stopRequested);
    m_bubble->setPaused(m_paused);
    m_bubble->setCaption(caption, number, count);
    place(aim);
    m_bubble->show();
    m_bubble->raise();
}

void Guide::place(const Aim& aim)
{
    const QWidget* window = m_bubble->parentWidget();
    if (!m_bubble->isWindow()) {
        m_bubble->move(placeBubble(window->rect(), aim.area, {}, m_bubble->size()));
        return;
    }
    const QPoint offset = window->mapToGlobal(QPoint(0, 0));
    const QRect area = QRect(m_window->mapToGlobal(QPoint(0, 0)), m_window->size());
    m_bubble->move(
        placeBubble(area, aim.area.translated(offset), window->rect().translated(offset), m_bubble->size()));
}

void Guide::setPaused(bool paused)
{
    m_paused = paused;
    if (m_bubble)
        m_bubble->setPaused(paused);
}

bool Guide::eventFilter(QObject* watched, QEvent* event)
{
    const bool press = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress;
    if (press && watched->isWidgetType()) {
        const auto* widget = static_cast<const QWidget*>(watched);
        if (!m_bubble || (widget != m_bubble && !m_bubble->isAncestorOf(widget)))
            Q_EMIT pressed();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace finhub::walkthrough
