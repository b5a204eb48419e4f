#pragma once

#include "api/finhub.h"
#include "views/phases/phasepage.h"
#include "views/support/disclosure.h"

class QLabel;
class QPushButton;

namespace finhub::views {

class FieldList;

/// Phases 1 and 2 of a customer who exists: the category that was chosen, what follows from it, and what was
/// declared. FinHub offers no way to change either. A role that may only look reveals personal fields one by
/// one, until the case is left. GUI thread.
class DeclaredPage : public PhasePage {
    Q_OBJECT

public:
    explicit DeclaredPage(api::FinHub& finhub, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

Q_SIGNALS:
    /// As OverviewPanel::revealed().
    void revealed(const QString& field, const finhub::CustomerId& customer);

private:
    void showCategory();
    void showDeclared();
    void showState();

    api::FinHub& m_finhub;
    review::CaseFile* m_file = nullptr;
    Disclosure m_disclosure;
    FieldList* m_category;
    FieldList* m_declared;
    QLabel* m_message;
    QPushButton* m_nextButton;
};

} // namespace finhub::views
