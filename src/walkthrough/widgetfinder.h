#pragma once

#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

namespace finhub::walkthrough {

/// Finds widgets by object name, else by accessible name, where a person would look: in the open popup, then
/// in the active dialog, then in the main window, then in the other visible windows.
class WidgetFinder {
public:
    explicit WidgetFinder(QWidget* window)
        : m_window(window)
    {
    }

    /// A visible widget of this name where there is one, else one that is hidden; nullptr when there is none.
    QWidget* find(const QString& name) const;

    /// Visible windows, the first to be searched first. The main window is always among them.
    QList<QWidget*> windows() const;

    /// The window that keys go to.
    QWidget* keyWindow() const;

private:
    QPointer<QWidget> m_window;
};

} // namespace finhub::walkthrough
