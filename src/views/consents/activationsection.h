#pragma once

#include "views/fieldlist.h"

namespace finhub::review {
class CaseFile;
class Onboarding;
} // namespace finhub::review

namespace finhub::views {

class ActivationForm;

/// The activation beside the document: whether the account is active, and the code entry once it can be.
/// Hidden before that. GUI thread.
class ActivationSection : public FieldList {
    Q_OBJECT

public:
    explicit ActivationSection(QWidget* parent = nullptr);

    /// Both outlive the section or are replaced by nullptr first.
    void setCase(const review::CaseFile* file, review::Onboarding* onboarding);
    void refresh();

private:
    const review::CaseFile* m_file = nullptr;
    review::Onboarding* m_onboarding = nullptr;
    ActivationForm* m_form;
};

} // namespace finhub::views
