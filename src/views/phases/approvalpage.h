#pragma once

#include "views/phases/phasepage.h"

namespace finhub::views {

/// Phase 6: what the review waits for, and the way to it. GUI thread.
class ApprovalPage : public PhasePage {
    Q_OBJECT

public:
    explicit ApprovalPage(QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

private:
    review::CaseFile* m_file = nullptr;
};

} // namespace finhub::views
