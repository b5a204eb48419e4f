#pragma once

#include "views/ink.h"

#include <QString>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace finhub::views {

class FieldList;

/// The column in which a phase page stands: a title, one sentence that explains the phase, and sections below
/// each other, all at the same margin and no wider than can be read. It lays itself out in the page that it
/// is given.
class PhaseColumn : public QWidget {
    Q_OBJECT

public:
    PhaseColumn(const QString& title, const QString& explanation, QWidget* page);

    void setExplanation(const QString& text);
    /// A section with a small title; rows and widgets are added to it.
    FieldList* addSection(const QString& title, const QString& name);
    /// A widget between the sections, at their margin.
    void addWidget(QWidget* widget);
    /// Buttons side by side at the leading edge, the first one first.
    void addButtons(std::initializer_list<QWidget*> buttons);

private:
    QVBoxLayout* m_layout;
    QLabel* m_explanation;
};

/// A label for one message, plain text that wraps; hidden while there is none.
QLabel* makeMessageLabel(const QString& name, QWidget* parent = nullptr);
void showMessage(QLabel* label, const QString& text, Ink ink = Ink::Secondary);

/// The widget with its name in small type above it. The name is also what a screen reader says.
QWidget* labelled(const QString& name, QWidget* widget);
/// Widgets side by side; the last place is left free.
QWidget* inARow(std::initializer_list<QWidget*> widgets);

} // namespace finhub::views
