#include "views/phases/approvalpage.h"

#include "core/requireddocuments.h"
#include "review/casefile.h"
#include "views/blockertext.h"
#include "views/errortext.h"
#include "views/fieldlist.h"
#include "views/phases/phasecolumn.h"
#include "views/phases/whotext.h"
#include "views/style/buttonkind.h"
#include "views/timetext.h"
#include "views/tones.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QLabel>
#include <QPushButton>

#include <utility>

namespace finhub::views {

namespace {
Tone toneOfWaiting(Urgency urgency)
{
    switch (urgency) {
    case Urgency::None:
        return Tone::Outline;
    case Urgency::InTime:
        return Tone::Neutral;
    case Urgency::Soon:
        return Tone::Soon;
    case Urgency::Overdue:
        return Tone::Bad;
    }
    return Tone::Outline;
}

bool isDecided(VerificationStatus status)
{
    return isClosed(status) || status == VerificationStatus::ResubmissionRequested;
}
} // namespace

ApprovalPage::ApprovalPage(api::FinHub& finhub, QWidget* parent)
    : ApprovalPage(finhub, QDateTime::currentDateTimeUtc, parent)
{
}

ApprovalPage::ApprovalPage(api::FinHub& finhub, std::function<QDateTime()> now, QWidget* parent)
    : PhasePage(parent)
    , m_finhub(finhub)
    , m_now(std::move(now))
    , m_message(makeMessageLabel(QStringLiteral("approvalMessage"), this))
    , m_openButton(new QPushButton(tr("Open the review"), this))
    , m_nextButton(new QPushButton(this))
{
    setObjectName(QStringLiteral("approvalPage"));
    auto* column = new PhaseColumn(tr("Approval"),
                                   tr("An officer compares the documents with the declared data and decides, "
                                      "usually within one to three "
                                      "business days."),
                                   this);
    m_review = column->addSection(tr("Review"), QStringLiteral("approvalReviewSection"));
    m_outcome = column->addSection(tr("Outcome"), QStringLiteral("approvalOutcomeSection"));
    m_openButton->setObjectName(QStringLiteral("openReviewButton"));
    m_nextButton->setObjectName(QStringLiteral("phaseNextButton"));
    column->addWidget(m_message);
    column->addButtons({m_openButton, m_nextButton});
    connect(m_openButton, &QPushButton::clicked, this, &ApprovalPage::reviewWanted);
    connect(m_nextButton, &QPushButton::clicked, this, [this] { Q_EMIT phaseWanted(m_next); });
}

void ApprovalPage::setCase(review::CaseFile* file, review::Onboarding* /*onboarding*/)
{
    m_file = file;
    m_review->setRows({});
    m_outcome->setRows({});
    showMessage(m_message, {});
}

void ApprovalPage::refresh()
{
    std::optional<Verification> verification = m_file->verification().value;
    if (!verification && m_file->customer().value)
        verification = m_file->customer().value->verification;
    const VerificationStatus status = m_file->facts().status.value();
    m_outcome->setVisible(verification && isDecided(status));
    if (verification) {
        showReview(*verification);
        if (isDecided(status))
            showOutcome(*verification);
    } else {
        const bool loading = m_file->customer().loading;
        m_review->setRows({{tr("Status"), loading ? tr("Reading the case…") : QString(),
                            loading ? QString() : words::status(m_file->facts().status), Tone::Outline}});
    }
    showButtons(verification.has_value() || status != VerificationStatus::None);
    const bool bad = m_file->verification().error.has_value() &&
                     m_file->verification().error->kind != ErrorKind::NotOffered;
    showMessage(m_message, waitingFor(), bad ? Ink::Bad : Ink::Secondary);
}

void ApprovalPage::showReview(const Verification& verification)
{
    const CaseFacts facts = m_file->facts();
    QList<FieldRow> rows{{tr("Status"), {}, words::status(facts.status), toneOf(facts.status.value())},
                         {tr("Who decides"), whoDecides(verification), {}, {}}};
    if (!facts.risk.isAbsent())
        rows << FieldRow{tr("Risk"), {}, words::risk(facts.risk), toneOf(facts.risk)};
    FieldRow documents{tr("Documents"), {}, {}, {}};
    if (!facts.missingDocuments)
        documents.value = tr("The server does not say which are missing.");
    else if (facts.missingDocuments->isEmpty())
        documents.value = tr("Every required document is here.");
    else
        documents.value = tr("Missing: %1.").arg(words::requirements(*facts.missingDocuments));
    rows << documents;
    if (facts.status.value() == VerificationStatus::InProgress) {
        const WaitingText waiting = waitingText(verification.submittedAt, m_now());
        rows << FieldRow{tr("Waits since"), dateTimeText(verification.submittedAt),
                         waiting.urgency == Urgency::None
                             ? QString()
                             : QStringLiteral("%1 %2").arg(
                                   waiting.symbol, waitingWithDue(verification.submittedAt, m_now())),
                         toneOfWaiting(waiting.urgency)};
    }
    m_review->setRows(rows);
}

QString ApprovalPage::whoDecides(const Verification& verification) const
{
    const VerificationLevel level =
        verification.level.isAbsent() ? levelFor(m_file->facts().risk.value()) : verification.level.value();
    switch (level) {
    case VerificationLevel::Tenant:
        return tr("Any officer who may write (level “%1”).").arg(words::level(level));
    case VerificationLevel::PowerTenant:
    case VerificationLevel::Finhub:
        return m_finhub.offers(Extension::Recommendations)
                   ? tr("A senior officer (level “%1”), after another officer's recommendation.")
                         .arg(words::level(level))
                   : tr("A senior officer (level “%1”).").arg(words::level(level));
    case VerificationLevel::Unknown:
        break;
    }
    return tr("A senior officer, since the level is not known.");
}

void ApprovalPage::showOutcome(const Verification& verification)
{
    QList<FieldRow> rows{
        {tr("Outcome"), {}, words::status(verification.status), toneOf(verification.status.value())}};
    if (verification.decidedAt.isValid())
        rows << FieldRow{tr("Decided"), dateTimeText(verification.decidedAt), {}, {}};
    if (const QString who = whoText(verification.decidedBy, *m_file, m_finhub); !who.isEmpty())
        rows << FieldRow{tr("By"), who, {}, {}};
    QStringList reasons;
    for (const QString& code : verification.reasonCodes)
        reasons << words::reason(code);
    if (!reasons.isEmpty())
        rows << FieldRow{tr("Reasons"), reasons.join(u'\n'), {}, {}};
    if (!verification.comment.isEmpty())
        rows << FieldRow{tr("To customer"), displayText(verification.comment), {}, {}};
    m_outcome->setRows(rows);
}

/// Whether nothing is known of the customer yet.
bool ApprovalPage::isReading() const
{
    return m_file->customer().loading && !m_file->customer().value;
}

/// One sentence: what happens next, or what stands in the way of it.
QString ApprovalPage::waitingFor() const
{
    const auto& error = m_file->verification().error;
    if (error && error->kind != ErrorKind::NotOffered)
        return errorText(*error, Attempt::LoadVerification).sentence();
    const CaseFacts facts = m_file->facts();
    if (isReading())
        return {};
    switch (facts.status.value()) {
    case VerificationStatus::Approved:
        return tr("✓ The review is finished.");
    case VerificationStatus::Rejected:
        return tr("The application has ended. A new verification may be started.");
    case VerificationStatus::ResubmissionRequested:
        return tr(
            "The customer has been asked to send documents again; the review goes on when they are here.");
    case VerificationStatus::None:
    case VerificationStatus::Unknown:
    case VerificationStatus::Pending:
    case VerificationStatus::Initiated:
    case VerificationStatus::PendingDocuments:
    case VerificationStatus::InProgress:
        break;
    }
    const QList<Blocker> blockers = m_file->blockers(Action::Approve);
    return blockers.isEmpty() ? tr("You may decide this case now.") : blockersText(blockers, facts);
}

void ApprovalPage::showButtons(bool exists)
{
    const VerificationStatus status = m_file->facts().status.value();
    m_next = Stage::Unknown;
    QString text;
    if (isReading()) {
        m_openButton->hide();
        m_nextButton->hide();
        return;
    }
    switch (status) {
    case VerificationStatus::Approved:
        m_next = m_file->stage() == Stage::Activation || m_file->stage() == Stage::Active ? Stage::Activation
                                                                                          : Stage::Consents;
        text = m_next == Stage::Activation ? tr("Go on to the activation") : tr("Go on to the consents");
        break;
    case VerificationStatus::Rejected:
    case VerificationStatus::None:
        m_next = Stage::Verification;
        text = tr("Go to the verification");
        break;
    case VerificationStatus::Pending:
    case VerificationStatus::Initiated:
    case VerificationStatus::PendingDocuments:
    case VerificationStatus::ResubmissionRequested:
        m_next = Stage::Documents;
        text = tr("Go to the documents");
        break;
    case VerificationStatus::InProgress:
    case VerificationStatus::Unknown:
        break;
    }
    m_openButton->setVisible(exists);
    m_nextButton->setText(text);
    m_nextButton->setVisible(m_next != Stage::Unknown);
    const bool review = status == VerificationStatus::InProgress;
    setKind(m_openButton, review || m_next == Stage::Unknown ? ButtonKind::Primary : ButtonKind::Secondary);
    setKind(m_nextButton, review ? ButtonKind::Secondary : ButtonKind::Primary);
}

} // namespace finhub::views
