#include "walkthrough/widgetfinder.h"

#include <QApplication>

namespace finhub::walkthrough {

namespace {

QWidget* firstVisible(const QList<QWidget*>& widgets)
{
    for (QWidget* widget : widgets) {
        if (widget->isVisible())
            return widget;
    }
    return widgets.value(0);
}

QWidget* findIn(QWidget* window, const QString& name)
{
    QList<QWidget*> byObjectName = window->findChildren<QWidget*>(name);
    if (window->objectName() == name)
        byObjectName.prepend(window);
    if (!byObjectName.isEmpty())
        return firstVisible(byObjectName);

    QList<QWidget*> byAccessibleName;
    const QList<QWidget*> all = window->findChildren<QWidget*>();
    for (QWidget* widget : all) {
        if (widget->accessibleName() == name)
            byAccessibleName << widget;
    }
    return firstVisible(byAccessibleName);
}

} // namespace

QList<QWidget*> WidgetFinder::windows() const
{
    QList<QWidget*> windows;
    const auto add = [&windows](QWidget* window) {
        if (window && !windows.contains(window))
            windows << window;
    };
    add(QApplication::activePopupWidget());
    add(QApplication::activeModalWidget());
    add(m_window);
    const QList<QWidget*> others = QApplication::topLevelWidgets();
    for (QWidget* window : others) {
        if (window->isVisible())
            add(window);
    }
    return windows;
}

QWidget* WidgetFinder::find(const QString& name) const
{
    if (name.isEmpty())
        return nullptr;
    QWidget* hidden = nullptr;
    const QList<QWidget*> searched = windows();
    for (QWidget* window : searched) {
        QWidget* found = findIn(window, name);
        if (found && found->isVisible())
            return found;
        if (!hidden)
            hidden = found;
    }
    return hidden;
}

QWidget* WidgetFinder::keyWindow() const
{
    if (QWidget* popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget* dialog = QApplication::activeModalWidget())
        return dialog;
    return m_window;
}

} // namespace finhub::walkthrough
