#pragma once

#include <QDialog>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QWidget>

/// A small program to rehearse walkthroughs on: one widget of every kind that they know how to use.
class RehearsalWindow : public QWidget {
    Q_OBJECT

public:
    RehearsalWindow();

    /// Shows the window and waits until it can be used.
    bool showAndWait();

    QListWidget* list() const { return m_list; }
    QTableWidget* table() const { return m_table; }
    QWidget* widget(const char* name) const { return findChild<QWidget*>(QLatin1String(name)); }
    QString text(const char* name) const { return widget(name)->property("text").toString(); }
    /// How often something has happened, by a name of its own: `greet`, `shortcut`, `action` …
    int count(const QString& happening) const { return m_counts.value(happening); }
    QDialog* dialog() const { return m_dialog; }

private:
    void addInputs(QWidget* parent);
    void addViews(QWidget* parent);
    void addUnusable(QWidget* parent);
    void addShortcuts();
    void openDialog();
    QPushButton* addButton(QWidget* parent, const char* name, const QString& text);
    void happened(const QString& happening) { ++m_counts[happening]; }

    QListWidget* m_list = nullptr;
    QTableWidget* m_table = nullptr;
    QPointer<QDialog> m_dialog;
    QHash<QString, int> m_counts;
};
