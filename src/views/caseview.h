#pragma once

#include "documents/documentservice.h"
#include "review/casefile.h"
#include "review/decisiondesk.h"
#include "review/evidence/evidencebook.h"
#include "review/onboarding.h"

#include <QWidget>

#include <functional>
#include <memory>

class QButtonGroup;

namespace Ui {
class CaseView;
}

namespace finhub::views {

class CaseOfficers;
class DecisionBar;
class DecisionDialogs;
class DifferencePanel;
class DocumentViewer;
class EvidencePanel;
class MrzSide;
class OverviewPanel;
class PhasesPanel;

/// One customer: who it is, where in the eight phases they stand, what blocks them, and below that one of
/// three panes: the review (documents, what was declared, what can be decided), everything known of them, or
/// the phase that was chosen in the stepper. GUI thread.
class CaseView : public QWidget {
    Q_OBJECT

public:
    enum class Pane { Review, Overview, Phases };

    CaseView(api::FinHub& finhub, documents::DocumentService& documents, review::DecisionDesk& desk,
             QWidget* parent = nullptr);
    ~CaseView() override;

    /// Opens this customer; what the list knows is shown at once, the rest as it arrives. With a case that
    /// has been got ready, all that it knows is shown at once; it is read again all the same.
    void openCustomer(const DirectoryEntry& entry, std::unique_ptr<review::CaseFile> ready = {});
    /// Reads the open case again.
    void reload();
    /// Lets go of the case and everything personal, also of what was typed into a dialog.
    void closeCustomer();
    /// Lets go of the pixels and texts of documents, since the session has ended or is locked. The case stays
    /// open for the same officer with everything that was typed; an open decision is put away and comes back
    /// when the case has been read again and can still be decided.
    void suspendCustomer();
    /// Reads the case again and goes on where it was: the same document, page and part of it.
    void resumeCustomer();
    /// Forgets what was found out about every case: the session has ended, or another officer takes over.
    void forgetEvidence();
    /// What this officer has found out about the cases of the session.
    review::EvidenceBook& evidenceBook() { return m_book; }
    bool isOpen() const { return m_file != nullptr; }
    /// Whether the open case is being read, apart from its documents.
    bool isReading() const;
    /// The boxes in which the viewer asks for first pages.
    QList<QSize> firstPageBoxes() const;
    void showPane(Pane pane);
    /// Shows the page of this phase.
    void showPhase(Stage phase);
    /// The open case; nullptr while there is none.
    const review::CaseFile* caseFile() const { return m_file.get(); }
    CustomerId customerId() const;
    /// Empty while it is not known.
    VerificationId verificationId() const;
    /// Empty while it is not known.
    QString customerName() const;
    /// "Case 2 of 112"; empty where the case is not in the present view.
    void setPosition(const QString& text, bool hasPrevious, bool hasNext);
    /// How long the case has waited by now, where it does.
    void showWaiting(const QDateTime& now);
    /// Takes the case for whoever wanted the next one (3.8); claimRefused() if somebody else has it by then.
    void claimCase();
    /// Gives the claim on the open case back, then calls (3.8); the case stays open.
    void giveBackThen(std::function<void()> then);
    /// Whether decisions can be written into the journal; without it nothing is decided.
    void setJournalWritable(bool writable);
    /// Says something about where to go from here, until another case is opened.
    void say(const QString& text);

Q_SIGNALS:
    void backWanted();
    /// Another case is open.
    void opened(const finhub::CustomerId& customer);
    void previousWanted();
    void nextWanted();
    /// The person wants the case that has waited longest.
    void takeNextWanted();
    /// What claimCase() was for has been taken by this officer in the meantime.
    void claimRefused(const finhub::Claim& claim);
    /// Something of the case has changed, or has begun or ended to be read.
    void changed();
    /// The case has changed by what was done here; for the row in the list.
    void entryChanged(const finhub::DirectoryEntry& entry);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectActions();
    void makeActions();
    void leaveFieldOrCase();
    void connectPanes();
    void refresh();
    void showHeader();
    void fitHeader();
    void showSteps();
    void showDocuments();
    bool hasKept(const QList<Document>& documents) const;
    void showFirstPane();
    void decide(Verdict verdict);
    bool showsEveryDocument() const;
    void takeEvidence();
    void letGoOfEvidence();
    void stopWatching();
    void showEvidence();
    review::CaseSnapshot snapshot() const;
    void showDifferences(const DecisionRequest& request, const review::DecisionOutcome& outcome);
    void letGo();
    void submit(Verdict verdict, const QStringList& reasonCodes, const QString& comment,
                const QString& notes);
    void onDecided(const DecisionRequest& request, const review::DecisionOutcome& outcome);

    std::unique_ptr<Ui::CaseView> m_ui;
    api::FinHub& m_finhub;
    documents::DocumentService& m_documents;
    review::DecisionDesk& m_desk;
    review::EvidenceBook m_book;
    std::unique_ptr<review::CaseFile> m_file;
    review::CaseSnapshot m_shown; ///< the case when a decision on it was begun
    CustomerId m_shownOf;
    bool m_isStale =
        false; ///< a decision stopped since the case is another one; what differs is not read yet
    std::unique_ptr<review::Onboarding> m_onboarding;
    bool m_isSuspended = false;
    QString m_said;
    DocumentViewer* m_viewer;
    EvidencePanel* m_evidence;
    MrzSide* m_mrz;
    DifferencePanel* m_differences;
    DecisionBar* m_decisionBar;
    OverviewPanel* m_overview = nullptr;
    PhasesPanel* m_phases = nullptr;
    DecisionDialogs* m_dialogs;
    CaseOfficers* m_officers;
    QButtonGroup* m_paneButtons;
};

} // namespace finhub::views
