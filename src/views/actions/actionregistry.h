#pragma once

#include "views/actions/actiontable.h"
#include "views/actions/keychanges.h"

#include <QHash>
#include <QObject>
#include <QStringList>

class QAction;
class QWidget;

namespace finhub::views {

/// Every action of the console with its keys as they are now. Views get their QActions here; menus, tool
/// tips, the shortcut sheet, the command palette and the settings read here. One for the program, there
/// from the first use on, so that a view that stands alone has its keys as well. GUI thread.
class ActionRegistry : public QObject {
    Q_OBJECT

public:
    static ActionRegistry& instance();

    /// Makes the action of the table with this id, which must be of the table, for the widget, which owns
    /// it; its keys act with the focus anywhere in the widget's window while the widget is visible, unless
    /// the table says otherwise, and they change when a person changes them.
    QAction* make(const QString& id, QWidget* owner);
    /// An action of this id that can be carried out now: it is enabled, and a widget that it is of can be
    /// seen. nullptr where there is none.
    QAction* available(const QString& id) const;
    /// Whether this id has any action made, in a view that lives.
    bool isMade(const QString& id) const;

    /// The keys as a person has set them, also while single keys are off.
    QList<QKeySequence> keys(const QString& id) const;
    /// The keys that are heard.
    QList<QKeySequence> activeKeys(const QString& id) const;

    /// Why the action may not have this key, in a sentence that names what has it; empty where it may.
    QString refusal(const QString& id, const QKeySequence& key) const;
    /// False, and nothing changes, when a key is refused. No keys switch the action's keys off.
    bool setKeys(const QString& id, const QList<QKeySequence>& keys);
    /// Gives the action the keys of the table again. False, and nothing changes, when another action has one
    /// of them by now.
    bool resetKeys(const QString& id);
    void resetAll();

    /// Whether keys that type a character are heard at all (WCAG 2.1.4).
    bool singleKeys() const { return m_singleKeys; }
    void setSingleKeys(bool on);

    /// What differs from the table.
    KeyChanges changes() const { return m_changes; }
    /// Takes over what was stored. What cannot be is left out, one sentence each.
    QStringList setChanges(const KeyChanges& changes);

Q_SIGNALS:
    /// Keys are other ones.
    void changed();

private:
    ActionRegistry() = default;
    QString clash(const ActionInfo& action, const QKeySequence& key) const;
    void apply(const QString& id);
    void applyAll();

    KeyChanges m_changes;
    bool m_singleKeys = true;
    QMultiHash<QString, QAction*> m_actions;
};

} // namespace finhub::views
