#include "views/onboarding/amlform.h"

#include "core/requireddocuments.h"
#include "views/fieldlist.h"
#include "views/onboarding/formfield.h"
#include "views/onboarding/formparts.h"
#include "views/style/theme.h"
#include "views/timetext.h"
#include "views/tones.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/wheelguard.h"
#include "views/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
using review::DraftField;

constexpr int PageWidth = 800;
constexpr int ResultWidth = 320;
constexpr int BoxWidth = 200;
constexpr int ScoreWidth = 120;
constexpr int NoScore = -1;
constexpr int MaxScore = 100;
constexpr qsizetype LongestValue = 300;

QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("–") : displayLine(text, LongestValue);
}

template <typename E>
E chosenIn(const QComboBox* box)
{
    return static_cast<E>(box->currentData().toInt());
}
} // namespace

AmlForm::AmlForm(QWidget* parent)
    : QWidget(parent)
    , m_use(new QCheckBox(tr("Fill in the AML parametrization"), this))
    , m_unused(
          form::explanation(tr("No AML parametrization: the customer has the risk of the category."), this))
{
    setObjectName(QStringLiteral("amlPage"));
    m_use->setObjectName(QStringLiteral("amlBox"));
    m_fields = makeFields();
    QVBoxLayout* column = form::makePage(this, PageWidth);
    column->addWidget(form::title(tr("AML parametrization and result"), this));
    column->addWidget(form::explanation(
        tr("It can raise the risk, and with it what the customer has to send and who approves."), this));
    auto* left = new QVBoxLayout;
    left->setSpacing(metric::Small);
    left->addSpacing(metric::Small);
    left->addWidget(m_use);
    left->addWidget(m_unused);
    left->addSpacing(metric::Tight);
    left->addWidget(m_fields);
    left->addStretch(1);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(metric::Wide);
    sides->addLayout(left, 1);
    sides->addWidget(makeResult(), 0, Qt::AlignTop);
    column->addLayout(sides);
    column->addStretch(1);
    connect(m_use, &QCheckBox::toggled, this, [this] {
        showUse();
        Q_EMIT edited(DraftField::AmlRisk);
    });
    showUse();
}

template <typename E>
QComboBox* AmlForm::makeBox(const char* objectName, QString (*text)(E), DraftField field)
{
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(objectName));
    box->addItem(text(E::Unknown), static_cast<int>(E::Unknown));
    for (const auto& [value, name] : WireNames<E>::table)
        box->addItem(text(value), static_cast<int>(value));
    leaveWheelToPage(box);
    connect(box, &QComboBox::currentIndexChanged, this, [this, field] { Q_EMIT edited(field); });
    return box;
}

QWidget* AmlForm::makeFields()
{
    auto* fields = new QWidget(this);
    auto* grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metric::Wide);
    grid->setVerticalSpacing(metric::Small);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const auto add = [&](int row, int column, DraftField field, const QString& label, QWidget* editor,
                         int widest) {
        auto* part = new FormField(label, editor, widest, fields);
        m_parts.insert(field, part);
        grid->addWidget(part, row, column);
    };
    const auto tick = [&](int row, DraftField field, const char* objectName, const QString& text) {
        auto* box = new QCheckBox(text);
        box->setObjectName(QLatin1String(objectName));
        auto* part = new FormField(QString(), box, form::ColumnWidth, fields); // it names itself
        m_parts.insert(field, part);
        grid->addWidget(part, row, 0, 1, 2);
        connect(box, &QCheckBox::toggled, this, [this, field] {
            m_pepCategory->setEnabled(m_pep->isChecked());
            Q_EMIT edited(field);
        });
        return box;
    };
    m_risk = makeBox("amlRiskBox", amlRiskText, DraftField::AmlRisk);
    m_score = new QSpinBox;
    m_score->setObjectName(QStringLiteral("amlScoreSpin"));
    m_score->setRange(NoScore, MaxScore);
    m_score->setValue(NoScore);
    m_score->setSpecialValueText(tr("Not given"));
    leaveWheelToPage(m_score);
    connect(m_score, &QSpinBox::valueChanged, this, [this] { Q_EMIT edited(DraftField::AmlScore); });
    m_pepCategory = makeBox("pepCategoryBox", pepCategoryText, DraftField::PepCategory);
    m_pepCategory->setEnabled(false);
    m_sanctions = makeBox("sanctionsBox", sanctionsText, DraftField::Sanctions);
    m_monitoring = makeBox("monitoringBox", monitoringText, DraftField::Monitoring);

    add(0, 0, DraftField::AmlRisk, tr("Risk level"), m_risk, BoxWidth);
    add(0, 1, DraftField::AmlScore, tr("Risk score, 0 to 100 (optional)"), m_score, ScoreWidth);
    m_pep = tick(1, DraftField::Pep, "pepBox", tr("Politically exposed person (PEP)"));
    add(2, 0, DraftField::PepCategory, tr("PEP category (optional)"), m_pepCategory, BoxWidth);
    add(3, 0, DraftField::Sanctions, tr("Sanctions check (optional)"), m_sanctions, BoxWidth);
    add(3, 1, DraftField::Monitoring, tr("Monitoring (optional)"), m_monitoring, BoxWidth);
    m_edd = tick(4, DraftField::EnhancedDueDiligence, "eddBox", tr("Enhanced due diligence (EDD)"));
    return fields;
}

QWidget* AmlForm::makeResult()
{
    auto* result = new QWidget(this);
    result->setFixedWidth(ResultWidth);
    auto* column = new QVBoxLayout(result);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_result = new FieldList(tr("What the customer will need"), result);
    m_result->setObjectName(QStringLiteral("resultSection"));
    m_data = new FieldList(tr("What will be registered"), result);
    m_data->setObjectName(QStringLiteral("registeredDataSection"));
    column->addWidget(m_result);
    column->addWidget(m_data);
    return result;
}

void AmlForm::writeTo(review::RegistrationDraft& draft) const
{
    draft.usesAml = m_use->isChecked();
    draft.aml.risk = chosenIn<AmlRisk>(m_risk);
    draft.aml.score = m_score->value() == NoScore ? std::nullopt : std::optional(m_score->value());
    draft.aml.pep = m_pep->isChecked();
    draft.aml.pepCategory = chosenIn<PepCategory>(m_pepCategory);
    draft.aml.sanctions = chosenIn<SanctionsScreening>(m_sanctions);
    draft.aml.monitoring = chosenIn<Monitoring>(m_monitoring);
    draft.aml.enhancedDueDiligence = m_edd->isChecked();
}

void AmlForm::showDraft(const review::RegistrationDraft& draft, const QDate& today,
                        const FieldMessages& refused)
{
    for (auto part = m_parts.cbegin(); part != m_parts.cend(); ++part) {
        QString fault = refused.value(part.key());
        if (fault.isEmpty() && m_judged)
            fault = draftFaultText(part.key(), draft.faultOf(part.key(), today));
        part.value()->setFault(fault);
    }
    showResult(draft);
}

void AmlForm::showResult(const review::RegistrationDraft& draft)
{
    const RiskLevel risk = draft.risk();
    const bool known = risk != RiskLevel::Unknown;
    QList<WireValue<Requirement>> needed;
    for (const Requirement requirement : requirementsFor(risk))
        needed << requirement;
    // A category that asks for something of its own keeps doing so unless the risk was raised.
    if (!known || risk == draft.category.risk.value())
        needed = review::neededDocuments(draft.category);
    QList<FieldRow> rows{{tr("Risk"),
                          {},
                          known ? words::riskLong(risk) : tr("Not known yet"),
                          known ? toneOf(risk) : Tone::Outline}};
    const QString approver = approverName(risk);
    rows << FieldRow{tr("Approved by"), approver.isEmpty() ? tr("not known yet") : approver, {}, {}};
    rows << FieldRow{
        tr("Documents"), needed.isEmpty() ? tr("not known yet") : words::requirements(needed), {}, {}};
    m_result->setRows(rows);

    const Person& person = draft.person();
    m_data->setRows({{tr("Category"), orDash(draft.category.name), {}, {}},
                     {tr("Name"), orDash(person.fullName()), {}, {}},
                     {tr("Born"), dateText(person.dateOfBirth), {}, {}},
                     {tr("Nationality"), orDash(person.nationality), {}, {}},
                     {tr("E-mail"), orDash(person.email), {}, {}},
                     {tr("Phone"), orDash(person.phone), {}, {}}});
}

void AmlForm::showUse()
{
    m_fields->setVisible(m_use->isChecked());
    m_unused->setVisible(!m_use->isChecked());
}

void AmlForm::reveal()
{
    m_judged = true;
}

void AmlForm::clear()
{
    const QSignalBlocker blocker(this);
    m_use->setChecked(false);
    for (QComboBox* box : {m_risk, m_pepCategory, m_sanctions, m_monitoring})
        box->setCurrentIndex(0);
    m_score->setValue(NoScore);
    m_pep->setChecked(false);
    m_edd->setChecked(false);
    m_judged = false;
}

void AmlForm::focusFirst()
{
    m_use->setFocus();
}

void AmlForm::focusField(DraftField field)
{
    if (!m_use->isChecked())
        m_use->setFocus();
    else if (const FormField* part = m_parts.value(field))
        part->editor()->setFocus();
}

} // namespace finhub::views
