#pragma once

#include "api/finhub.h"
#include "views/phases/phasepage.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace finhub::views {

class CreateVerificationForm;
class FieldList;

/// Phase 4: the current verification, starting one of the identity as the customer would (2.6), or one of any
/// type (2.7). GUI thread.
class VerificationPage : public PhasePage {
    Q_OBJECT

public:
    explicit VerificationPage(api::FinHub& finhub, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

private:
    void makeStart(FieldList* section);
    void showCurrent();
    void showStart();
    void showNext();
    void start();
    void onStarted(const Result<Verification>& verification);

    api::FinHub& m_finhub;
    review::CaseFile* m_file = nullptr;
    FieldList* m_current;
    QLabel* m_message;
    QComboBox* m_diligence = nullptr;
    QComboBox* m_documentType = nullptr;
    QLineEdit* m_documentNumber = nullptr;
    QPushButton* m_startButton = nullptr;
    CreateVerificationForm* m_createForm;
    QPushButton* m_nextButton;
    Stage m_next = Stage::Unknown;
    std::optional<Error> m_error; ///< of the last try to start one
    bool m_started = false;       ///< one was started here
    CallPtr<Verification> m_call;
};

} // namespace finhub::views
