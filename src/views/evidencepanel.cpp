#include "views/evidencepanel.h"

#include "core/requireddocuments.h"
#include "views/blockertext.h"
#include "views/errortext.h"
#include "views/fieldlist.h"
#include "views/ink.h"
#include "views/style/buttonkind.h"
#include "views/timelinedelegate.h"
#include "views/timetext.h"
#include "views/widgets/busybar.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace finhub::views {

namespace {
QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("–") : displayText(text);
}

QLabel* messageLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("textSize", QStringLiteral("small"));
    label->hide();
    return label;
}
} // namespace

EvidencePanel::EvidencePanel(QWidget* parent)
    : QScrollArea(parent)
    , m_timeline([](const TimelineEvent& event) { return displayLine(event.summary, 200); })
{
    setObjectName(QStringLiteral("evidencePanel"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setProperty("pane", QStringLiteral("surface"));
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);

    m_declared = new FieldList(tr("Declared data"), content);
    m_documents = new FieldList(tr("Required documents"), content);
    m_outcome = new FieldList(tr("Decision"), content);
    m_consents = new FieldList(tr("Consents"), content);
    m_activation = new FieldList(tr("Activation"), content);
    m_activity = new FieldList(tr("Activity"), content);
    m_declared->setObjectName(QStringLiteral("declaredSection"));
    m_documents->setObjectName(QStringLiteral("requiredDocumentsSection"));
    m_outcome->setObjectName(QStringLiteral("outcomeSection"));
    m_consents->setObjectName(QStringLiteral("consentsSection"));
    m_activation->setObjectName(QStringLiteral("activationSection"));
    m_activity->setObjectName(QStringLiteral("activitySection"));
    for (FieldList* section : {m_declared, m_documents, m_outcome, m_consents, m_activation, m_activity})
        layout->addWidget(section);
    layout->addStretch(1);

    m_consentMessage = messageLabel(QStringLiteral("consentMessage"), m_consents);
    m_consents->addBelow(m_consentMessage);
    m_acceptButton = new QPushButton(tr("Accept the missing consents"), m_consents);
    m_acceptButton->setObjectName(QStringLiteral("acceptConsentsButton"));
    m_acceptButton->setAccessibleName(tr("Accept the missing consents"));
    m_consents->addBelow(m_acceptButton);
    connect(m_acceptButton, &QPushButton::clicked, this, [this] {
        m_activating = false;
        if (m_onboarding)
            m_onboarding->acceptMissingConsents();
    });

    m_activationMessage = messageLabel(QStringLiteral("activationMessage"), m_activation);
    m_activation->addBelow(m_activationMessage);
    m_codeEdit = new QLineEdit(m_activation);
    m_codeEdit->setObjectName(QStringLiteral("activationCodeEdit"));
    m_codeEdit->setAccessibleName(tr("Activation code"));
    m_codeEdit->setPlaceholderText(tr("Activation code from the customer"));
    m_codeEdit->setMaxLength(255);
    m_activation->addBelow(m_codeEdit);
    m_activateButton = new QPushButton(tr("Activate"), m_activation);
    m_activateButton->setObjectName(QStringLiteral("activateButton"));
    m_activateButton->setAccessibleName(tr("Activate"));
    setKind(m_activateButton, ButtonKind::Primary);
    m_activation->addBelow(m_activateButton);
    m_busy = new BusyBar(m_activation);
    m_activation->addBelow(m_busy);
    const auto activate = [this] {
        m_activating = true;
        if (m_onboarding && !m_codeEdit->text().trimmed().isEmpty())
            m_onboarding->activate(m_codeEdit->text().trimmed());
    };
    connect(m_activateButton, &QPushButton::clicked, this, activate);
    connect(m_codeEdit, &QLineEdit::returnPressed, this, activate);
    connect(m_codeEdit, &QLineEdit::textChanged, this, &EvidencePanel::showActivation);

    m_activityMessage = messageLabel(QStringLiteral("activityMessage"), m_activity);
    m_activity->addBelow(m_activityMessage);
    m_activityList = new QListView(m_activity);
    m_activityList->setObjectName(QStringLiteral("activityList"));
    m_activityList->setAccessibleName(tr("Activity"));
    m_activityList->setFrameShape(QFrame::NoFrame);
    m_activityList->setModel(&m_timeline);
    m_activityList->setItemDelegate(new TimelineDelegate(m_activityList));
    m_activityList->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_activityList->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_activityList->setSelectionMode(QAbstractItemView::NoSelection);
    m_activity->addBelow(m_activityList);
    setWidget(content);
    setMinimumWidth(280);
}

void EvidencePanel::setCase(const review::CaseFile* file, review::Onboarding* onboarding)
{
    m_file = file;
    m_onboarding = onboarding;
    m_activating = false;
    m_codeEdit->clear();
    verticalScrollBar()->setValue(0);
    refresh();
}

void EvidencePanel::refresh()
{
    if (!m_file || !m_file->customer().value) {
        for (FieldList* section : {m_declared, m_documents, m_outcome, m_consents, m_activation})
            section->setRows({});
        m_timeline.setEvents({});
        for (QWidget* section : {static_cast<QWidget*>(m_outcome), static_cast<QWidget*>(m_consents),
                                 static_cast<QWidget*>(m_activation)})
            section->hide();
        return;
    }
    showDeclared(*m_file->customer().value);
    showDocuments();
    showOutcome();
    showConsents();
    showActivation();
    showActivity();
}

void EvidencePanel::showDeclared(const Customer& customer)
{
    const Person& person = customer.person;
    QList<FieldRow> rows{{tr("Name"), orDash(person.fullName()), {}, {}},
                         {tr("Born"), dateText(person.dateOfBirth), {}, {}},
                         {tr("Nationality"), orDash(person.nationality), {}, {}}};
    if (!person.placeOfBirth.isEmpty())
        rows << FieldRow{tr("Born in"), displayText(person.placeOfBirth), {}, {}};
    if (!person.gender.isEmpty())
        rows << FieldRow{tr("Gender"), words::gender(person.gender), {}, {}};
    rows << FieldRow{tr("E-mail"), orDash(person.email), {}, {}};
    rows << FieldRow{tr("Phone"), orDash(person.phone), {}, {}};
    rows << FieldRow{tr("Registered"), dateText(customer.createdAt), {}, {}};
    m_declared->setRows(rows);
}

void EvidencePanel::showDocuments()
{
    const auto& verification = m_file->verification().value;
    m_documents->setVisible(verification.has_value());
    if (!verification)
        return;
    QList<FieldRow> rows;
    for (const WireValue<Requirement>& requirement : verification->requiredDocuments) {
        FieldRow row{words::requirement(requirement), {}, tr("Unknown"), Tone::Outline};
        const bool here = std::any_of(
            verification->documents.begin(), verification->documents.end(), [&](const Document& document) {
                return WireValue<Requirement>(requirementOf(document.type.value())) == requirement;
            });
        if (verification->missingDocuments || here) {
            const bool missing =
                verification->missingDocuments && verification->missingDocuments->contains(requirement);
            row.chip = missing ? tr("! Missing") : tr("✓ Received");
            row.tone = missing ? Tone::Bad : Tone::Good;
        }
        rows << row;
    }
    m_documents->setRows(rows);
}

void EvidencePanel::showOutcome()
{
    const auto& verification = m_file->verification().value;
    const bool decided =
        verification && (isClosed(verification->status.value()) ||
                         verification->status.value() == VerificationStatus::ResubmissionRequested);
    m_outcome->setVisible(decided);
    if (!decided)
        return;
    const VerificationStatus status = verification->status.value();
    const Tone tone = status == VerificationStatus::Approved   ? Tone::Good
                      : status == VerificationStatus::Rejected ? Tone::Bad
                                                               : Tone::Soon;
    QList<FieldRow> rows{{tr("Outcome"), {}, words::status(verification->status), tone}};
    if (verification->decidedAt.isValid())
        rows << FieldRow{tr("Decided"), dateTimeText(verification->decidedAt), {}, {}};
    QStringList reasons;
    for (const QString& code : verification->reasonCodes)
        reasons << words::reason(code);
    if (!reasons.isEmpty())
        rows << FieldRow{tr("Reasons"), reasons.join(u'\n'), {}, {}};
    if (!verification->comment.isEmpty())
        rows << FieldRow{tr("To customer"), displayText(verification->comment), {}, {}};
    m_outcome->setRows(rows);
}

void EvidencePanel::showConsents()
{
    const QList<Consent>& consents = m_file->customer().value->consents;
    m_consents->setVisible(!consents.isEmpty());
    QList<FieldRow> rows;
    for (const Consent& consent : consents) {
        const bool accepted = consent.status.value() == ConsentStatus::Accepted;
        rows << FieldRow{words::consent(consent.type),
                         accepted && consent.grantedAt.isValid() ? dateText(consent.grantedAt) : QString(),
                         accepted ? tr("✓ Accepted") : tr("Pending"), accepted ? Tone::Good : Tone::Outline};
    }
    m_consents->setRows(rows);

    // Consents may be given at any time, but a button that lies before the approval would only distract from
    // it.
    const Stage stage = m_file->stage();
    m_acceptButton->setVisible(stage == Stage::Consents);
    const QList<Blocker> blockers = m_file->blockers(Action::AcceptConsent);
    const bool running = m_onboarding && m_onboarding->isRunning();
    m_acceptButton->setEnabled(blockers.isEmpty() && !running);
    m_acceptButton->setToolTip(plainToolTip(blockersText(blockers, m_file->facts())));
    if (m_onboarding && m_onboarding->error() && !m_activating)
        showStep(m_consentMessage, errorText(*m_onboarding->error(), Attempt::AcceptConsents).sentence(),
                 true);
    else
        showStep(m_consentMessage,
                 stage == Stage::Consents ? tr("Record the consents that the customer has given to you.")
                                          : QString(),
                 false);
}

void EvidencePanel::showActivation()
{
    if (!m_file || !m_file->customer().value)
        return;
    const Activation& activation = m_file->customer().value->activation;
    const Stage stage = m_file->stage();
    const bool active = stage == Stage::Active;
    m_activation->setVisible(active || stage == Stage::Activation);
    m_codeEdit->setVisible(stage == Stage::Activation);
    m_activateButton->setVisible(stage == Stage::Activation);
    QList<FieldRow> rows{
        {tr("Account"), {}, active ? tr("✓ Active") : tr("Not active"), active ? Tone::Good : Tone::Outline}};
    if (activation.activatedAt.isValid())
        rows << FieldRow{tr("Since"), dateTimeText(activation.activatedAt), {}, {}};
    if (!activation.iban.isEmpty())
        rows << FieldRow{tr("IBAN"), displayText(activation.iban), {}, {}};
    m_activation->setRows(rows);

    const QList<Blocker> blockers = m_file->blockers(Action::Activate);
    const bool running = m_onboarding && m_onboarding->isRunning();
    m_codeEdit->setEnabled(blockers.isEmpty() && !running);
    m_activateButton->setEnabled(blockers.isEmpty() && !running && !m_codeEdit->text().trimmed().isEmpty());
    m_busy->setBusy(running);
    m_busy->setVisible(running);
    if (m_onboarding && m_onboarding->error() && m_activating)
        showStep(m_activationMessage, errorText(*m_onboarding->error(), Attempt::Activate).sentence(), true);
    else
        showStep(m_activationMessage,
                 stage == Stage::Activation ? blockersText(blockers, m_file->facts()) : QString(), false);
}

void EvidencePanel::showActivity()
{
    const auto& timeline = m_file->timeline();
    m_timeline.setEvents(timeline.value ? timeline.value->items : QList<TimelineEvent>());
    QString text;
    bool bad = false;
    if (timeline.error) {
        text = errorText(*timeline.error, Attempt::LoadActivity).sentence();
        bad = timeline.error->kind != ErrorKind::NotOffered;
    } else if (timeline.value && timeline.value->items.isEmpty()) {
        text = tr("Nothing has happened yet.");
    } else if (!timeline.value) {
        text = tr("Reading the activity…");
    }
    showStep(m_activityMessage, text, bad);
    m_activityList->setFixedHeight(m_timeline.rowCount() * TimelineDelegate::rowHeight() + 2);
    m_activityList->setVisible(m_timeline.rowCount() > 0);
}

void EvidencePanel::showStep(QLabel* message, const QString& text, bool bad)
{
    setPlainText(message, text);
    setInk(message, bad ? Ink::Bad : Ink::Secondary);
    message->setVisible(!text.isEmpty());
}

} // namespace finhub::views
