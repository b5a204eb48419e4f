#pragma once

#include "api/finhub.h"
#include "views/phases/phasepage.h"

namespace finhub::views {

/// Phase 8: readiness item by item (2.12), the activation (2.11), account and wallet after it. GUI thread.
class ActivationPage : public PhasePage {
    Q_OBJECT

public:
    explicit ActivationPage(api::FinHub& finhub, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

private:
    api::FinHub& m_finhub;
    review::CaseFile* m_file = nullptr;
};

} // namespace finhub::views
