#include "views/caseview.h"

#include "ui_caseview.h"
#include "views/actions/actionregistry.h"
#include "views/actions/keytexts.h"
#include "views/decisionbar.h"
#include "views/decisiondialogs.h"
#include "views/documentviewer.h"
#include "views/evidence/differencepanel.h"
#include "views/evidencepanel.h"
#include "views/ink.h"
#include "views/mrz/mrzside.h"
#include "views/officers/caseofficers.h"
#include "views/officers/claimbar.h"
#include "views/officers/foureyesbar.h"
#include "views/officers/notespanel.h"
#include "views/phases/phasespanel.h"
#include "views/style/icons.h"
#include "views/support/overviewpanel.h"
#include "views/viewerdock.h"
#include "views/widgets/plaintext.h"

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QLineEdit>
#include <QPlainTextEdit>
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
    , m_documents(documents)
    , m_desk(desk)
    , m_viewer(new DocumentViewer(documents))
    , m_evidence(new EvidencePanel)
    , m_mrz(new MrzSide(m_evidence, QDateTime::currentDateTimeUtc))
    , m_differences(new DifferencePanel)
    , m_decisionBar(new DecisionBar(desk))
    , m_dialogs(new DecisionDialogs(this))
    , m_officers(new CaseOfficers(finhub, desk, this))
    , m_paneButtons(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("caseView"));
    setAttribute(Qt::WA_StyledBackground);
    m_ui->caseName->setTextSize(TextSize::Title, true);
    m_ui->caseId->setTextSize(TextSize::Small);
    m_ui->caseId->setInk(ColorRole::Secondary);
    m_ui->caseNotice->hide();
    fill(m_ui->documentSide, {new ViewerDock(m_viewer, this)});
    fill(m_ui->evidenceSide, {m_mrz, m_differences, m_officers->fourEyesBar(), m_decisionBar});
    m_evidence->addOnTop(m_officers->notesPanel());
    m_ui->caseTopLayout->addWidget(m_officers->claimBar());
    m_ui->caseSplitter->setStretchFactor(0, 1);
    m_ui->caseSplitter->setStretchFactor(1, 0);
    m_ui->caseSplitter->setSizes({880, 344});
    m_ui->evidenceSide->setMinimumWidth(320);
    m_ui->documentSide->setMinimumWidth(360);
    m_overview = new OverviewPanel(finhub, m_ui->casePanes);
    m_phases = new PhasesPanel(finhub, documents, m_ui->casePanes);
    m_ui->casePanes->addWidget(m_overview);
    m_ui->casePanes->addWidget(m_phases);
    connectActions();
    connectPanes();
}

CaseView::~CaseView() = default;

void CaseView::connectPanes()
{
    const auto add = [this](QPushButton* button, Pane pane) {
        button->setFocusPolicy(Qt::TabFocus);
        m_paneButtons->addButton(button, static_cast<int>(pane));
    };
    add(m_ui->reviewPaneButton, Pane::Review);
    add(m_ui->overviewPaneButton, Pane::Overview);
    add(m_ui->phasesPaneButton, Pane::Phases);
    connect(m_paneButtons, &QButtonGroup::idClicked, this, [this](int id) {
        const auto pane = static_cast<Pane>(id);
        if (pane == Pane::Phases)
            showPhase(m_file ? m_file->stage() : Stage::Categorization);
        else
            showPane(pane);
    });
    connect(m_ui->lifecycleStepper, &Stepper::stepActivated, this,
            [this](int step) { showPhase(static_cast<Stage>(step)); });
    connect(m_phases, &PhasesPanel::phaseWanted, this, &CaseView::showPhase);
    connect(m_phases, &PhasesPanel::reviewWanted, this, [this] { showPane(Pane::Review); });
    connect(m_phases, &PhasesPanel::recorded, this, [this] {
        if (!m_file)
            return;
        m_file->load();
        if (const auto entry = m_file->entry())
            Q_EMIT entryChanged(*entry);
    });
}

void CaseView::showPane(Pane pane)
{
    m_ui->casePanes->setCurrentIndex(static_cast<int>(pane));
    m_paneButtons->button(static_cast<int>(pane))->setChecked(true);
    if (m_file && pane == Pane::Overview)
        m_overview->refresh();
}

void CaseView::showPhase(Stage phase)
{
    m_phases->showPhase(phase);
    m_ui->lifecycleStepper->setFocusedStep(static_cast<int>(phase == Stage::Active     ? Stage::Activation
                                                            : phase == Stage::Rejected ? Stage::Approval
                                                                                       : phase));
    showPane(Pane::Phases);
}

/// What waits for a review is opened with its documents; whoever opens another customer wants to know where
/// they stand.
void CaseView::showFirstPane()
{
    const Stage stage = m_file->stage();
    showPane(stage == Stage::Approval || stage == Stage::Unknown ? Pane::Review : Pane::Overview);
}

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
    m_ui->takeNextButton->setFocusPolicy(Qt::TabFocus);
    connect(m_ui->takeNextButton, &QPushButton::clicked, this, &CaseView::takeNextWanted);
    connect(tool(m_ui->refreshCaseButton, IconName::Refresh), &QPushButton::clicked, this, &CaseView::reload);
    connect(m_viewer, &DocumentViewer::documentChanged, m_evidence, &EvidencePanel::setDocument);
    connect(m_viewer, &DocumentViewer::zoneChosen, m_mrz,
            [this](const ChosenZone& zone) { m_mrz->readZone(m_documents, zone); });
    connect(m_decisionBar, &DecisionBar::decisionWanted, this, &CaseView::decide);
    connect(m_dialogs, &DecisionDialogs::confirmed, this, &CaseView::submit);
    connect(&m_desk, &review::DecisionDesk::decided, this, &CaseView::onDecided);
    connect(m_officers, &CaseOfficers::claimRefused, this, &CaseView::claimRefused);

    makeActions();
}

void CaseView::makeActions()
{
    const auto make = [this](const char* id, auto* receiver, auto slot) {
        QAction* action = ActionRegistry::instance().make(QLatin1String(id), this);
        connect(action, &QAction::triggered, receiver, slot);
        return action;
    };
    m_decisionBar->showKeys(make("approveAction", m_decisionBar, &DecisionBar::pressApprove),
                            make("rejectAction", m_decisionBar, &DecisionBar::pressReject),
                            make("resubmissionAction", m_decisionBar, &DecisionBar::pressResubmission));
    const auto cap = [](KeyHint* hint, const QAction* action) {
        onKeysChanged(hint, [hint, action] { hint->setKey(keyOf(action)); });
    };
    const auto tell = [](QPushButton* button, const QAction* action, const QString& toolTip) {
        showKey(button, action, button->text().isEmpty() ? toolTip : button->text(), toolTip);
    };
    const QAction* next = make("nextCaseAction", this, &CaseView::nextWanted);
    const QAction* previous = make("previousCaseAction", this, &CaseView::previousWanted);
    tell(m_ui->nextCaseButton, next, tr("Next in the list"));
    tell(m_ui->previousCaseButton, previous, tr("Previous in the list"));
    cap(m_ui->nextHint, next);
    cap(m_ui->previousHint, previous);
    tell(m_ui->takeNextButton, make("takeNextCaseAction", this, &CaseView::takeNextWanted),
         tr("Open the case in this view that has waited longest"));
    tell(m_ui->backButton, make("leaveCaseAction", this, &CaseView::leaveFieldOrCase),
         tr("Back to the list"));
    tell(m_ui->refreshCaseButton, make("reloadCaseAction", this, &CaseView::reload),
         tr("Read the case again"));
    // The panes are pressed like the buttons, which say where one is.
    tell(m_ui->reviewPaneButton, make("reviewPaneAction", m_ui->reviewPaneButton, &QPushButton::click), {});
    tell(m_ui->overviewPaneButton, make("overviewPaneAction", m_ui->overviewPaneButton, &QPushButton::click),
         {});
    tell(m_ui->phasesPaneButton, make("phasesPaneAction", m_ui->phasesPaneButton, &QPushButton::click), {});
}

/// One key too many does not throw away what was typed: Escape leaves a field that has something in it, and
/// only then the case.
void CaseView::leaveFieldOrCase()
{
    const QWidget* focus = QApplication::focusWidget();
    const auto* line = qobject_cast<const QLineEdit*>(focus);
    const auto* text = qobject_cast<const QPlainTextEdit*>(focus);
    const bool hasText = focus && isAncestorOf(focus) &&
                         ((line && !line->isReadOnly() && !line->text().isEmpty()) ||
                          (text && !text->isReadOnly() && !text->document()->isEmpty()));
    if (hasText)
        setFocus();
    else
        Q_EMIT backWanted();
}

void CaseView::openCustomer(const DirectoryEntry& entry, std::unique_ptr<review::CaseFile> ready)
{
    if (m_file && m_file->id() == entry.id)
        return;
    m_dialogs->keepOnlyFor(entry.id);
    const bool isReady = ready && ready->isComplete();
    const bool isOnItsWay = ready && !isReady;
    // From case to case nothing is shown as empty in between, which would take as long as showing the next
    // one; the former one goes when nobody shows it any more.
    const std::unique_ptr<review::CaseFile> formerFile = std::move(m_file);
    const std::unique_ptr<review::Onboarding> formerOnboarding = std::move(m_onboarding);
    stopWatching();
    m_overview->setCase(nullptr);
    m_phases->setCase(nullptr, nullptr);
    m_finhub.leaveCustomer();
    m_said.clear();
    m_file = ready ? std::move(ready) : std::make_unique<review::CaseFile>(m_finhub, entry.id);
    m_onboarding = std::make_unique<review::Onboarding>(m_finhub, *m_file);
    if (!isReady && !isOnItsWay)
        m_file->startFrom(entry);
    connect(m_file.get(), &review::CaseFile::changed, this, &CaseView::refresh);
    connect(m_onboarding.get(), &review::Onboarding::changed, this, [this] {
        m_evidence->refresh();
        m_phases->refresh();
        if (const auto changed = m_file->entry(); changed && !m_onboarding->isRunning())
            Q_EMIT entryChanged(*changed);
    });
    takeEvidence();
    m_mrz->setCase(m_file.get());
    m_overview->setCase(m_file.get());
    m_phases->setCase(m_file.get(), m_onboarding.get());
    m_decisionBar->setCase(m_file.get());
    m_officers->setCase(m_file.get());
    if (!isReady || !m_file->verification().value)
        m_viewer->setWaiting();
    showFirstPane();
    Q_EMIT opened(m_file->id());
    if (isOnItsWay)
        refresh();
    else
        m_file->load();
}

void CaseView::claimCase()
{
    if (m_file)
        m_officers->takeNext();
}

void CaseView::giveBackThen(std::function<void()> then)
{
    m_officers->giveBackThen(std::move(then));
}

void CaseView::reload()
{
    if (m_file)
        m_file->load();
}

void CaseView::closeCustomer()
{
    m_dialogs->drop();
    letGo();
}

void CaseView::suspendCustomer()
{
    const CustomerId open = customerId();
    m_book.keepOnly(open);
    if (!m_file)
        return;
    m_isSuspended = true;
    m_dialogs->putAway(open);
    m_viewer->leavePlace();
}

void CaseView::resumeCustomer()
{
    if (!m_file || !std::exchange(m_isSuspended, false))
        return;
    m_viewer->setWaiting();
    m_officers->resume();
    m_file->load();
}

void CaseView::letGo()
{
    m_isSuspended = false;
    letGoOfEvidence();
    m_mrz->setCase(nullptr);
    m_overview->setCase(nullptr);
    m_phases->setCase(nullptr, nullptr);
    m_decisionBar->setCase(nullptr);
    m_officers->setCase(nullptr);
    m_viewer->clear();
    // Nobody acts as a customer whose case is not open.
    m_finhub.leaveCustomer();
    m_onboarding.reset();
    m_file.reset();
    m_said.clear();
    m_ui->waitingChip->hide();
    m_ui->caseName->setText(QString());
    m_ui->caseId->setText(QString());
    m_ui->copyIdButton->setCopyText(QString(), QString());
    setPlainText(m_ui->blockingLabel, QString());
    m_ui->caseNotice->hide();
    m_ui->caseBusy->setBusy(false);
}

CustomerId CaseView::customerId() const
{
    return m_file ? m_file->id() : CustomerId();
}

VerificationId CaseView::verificationId() const
{
    return m_file && m_file->verification().value ? m_file->verification().value->id : VerificationId();
}

void CaseView::setJournalWritable(bool writable)
{
    m_decisionBar->setJournalWritable(writable);
    m_officers->fourEyesBar()->setJournalWritable(writable);
}

QString CaseView::customerName() const
{
    return m_file && m_file->customer().value ? m_file->customer().value->person.fullName() : QString();
}

bool CaseView::isReading() const
{
    return m_file && (m_file->customer().loading || m_file->verification().loading);
}

QList<QSize> CaseView::firstPageBoxes() const
{
    return m_viewer->firstPageBoxes();
}

void CaseView::refresh()
{
    // What ends with the session is no news of the case.
    if (m_isSuspended)
        return;
    showHeader();
    showSteps();
    showDocuments();
    m_evidence->refresh();
    m_mrz->refresh();
    showEvidence();
    m_decisionBar->refresh();
    m_officers->refresh();
    if (m_overview->isVisible())
        m_overview->refresh();
    if (m_phases->isVisible())
        m_phases->refresh();
    m_dialogs->resume(*m_file);
    Q_EMIT changed();
}

void CaseView::onDecided(const DecisionRequest& request, const review::DecisionOutcome& outcome)
{
    if (!m_file || m_file->id() != request.customerId)
        return;
    m_decisionBar->showOutcome(request, outcome);
    showDifferences(request, outcome);
    if (outcome.end == review::DecisionEnd::Applied) {
        m_dialogs->forgetTyped(m_file->id());
        m_file->apply(outcome.answer);
    } else if (outcome.current) {
        m_file->apply(*outcome.current);
    }
    if (const auto entry = m_file->entry())
        Q_EMIT entryChanged(*entry);
    // The activity and what else the server has changed with the decision.
    m_file->load();
}

} // namespace finhub::views
