#pragma once

#include "api/finhub.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace finhub::review {
class CaseFile;
}

namespace finhub::views {

/// Starts a verification of any type in the officer's own name (2.7), and lists those that were started here.
/// GUI thread.
class CreateVerificationForm : public QWidget {
    Q_OBJECT

public:
    explicit CreateVerificationForm(api::FinHub& finhub, QWidget* parent = nullptr);

    /// nullptr: lets go of everything that was typed and started.
    void setCase(const review::CaseFile* file);
    void refresh();

Q_SIGNALS:
    void created(const finhub::Verification& verification);
    /// FinHub may have recorded one, or knows one that the case does not show.
    void caseOutdated();

private:
    QWidget* makeFields();
    void create();
    void onCreated(const Result<Verification>& result);
    void addCreated(const Verification& verification);
    QString outcomeText(const Error& error) const;
    VerificationType type() const;

    api::FinHub& m_finhub;
    const review::CaseFile* m_file = nullptr;
    QComboBox* m_type;
    QComboBox* m_level;
    QComboBox* m_priority;
    QLineEdit* m_reason;
    QLineEdit* m_description;
    QPlainTextEdit* m_notes;
    QLabel* m_levelHint;
    QLabel* m_message;
    QPushButton* m_button;
    QWidget* m_created;
    QVBoxLayout* m_createdRows;
    std::optional<Error> m_error;
    VerificationType m_asked = VerificationType::Unknown; ///< the type of the last try
    CallPtr<Verification> m_call;
};

} // namespace finhub::views
