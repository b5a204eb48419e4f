#include "views/decisionbar.h"

#include "ui_decisionbar.h"
#include "views/actions/keytexts.h"
#include "views/blockertext.h"
#include "views/errortext.h"
#include "views/evidence/verdicttext.h"
#include "views/ink.h"
#include "views/outbox/outboxtext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

namespace finhub::views {

namespace {
Attempt attemptOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Approve:
    case Verdict::Unknown:
        return Attempt::Approve;
    case Verdict::Reject:
        return Attempt::Reject;
    case Verdict::RequestResubmission:
        return Attempt::RequestResubmission;
    }
    return Attempt::Approve;
}
} // namespace

DecisionBar::DecisionBar(review::DecisionDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DecisionBar>())
    , m_desk(desk)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("decisionBar"));
    setAttribute(Qt::WA_StyledBackground);
    connect(m_ui->approveButton, &QPushButton::clicked, this,
            [this] { Q_EMIT decisionWanted(Verdict::Approve); });
    connect(m_ui->rejectButton, &QPushButton::clicked, this,
            [this] { Q_EMIT decisionWanted(Verdict::Reject); });
    connect(m_ui->resubmissionButton, &QPushButton::clicked, this,
            [this] { Q_EMIT decisionWanted(Verdict::RequestResubmission); });
    connect(m_ui->checkAgainButton, &QPushButton::clicked, this, [this] {
        if (review::Decision* decision = m_file && m_file->verification().value
                                             ? m_desk.decisionOn(m_file->verification().value->id)
                                             : nullptr)
            decision->checkAgain();
    });
    connect(&m_desk, &review::DecisionDesk::changed, this, &DecisionBar::refresh);
    refresh();
}

DecisionBar::~DecisionBar() = default;

void DecisionBar::setCase(const review::CaseFile* file)
{
    m_file = file;
    m_last.reset();
    refresh();
}

void DecisionBar::setJournalWritable(bool writable)
{
    if (m_journalWritable == writable)
        return;
    m_journalWritable = writable;
    refresh();
}

void DecisionBar::setEvidence(const review::CaseEvidence* evidence)
{
    if (m_evidence == evidence)
        return;
    if (m_evidence)
        m_evidence->disconnect(this);
    m_evidence = evidence;
    if (evidence)
        connect(evidence, &review::CaseEvidence::changed, this, &DecisionBar::refresh);
    refresh();
}

QList<review::ApprovalGap> DecisionBar::gaps() const
{
    if (!m_evidence || !m_file || !m_file->verification().value)
        return {};
    return review::approvalGaps(*m_file->verification().value, m_file->facts().risk.value(), *m_evidence);
}

void DecisionBar::showOutcome(const DecisionRequest& request, const review::DecisionOutcome& outcome)
{
    m_last.emplace(request, outcome);
    refresh();
}

void DecisionBar::refresh()
{
    const review::Decision* decision = m_file && m_file->verification().value
                                           ? m_desk.decisionOn(m_file->verification().value->id)
                                           : nullptr;
    const bool running = decision && decision->isRunning();
    const bool stuck = decision && decision->isUnresolved() && !decision->mayDecideAgain();
    const bool free = isDecidable() && m_journalWritable && !running && !stuck;
    const auto allow = [this, free](QPushButton* button, Action action, Verdict verdict) {
        const QList<Blocker> blockers = m_file ? m_file->blockers(action) : QList<Blocker>();
        button->setEnabled(free && blockers.isEmpty() &&
                           m_desk.mayDecide(m_file->verification().value->id, verdict));
        button->setToolTip(plainToolTip(m_file ? blockersText(blockers, m_file->facts()) : QString()));
    };
    allow(m_ui->approveButton, Action::Approve, Verdict::Approve);
    if (const QList<review::ApprovalGap> lacking = gaps();
        !lacking.isEmpty() && m_file->blockers(Action::Approve).isEmpty()) {
        m_ui->approveButton->setEnabled(false);
        m_ui->approveButton->setToolTip(plainToolTip(gapsText(lacking, *m_evidence)));
    }
    allow(m_ui->rejectButton, Action::Reject, Verdict::Reject);
    allow(m_ui->resubmissionButton, Action::RequestResubmission, Verdict::RequestResubmission);
    m_ui->checkAgainButton->setVisible(decision && decision->isUnresolved() && !running);
    m_ui->decisionBusy->setBusy(running);

    const bool bad = !running && (!m_journalWritable ||
                                  (m_last && m_last->second.end != review::DecisionEnd::Applied) || stuck);
    setPlainText(m_ui->decisionMessage, running ? runningText(*decision) : explanation());
    setInk(m_ui->decisionMessage, bad ? Ink::Bad : Ink::Secondary);
}

bool DecisionBar::isDecidable() const
{
    // Only what has been read completely can be decided: an old reading shown while a new one is under way
    // cannot.
    return m_file && m_file->verification().value && !m_file->verification().loading &&
           !m_file->verification().error && m_file->customer().value && !m_file->customer().loading;
}

QString DecisionBar::runningText(const review::Decision& decision) const
{
    switch (decision.step()) {
    case review::Decision::Step::Holding:
        return tr("Your decision leaves in a moment. Until then you can undo it.");
    case review::Decision::Step::Pausing:
        return tr("The answer was lost. The same decision is sent again in a moment, under its old key…");
    case review::Decision::Step::Checking:
        return tr("Comparing with what FinHub holds now…");
    case review::Decision::Step::Sending:
        return tr("Sending the decision…");
    case review::Decision::Step::ReadingBack:
        return tr("The answer was lost. Reading back what FinHub has recorded…");
    case review::Decision::Step::Idle:
    case review::Decision::Step::Finished:
        break;
    }
    return {};
}

QString DecisionBar::explanation() const
{
    if (!m_file)
        return {};
    if (!m_journalWritable)
        return tr("Nothing can be decided now: the journal on this computer cannot be written, and every "
                  "decision has to stand in it. You can go on reading; the console keeps trying.");
    if (m_last) {
        const auto& [request, outcome] = *m_last;
        switch (outcome.end) {
        case review::DecisionEnd::Applied:
            return appliedText(outcome);
        case review::DecisionEnd::Refused:
            if (outcome.changedBefore)
                return tr("Nothing was recorded: the case has changed since you read it. It is now: %1. Look "
                          "at "
                          "what is new, then decide again.")
                    .arg(outcome.current ? words::status(outcome.current->status) : tr("unknown"));
            if (outcome.stop != review::DecisionStop::None)
                return stopText(outcome.stop);
            return errorText(outcome.error, attemptOf(request.verdict)).sentence();
        case review::DecisionEnd::Unknown: {
            const review::Decision* decision = m_desk.decisionOn(request.verificationId);
            if (decision && decision->mayDecideAgain())
                return tr(
                    "Your decision did not arrive: FinHub still shows the case undecided. You may decide "
                    "again; FinHub records one decision only.");
            return outcome.current ? tr("It is not known whether your decision was recorded. FinHub still "
                                        "showed the case "
                                        "undecided a moment ago. Look again before you do anything else.")
                                   : tr("It is not known whether your decision was recorded, and FinHub "
                                        "could not be asked. "
                                        "Look again before you do anything else.");
        }
        }
    }
    if (!m_file->customer().value)
        return {};
    if (m_file->verification().error)
        return errorText(*m_file->verification().error, Attempt::LoadVerification).sentence();
    const CaseFacts facts = m_file->facts();
    if (!isDecidable() && (m_file->customer().loading || m_file->verification().loading))
        return tr("Reading the case…");
    const QList<Blocker> approve = m_file->blockers(Action::Approve);
    if (approve.isEmpty())
        return decidableText();
    if (m_file->blockers(Action::Reject).isEmpty() || m_file->blockers(Action::RequestResubmission).isEmpty())
        return tr("Approve is not possible yet. %1").arg(blockersText(approve, facts));
    return blockersText(approve, facts);
}

QString DecisionBar::appliedText(const review::DecisionOutcome& outcome) const
{
    const QString status = words::status(outcome.answer.status);
    if (outcome.deciderUnknown)
        return tr("The answer was lost. FinHub now shows the case as: %1. This server does not say who "
                  "decided, "
                  "but the case was open when your decision was sent.")
            .arg(status);
    if (outcome.foundByReading)
        return tr("FinHub has recorded your decision; the answer was lost, but it reads back as: %1.")
            .arg(status);
    return tr("FinHub has recorded your decision: %1.").arg(status);
}

/// What an officer has to do before an approval that nothing blocks.
QString DecisionBar::decidableText() const
{
    QStringList sentences;
    if (m_evidence)
        sentences << approveText();
    else if (m_file->facts().missingDocuments)
        sentences << tr("Every required document is here. Compare them with the declared data, then decide.");
    else
        sentences << tr("This server does not say which documents are there; by its status the case is ready "
                        "for the review. Approve only what you have seen on the platform.");
    if (m_file->blockers(Action::Reject).contains(Blocker::RejectNotOffered))
        sentences << blockerText(Blocker::RejectNotOffered, m_file->facts());
    if (const QString limit = lastLookText(m_desk); !limit.isEmpty())
        sentences << limit;
    return sentences.join(u' ');
}

/// What of the evidence an approval lacks, or that it lacks nothing.
QString DecisionBar::approveText() const
{
    const QList<review::ApprovalGap> lacking = gaps();
    if (lacking.isEmpty())
        return tr("Every required document was seen whole and is accepted.");
    return tr("Before you can approve: %1").arg(gapsText(lacking, *m_evidence));
}

void DecisionBar::showKeys(const QAction* approve, const QAction* reject, const QAction* resubmission)
{
    // Their tool tips say what blocks them.
    showKey(m_ui->approveButton, approve, tr("Approve"), {});
    showKey(m_ui->rejectButton, reject, tr("Reject"), {});
    showKey(m_ui->resubmissionButton, resubmission, tr("Request resubmission"), {});
}

void DecisionBar::pressApprove()
{
    if (m_ui->approveButton->isEnabled())
        m_ui->approveButton->animateClick();
}

void DecisionBar::pressReject()
{
    if (m_ui->rejectButton->isEnabled())
        m_ui->rejectButton->animateClick();
}

void DecisionBar::pressResubmission()
{
    if (m_ui->resubmissionButton->isEnabled())
        m_ui->resubmissionButton->animateClick();
}

} // namespace finhub::views
