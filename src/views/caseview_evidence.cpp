#include "core/customercomment.h"
#include "views/caseview.h"
#include "views/decisionbar.h"
#include "views/decisiondialogs.h"
#include "views/documentviewer.h"
#include "views/evidence/differencepanel.h"
#include "views/evidencepanel.h"

/// What the page of a customer does with the evidence, and how a decision comes from it.
namespace finhub::views {

/// Section 3, `document-content`; whoever cannot list the documents cannot have seen them all either.
bool CaseView::showsEveryDocument() const
{
    return m_finhub.offers(Extension::DocumentContent) && m_finhub.offers(Extension::VerificationRead);
}

void CaseView::takeEvidence()
{
    m_book.setOfficer(m_finhub.session() ? m_finhub.session()->userId : UserId());
    review::CaseEvidence& found = m_book.of(m_file->id());
    m_evidence->setCase(m_file.get(), m_onboarding.get(), &found);
    m_viewer->setCase(m_file.get(), &found);
}

void CaseView::letGoOfEvidence()
{
    m_evidence->setCase(nullptr, nullptr, nullptr);
    stopWatching();
}

/// What is still on the screen counts for no case any more.
void CaseView::stopWatching()
{
    m_viewer->setCase(nullptr, nullptr);
    m_decisionBar->setEvidence(nullptr);
    m_differences->clear();
    m_isStale = false;
}

void CaseView::forgetEvidence()
{
    m_book.clear();
    m_shown = {};
    m_shownOf = {};
}

/// After every change of the case; whether the documents can be looked at may turn out late (section 3).
void CaseView::showEvidence()
{
    m_viewer->refreshEvidence();
    m_decisionBar->setEvidence(showsEveryDocument() ? &m_book.of(m_file->id()) : nullptr);
    if (m_isStale && m_file->isComplete() && m_file->verification().value) {
        m_isStale = false;
        m_differences->showDifferences(review::differences(m_shown, snapshot()), m_shown.verification,
                                       *m_file->verification().value);
    }
}

review::CaseSnapshot CaseView::snapshot() const
{
    return {*m_file->verification().value, m_file->customer().value};
}

void CaseView::decide(Verdict verdict)
{
    if (!m_file || !m_file->verification().value)
        return;
    // What is decided is what is on the screen now, whatever is read while the dialog is open.
    m_shown = snapshot();
    m_shownOf = m_file->id();
    const review::DocumentVerdicts& verdicts = m_book.of(m_file->id()).verdicts();
    const QList<Document>& documents = m_shown.verification.documents;
    m_dialogs->open(verdict, *m_file, showsEveryDocument(), review::collectedReasons(verdicts, documents),
                    review::acceptedDocuments(verdicts, documents));
}

void CaseView::submit(Verdict verdict, const QStringList& reasonCodes, const QString& comment,
                      const QString& notes)
{
    // The evidence may have become another one behind the dialog.
    const bool lacksEvidence = verdict == Verdict::Approve && !m_decisionBar->gaps().isEmpty();
    if (!m_file || lacksEvidence || !(m_shownOf == m_file->id()))
        return;
    DecisionRequest request;
    request.verificationId = m_shown.verification.id;
    request.customerId = m_file->id();
    request.type = m_shown.verification.type;
    request.verdict = verdict;
    request.reasonCodes = reasonCodes;
    request.comment = customerComment(reasonCodes, comment);
    request.notes = notes;
    m_differences->clear();
    m_desk.submit(request, m_shown);
    m_decisionBar->refresh();
}

/// Names what has changed where a decision stopped because of that: at once where it was read before sending,
/// and as soon as the case is read again where the server refused it (412).
void CaseView::showDifferences(const DecisionRequest& request, const review::DecisionOutcome& outcome)
{
    if (outcome.end != review::DecisionEnd::Refused || !(m_shown.verification.id == request.verificationId))
        return;
    if (outcome.current && !outcome.differences.isEmpty())
        m_differences->showDifferences(outcome.differences, m_shown.verification, *outcome.current);
    else
        m_isStale = outcome.error.is(ErrorWord::StaleVersion);
}

} // namespace finhub::views
