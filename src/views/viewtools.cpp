#include "views/viewtools.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>

namespace finhub::views {

ViewTools::ViewTools(QWidget* viewer)
    : QObject(viewer)
    , m_viewer(viewer)
    , m_menu(new QMenu(viewer))
{
    m_menu->setObjectName(QStringLiteral("viewMenu"));
}

QAction* ViewTools::add(const QString& name, const QString& text, const QKeySequence& key)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setToolTip(nameWithKey(action));
    m_viewer->addAction(action);
    return action;
}

QAction* ViewTools::addToMenu(const QString& name, const QString& text, const QKeySequence& key)
{
    QAction* action = add(name, text, key);
    m_menu->addAction(action);
    return action;
}

QAction* ViewTools::addToggle(const QString& name, const QString& text, const QKeySequence& key)
{
    QAction* action = addToMenu(name, text, key);
    action->setCheckable(true);
    // A key that is held down switches once.
    action->setAutoRepeat(false);
    return action;
}

void ViewTools::addSeparator()
{
    m_menu->addSeparator();
}

void ViewTools::bind(QPushButton* button, QAction* action, IconName name)
{
    button->setIcon(icon(name));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(nameWithKey(action));
    button->setToolTip(nameWithKey(action));
    button->setCheckable(action->isCheckable());
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setChecked(action->isChecked());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

QString ViewTools::nameWithKey(const QAction* action)
{
    return QStringLiteral("%1 (%2)").arg(action->text(),
                                         action->shortcut().toString(QKeySequence::NativeText));
}

} // namespace finhub::views
