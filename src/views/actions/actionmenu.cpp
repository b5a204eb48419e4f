#include "views/actions/actionmenu.h"

#include "views/actions/actionregistry.h"
#include "views/actions/keytexts.h"

#include <algorithm>

namespace finhub::views {

ActionMenu::ActionMenu(QWidget* parent)
    : QMenu(parent)
{
    connect(this, &QMenu::aboutToShow, this, &ActionMenu::refresh);
}

void ActionMenu::addEntry(const QString& id)
{
    QAction* entry = addAction(textOf(*findAction(id)));
    entry->setObjectName(id + QStringLiteral("Entry"));
    entry->setData(id);
    connect(entry, &QAction::triggered, this, [id] {
        if (QAction* action = ActionRegistry::instance().available(id))
            action->trigger();
    });
    m_entries << entry;
}

void ActionMenu::addCategory(ActionCategory category)
{
    auto* menu = new ActionMenu(this);
    menu->setTitle(textOf(category));
    for (const ActionInfo& info : actionTable()) {
        if (info.category == category)
            menu->addEntry(QLatin1String(info.id));
    }
    addMenu(menu);
}

void ActionMenu::refresh()
{
    const ActionRegistry& registry = ActionRegistry::instance();
    for (QAction* entry : std::as_const(m_entries)) {
        const QString id = entry->data().toString();
        const QAction* action = registry.available(id);
        const QString key = keyOf(id);
        const QString text = textOf(*findAction(id));
        entry->setText(key.isEmpty() ? text : text + u'\t' + key);
        entry->setEnabled(action != nullptr);
        entry->setCheckable(action && action->isCheckable());
        entry->setChecked(action && action->isChecked());
        entry->setVisible(registry.isMade(id));
    }
}

} // namespace finhub::views
