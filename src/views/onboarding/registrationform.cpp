#include "views/onboarding/registrationform.h"

#include "core/countries.h"
#include "review/typedtext.h"
#include "views/onboarding/formfield.h"
#include "views/onboarding/formparts.h"
#include "views/onboarding/passwordrules.h"
#include "views/style/theme.h"
#include "views/timetext.h"
#include "views/widgets/wheelguard.h"
#include "views/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
using review::DraftField;

// What fits the content of a field, in pixels.
constexpr int DateWidth = 160;
constexpr int PhoneWidth = 220;
constexpr int CodeWidth = 160;

constexpr int CompletionRows = 8;

QGridLayout* addSection(QVBoxLayout* column, const QString& name, QWidget* page)
{
    column->addSpacing(metric::Small);
    column->addWidget(form::section(name, page));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metric::Wide);
    grid->setVerticalSpacing(metric::Small);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    return grid;
}

int ageOn(const QDate& today, const QDate& born)
{
    const int years = today.year() - born.year();
    return born.addYears(years) > today ? years - 1 : years;
}
} // namespace

RegistrationForm::RegistrationForm(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("registrationPage"));
    QVBoxLayout* column = form::makePage(this);
    column->addWidget(form::title(tr("Register the customer"), this));
    column->addWidget(
        form::explanation(tr("As the customer's documents say it: the review compares the two."), this));
    addPerson(column);
    addContact(column);
    addSignIn(column);
    column->addStretch(1);
}

void RegistrationForm::addPerson(QVBoxLayout* column)
{
    QGridLayout* grid = addSection(column, tr("Person"), this);
    addEdit(grid, 0, 0, DraftField::FirstName, "firstNameEdit", tr("First name"), form::HalfWidth);
    addEdit(grid, 0, 1, DraftField::LastName, "lastNameEdit", tr("Last name"), form::HalfWidth);
    addEdit(grid, 1, 0, DraftField::BirthDate, "birthDateEdit", tr("Date of birth"), DateWidth)
        ->setPlaceholderText(tr("YYYY-MM-DD"));
    QLineEdit* nationality =
        addEdit(grid, 1, 1, DraftField::Nationality, "nationalityEdit", tr("Nationality"), form::HalfWidth);
    auto* completer = new QCompleter(countryNames(), nationality);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(CompletionRows);
    nationality->setCompleter(completer);

    m_gender = new QComboBox;
    m_gender->setObjectName(QStringLiteral("genderBox"));
    m_gender->addItem(tr("Not given"), QString());
    for (const auto& [gender, name] : WireNames<Gender>::table)
        m_gender->addItem(words::gender(QLatin1String(name)), QLatin1String(name));
    leaveWheelToPage(m_gender);
    addField(grid, 2, 0, DraftField::Gender, tr("Gender (optional)"), m_gender, DateWidth);
    connect(m_gender, &QComboBox::currentIndexChanged, this, [this] { noteEdit(DraftField::Gender); });
    addEdit(grid, 2, 1, DraftField::BirthPlace, "birthPlaceEdit", tr("Place of birth (optional)"),
            form::HalfWidth);
}

void RegistrationForm::addContact(QVBoxLayout* column)
{
    QGridLayout* grid = addSection(column, tr("Contact"), this);
    QLineEdit* email = addEdit(grid, 0, 0, DraftField::Email, "emailEdit", tr("E-mail"), form::HalfWidth);
    email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_fields.value(DraftField::Email)->setHint(tr("The customer signs in with it."));
    m_openExisting = new QPushButton(tr("Open the existing customer"));
    m_openExisting->setObjectName(QStringLiteral("openExistingButton"));
    m_openExisting->hide();
    m_fields.value(DraftField::Email)->addBelow(m_openExisting);
    connect(m_openExisting, &QPushButton::clicked, this, &RegistrationForm::existingWanted);
    addEdit(grid, 0, 1, DraftField::Phone, "phoneEdit", tr("Phone"), PhoneWidth)
        ->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_fields.value(DraftField::Phone)->setHint(tr("With the country code: +370 600 12345"));
    addEdit(grid, 1, 0, DraftField::Pincode, "pincodeEdit", tr("Postal code (optional)"), CodeWidth);
}

void RegistrationForm::addSignIn(QVBoxLayout* column)
{
    QGridLayout* grid = addSection(column, tr("Sign-in"), this);
    QLineEdit* password =
        addEdit(grid, 0, 0, DraftField::Password, "passwordEdit", tr("Password"), form::HalfWidth);
    QLineEdit* repetition = addEdit(grid, 0, 1, DraftField::RepeatedPassword, "repeatPasswordEdit",
                                    tr("Repeat the password"), form::HalfWidth);
    for (QLineEdit* edit : {password, repetition}) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                  Qt::ImhNoAutoUppercase);
    }
    m_rules = new PasswordRules(this);
    column->addWidget(m_rules);

    auto* boxes = new QWidget;
    boxes->setObjectName(QStringLiteral("rolesBox"));
    auto* row = new QHBoxLayout(boxes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::Wide);
    const auto addRole = [&](const char* name, Role role) {
        auto* box = new QCheckBox(words::role(role));
        box->setObjectName(QLatin1String(name));
        box->setChecked(true);
        row->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this] {
            m_judged << DraftField::Roles;
            noteEdit(DraftField::Roles);
        });
        return box;
    };
    m_ownerRole = addRole("accountOwnerBox", Role::AccountOwner);
    m_userRole = addRole("userBox", Role::User);
    row->addStretch(1);
    column->addSpacing(metric::Small);
    m_roles = new FormField(tr("Roles"), boxes, form::ColumnWidth, this);
    m_fields.insert(DraftField::Roles, m_roles);
    column->addWidget(m_roles);
}

QLineEdit* RegistrationForm::addEdit(QGridLayout* grid, int row, int column, DraftField field,
                                     const char* objectName, const QString& label, int widest)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(objectName));
    m_edits.insert(field, edit);
    addField(grid, row, column, field, label, edit, widest);
    connect(edit, &QLineEdit::textChanged, this, [this, field] { noteEdit(field); });
    connect(edit, &QLineEdit::editingFinished, this, [this, field] { noteLeave(field); });
    return edit;
}

void RegistrationForm::addField(QGridLayout* grid, int row, int column, DraftField field,
                                const QString& label, QWidget* editor, int widest)
{
    auto* whole = new FormField(label, editor, widest, this);
    m_fields.insert(field, whole);
    grid->addWidget(whole, row, column);
}

void RegistrationForm::noteEdit(DraftField field)
{
    if (m_clearing)
        return;
    m_touched << field;
    Q_EMIT edited(field);
}

/// What was typed is shown as it will be sent, and judged from now on.
void RegistrationForm::noteLeave(DraftField field)
{
    if (m_clearing || !m_touched.contains(field))
        return;
    m_judged << field;
    if (field != DraftField::Password && field != DraftField::RepeatedPassword) {
        QLineEdit* edit = m_edits.value(field);
        const QString clean = textOf(field);
        if (clean != edit->text())
            edit->setText(clean);
    }
    Q_EMIT left();
}

/// A field's text in the form in which it is kept.
QString RegistrationForm::textOf(DraftField field) const
{
    const QString typed = m_edits.value(field)->text();
    review::RegistrationDraft draft;
    draft.setText(field, typed);
    if (field == DraftField::BirthDate)
        return draft.person().dateOfBirth.isValid() ? draft.person().dateOfBirth.toString(Qt::ISODate)
                                                    : draft.text(field);
    if (field == DraftField::Nationality) {
        const QString known = countryNamed(typed);
        return known.isEmpty() ? draft.text(field) : known;
    }
    return draft.text(field);
}

void RegistrationForm::writeTo(review::RegistrationDraft& draft, bool held) const
{
    for (const DraftField field :
         {DraftField::FirstName, DraftField::LastName, DraftField::BirthDate, DraftField::Nationality,
          DraftField::BirthPlace, DraftField::Email, DraftField::Phone, DraftField::Pincode})
        draft.setText(field, textOf(field));
    draft.setText(DraftField::Gender, m_gender->currentData().toString());
    draft.password = review::PasswordFacts::of(m_edits.value(DraftField::Password)->text(),
                                               m_edits.value(DraftField::RepeatedPassword)->text(), held);
    draft.roles.clear();
    if (m_ownerRole->isChecked())
        draft.roles << Role::AccountOwner;
    if (m_userRole->isChecked())
        draft.roles << Role::User;
}

void RegistrationForm::showFaults(const review::RegistrationDraft& draft, const QDate& today,
                                  const FieldMessages& refused)
{
    showHints(draft, today);
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        QString fault = refused.value(field.key());
        if (fault.isEmpty() && m_judged.contains(field.key()))
            fault = draftFaultText(field.key(), draft.faultOf(field.key(), today));
        field.value()->setFault(fault);
    }
    m_rules->setFacts(draft.password, m_judged.contains(DraftField::Password));
}

void RegistrationForm::showHints(const review::RegistrationDraft& draft, const QDate& today)
{
    const QDate& born = draft.person().dateOfBirth;
    const bool readable = born.isValid() && born <= today;
    m_fields.value(DraftField::BirthDate)
        ->setHint(readable
                      ? tr("%1, %2 years old").arg(dateText(born), QLocale().toString(ageOn(today, born)))
                      : QString());
    const QString& country = draft.person().nationality;
    const bool stranger =
        m_judged.contains(DraftField::Nationality) && !country.isEmpty() && !isKnownCountry(country);
    m_fields.value(DraftField::Nationality)
        ->setHint(stranger ? tr("Not in the list of countries; it is sent as it stands.") : QString());
    const QString kept = draft.password.held ? tr("Kept from the last try; type to change it") : QString();
    m_edits.value(DraftField::Password)->setPlaceholderText(kept);
}

void RegistrationForm::reveal()
{
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        m_judged << field.key();
}

void RegistrationForm::setExistingOffered(bool offered)
{
    m_openExisting->setVisible(offered);
}

Secret RegistrationForm::takePassword()
{
    QString password = m_edits.value(DraftField::Password)->text();
    QString repetition = m_edits.value(DraftField::RepeatedPassword)->text();
    // In this order: a text that was pasted into both fields may be one and the same.
    Secret secret = Secret::take(password);
    wipe(repetition);
    clearPasswords();
    return secret;
}

void RegistrationForm::clearPasswords()
{
    const QScopedValueRollback clearing(m_clearing, true);
    for (const DraftField field : {DraftField::Password, DraftField::RepeatedPassword}) {
        // Not clear(), which would leave a step to undo.
        m_edits.value(field)->setText(QString());
        m_touched.remove(field);
        m_judged.remove(field);
    }
}

void RegistrationForm::clear()
{
    clearPasswords();
    const QScopedValueRollback clearing(m_clearing, true);
    for (QLineEdit* edit : std::as_const(m_edits))
        edit->setText(QString());
    m_gender->setCurrentIndex(0);
    m_ownerRole->setChecked(true);
    m_userRole->setChecked(true);
    m_touched.clear();
    m_judged.clear();
    setExistingOffered(false);
}

void RegistrationForm::focusField(DraftField field)
{
    if (field == DraftField::Roles)
        m_ownerRole->setFocus();
    else if (const FormField* whole = m_fields.value(field))
        whole->editor()->setFocus();
}

} // namespace finhub::views
