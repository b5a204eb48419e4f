#pragma once

#include "api/finhub.h"
#include "views/phases/phasepage.h"

namespace finhub::views {

/// Phase 4: starting a verification, as the customer (2.6) or of any type (2.7). GUI thread.
class VerificationPage : public PhasePage {
    Q_OBJECT

public:
    explicit VerificationPage(api::FinHub& finhub, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

private:
    api::FinHub& m_finhub;
    review::CaseFile* m_file = nullptr;
};

} // namespace finhub::views
