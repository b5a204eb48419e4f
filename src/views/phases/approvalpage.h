#pragma once

#include "api/finhub.h"
#include "views/phases/phasepage.h"

#include <QDateTime>

#include <functional>

class QLabel;
class QPushButton;

namespace finhub::views {

class FieldList;

/// Phase 6: what the review waits for, what it came to, and the way to it. GUI thread.
class ApprovalPage : public PhasePage {
    Q_OBJECT

public:
    /// `now` is the clock that waiting is measured with.
    explicit ApprovalPage(api::FinHub& finhub, QWidget* parent = nullptr);
    ApprovalPage(api::FinHub& finhub, std::function<QDateTime()> now, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

private:
    void showReview(const Verification& verification);
    void showOutcome(const Verification& verification);
    void showButtons(bool exists);
    bool isReading() const;
    QString waitingFor() const;
    QString whoDecides(const Verification& verification) const;

    api::FinHub& m_finhub;
    std::function<QDateTime()> m_now;
    review::CaseFile* m_file = nullptr;
    FieldList* m_review;
    FieldList* m_outcome;
    QLabel* m_message;
    QPushButton* m_openButton;
    QPushButton* m_nextButton;
    Stage m_next = Stage::Unknown;
};

} // namespace finhub::views
