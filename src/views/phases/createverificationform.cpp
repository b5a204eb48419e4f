#include "views/phases/createverificationform.h"

#include "core/requireddocuments.h"
#include "review/casefile.h"
#include "views/blockertext.h"
#include "views/errortext.h"
#include "views/limitedtext.h"
#include "views/phases/phasecolumn.h"
#include "views/phases/verificationwords.h"
#include "views/style/theme.h"
#include "views/widgets/chip.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/pagebox.h"
#include "views/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace finhub::views {

namespace {
constexpr int MaxLength = 255; // section 2
constexpr int NotesHeight = 64;

/// Identity comes last here: the form above is the usual way to it.
constexpr std::array<VerificationType, 5> Types{
    VerificationType::EnhancedDueDiligence, VerificationType::Sanctions, VerificationType::Document,
    VerificationType::CustomerDueDiligence, VerificationType::Identity};

QLineEdit* lineEdit(const QString& name)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setMaxLength(MaxLength);
    return edit;
}

QComboBox* comboBox(const QString& name)
{
    auto* box = new PageBox;
    box->setObjectName(name);
    return box;
}
} // namespace

CreateVerificationForm::CreateVerificationForm(api::FinHub& finhub, QWidget* parent)
    : QWidget(parent)
    , m_finhub(finhub)
    , m_type(comboBox(QStringLiteral("verificationTypeBox")))
    , m_level(comboBox(QStringLiteral("verificationLevelBox")))
    , m_priority(comboBox(QStringLiteral("verificationPriorityBox")))
    , m_reason(lineEdit(QStringLiteral("verificationReasonEdit")))
    , m_description(lineEdit(QStringLiteral("verificationDescriptionEdit")))
    , m_notes(new QPlainTextEdit)
    , m_levelHint(makeMessageLabel(QStringLiteral("verificationLevelHint"), this))
    , m_message(makeMessageLabel(QStringLiteral("createVerificationMessage"), this))
    , m_button(new QPushButton(tr("Create the verification"), this))
    , m_created(new QWidget(this))
    , m_createdRows(new QVBoxLayout(m_created))
{
    setObjectName(QStringLiteral("createVerificationForm"));
    for (const VerificationType type : Types)
        m_type->addItem(words::verificationType(type), static_cast<int>(type));
    for (const auto& [level, name] : WireNames<VerificationLevel>::table)
        m_level->addItem(words::level(level), static_cast<int>(level));
    m_priority->addItem(words::priority(Priority::Unknown), static_cast<int>(Priority::Unknown));
    for (const auto& [priority, name] : WireNames<Priority>::table)
        m_priority->addItem(words::priority(priority), static_cast<int>(priority));
    m_notes->setObjectName(QStringLiteral("verificationNotesEdit"));
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(NotesHeight);
    limitLength(m_notes, MaxNotesLength);
    m_button->setObjectName(QStringLiteral("createVerificationButton"));
    m_created->setObjectName(QStringLiteral("createdVerificationsList"));
    m_createdRows->setContentsMargins(0, metric::Small, 0, 0);
    m_createdRows->setSpacing(metric::Small);
    m_created->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Small);
    layout->addWidget(makeFields());
    layout->addWidget(m_message);
    layout->addWidget(inARow({m_button}));
    layout->addWidget(m_created);
    connect(m_button, &QPushButton::clicked, this, &CreateVerificationForm::create);
    connect(m_type, &QComboBox::currentIndexChanged, this, [this] {
        m_error.reset(); // it was about the other type
        refresh();
    });
}

QWidget* CreateVerificationForm::makeFields()
{
    auto* fields = new QWidget(this);
    auto* grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metric::Medium);
    grid->setVerticalSpacing(metric::Small);
    grid->addWidget(labelled(tr("Type"), m_type), 0, 0);
    grid->addWidget(labelled(tr("Level"), m_level), 0, 1);
    grid->addWidget(labelled(tr("Priority"), m_priority), 0, 2);
    grid->addWidget(m_levelHint, 1, 0, 1, 3);
    grid->addWidget(labelled(tr("Reason (optional)"), m_reason), 2, 0);
    grid->addWidget(labelled(tr("Description (optional)"), m_description), 2, 1, 1, 2);
    grid->addWidget(labelled(tr("Internal notes (optional, never shown to the customer)"), m_notes), 3, 0, 1,
                    3);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 1);
    return fields;
}

void CreateVerificationForm::setCase(const review::CaseFile* file)
{
    m_call.reset();
    m_file = file;
    m_error.reset();
    m_type->setCurrentIndex(0);
    m_level->setCurrentIndex(0);
    m_priority->setCurrentIndex(0);
    m_reason->clear();
    m_description->clear();
    m_notes->clear();
    qDeleteAll(m_created->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    m_created->hide();
    showMessage(m_message, {});
}

void CreateVerificationForm::refresh()
{
    if (!m_file)
        return;
    const CaseFacts facts = m_file->facts();
    QList<Blocker> blockers = m_file->blockers(Action::StartVerification);
    // What is open or approved is a verification of the identity; the server knows about the other types.
    if (type() != VerificationType::Identity)
        blockers =
            blockers.contains(Blocker::RoleMayNotWrite) ? QList{Blocker::RoleMayNotWrite} : QList<Blocker>();
    const bool free = blockers.isEmpty() && !m_call;
    for (QWidget* widget : {static_cast<QWidget*>(m_level), static_cast<QWidget*>(m_priority),
                            static_cast<QWidget*>(m_reason), static_cast<QWidget*>(m_description),
                            static_cast<QWidget*>(m_notes), static_cast<QWidget*>(m_button)})
        widget->setEnabled(free);
    m_type->setEnabled(!m_call && !blockers.contains(Blocker::RoleMayNotWrite));

    const VerificationLevel needed = levelFor(facts.risk.value());
    showMessage(m_levelHint,
                needed == VerificationLevel::Unknown
                    ? tr("The customer's risk is not known; FinHub raises the level to what it needs.")
                    : tr("%1 needs the level “%2”; FinHub raises a lower one.")
                          .arg(words::riskLong(facts.risk), words::level(needed)));
    if (m_error)
        showMessage(m_message, outcomeText(*m_error), Ink::Bad);
    else if (!blockers.isEmpty())
        showMessage(m_message, blockersText(blockers, facts));
    else if (m_call)
        showMessage(m_message, tr("Creating the verification…"));
    else
        showMessage(m_message, tr("Recorded as started by you, also while you act as the customer."));
}

void CreateVerificationForm::create()
{
    if (!m_file)
        return;
    CreateVerificationRequest request;
    request.customerId = m_file->id();
    request.type = type();
    request.requestedLevel = static_cast<VerificationLevel>(m_level->currentData().toInt());
    request.priority = static_cast<Priority>(m_priority->currentData().toInt());
    request.reason = m_reason->text().trimmed();
    request.description = m_description->text().trimmed();
    request.notes = m_notes->toPlainText().trimmed();
    m_asked = request.type;
    m_error.reset();
    m_call = m_finhub.createVerification(request);
    m_call->onFinished(this, [this](const Result<Verification>& result) { onCreated(result); });
    refresh();
}

void CreateVerificationForm::onCreated(const Result<Verification>& result)
{
    m_call.reset();
    if (!result) {
        m_error = result.error();
        refresh();
        // Whether it was recorded, or what stands in the way, is the server's to say (R19).
        Q_EMIT caseOutdated();
        return;
    }
    for (QLineEdit* edit : {m_reason, m_description})
        edit->clear();
    m_notes->clear();
    Verification verification = *result;
    if (verification.type.isAbsent())
        verification.type = m_asked;
    addCreated(verification);
    refresh();
    Q_EMIT created(verification);
}

void CreateVerificationForm::addCreated(const Verification& verification)
{
    auto* row = new QWidget(m_created);
    row->setObjectName(QStringLiteral("createdVerificationRow"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Small);
    auto* type = new QLabel(row);
    type->setTextFormat(Qt::PlainText);
    type->setText(words::verificationType(verification.type));
    auto* id = new ElidedLabel(verification.id.text(), row);
    id->setObjectName(QStringLiteral("createdVerificationId"));
    id->setTextSize(TextSize::Small);
    id->setInk(ColorRole::Secondary);
    auto* copy = new CopyButton(row);
    copy->setCopyText(verification.id.text(), tr("verification id"));
    auto* level = new Chip(tr("Level %1").arg(words::level(verification.level)), Tone::Outline, row);
    auto* status = new Chip(words::status(verification.status), Tone::Accent, row);
    layout->addWidget(type);
    layout->addWidget(id, 1);
    layout->addWidget(copy);
    layout->addWidget(level);
    layout->addWidget(status);
    m_createdRows->addWidget(row);
    m_created->show();
}

QString CreateVerificationForm::outcomeText(const Error& error) const
{
    const QString type = words::verificationType(m_asked);
    if (error.is(ErrorWord::VerificationAlreadyOpen))
        return tr("A verification of the type “%1” is open already (%2). Nothing was started.")
            .arg(type, words::status(error.verificationStatus));
    if (error.is(ErrorWord::AlreadyVerified))
        return tr("A verification of the type “%1” is approved already. Nothing was started.").arg(type);
    return errorText(error, Attempt::StartVerification).sentence();
}

VerificationType CreateVerificationForm::type() const
{
    return static_cast<VerificationType>(m_type->currentData().toInt());
}

} // namespace finhub::views
