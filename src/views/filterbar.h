#pragma once

#include "core/values.h"

#include <QWidget>

#include <memory>

class QDateEdit;
class QMenu;
class QPushButton;

namespace Ui {
class FilterBar;
}

namespace finhub::views {

/// The filters over the customer list (3.1), one button each, and the range of rows on screen. Owns no query:
/// it changes the filters of the one it is given and hands it back.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);
    ~FilterBar() override;

    /// Shows these filters; emits nothing.
    void setQuery(const DirectoryQuery& query);
    /// The categories to choose from (2.3).
    void setCategories(const QList<Category>& categories);
    void setRangeText(const QString& text);
    /// Whether the list is that of the customers whom the console knows by itself: of most of them the server
    /// has said neither nationality nor category, so these filters are off and say why.
    void setListsKnown(bool listsKnown);
    /// Whether anything but search and order narrows the query.
    static bool isFiltered(const DirectoryQuery& query);

Q_SIGNALS:
    /// The person has changed a filter; search and order are as they were given.
    void queryChanged(const finhub::DirectoryQuery& query);
    /// The person wants the list as a file.
    void exportWanted();

private:
    template <typename E>
    void fillMenu(QPushButton* button, QList<E> DirectoryQuery::*field, const QList<E>& choices,
                  QString (*name)(E));
    void fillCategoryMenu();
    void makeNationalityMenu();
    void makeCreatedMenu();
    void setCreated(const QDate& from, const QDate& to);
    void change();
    void showState();

    std::unique_ptr<Ui::FilterBar> m_ui;
    DirectoryQuery m_query;
    QList<Category> m_categories;
    QDateEdit* m_from = nullptr;
    QDateEdit* m_to = nullptr;
    bool m_listsKnown = false;
};

} // namespace finhub::views
