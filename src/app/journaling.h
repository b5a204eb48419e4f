#pragma once

#include "api/finhub.h"
#include "app/lockreason.h"
#include "review/evidence/evidencebook.h"
#include "review/journal/journal.h"

#include <QPointer>
#include <QTimer>

namespace finhub::views {
class BulkClaimDesk;
class CaseOfficers;
class CaseView;
class DocumentViewer;
class Workspace;
} // namespace finhub::views

namespace finhub::app {

/// Writes into the journal what happens in the window: who signs in and out, which case is opened, which
/// document is on the screen and when it has been so whole, the verdict on it, what was masked and is
/// revealed, what was claimed, given back and recommended. Decisions write for themselves, before they
/// happen. While the journal cannot be written it tries again every few seconds, and the window says so. GUI
/// thread.
class Journaling : public QObject {
    Q_OBJECT

public:
    /// The first two outlive it; the window has a Workspace and may go first.
    Journaling(api::FinHub& finhub, review::Journal& journal, QWidget& window, QObject* parent = nullptr);
    /// Whoever is signed in leaves with the console.
    ~Journaling() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectSession(api::FinHub& finhub);
    void connectCase(QWidget& window);
    void connectEvidence(review::EvidenceBook& book);
    void connectLock(QWidget& window);
    void connectOfficers(const views::CaseOfficers& officers, const views::BulkClaimDesk& bulk);
    void noteLocked(LockReason reason);
    void onSession();
    void onSessionEnded(api::SessionEnd why);
    void write(const review::JournalEvent& event);
    void writeShown(const Document& document);
    void showState();

    api::FinHub& m_finhub;
    review::Journal& m_journal;
    QPointer<views::Workspace> m_workspace;
    QPointer<views::CaseView> m_case;
    QPointer<views::DocumentViewer> m_viewer;
    QString m_officer;                ///< empty: nobody is signed in
    QString m_locked;                 ///< who was, when the console was locked
    std::optional<Document> m_behind; ///< in the viewer, which is not on the screen
    QTimer m_retry;
};

} // namespace finhub::app
