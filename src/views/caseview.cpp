#include "views/caseview.h"

#include "ui_caseview.h"
#include "views/approvedialog.h"
#include "views/decisionbar.h"
#include "views/documentviewer.h"
#include "views/errortext.h"
#include "views/evidencepanel.h"
#include "views/opendialog.h"
#include "views/reasondialog.h"
#include "views/steptexts.h"
#include "views/style/icons.h"
#include "views/tones.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QShortcut>
#include <QUuid>
#include <QVBoxLayout>

#include <utility>

namespace finhub::views {

namespace {
void fill(QWidget* side, std::initializer_list<QWidget*> widgets)
{
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget* widget : widgets)
        layout->addWidget(widget, widget == *widgets.begin() ? 1 : 0);
}
} // namespace

CaseView::CaseView(api::FinHub& finhub, documents::DocumentService& documents, review::DecisionDesk& desk,
                   QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CaseView>())
    , m_finhub(finhub)
    , m_desk(desk)
    , m_viewer(new DocumentViewer(documents))
    , m_evidence(new EvidencePanel)
    , m_decisionBar(new DecisionBar(desk))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("caseView"));
    setAttribute(Qt::WA_StyledBackground);
    m_ui->caseName->setTextSize(TextSize::Title, true);
    m_ui->caseId->setTextSize(TextSize::Small);
    m_ui->caseId->setInk(ColorRole::Secondary);
    m_ui->caseNotice->hide();
    fill(m_ui->documentSide, {m_viewer});
    fill(m_ui->evidenceSide, {m_evidence, m_decisionBar});
    m_ui->caseSplitter->setStretchFactor(0, 1);
    m_ui->caseSplitter->setStretchFactor(1, 0);
    m_ui->caseSplitter->setSizes({880, 344});
    m_ui->evidenceSide->setMinimumWidth(320);
    m_ui->documentSide->setMinimumWidth(360);
    connectActions();
}

CaseView::~CaseView() = default;

void CaseView::connectActions()
{
    const auto tool = [](QPushButton* button, IconName name) {
        button->setIcon(icon(name));
        button->setFocusPolicy(Qt::TabFocus);
        return button;
    };
    connect(tool(m_ui->backButton, IconName::Close), &QPushButton::clicked, this, &CaseView::backWanted);
    connect(tool(m_ui->previousCaseButton, IconName::Previous), &QPushButton::clicked, this,
            &CaseView::previousWanted);
    connect(tool(m_ui->nextCaseButton, IconName::Next), &QPushButton::clicked, this, &CaseView::nextWanted);
    connect(tool(m_ui->refreshCaseButton, IconName::Refresh), &QPushButton::clicked, this, &CaseView::reload);
    connect(m_decisionBar, &DecisionBar::decisionWanted, this, &CaseView::decide);
    connect(&m_desk, &review::DecisionDesk::decided, this, &CaseView::onDecided);

    const auto key = [this](const QKeySequence& sequence, auto* receiver, auto slot) {
        connect(new QShortcut(sequence, this), &QShortcut::activated, receiver, slot);
    };
    key(QKeySequence(Qt::Key_A), m_decisionBar, &DecisionBar::pressApprove);
    key(QKeySequence(Qt::Key_X), m_decisionBar, &DecisionBar::pressReject);
    key(QKeySequence(Qt::Key_R), m_decisionBar, &DecisionBar::pressResubmission);
    key(QKeySequence(Qt::Key_J), this, &CaseView::nextWanted);
    key(QKeySequence(Qt::Key_K), this, &CaseView::previousWanted);
    key(QKeySequence(Qt::Key_Escape), this, &CaseView::backWanted);
    key(QKeySequence(Qt::Key_F5), this, &CaseView::reload);
}

void CaseView::openCustomer(const DirectoryEntry& entry)
{
    if (m_file && m_file->id() == entry.id)
        return;
    letGo();
    if (!(m_dialogCustomer == entry.id))
        dropDialog();
    m_file = std::make_unique<review::CaseFile>(m_finhub, entry.id);
    m_onboarding = std::make_unique<review::Onboarding>(m_finhub, *m_file);
    m_file->startFrom(entry);
    connect(m_file.get(), &review::CaseFile::changed, this, &CaseView::refresh);
    connect(m_onboarding.get(), &review::Onboarding::changed, this, [this] {
        m_evidence->refresh();
        if (const auto changed = m_file->entry(); changed && !m_onboarding->isRunning())
            Q_EMIT entryChanged(*changed);
    });
    m_evidence->setCase(m_file.get(), m_onboarding.get());
    m_decisionBar->setCase(m_file.get());
    m_viewer->setWaiting();
    m_file->load();
}

void CaseView::reload()
{
    if (m_file)
        m_file->load();
}

void CaseView::closeCustomer()
{
    dropDialog();
    letGo();
}

void CaseView::suspendCustomer()
{
    if (m_dialog && m_file) {
        m_dialogCustomer = m_file->id();
        m_dialog->hide();
    }
    letGo();
}

void CaseView::dropDialog()
{
    delete m_dialog;
    m_dialogCustomer = {};
}

void CaseView::letGo()
{
    m_evidence->setCase(nullptr, nullptr);
    m_decisionBar->setCase(nullptr);
    m_viewer->clear();
    m_onboarding.reset();
    m_file.reset();
    m_ui->caseName->setText(QString());
    m_ui->caseId->setText(QString());
    m_ui->copyIdButton->setCopyText(QString(), QString());
    m_ui->caseNotice->hide();
    m_ui->caseBusy->setBusy(false);
}

CustomerId CaseView::customerId() const
{
    return m_file ? m_file->id() : CustomerId();
}

void CaseView::setPosition(const QString& text, bool hasPrevious, bool hasNext)
{
    setPlainText(m_ui->casePosition, text);
    m_ui->previousCaseButton->setEnabled(hasPrevious);
    m_ui->nextCaseButton->setEnabled(hasNext);
}

void CaseView::refresh()
{
    showHeader();
    showSteps();
    showDocuments();
    m_evidence->refresh();
    m_decisionBar->refresh();
    resumeDialog();
}

void CaseView::showHeader()
{
    m_ui->caseBusy->setBusy(m_file->customer().loading || m_file->verification().loading);
    const auto& error = m_file->customer().error;
    m_ui->caseNotice->setVisible(error.has_value());
    if (error)
        setPlainText(m_ui->caseNotice, errorText(*error, Attempt::OpenCase).sentence());
    const std::optional<Customer>& customer = m_file->customer().value;
    if (!customer)
        return;
    m_ui->caseName->setText(displayLine(customer->person.fullName()));
    m_ui->riskChip->setText(words::riskLong(customer->risk));
    m_ui->riskChip->setTone(toneOf(customer->risk));
    m_ui->categoryChip->setText(displayLine(customer->categoryName, 40));
    m_ui->categoryChip->setTone(Tone::Outline);
    m_ui->categoryChip->setVisible(!customer->categoryName.isEmpty());
    const WireValue<Stage> stage =
        customer->stage.isAbsent() ? WireValue<Stage>(m_file->stage()) : customer->stage;
    m_ui->caseStage->setText(words::stage(stage));
    m_ui->caseStage->setTone(toneOf(stage.value()));
    m_ui->caseId->setText(customer->id.text());
    m_ui->copyIdButton->setCopyText(customer->id.text(), tr("customer id"));
}

void CaseView::showSteps()
{
    Stepper::Phases phases = m_file->phases();
    // A review that this officer cannot finish is drawn as blocked; who or what blocks it stands in the
    // step's text.
    const QList<Blocker> approve = m_file->blockers(Action::Approve);
    for (PhaseStatus& phase : phases) {
        if (phase.state == PhaseState::Current && phase.phase == Stage::Approval && !approve.isEmpty())
            phase.state = PhaseState::Blocked;
    }
    m_ui->lifecycleStepper->setSteps(phases, stepTexts(phases, *m_file));
}

void CaseView::showDocuments()
{
    const auto& verification = m_file->verification();
    const bool offered = m_finhub.offers(Extension::DocumentContent);
    if (verification.value && offered) {
        m_viewer->setDocuments(verification.value->documents);
    } else if (verification.value) {
        QStringList names;
        for (const Document& document : verification.value->documents)
            names << tr("%1 (%2)").arg(words::documentType(document.type), displayLine(document.fileName));
        m_viewer->setMessage(tr("This server does not offer the contents of documents"),
                             names.isEmpty() ? tr("Nothing has been uploaded to this verification.")
                                             : names.join(u'\n'));
    } else if (verification.error) {
        const ErrorText text = errorText(*verification.error, Attempt::LoadVerification);
        m_viewer->setMessage(text.what, text.detail());
    } else if (verification.loading || m_file->customer().loading) {
        return;
    } else {
        m_viewer->setMessage(tr("No verification yet"),
                             tr("Documents can be uploaded once a verification has been started."));
    }
}

void CaseView::decide(Verdict verdict)
{
    if (!m_file || !m_file->verification().value)
        return;
    if (verdict == Verdict::Approve) {
        auto* dialog = new ApproveDialog(*m_file, m_finhub.offers(Extension::DocumentContent), this);
        connect(dialog, &ApproveDialog::confirmed, this,
                [this](const QString& comment, const QString& notes) {
                    submit(Verdict::Approve, {}, comment, notes);
                });
        openDialog(dialog, verdict);
        return;
    }
    auto* dialog = new ReasonDialog(verdict, *m_file, this);
    connect(dialog, &ReasonDialog::confirmed, this,
            [this, verdict](const QStringList& codes, const QString& comment, const QString& notes) {
                submit(verdict, codes, comment, notes);
            });
    openDialog(dialog, verdict);
}

void CaseView::openDialog(QDialog* dialog, Verdict verdict)
{
    m_dialog = dialog;
    m_dialogVerdict = verdict;
    openCentred(dialog);
}

void CaseView::resumeDialog()
{
    if (!m_dialog || !(m_dialogCustomer == m_file->id()) || !m_file->isComplete())
        return;
    if (m_file->blockers(actionOf(m_dialogVerdict)).isEmpty()) {
        m_dialogCustomer = {};
        openCentred(m_dialog);
    } else {
        dropDialog();
    }
}

void CaseView::submit(Verdict verdict, const QStringList& reasonCodes, const QString& comment,
                      const QString& notes)
{
    const Verification& shown = *m_file->verification().value;
    DecisionRequest request;
    request.verificationId = shown.id;
    request.customerId = m_file->id();
    request.type = shown.type;
    request.verdict = verdict;
    request.reasonCodes = reasonCodes;
    request.comment = comment;
    request.notes = notes;
    request.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    m_desk.submit(request, shown);
    m_decisionBar->refresh();
}

void CaseView::onDecided(const DecisionRequest& request, const review::DecisionOutcome& outcome)
{
    if (!m_file || m_file->id() != request.customerId)
        return;
    m_decisionBar->showOutcome(request, outcome);
    if (outcome.end == review::DecisionEnd::Applied)
        m_file->apply(outcome.answer);
    else if (outcome.current)
        m_file->apply(*outcome.current);
    if (const auto entry = m_file->entry())
        Q_EMIT entryChanged(*entry);
    // The activity and what else the server has changed with the decision.
    m_file->load();
}

} // namespace finhub::views
