#include "ui_caseview.h"
#include "views/caseview.h"
#include "views/customertexts.h"
#include "views/documentviewer.h"
#include "views/errortext.h"
#include "views/ink.h"
#include "views/known/offertext.h"
#include "views/steptexts.h"
#include "views/support/blockingtext.h"
#include "views/tones.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <algorithm>

/// What the page of a customer shows of the case, apart from its panes.
namespace finhub::views {

void CaseView::setPosition(const QString& text, bool hasPrevious, bool hasNext)
{
    setPlainText(m_ui->casePosition, text);
    m_ui->previousCaseButton->setEnabled(hasPrevious);
    m_ui->nextCaseButton->setEnabled(hasNext);
}

void CaseView::showWaiting(const QDateTime& now)
{
    const std::optional<DirectoryEntry> entry = m_file ? m_file->entry() : std::nullopt;
    const QDateTime since = entry ? waitingSince(*entry) : QDateTime();
    m_ui->waitingChip->setText(waitingAgainstTarget(since, now));
    m_ui->waitingChip->setTone(toneOf(waitingText(since, now).urgency));
    m_ui->waitingChip->setToolTip(plainToolTip(waitingSentence(since, now)));
    m_ui->waitingChip->setAccessibleDescription(waitingSentence(since, now));
    m_ui->waitingChip->setVisible(!m_ui->waitingChip->text().isEmpty());
}

void CaseView::say(const QString& text)
{
    m_said = text;
    if (m_file)
        showHeader();
}

void CaseView::showHeader()
{
    m_ui->caseBusy->setBusy(m_file->customer().loading || m_file->verification().loading);
    const auto& error = m_file->customer().error;
    QString notice = error ? errorText(*error, Attempt::OpenCase).sentence() : caseSourceText(m_finhub);
    if (!error && !m_said.isEmpty())
        notice = m_said;
    setPlainText(m_ui->caseNotice, notice);
    setInk(m_ui->caseNotice, error ? Ink::Bad : Ink::Secondary);
    m_ui->caseNotice->setVisible(!notice.isEmpty());
    const std::optional<Customer>& customer = m_file->customer().value;
    m_ui->caseId->setText(m_file->id().text());
    m_ui->copyIdButton->setCopyText(m_file->id().text(), tr("customer id"));
    if (!customer) {
        m_ui->caseName->setText(error ? tr("Unknown customer") : QString());
        fitHeader();
        return;
    }
    m_ui->caseName->setText(nameText(customer->person.fullName()));
    m_ui->riskChip->setText(words::riskLong(customer->risk));
    m_ui->riskChip->setTone(toneOf(customer->risk));
    m_ui->categoryChip->setText(displayLine(customer->categoryName, 40));
    m_ui->categoryChip->setTone(Tone::Outline);
    fitHeader();
    const WireValue<Stage> stage =
        customer->stage.isAbsent() ? WireValue<Stage>(m_file->stage()) : customer->stage;
    m_ui->caseStage->setText(words::stage(stage));
    m_ui->caseStage->setTone(toneOf(stage.value()));
}

void CaseView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeader();
}

/// Where there is little room, what stands elsewhere as well makes way for who it is and where to go on: keys
/// are in the tool tips, the stage in the stepper, category and id in the customer's pane.
void CaseView::fitHeader()
{
    constexpr int RoomForAll = 1180;
    constexpr int RoomForId = 800;
    const bool all = width() >= RoomForAll;
    const bool id = width() >= RoomForId;
    // What was shown of another customer says nothing about this one.
    const bool known = m_file && m_file->customer().value;
    m_ui->previousHint->setVisible(all);
    m_ui->nextHint->setVisible(all);
    m_ui->riskChip->setVisible(known);
    m_ui->categoryChip->setVisible(all && known && !m_ui->categoryChip->text().isEmpty());
    m_ui->caseStage->setVisible(id && known);
    m_ui->caseId->setVisible(id);
    m_ui->copyIdButton->setVisible(id);
}

void CaseView::showSteps()
{
    Stepper::Phases phases = m_file->phases();
    // A review that this officer cannot finish is drawn as blocked; who or what blocks it stands in the
    // step's text.
    const QList<Blocker> approve = m_file->blockers(Action::Approve);
    for (PhaseStatus& phase : phases) {
        // Not even that they have been registered is known of somebody whom nobody could read.
        if (!m_file->customer().value)
            phase.state = PhaseState::Unknown;
        if (phase.state == PhaseState::Current && phase.phase == Stage::Approval && !approve.isEmpty())
            phase.state = PhaseState::Blocked;
    }
    m_ui->lifecycleStepper->setSteps(phases, stepTexts(phases, *m_file));
    setPlainText(m_ui->blockingLabel, blockingSentence(*m_file));
}

void CaseView::showDocuments()
{
    const auto& verification = m_file->verification();
    const QString source = documentSourceText(m_finhub);
    if (verification.value && (source.isEmpty() || hasKept(verification.value->documents))) {
        // One that is not here says so in its place and leaves the others alone.
        m_viewer->setDocuments(verification.value->documents);
    } else if (verification.value) {
        QStringList lines;
        for (const Document& document : verification.value->documents)
            lines << tr("%1 (%2)").arg(words::documentType(document.type), displayLine(document.fileName));
        lines << source;
        m_viewer->setMessage(tr("This server does not offer documents to look at"), lines.join(u'\n'));
    } else if (verification.error) {
        const auto& unread = m_file->customer().error;
        const ErrorText text = unread ? errorText(*unread, Attempt::OpenCase)
                                      : errorText(*verification.error, Attempt::LoadVerification);
        m_viewer->setMessage(text.what, text.detail());
    } else if (verification.loading || m_file->customer().loading) {
        return;
    } else {
        m_viewer->setMessage(tr("No verification yet"),
                             tr("Documents can be uploaded once a verification has been started."));
    }
}

/// Whether any of these was uploaded here and can be looked at.
bool CaseView::hasKept(const QList<Document>& documents) const
{
    return std::any_of(documents.begin(), documents.end(),
                       [this](const Document& document) { return m_documents.isKept(document); });
}

} // namespace finhub::views
