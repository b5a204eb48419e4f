#include "views/actions/actionregistry.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace finhub::views {

namespace {
Qt::ShortcutContext contextOf(ActionScope scope)
{
    switch (scope) {
    case ActionScope::List:
        return Qt::WidgetShortcut;
    case ActionScope::Viewer:
    case ActionScope::Uploads:
    case ActionScope::Outbox:
        return Qt::WidgetWithChildrenShortcut;
    case ActionScope::Window:
    case ActionScope::Case:
    case ActionScope::Texts:
    case ActionScope::JsonDialog:
        return Qt::WindowShortcut;
    }
    return Qt::WindowShortcut;
}

QString native(const QKeySequence& key)
{
    return key.toString(QKeySequence::NativeText);
}
} // namespace

ActionRegistry& ActionRegistry::instance()
{
    static ActionRegistry registry;
    return registry;
}

QAction* ActionRegistry::make(const QString& id, QWidget* owner)
{
    const ActionInfo* info = findAction(id);
    if (!info)
        qFatal("there is no action %s", qPrintable(id));
    auto* action = new QAction(textOf(*info), owner);
    action->setObjectName(id);
    action->setShortcutContext(contextOf(info->scope));
    action->setAutoRepeat(info->repeats);
    action->setShortcuts(activeKeys(id));
    owner->addAction(action);
    m_actions.insert(id, action);
    // The address alone: it is no action any more by then.
    connect(action, &QObject::destroyed, this, [this, id, action] { m_actions.remove(id, action); });
    return action;
}

QAction* ActionRegistry::available(const QString& id) const
{
    const QList<QAction*> made = m_actions.values(id);
    const auto found = std::find_if(made.begin(), made.end(), [](const QAction* action) {
        const auto* owner = qobject_cast<const QWidget*>(action->parent());
        return action->isEnabled() && action->isVisible() && owner && owner->isVisible() &&
               owner->isEnabled();
    });
    return found == made.end() ? nullptr : *found;
}

bool ActionRegistry::isMade(const QString& id) const
{
    return m_actions.contains(id);
}

QList<QKeySequence> ActionRegistry::keys(const QString& id) const
{
    if (const auto changed = m_changes.constFind(id); changed != m_changes.constEnd())
        return readKeys(*changed).value_or(QList<QKeySequence>());
    const ActionInfo* info = findAction(id);
    return info ? defaultKeys(*info) : QList<QKeySequence>();
}

QList<QKeySequence> ActionRegistry::activeKeys(const QString& id) const
{
    QList<QKeySequence> active = keys(id);
    if (!m_singleKeys)
        active.removeIf([](const QKeySequence& key) { return isSingleKey(key); });
    return active;
}

QString ActionRegistry::clash(const ActionInfo& action, const QKeySequence& key) const
{
    for (const ActionInfo& other : actionTable()) {
        if (&other != &action && overlap(action.scope, other.scope) &&
            keys(QLatin1String(other.id)).contains(key))
            return tr("%1 is already the key of “%2”, %3. Choose another one, or change that one first.")
                .arg(native(key), textOf(other), textOf(other.scope));
    }
    return {};
}

QString ActionRegistry::refusal(const QString& id, const QKeySequence& key) const
{
    const ActionInfo* info = findAction(id);
    if (!info)
        return tr("There is no action of this name.");
    const QString fault = keyFault(key);
    return fault.isEmpty() ? clash(*info, key) : fault;
}

bool ActionRegistry::setKeys(const QString& id, const QList<QKeySequence>& keys)
{
    const ActionInfo* info = findAction(id);
    if (!info || std::any_of(keys.begin(), keys.end(),
                             [this, &id](const QKeySequence& key) { return !refusal(id, key).isEmpty(); }))
        return false;
    if (keys == defaultKeys(*info))
        m_changes.remove(id);
    else
        m_changes.insert(id, portableText(keys));
    apply(id);
    Q_EMIT changed();
    return true;
}

bool ActionRegistry::resetKeys(const QString& id)
{
    const ActionInfo* info = findAction(id);
    return info && setKeys(id, defaultKeys(*info));
}

void ActionRegistry::resetAll()
{
    m_changes.clear();
    applyAll();
}

void ActionRegistry::setSingleKeys(bool on)
{
    if (m_singleKeys == on)
        return;
    m_singleKeys = on;
    applyAll();
}

QStringList ActionRegistry::setChanges(const KeyChanges& changes)
{
    m_changes.clear();
    QStringList faults;
    // All that is free first, so that two actions may have exchanged their keys.
    QMap<QString, QList<QKeySequence>> wanted;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        const std::optional<QList<QKeySequence>> keys = readKeys(change.value());
        if (!findAction(change.key())) {
            faults << tr(
                "A stored shortcut is for an action that this version does not have; it is left out.");
        } else if (!keys) {
            faults << tr("The stored shortcut of “%1” is no key; it has its usual one.")
                          .arg(textOf(*findAction(change.key())));
        } else {
            wanted.insert(change.key(), *keys);
            m_changes.insert(change.key(), QString());
        }
    }
    for (auto change = wanted.begin(); change != wanted.end(); ++change) {
        QString fault;
        for (const QKeySequence& key : change.value()) {
            if (fault.isEmpty())
                fault = refusal(change.key(), key);
        }
        if (fault.isEmpty()) {
            m_changes.insert(change.key(), portableText(change.value()));
            continue;
        }
        const ActionInfo& info = *findAction(change.key());
        faults << tr("The stored shortcut of “%1” is left out. %2").arg(textOf(info), fault);
        const QList<QKeySequence> usual = defaultKeys(info);
        if (std::all_of(usual.begin(), usual.end(),
                        [this, &info](const QKeySequence& key) { return clash(info, key).isEmpty(); }))
            m_changes.remove(change.key());
    }
    applyAll();
    faults.removeDuplicates();
    return faults;
}

void ActionRegistry::apply(const QString& id)
{
    const QList<QKeySequence> active = activeKeys(id);
    const QList<QAction*> made = m_actions.values(id);
    for (QAction* action : made)
        action->setShortcuts(active);
}

void ActionRegistry::applyAll()
{
    const QList<QString> ids = m_actions.uniqueKeys();
    for (const QString& id : ids)
        apply(id);
    Q_EMIT changed();
}

} // namespace finhub::views
