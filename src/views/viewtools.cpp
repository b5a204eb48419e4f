#include "views/viewtools.h"

#include "views/actions/actionregistry.h"
#include "views/actions/keytexts.h"

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

QAction* ViewTools::add(const QString& name)
{
    QAction* action = ActionRegistry::instance().make(name, m_viewer);
    const auto tell = [action] { action->setToolTip(withKey(action->text(), action)); };
    onKeysChanged(this, tell);
    return action;
}

QAction* ViewTools::addToMenu(const QString& name)
{
    QAction* action = add(name);
    m_menu->addAction(action);
    return action;
}

QAction* ViewTools::addToggle(const QString& name)
{
    QAction* action = addToMenu(name);
    action->setCheckable(true);
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
    button->setCheckable(action->isCheckable());
    const auto follow = [button, action] {
        button->setAccessibleName(withKey(action->text(), action));
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setChecked(action->isChecked());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

} // namespace finhub::views
