#pragma once

#include "api/finhub.h"
#include "core/lifecycle.h"
#include "views/phases/phasepage.h"

#include <optional>

class QLabel;
class QPushButton;

namespace finhub::review {
struct ReadinessItem;
}

namespace finhub::views {

class ActivationForm;
class BusyBar;
class CopyButton;
class FieldList;
class PhaseColumn;

/// Phase 8: readiness item by item (2.12), the activation (2.11), account and wallet after it. Readiness is
/// read when the page is first seen with a case, and again when the case has changed in what it depends on.
/// GUI thread.
class ActivationPage : public PhasePage {
    Q_OBJECT

public:
    explicit ActivationPage(api::FinHub& finhub, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// What readiness depends on, as the case knows it.
    struct Seen {
        WireValue<VerificationStatus> status;
        WireValue<VerificationLevel> level;
        std::optional<QList<WireValue<ConsentType>>> missingConsents;
        std::optional<bool> activated;

        friend bool operator==(const Seen&, const Seen&) = default;
    };

    void makeAccount();
    void followCheck();
    void checkIfChanged();
    Seen seen() const;
    void showReadiness();
    void showAccount();
    void showWay();
    QString valueOf(const review::ReadinessItem& item) const;

    api::FinHub& m_finhub;
    review::CaseFile* m_file = nullptr;
    review::Onboarding* m_onboarding = nullptr;
    PhaseColumn* m_column;
    FieldList* m_readiness;
    QLabel* m_checkMessage;
    QPushButton* m_check;
    QPushButton* m_goBack;
    BusyBar* m_busy;
    QLabel* m_hint;
    ActivationForm* m_form;
    QWidget* m_account;
    QLabel* m_since;
    QLabel* m_iban;
    CopyButton* m_copyIban;
    QLabel* m_wallet;
    CopyButton* m_copyWallet;
    QMetaObject::Connection m_caseChanged;
    bool m_checking = false;    ///< a check is under way
    std::optional<Seen> m_seen; ///< what the case said at the last check; nullopt before the first
    Stage m_backTo = Stage::Unknown;
};

} // namespace finhub::views
