#pragma once

#include "views/phases/phasepage.h"

#include <array>

class QStackedWidget;

namespace finhub::api {
class FinHub;
}
namespace finhub::documents {
class DocumentService;
}

namespace finhub::views {

/// The phases of an existing customer, one page at a time; the stepper above chooses which. GUI thread.
class PhasesPanel : public QWidget {
    Q_OBJECT

public:
    PhasesPanel(api::FinHub& finhub, documents::DocumentService& documents, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding);
    void refresh();
    /// Shows a phase; ACTIVE shows the activation, REJECTED the approval.
    void showPhase(Stage phase);
    Stage shownPhase() const { return m_shown; }

Q_SIGNALS:
    void recorded();
    void phaseWanted(finhub::Stage phase);
    void reviewWanted();

private:
    PhasePage* pageOf(Stage phase) const;

    QStackedWidget* m_pages;
    std::array<PhasePage*, 8> m_byPhase{};
    Stage m_shown = Stage::Categorization;
    bool m_hasCase = false;
};

} // namespace finhub::views
