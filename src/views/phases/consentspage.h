#pragma once

#include "api/finhub.h"
#include "review/consenttexts.h"
#include "views/phases/phasepage.h"

#include <QList>

class QLabel;
class QPushButton;

namespace finhub::views {

class BusyBar;
class ConsentCard;
class PhaseColumn;

/// Phase 7: the three consents with version and text (2.10, 2.14), recorded one by one or all together, at
/// any time (4.3). It is the customer who consents; the officer records it. GUI thread.
class ConsentsPage : public PhasePage {
    Q_OBJECT

public:
    explicit ConsentsPage(api::FinHub& finhub, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void readWhatIsMissing();
    void showHint();
    void showTexts();
    void showButtons(const QString& why);
    QString reasonAgainst() const;

    api::FinHub& m_finhub;
    review::ConsentTexts& m_texts;
    review::CaseFile* m_file = nullptr;
    review::Onboarding* m_onboarding = nullptr;
    PhaseColumn* m_column;
    QLabel* m_hint;
    QLabel* m_notice;
    QPushButton* m_retry;
    QList<ConsentCard*> m_cards;
    QLabel* m_message;
    BusyBar* m_busy;
    QPushButton* m_recordAll;
    QPushButton* m_goOn;
};

} // namespace finhub::views
