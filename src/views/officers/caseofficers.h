#pragma once

#include "review/casefile.h"
#include "review/claims/caseadvice.h"
#include "review/claims/casenotes.h"
#include "review/claims/claimdesk.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace finhub::views {

class ClaimBar;
class FourEyesBar;
class NotesPanel;
class RecommendDialog;

/// What officers share about the open case (3.8 to 3.10): who has it, what has been recommended, the internal
/// notes. It owns no case and decides nothing; its widgets stand in the page of the case. GUI thread.
class CaseOfficers : public QObject {
    Q_OBJECT

public:
    /// `page` is what dialogs open over; all of them outlive it.
    CaseOfficers(api::FinHub& finhub, review::DecisionDesk& decisions, QWidget* page);
    ~CaseOfficers() override;

    ClaimBar* claimBar() const { return m_claimBar; }
    FourEyesBar* fourEyesBar() const { return m_fourEyes; }
    NotesPanel* notesPanel() const { return m_notesPanel; }

    /// Shows another case, or none; the former one is given back.
    void setCase(review::CaseFile* file);
    /// Shows what has changed in the case.
    void refresh();
    /// Takes the case for whoever has asked for the next one; claimRefused() if somebody else has it by then.
    void takeNext();
    /// Gives the case back and calls when that is done, or cannot be waited for any longer; at once when
    /// there is nothing to give back.
    void giveBackThen(std::function<void()> then);

Q_SIGNALS:
    /// The case that takeNext() was for has been taken by this officer in the meantime.
    void claimRefused(const finhub::Claim& claim);
    /// The server says that this was done with a claim, also after the case has been left.
    void claimDone(const finhub::CustomerId& customer, const finhub::VerificationId& id,
                   finhub::review::ClaimDeed deed);
    /// The server has recorded this officer's recommendation.
    void recommended(const finhub::CustomerId& customer, const finhub::Recommendation& recommendation);

private:
    void connectBars();
    const Verification* current() const;
    void followVerification();
    void followClaim();
    void onClaimFailed(review::ClaimDeed deed, const Error& error);
    void showClaim();
    void leaveVerification();
    void goOn();
    void openHandOver();
    void openRecommend();
    void onRecommended(const Result<Recommendation>& outcome);
    QList<OfficerName> knownOfficers() const;
    Permissions permissions() const;

    api::FinHub& m_finhub;
    QWidget* m_page;
    review::ClaimDesk m_claims;
    review::CaseAdvice m_advice;
    ClaimBar* m_claimBar;
    FourEyesBar* m_fourEyes;
    NotesPanel* m_notesPanel;
    review::CaseFile* m_file = nullptr;
    VerificationId m_verification; ///< whose claim and notes are followed; empty: none
    QPointer<review::CaseClaim> m_claim;
    std::unique_ptr<review::CaseNotes> m_notes;
    QHash<VerificationId, QString> m_drafts; ///< notes that were typed and not recorded
    QPointer<RecommendDialog> m_dialog;
    CustomerId m_advised; ///< whom the recommendation under way is about
    std::function<void()> m_afterwards;
    QTimer m_patience;
    bool m_takeWanted = false; ///< as soon as it is known which verification it is
    bool m_takingNext = false;
};

} // namespace finhub::views
