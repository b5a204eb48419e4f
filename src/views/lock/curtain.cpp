#include "views/lock/curtain.h"

#include <QApplication>
#include <QDialog>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace finhub::views {

namespace {
Curtain* drawnCurtain = nullptr;

int depthOf(const QWidget* widget)
{
    int depth = 0;
    for (; widget; widget = widget->parentWidget())
        ++depth;
    return depth;
}

/// QWidget::isAncestorOf() ends at the next window.
bool belongsTo(const QWidget* widget, const QWidget* window)
{
    while (widget && widget != window)
        widget = widget->parentWidget();
    return widget;
}
} // namespace

Curtain::Curtain(QWidget* window)
    : m_window(window)
{
}

Curtain::~Curtain()
{
    if (drawnCurtain == this)
        drawnCurtain = nullptr;
}

void Curtain::draw()
{
    m_drawn = true;
    drawnCurtain = this;
    QToolTip::hideText();
    while (QWidget* popup = QApplication::activePopupWidget()) {
        popup->close();
        if (QApplication::activePopupWidget() == popup)
            break; // it does not want to; it is hidden below
    }
    // Whoever has stood over another one comes back after it.
    QWidgetList windows = QApplication::topLevelWidgets();
    std::stable_sort(windows.begin(), windows.end(),
                     [](const QWidget* a, const QWidget* b) { return depthOf(a) < depthOf(b); });
    for (QWidget* window : std::as_const(windows)) {
        if (window != m_window && window->isVisible())
            hide(window);
    }
}

void Curtain::hide(QWidget* window)
{
    window->hide();
    const bool isPassing = window->windowType() == Qt::ToolTip || window->windowType() == Qt::Popup;
    if (!isPassing)
        m_hidden << window;
}

QList<QPointer<QWidget>> Curtain::lift()
{
    m_drawn = false;
    if (drawnCurtain == this)
        drawnCurtain = nullptr;
    return std::exchange(m_hidden, {});
}

void Curtain::open()
{
    const QList<QPointer<QWidget>> hidden = lift();
    for (const QPointer<QWidget>& window : hidden) {
        if (auto* dialog = qobject_cast<QDialog*>(window))
            dialog->open();
        else if (window)
            window->show();
    }
}

void Curtain::drop()
{
    const QList<QPointer<QWidget>> hidden = lift();
    for (const QPointer<QWidget>& window : hidden) {
        if (auto* dialog = qobject_cast<QDialog*>(window))
            dialog->reject(); // as if it had been closed; who asked for it is told
        if (window && window->testAttribute(Qt::WA_DeleteOnClose))
            window->deleteLater();
    }
}

bool Curtain::holdsBack(QDialog* dialog)
{
    if (!drawnCurtain || !belongsTo(dialog, drawnCurtain->m_window))
        return false;
    drawnCurtain->m_hidden << dialog;
    return true;
}

} // namespace finhub::views
