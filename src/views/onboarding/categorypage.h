#pragma once

#include "core/values.h"

#include <QList>
#include <QWidget>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace finhub::views {

class SkeletonPanel;
class StatePanel;

/// The first step: which category the customer belongs to (2.3). Those for individuals come first, by rising
/// risk; those of businesses are listed as not for this console. GUI thread.
class CategoryPage : public QWidget {
    Q_OBJECT

public:
    explicit CategoryPage(QWidget* parent = nullptr);

    void showLoading();
    /// In place of the list; offers to try again.
    void showError(const QString& what, const QString& detail);
    /// Chooses this one where it is among them.
    void setCategories(const QList<Category>& categories, const CategoryId& chosen);
    /// The one that is chosen; without id when none is.
    Category chosen() const;
    void clearChoice();
    /// What is wrong with the choice; empty: nothing.
    void setFault(const QString& fault);
    /// Puts the cursor where something can be done.
    void focusFirst();

Q_SIGNALS:
    void choiceChanged();
    /// A category was chosen with a double click.
    void nextWanted();
    void retryWanted();

private:
    void addRow(const Category& category);

    QLabel* m_fault;
    QStackedWidget* m_stack;
    SkeletonPanel* m_skeleton;
    QListWidget* m_list;
    StatePanel* m_state;
    QList<Category> m_categories; ///< in the order of the rows
};

} // namespace finhub::views
