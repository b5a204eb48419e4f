#include "views/widgets/busybar.h"

#include "views/style/theme.h"

#include <QPainter>
#include <QTimerEvent>

#include <chrono>

namespace finhub::views {

namespace {
constexpr int Height = 2;
constexpr int Steps = 60; ///< from one end to the other
constexpr std::chrono::milliseconds StepTime{25};
constexpr double Share = 0.3; ///< of the width that runs
} // namespace

BusyBar::BusyBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(Height);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Busy"));
}

void BusyBar::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    m_step = 0;
    startOrStop();
    update();
}

QSize BusyBar::sizeHint() const
{
    return {64, Height};
}

void BusyBar::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_busy)
        return;
    QPainter painter(this);
    const QColor color = Theme::current().color(ColorRole::Accent);
    if (!isMoving()) {
        painter.fillRect(rect(), color);
        return;
    }
    const double length = width() * Share;
    const double start = (width() + length) * m_step / Steps - length;
    const double placed = layoutDirection() == Qt::RightToLeft ? width() - start - length : start;
    painter.fillRect(QRectF(placed, 0, length, height()), color);
}

void BusyBar::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    m_step = (m_step + 1) % Steps;
    update();
}

void BusyBar::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    startOrStop();
}

void BusyBar::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    startOrStop();
}

void BusyBar::startOrStop()
{
    // Nothing moves, and no timer runs, where nobody can see it.
    if (m_busy && isVisible() && !ThemeManager::motionReduced())
        m_timer.start(int(StepTime.count()), this);
    else
        m_timer.stop();
}

} // namespace finhub::views
