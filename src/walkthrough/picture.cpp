#include "walkthrough/picture.h"

#include "walkthrough/bubbleplacement.h"
#include "walkthrough/captionbubble.h"
#include "walkthrough/highlightring.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace finhub::walkthrough {

namespace {

QRect globalRect(const QWidget* window)
{
    return {window->mapToGlobal(QPoint(0, 0)), window->size()};
}

int depth(const QWidget* window)
{
    int parents = 0;
    while ((window = window->parentWidget()))
        ++parents;
    return parents;
}

/// The other visible windows, the lowest first: what was opened by a dialog lies above it, popups above all.
QList<QWidget*> windowsAbove(const QWidget* main)
{
    QList<QWidget*> windows;
    const QList<QWidget*> all = QApplication::topLevelWidgets();
    for (QWidget* window : all) {
        if (window != main && window->isVisible() && window->windowType() != Qt::ToolTip)
            windows << window;
    }
    const auto height = [](const QWidget* window) {
        return std::pair(window->windowType() == Qt::Popup, depth(window));
    };
    std::stable_sort(windows.begin(), windows.end(),
                     [&height](const QWidget* a, const QWidget* b) { return height(a) < height(b); });
    return windows;
}

} // namespace

Picture::Picture(QWidget* window)
    : m_window(window)
    , m_area(globalRect(window))
{
    const QList<QWidget*> others = windowsAbove(window);
    for (const QWidget* other : others)
        m_area |= globalRect(other);

    const qreal ratio = window->devicePixelRatioF();
    m_image = QImage(m_area.size() * ratio, QImage::Format_RGB32);
    m_image.setDevicePixelRatio(ratio);
    m_image.fill(window->palette().color(QPalette::Mid));
    QPainter painter(&m_image);
    painter.translate(-m_area.topLeft());
    painter.drawPixmap(globalRect(window).topLeft(), window->grab());
    for (QWidget* other : others) {
        const QRect place = globalRect(other);
        painter.drawPixmap(place.topLeft(), other->grab());
        // The frame that a window manager would draw.
        painter.setPen(other->palette().color(QPalette::Dark));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
}

void Picture::annotate(const QString& caption, int number, int count, const Aim& aim)
{
    QPainter painter(&m_image);
    painter.translate(-m_area.topLeft());
    QRect used;
    QRect dialog;
    if (aim.widget && !aim.area.isEmpty()) {
        const QWidget* owner = aim.widget->window();
        used = aim.area.translated(owner->mapToGlobal(QPoint(0, 0)));
        if (owner != m_window)
            dialog = globalRect(owner);
        drawRing(painter, used, m_window->palette());
    }
    CaptionBubble bubble(CaptionBubble::Controls::Hidden, nullptr);
    bubble.setPalette(m_window->palette());
    bubble.setFont(m_window->font());
    bubble.setCaption(caption, number, count);
    const QPoint place = placeBubble(m_area, used, dialog, bubble.size());
    bubble.render(&painter, place - m_area.topLeft(), QRegion(), QWidget::DrawChildren);
}

} // namespace finhub::walkthrough
