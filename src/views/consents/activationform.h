#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace finhub::review {
class CaseFile;
class Onboarding;
} // namespace finhub::review

namespace finhub::views {

class BusyBar;

/// Activation with the code that the customer gave (2.11): the code, the button, and above them what blocks
/// the activation or how it ended. Used on the activation page and beside the document. GUI thread.
class ActivationForm : public QWidget {
    Q_OBJECT

public:
    /// Two of these live in one window, so each names its parts: `codeEdit` and so on.
    struct Names {
        const char* message;
        const char* codeEdit;
        const char* userEdit;
        const char* button;
    };

    explicit ActivationForm(const Names& names, QWidget* parent = nullptr);

    /// Both outlive the form or are replaced by nullptr first; what was typed goes with the case.
    void setCase(const review::CaseFile* file, review::Onboarding* onboarding);
    void refresh();

private:
    void activate();
    QString code() const;

    const review::CaseFile* m_file = nullptr;
    review::Onboarding* m_onboarding = nullptr;
    QLabel* m_message;
    QLineEdit* m_userEdit; ///< shown where the case knows neither user id nor e-mail
    QLineEdit* m_codeEdit;
    QPushButton* m_button;
    BusyBar* m_busy;
};

} // namespace finhub::views
