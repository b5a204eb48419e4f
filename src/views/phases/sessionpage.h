#pragma once

#include "api/finhub.h"
#include "views/phases/phasepage.h"

namespace finhub::views {

/// Phase 3: signing in as the customer (2.5), their attempts and lock, and the reset of the login (2.15). GUI
/// thread.
class SessionPage : public PhasePage {
    Q_OBJECT

public:
    explicit SessionPage(api::FinHub& finhub, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

private:
    api::FinHub& m_finhub;
    review::CaseFile* m_file = nullptr;
};

} // namespace finhub::views
