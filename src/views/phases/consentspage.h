#pragma once

#include "api/finhub.h"
#include "views/phases/phasepage.h"

namespace finhub::views {

/// Phase 7: the three consents with version and text (2.10, 2.14). GUI thread.
class ConsentsPage : public PhasePage {
    Q_OBJECT

public:
    explicit ConsentsPage(api::FinHub& finhub, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

private:
    api::FinHub& m_finhub;
    review::CaseFile* m_file = nullptr;
};

} // namespace finhub::views
