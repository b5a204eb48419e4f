#pragma once

#include "core/lifecycle.h"

#include <QWidget>

namespace finhub::review {
class CaseFile;
class Onboarding;
} // namespace finhub::review

namespace finhub::views {

/// One phase of an existing customer as something that can be seen and, where it can be, done: a page below
/// the stepper. GUI thread.
class PhasePage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Works on this case from now on; both outlive the page or are replaced first. nullptr: lets go of
    /// everything personal and of everything that was typed.
    virtual void setCase(review::CaseFile* file, review::Onboarding* onboarding) = 0;
    /// Shows what has changed in the case. Called only while there is one.
    virtual void refresh() = 0;

Q_SIGNALS:
    /// Something was recorded that the list and the rest of the case do not show yet.
    void recorded();
    /// The person wants to go on in this phase.
    void phaseWanted(finhub::Stage phase);
    /// The person wants to see documents and decision side by side.
    void reviewWanted();
};

} // namespace finhub::views
