#include "views/declaredsection.h"

#include "review/casefile.h"
#include "views/actions/actionregistry.h"
#include "views/actions/keytexts.h"
#include "views/ink.h"
#include "views/style/buttonkind.h"
#include "views/support/disclosure.h"
#include "views/support/masking.h"
#include "views/timetext.h"
#include "views/widgets/keyhint.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <array>

namespace finhub::views {

namespace {
using review::DeclaredField;
using review::FieldCheck;

constexpr std::array<std::pair<DeclaredField, const char*>, 5> Keys{{
    {DeclaredField::Name, "name"},
    {DeclaredField::DateOfBirth, "dateOfBirth"},
    {DeclaredField::Nationality, "nationality"},
    {DeclaredField::PlaceOfBirth, "placeOfBirth"},
    {DeclaredField::Gender, "gender"},
}};

QString keyOf(DeclaredField field)
{
    for (const auto& [known, key] : Keys) {
        if (known == field)
            return QLatin1String(key);
    }
    return {};
}

std::optional<DeclaredField> fieldOf(const QString& key)
{
    for (const auto& [field, known] : Keys) {
        if (key == QLatin1String(known))
            return field;
    }
    return std::nullopt;
}

// The two enumerations say the same, one below the views and one without knowing of reviews.
Tick tickFor(FieldCheck check)
{
    switch (check) {
    case FieldCheck::Open:
        return Tick::Open;
    case FieldCheck::Matches:
        return Tick::Matches;
    case FieldCheck::Differs:
        return Tick::Differs;
    case FieldCheck::NotShown:
        return Tick::NotShown;
    }
    return Tick::Open;
}

FieldCheck checkFor(Tick tick)
{
    switch (tick) {
    case Tick::Open:
        return FieldCheck::Open;
    case Tick::Matches:
        return FieldCheck::Matches;
    case Tick::Differs:
        return FieldCheck::Differs;
    case Tick::NotShown:
        return FieldCheck::NotShown;
    }
    return FieldCheck::Open;
}

Tick after(Tick tick)
{
    return static_cast<Tick>((static_cast<int>(tick) + 1) % 4);
}

QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("–") : displayText(text);
}
} // namespace

DeclaredSection::DeclaredSection(QWidget* parent)
    : FieldList(tr("Declared data"), parent)
    , m_count(new QLabel(this))
    , m_buttons(new QWidget(this))
{
    setObjectName(QStringLiteral("declaredSection"));
    m_count->setObjectName(QStringLiteral("fieldCount"));
    m_count->setProperty("textSize", QStringLiteral("small"));
    addToHeading(m_count);
    auto* layout = new QHBoxLayout(m_buttons);
    layout->setContentsMargins(0, metric::Tight, 0, 0);
    layout->setSpacing(metric::Tight);
    addBelow(m_buttons);
    // Between two documents nothing can be ticked; what stands below stays where it is.
    QSizePolicy keep = m_buttons->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_buttons->setSizePolicy(keep);
    addTickAction(QStringLiteral("matches"), Tick::Matches);
    addTickAction(QStringLiteral("differs"), Tick::Differs);
    addTickAction(QStringLiteral("notShown"), Tick::NotShown);
    layout->addStretch(1);
    ActionRegistry& actions = ActionRegistry::instance();
    connect(actions.make(QStringLiteral("nextFieldAction"), this), &QAction::triggered, this,
            [this] { step(1); });
    connect(actions.make(QStringLiteral("previousFieldAction"), this), &QAction::triggered, this,
            [this] { step(-1); });
    connect(this, &FieldList::tickWanted, this, [this](const QString& key) {
        const std::optional<DeclaredField> field = fieldOf(key);
        if (!field)
            return;
        m_current = field;
        setTick(*field, after(tickOf(*field)));
    });
    refresh();
}

void DeclaredSection::addTickAction(const QString& name, Tick tick)
{
    QAction* action = ActionRegistry::instance().make(name + QStringLiteral("Action"), this);
    auto* button = new HintButton(action->text(), keyOf(action), m_buttons);
    button->setObjectName(name + QStringLiteral("Button"));
    showKey(button, action, action->text(), tr("The field with the ring: %1").arg(action->text()));
    button->setFocusPolicy(Qt::TabFocus);
    setKind(button, ButtonKind::Flat);
    m_buttons->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::triggered, this, [this, tick] { tickCurrent(tick); });
}

void DeclaredSection::setCase(const review::CaseFile* file, review::FieldChecks* checks)
{
    if (m_checks)
        m_checks->disconnect(this);
    m_file = file;
    m_checks = checks;
    if (checks)
        connect(checks, &review::FieldChecks::changed, this, &DeclaredSection::refresh);
    m_document.reset();
    m_current.reset();
    refresh();
}

void DeclaredSection::setDocument(const std::optional<Document>& document)
{
    m_document = document;
    m_current.reset();
    goOn();
    refresh();
}

const Person* DeclaredSection::person() const
{
    return m_file && m_file->customer().value ? &m_file->customer().value->person : nullptr;
}

/// Nobody compares what they may not see.
QList<DeclaredField> DeclaredSection::fields() const
{
    if (!m_document || !m_checks || !person() || masksPersonal(*m_file))
        return {};
    return review::comparableFields(*m_document, *person());
}

Tick DeclaredSection::tickOf(DeclaredField field) const
{
    return tickFor(m_checks->check(*m_document, field, review::declaredValue(*person(), field)));
}

void DeclaredSection::setTick(DeclaredField field, Tick tick)
{
    m_checks->setCheck(*m_document, field, review::declaredValue(*person(), field), checkFor(tick));
    refresh();
}

void DeclaredSection::tickCurrent(Tick tick)
{
    if (!m_current || !fields().contains(*m_current))
        return;
    const DeclaredField field = *m_current;
    goOn();
    setTick(field, tick);
}

/// To the next field that nobody has looked at; when there is none, the current one stays.
void DeclaredSection::goOn()
{
    const QList<DeclaredField> all = fields();
    const auto at = m_current ? all.indexOf(*m_current) : -1;
    for (qsizetype i = 1; i <= all.size(); ++i) {
        const DeclaredField field = all.at((at + i) % all.size());
        if (field != m_current && tickOf(field) == Tick::Open) {
            m_current = field;
            return;
        }
    }
    if (!m_current && !all.isEmpty())
        m_current = all.first();
}

void DeclaredSection::step(int by)
{
    const QList<DeclaredField> all = fields();
    if (all.isEmpty())
        return;
    const auto at = m_current ? all.indexOf(*m_current) : -1;
    m_current = all.at((at + by + all.size()) % all.size());
    refresh();
}

void DeclaredSection::refresh()
{
    if (!person()) {
        setRows({});
    } else {
        if (!m_current || !fields().contains(*m_current)) {
            m_current.reset();
            goOn();
        }
        setRows(rows());
    }
    showCount();
}

void DeclaredSection::showCount()
{
    const bool any = !fields().isEmpty();
    m_count->setVisible(any);
    m_buttons->setVisible(any);
    if (!any)
        return;
    const review::FieldChecks::Count count = review::countChecks(*m_checks, *m_document, *person());
    const QLocale locale;
    const QString checked = locale.toString(count.checked);
    QString text = count.fields == 1
                       ? tr("%1 of 1 field checked").arg(checked)
                       : tr("%1 of %2 fields checked").arg(checked, locale.toString(count.fields));
    if (count.differing == 1)
        text = tr("%1, 1 differs").arg(text);
    else if (count.differing > 1)
        text = tr("%1, %2 differ").arg(text, locale.toString(count.differing));
    setPlainText(m_count, text);
    setInk(m_count, count.differing > 0             ? Ink::Bad
                    : count.checked == count.fields ? Ink::Good
                                                    : Ink::Secondary);
}

QList<FieldRow> DeclaredSection::rows() const
{
    const Person& declared = *person();
    // For a role that may only look; the customer page shows them one by one.
    const bool masked = masksPersonal(*m_file);
    const auto shown = [masked](const QString& value, const QString& mask) { return masked ? mask : value; };
    const QList<DeclaredField> comparable = fields();
    QList<FieldRow> rows;
    const auto add = [&](DeclaredField field, const QString& name, const QString& value) {
        FieldRow row{.name = name, .value = orDash(value), .key = keyOf(field)};
        if (comparable.contains(field)) {
            row.tick = tickOf(field);
            row.current = field == m_current;
        }
        rows << row;
    };
    add(DeclaredField::Name, tr("Name"), declared.fullName());
    add(DeclaredField::DateOfBirth, tr("Born"),
        shown(dateText(declared.dateOfBirth), masking::date(declared.dateOfBirth)));
    add(DeclaredField::Nationality, tr("Nationality"), declared.nationality);
    if (!declared.placeOfBirth.isEmpty())
        add(DeclaredField::PlaceOfBirth, tr("Born in"),
            shown(declared.placeOfBirth, masking::text(declared.placeOfBirth)));
    if (!declared.gender.isEmpty())
        add(DeclaredField::Gender, tr("Gender"), words::gender(declared.gender));
    // A long address goes on in the next line, which a text that can be selected cannot.
    rows << FieldRow{.name = tr("E-mail"),
                     .value = orDash(shown(declared.email, masking::email(declared.email))),
                     .key = QStringLiteral("declaredEmail"),
                     .copy = masked ? QString() : declared.email,
                     .masked = false};
    rows << FieldRow{.name = tr("Phone"),
                     .value = orDash(shown(declared.phone, masking::phone(declared.phone)))};
    rows << FieldRow{.name = tr("Registered"), .value = dateText(m_file->customer().value->createdAt)};
    return rows;
}

} // namespace finhub::views
