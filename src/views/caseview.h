#pragma once

#include "documents/documentservice.h"
#include "review/casefile.h"
#include "review/decisiondesk.h"
#include "review/onboarding.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QDialog;

namespace Ui {
class CaseView;
}

namespace finhub::views {

class DecisionBar;
class DocumentViewer;
class EvidencePanel;

/// One customer: who it is, where in the eight phases they stand, the documents, what was declared, and what
/// can be decided. GUI thread.
class CaseView : public QWidget {
    Q_OBJECT

public:
    CaseView(api::FinHub& finhub, documents::DocumentService& documents, review::DecisionDesk& desk,
             QWidget* parent = nullptr);
    ~CaseView() override;

    /// Opens this customer; what the list knows is shown at once, the rest as it arrives.
    void openCustomer(const DirectoryEntry& entry);
    /// Reads the open case again.
    void reload();
    /// Lets go of the case and everything personal, also of what was typed into a dialog.
    void closeCustomer();
    /// Lets go of what is shown, since the session has ended; an open dialog is put away with what was typed
    /// into it and comes back when the same case is opened again and can still be decided.
    void suspendCustomer();
    bool isOpen() const { return m_file != nullptr; }
    CustomerId customerId() const;
    /// "Case 2 of 112"; empty where the case is not in the present view.
    void setPosition(const QString& text, bool hasPrevious, bool hasNext);

Q_SIGNALS:
    void backWanted();
    void previousWanted();
    void nextWanted();
    /// The case has changed by what was done here; for the row in the list.
    void entryChanged(const finhub::DirectoryEntry& entry);

private:
    void connectActions();
    void refresh();
    void showHeader();
    void showSteps();
    void showDocuments();
    void decide(Verdict verdict);
    void openDialog(QDialog* dialog, Verdict verdict);
    void resumeDialog();
    void dropDialog();
    void letGo();
    void submit(Verdict verdict, const QStringList& reasonCodes, const QString& comment,
                const QString& notes);
    void onDecided(const DecisionRequest& request, const review::DecisionOutcome& outcome);

    std::unique_ptr<Ui::CaseView> m_ui;
    api::FinHub& m_finhub;
    review::DecisionDesk& m_desk;
    std::unique_ptr<review::CaseFile> m_file;
    std::unique_ptr<review::Onboarding> m_onboarding;
    DocumentViewer* m_viewer;
    EvidencePanel* m_evidence;
    DecisionBar* m_decisionBar;
    QPointer<QDialog> m_dialog;
    Verdict m_dialogVerdict = Verdict::Unknown;
    CustomerId m_dialogCustomer; ///< whose dialog waits to come back; empty for none
};

} // namespace finhub::views
