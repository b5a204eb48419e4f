#pragma once

#include "views/actions/actiontable.h"

#include <QMenu>

namespace finhub::views {

/// A menu of the registry's actions. Its entries carry out what can be carried out where the person is; they
/// show the keys but do not hear them, since a menu is reached from places where the key means nothing.
class ActionMenu : public QMenu {
    Q_OBJECT

public:
    explicit ActionMenu(QWidget* parent);

    void addEntry(const QString& id);
    /// A submenu of everything in this category.
    void addCategory(ActionCategory category);

private:
    void refresh();

    QList<QAction*> m_entries; ///< `data` is the id
};

} // namespace finhub::views
