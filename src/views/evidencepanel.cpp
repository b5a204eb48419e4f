#include "views/evidencepanel.h"

#include "core/requireddocuments.h"
#include "views/blockertext.h"
#include "views/consents/activationsection.h"
#include "views/consents/consentsection.h"
#include "views/declaredsection.h"
#include "views/errortext.h"
#include "views/evidence/verdicttext.h"
#include "views/fieldlist.h"
#include "views/ink.h"
#include "views/timelinedelegate.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
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
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);

    m_declared = new DeclaredSection(content);
    m_documents = new FieldList(tr("Required documents"), content);
    m_outcome = new FieldList(tr("Decision"), content);
    m_consents = new ConsentSection(content);
    m_activation = new ActivationSection(content);
    m_activity = new FieldList(tr("Activity"), content);
    m_documents->setObjectName(QStringLiteral("requiredDocumentsSection"));
    m_outcome->setObjectName(QStringLiteral("outcomeSection"));
    m_activity->setObjectName(QStringLiteral("activitySection"));
    for (FieldList* section :
         {static_cast<FieldList*>(m_declared), m_documents, m_outcome, static_cast<FieldList*>(m_consents),
          static_cast<FieldList*>(m_activation), m_activity})
        m_layout->addWidget(section);
    m_layout->addStretch(1);

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

void EvidencePanel::setCase(const review::CaseFile* file, review::Onboarding* onboarding,
                            review::CaseEvidence* evidence)
{
    if (m_evidence)
        m_evidence->disconnect(this);
    m_file = file;
    m_evidence = evidence;
    if (evidence)
        connect(evidence, &review::CaseEvidence::changed, this, &EvidencePanel::showDocuments);
    m_consents->setCase(file, onboarding);
    m_activation->setCase(file, onboarding);
    m_declared->setCase(file, evidence ? &evidence->checks() : nullptr);
    verticalScrollBar()->setValue(0);
    refresh();
}

void EvidencePanel::addOnTop(QWidget* widget)
{
    m_layout->insertWidget(0, widget);
}

void EvidencePanel::setDocument(const std::optional<Document>& document)
{
    m_declared->setDocument(document);
}

void EvidencePanel::refresh()
{
    m_consents->refresh();
    m_activation->refresh();
    m_declared->refresh();
    if (!m_file || !m_file->customer().value) {
        for (FieldList* section : {static_cast<FieldList*>(m_declared), m_documents, m_outcome})
            section->setRows({});
        m_timeline.setEvents({});
        m_outcome->hide();
        return;
    }
    showDocuments();
    showOutcome();
    showActivity();
}

void EvidencePanel::showDocuments()
{
    const auto& verification = m_file->verification().value;
    m_documents->setVisible(verification.has_value());
    if (!verification)
        return;
    QList<FieldRow> rows;
    for (const WireValue<Requirement>& requirement : verification->requiredDocuments)
        rows << documentRow(requirement);
    m_documents->setRows(rows);
}

/// Whether a requirement's document is there and, of the newest one, what the reviewer said of it.
FieldRow EvidencePanel::documentRow(const WireValue<Requirement>& requirement) const
{
    FieldRow row{words::requirement(requirement), {}, tr("Unknown"), Tone::Outline};
    const Verification& verification = *m_file->verification().value;
    const bool missing =
        verification.missingDocuments && verification.missingDocuments->contains(requirement);
    if (verification.missingDocuments) {
        row.chip = missing ? tr("! Missing") : tr("✓ Received");
        row.tone = missing ? Tone::Bad : Tone::Good;
    }
    for (const Document& document : verification.documents) {
        if (!(WireValue<Requirement>(requirementOf(document.type.value())) == requirement))
            continue;
        const auto verdict =
            m_evidence ? m_evidence->verdicts().verdict(document) : review::DocumentVerdict::NotJudged;
        if (missing)
            continue;
        row.chip = verdict == review::DocumentVerdict::NotJudged ? tr("✓ Received") : verdictText(verdict);
        row.tone = verdict == review::DocumentVerdict::NotAccepted ? Tone::Bad : Tone::Good;
        if (verdict == review::DocumentVerdict::Accepted)
            break;
    }
    return row;
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
