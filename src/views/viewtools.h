#pragma once

#include "views/style/icons.h"

#include <QObject>

class QAction;
class QMenu;
class QPushButton;

namespace finhub::views {

/// The actions of a viewer, each with its place in the View menu; buttons are bound to them. Names and keys
/// are the registry's. The keys act in the window that the viewer stands in, and in none while a text is
/// being typed. An action's object name says what it does: flipAction, loupeAction. GUI thread.
class ViewTools : public QObject {
    Q_OBJECT

public:
    /// Adds its actions to the viewer, which owns it.
    explicit ViewTools(QWidget* viewer);

    /// Makes an action of the registry that is not in the menu.
    QAction* add(const QString& name);
    /// The same at the end of the menu.
    QAction* addToMenu(const QString& name);
    QAction* addToggle(const QString& name);
    void addSeparator();
    QMenu* menu() const { return m_menu; }

    /// Lets a button do what the action does, with its state, icon, accessible name and, in its tool tip, its
    /// key.
    static void bind(QPushButton* button, QAction* action, IconName name);

private:
    QWidget* m_viewer;
    QMenu* m_menu;
};

} // namespace finhub::views
