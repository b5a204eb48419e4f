#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;

namespace finhub::views {

/// What every error word and every reason code means and what to do about it, with a search.
class HelpDialog : public QDialog {
    Q_OBJECT

public:
    explicit HelpDialog(QWidget* parent = nullptr);

    /// Shows this word; false when there is none of it.
    bool showTopic(const QString& code);
    /// Says why a word is shown.
    void setNote(const QString& text);

private:
    void filter(const QString& text);
    void showRow(int row);

    QLineEdit* m_search;
    QListWidget* m_list;
    QLabel* m_note;
    QLabel* m_title;
    QLabel* m_code;
    QLabel* m_meaning;
    QLabel* m_toDo;
};

} // namespace finhub::views
