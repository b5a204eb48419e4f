#pragma once

#include "views/phases/phasepage.h"

namespace finhub::views {

/// Phases 1 and 2 of a customer who exists: the category that was chosen and the data that were declared. GUI
/// thread.
class DeclaredPage : public PhasePage {
    Q_OBJECT

public:
    explicit DeclaredPage(QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

private:
    review::CaseFile* m_file = nullptr;
};

} // namespace finhub::views
