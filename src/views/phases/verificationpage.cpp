#include "views/phases/verificationpage.h"

#include "review/casefile.h"
#include "views/blockertext.h"
#include "views/errortext.h"
#include "views/fieldlist.h"
#include "views/phases/createverificationform.h"
#include "views/phases/phasecolumn.h"
#include "views/phases/verificationwords.h"
#include "views/phases/whotext.h"
#include "views/style/buttonkind.h"
#include "views/style/theme.h"
#include "views/timetext.h"
#include "views/tones.h"
#include "views/widgets/pagebox.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace finhub::views {

namespace {
constexpr int MaxLength = 255; // section 2
} // namespace

VerificationPage::VerificationPage(api::FinHub& finhub, QWidget* parent)
    : PhasePage(parent)
    , m_finhub(finhub)
    , m_message(makeMessageLabel(QStringLiteral("verificationMessage"), this))
    , m_createForm(new CreateVerificationForm(finhub))
    , m_nextButton(new QPushButton(this))
{
    setObjectName(QStringLiteral("verificationPage"));
    auto* column = new PhaseColumn(
        tr("Verification"), tr("A verification collects the customer's documents and ends with a decision."),
        this);
    m_current = column->addSection(tr("Current verification"), QStringLiteral("currentVerificationSection"));
    makeStart(column->addSection(tr("Verify the identity"), QStringLiteral("startVerificationSection")));
    m_nextButton->setObjectName(QStringLiteral("phaseNextButton"));
    setKind(m_nextButton, ButtonKind::Primary);
    column->addButtons({m_nextButton});
    FieldList* other =
        column->addSection(tr("Another kind of verification"), QStringLiteral("otherVerificationSection"));
    other->addBelow(m_createForm);

    connect(m_nextButton, &QPushButton::clicked, this, [this] { Q_EMIT phaseWanted(m_next); });
    connect(m_createForm, &CreateVerificationForm::created, this, [this](const Verification& verification) {
        // The other types never move the stage (2.7).
        if (verification.type.value() == VerificationType::Identity)
            m_file->apply(verification);
        Q_EMIT recorded();
    });
    connect(m_createForm, &CreateVerificationForm::caseOutdated, this, &VerificationPage::recorded);
    connect(&m_finhub, &api::FinHub::customerSessionChanged, this, [this] {
        if (m_file)
            showStart();
    });
}

void VerificationPage::makeStart(FieldList* section)
{
    m_diligence = new PageBox;
    m_diligence->setObjectName(QStringLiteral("diligenceBox"));
    for (const auto& [diligence, name] : WireNames<DueDiligence>::table)
        m_diligence->addItem(words::dueDiligence(diligence), static_cast<int>(diligence));
    m_documentType = new PageBox;
    m_documentType->setObjectName(QStringLiteral("announcedDocumentBox"));
    m_documentType->addItem(tr("Not said"), static_cast<int>(DocumentType::Unknown));
    for (const auto& [type, name] : WireNames<DocumentType>::table)
        m_documentType->addItem(words::documentType(type), static_cast<int>(type));
    m_documentNumber = new QLineEdit;
    m_documentNumber->setObjectName(QStringLiteral("announcedNumberEdit"));
    m_documentNumber->setMaxLength(MaxLength);
    m_startButton = new QPushButton(tr("Start the verification"));
    m_startButton->setObjectName(QStringLiteral("startVerificationButton"));
    setKind(m_startButton, ButtonKind::Primary);

    auto* fields = new QWidget;
    auto* grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metric::Medium);
    grid->addWidget(labelled(tr("Kind"), m_diligence), 0, 0);
    grid->addWidget(labelled(tr("Document to expect (optional)"), m_documentType), 0, 1);
    grid->addWidget(labelled(tr("Its number (optional)"), m_documentNumber), 0, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    section->addBelow(fields);
    section->addBelow(m_message);
    section->addBelow(inARow({m_startButton}));
    connect(m_startButton, &QPushButton::clicked, this, &VerificationPage::start);
}

void VerificationPage::setCase(review::CaseFile* file, review::Onboarding* /*onboarding*/)
{
    m_call.reset();
    m_file = file;
    m_error.reset();
    m_started = false;
    m_diligence->setCurrentIndex(0);
    m_documentType->setCurrentIndex(0);
    m_documentNumber->clear();
    m_current->setRows({});
    m_createForm->setCase(file);
    showMessage(m_message, {});
}

void VerificationPage::refresh()
{
    showCurrent();
    showStart();
    showNext();
    m_createForm->refresh();
}

void VerificationPage::showCurrent()
{
    const std::optional<Customer>& customer = m_file->customer().value;
    std::optional<Verification> verification = m_file->verification().value;
    if (!verification && customer)
        verification = customer->verification;
    const CaseFacts facts = m_file->facts();
    if (!verification) {
        // A server that does not let verifications be read still says how the current one stands (2.12).
        const bool loading = m_file->customer().loading || m_file->verification().loading;
        QString text = loading ? tr("Reading the case…") : tr("There is none yet.");
        QString chip;
        if (facts.status.value() != VerificationStatus::None && !facts.status.isAbsent()) {
            text = tr("The server says no more than its status.");
            chip = words::status(facts.status);
        }
        m_current->setRows({{tr("Status"), text, chip, toneOf(facts.status.value())}});
        return;
    }
    QList<FieldRow> rows{
        {tr("Status"), {}, words::status(verification->status), toneOf(verification->status.value())},
        {tr("Type"), words::verificationType(verification->type), {}, {}},
        {tr("Level"), words::level(verification->level), {}, {}},
        {tr("Round"), QLocale().toString(verification->round), {}, {}},
        {tr("Started"), dateTimeText(verification->startedAt), {}, {}}};
    if (const QString who = whoText(verification->initiatedBy, *m_file, m_finhub); !who.isEmpty())
        rows << FieldRow{tr("Started by"), who, {}, {}};
    rows << FieldRow{tr("Id"), verification->id.text(), {}, {}};
    m_current->setRows(rows);
}

void VerificationPage::showStart()
{
    const CaseFacts facts = m_file->facts();
    const QList<Blocker> blockers = m_file->blockers(Action::StartVerification);
    // While the case is read it is not known what stands in the way.
    const bool reading = m_file->customer().loading && !m_file->customer().value;
    const bool free = blockers.isEmpty() && !m_call && !reading;
    for (QWidget* widget : {static_cast<QWidget*>(m_diligence), static_cast<QWidget*>(m_documentType),
                            static_cast<QWidget*>(m_documentNumber), static_cast<QWidget*>(m_startButton)})
        widget->setEnabled(free);
    const bool open = blockers.contains(Blocker::VerificationOpen);
    // What stands in the way by now says more than what ended the last try, unless that is the same.
    const bool stands = m_error && (blockers.isEmpty() || m_error->is(ErrorWord::VerificationAlreadyOpen) ||
                                    m_error->is(ErrorWord::AlreadyVerified));
    if (stands)
        showMessage(m_message, errorText(*m_error, Attempt::StartVerification).sentence(), Ink::Bad);
    else if (m_error && m_error->kind == ErrorKind::OutcomeUnknown && open)
        showMessage(m_message, tr("The answer was lost, but a verification is open now."), Ink::Good);
    else if (m_call)
        showMessage(m_message, tr("Starting the verification…"));
    else if (m_started && open)
        showMessage(m_message, tr("✓ The verification has been started."), Ink::Good);
    else if (!blockers.isEmpty())
        showMessage(m_message, blockersText(blockers, facts));
    else if (facts.status.value() == VerificationStatus::Rejected)
        showMessage(m_message, tr("The last verification was rejected; a new one may be started."));
    else if (m_finhub.customerSession() && m_finhub.customerSession()->customerId == m_file->id())
        showMessage(m_message, tr("Recorded as started by the customer, since you act as them."));
    else
        showMessage(m_message, {});
}

void VerificationPage::showNext()
{
    const CaseFacts facts = m_file->facts();
    m_next = Stage::Unknown;
    if (facts.status.value() == VerificationStatus::Approved) {
        m_next = Stage::Consents;
        m_nextButton->setText(tr("Go on to the consents"));
    } else if (isOpen(facts.status.value())) {
        m_next = Stage::Documents;
        m_nextButton->setText(tr("Go on to the documents"));
    }
    m_nextButton->setVisible(m_next != Stage::Unknown);
}

void VerificationPage::start()
{
    if (!m_file)
        return;
    StartVerificationRequest request;
    request.customerId = m_file->id();
    request.diligence = static_cast<DueDiligence>(m_diligence->currentData().toInt());
    request.documentType = static_cast<DocumentType>(m_documentType->currentData().toInt());
    request.documentNumber = m_documentNumber->text().trimmed();
    m_error.reset();
    m_call = m_finhub.startVerification(request);
    m_call->onFinished(this, [this](const Result<Verification>& verification) { onStarted(verification); });
    refresh();
}

void VerificationPage::onStarted(const Result<Verification>& verification)
{
    m_call.reset();
    if (verification) {
        m_started = true;
        m_documentNumber->clear();
        m_file->apply(*verification);
    } else {
        m_error = verification.error();
        refresh();
    }
    // Also after a failure: whether it was recorded, or what stands in the way, is the server's to say (R19).
    Q_EMIT recorded();
}

} // namespace finhub::views
