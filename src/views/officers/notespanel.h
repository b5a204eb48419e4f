#pragma once

#include "review/claims/casenotes.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace finhub::views {

/// The internal notes on the open case (3.10), newest first, with a field to add one; a line with their
/// number until somebody opens it. What is typed stays until FinHub has recorded it. GUI thread.
class NotesPanel : public QWidget {
    Q_OBJECT

public:
    explicit NotesPanel(QWidget* parent = nullptr);

    /// Shows these notes, which outlive the panel or are replaced by nullptr first; nullptr hides it.
    /// `mayWrite` is whether the officer may add one.
    void setNotes(review::CaseNotes* notes, bool mayWrite);
    /// Says that the server has no notes (section 3).
    void showNotOffered();
    /// What is in the field.
    QString draft() const;
    void setDraft(const QString& text);

private:
    void refresh();
    void add();
    void say(const QString& text, bool bad);

    review::CaseNotes* m_notes = nullptr;
    QPushButton* m_header;
    QWidget* m_body;
    QListWidget* m_list;
    QPlainTextEdit* m_edit;
    QPushButton* m_add;
    QLabel* m_message;
    bool m_mayWrite = false;
};

} // namespace finhub::views
