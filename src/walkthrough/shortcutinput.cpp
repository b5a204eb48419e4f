#include "walkthrough/shortcutinput.h"

#include <QAbstractButton>
#include <QAction>
#include <QMenu>
#include <QShortcut>

namespace finhub::walkthrough {

namespace {

/// Whether a shortcut that belongs to `owner` is reached from the widget with the focus.
bool isReached(Qt::ShortcutContext context, const QWidget* owner, const QWidget* focus)
{
    switch (context) {
    case Qt::WidgetShortcut:
        return owner == focus;
    case Qt::WidgetWithChildrenShortcut:
        return owner == focus || owner->isAncestorOf(focus);
    case Qt::WindowShortcut:
    case Qt::ApplicationShortcut:
        return true;
    }
    return false;
}

bool activateShortcutObject(const QWidget* window, const QWidget* focus, const QKeySequence& key)
{
    const QList<QShortcut*> shortcuts = window->findChildren<QShortcut*>();
    for (QShortcut* shortcut : shortcuts) {
        const auto* owner = qobject_cast<const QWidget*>(shortcut->parent());
        if (!owner || !owner->isVisible() || !owner->isEnabled() || !shortcut->isEnabled())
            continue;
        if (shortcut->keys().contains(key) && isReached(shortcut->context(), owner, focus)) {
            Q_EMIT shortcut->activated();
            return true;
        }
    }
    return false;
}

bool activateAction(QWidget* window, const QWidget* focus, const QKeySequence& key)
{
    // Menus count with the window that they belong to although they are hidden while closed.
    QList<QWidget*> owners = window->findChildren<QWidget*>();
    owners.prepend(window);
    for (const QWidget* owner : std::as_const(owners)) {
        if (!qobject_cast<const QMenu*>(owner) && (!owner->isVisible() || !owner->isEnabled()))
            continue;
        const QList<QAction*> actions = owner->actions();
        for (QAction* action : actions) {
            if (action->isEnabled() && action->isVisible() && action->shortcuts().contains(key) &&
                isReached(action->shortcutContext(), owner, focus)) {
                action->trigger();
                return true;
            }
        }
    }
    return false;
}

bool activateButton(const QWidget* window, const QKeySequence& key)
{
    const QList<QAbstractButton*> buttons = window->findChildren<QAbstractButton*>();
    for (QAbstractButton* button : buttons) {
        if (button->isVisible() && button->isEnabled() && button->shortcut() == key) {
            button->click();
            return true;
        }
    }
    return false;
}

} // namespace

bool activateShortcut(QWidget* focus, const QKeySequence& key)
{
    QWidget* window = focus->window();
    return activateShortcutObject(window, focus, key) || activateAction(window, focus, key) ||
           activateButton(window, key);
}

} // namespace finhub::walkthrough
