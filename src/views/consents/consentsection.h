#pragma once

#include "core/enums.h"
#include "views/fieldlist.h"

class QLabel;
class QPushButton;

namespace finhub::review {
class CaseFile;
class Onboarding;
} // namespace finhub::review

namespace finhub::views {

/// The consents beside the document: which are accepted, and the button that records the missing ones once
/// the customer waits for them. GUI thread.
class ConsentSection : public FieldList {
    Q_OBJECT

public:
    explicit ConsentSection(QWidget* parent = nullptr);

    /// Both outlive the section or are replaced by nullptr first.
    void setCase(const review::CaseFile* file, review::Onboarding* onboarding);
    void refresh();

private:
    FieldRow rowOf(ConsentType type) const;

    const review::CaseFile* m_file = nullptr;
    review::Onboarding* m_onboarding = nullptr;
    QMetaObject::Connection m_textsChanged;
    QLabel* m_message;
    QPushButton* m_button;
};

} // namespace finhub::views
