#include "review/registrationdraft.h"

#include "core/requireddocuments.h"
#include "review/typedtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace finhub::review {

namespace {
constexpr int MaxScore = 100;
constexpr int OldestYears = 130;

struct FieldRow {
    DraftField field;
    DraftStep step;
    const char* member; ///< the name in the request
};

constexpr std::array<FieldRow, 20> Fields{
    {{DraftField::Category, DraftStep::Category, "customerCategory"},
     {DraftField::FirstName, DraftStep::Registration, "firstName"},
     {DraftField::LastName, DraftStep::Registration, "lastName"},
     {DraftField::BirthDate, DraftStep::Registration, "dateOfBirth"},
     {DraftField::Nationality, DraftStep::Registration, "nationality"},
     {DraftField::Gender, DraftStep::Registration, "gender"},
     {DraftField::BirthPlace, DraftStep::Registration, "placeOfBirth"},
     {DraftField::Email, DraftStep::Registration, "email"},
     {DraftField::Phone, DraftStep::Registration, "phone"},
     {DraftField::Pincode, DraftStep::Registration, "pincode"},
     {DraftField::Password, DraftStep::Registration, "password"},
     {DraftField::RepeatedPassword, DraftStep::Registration, "matchingPassword"},
     {DraftField::Roles, DraftStep::Registration, "roleIds"},
     {DraftField::AmlRisk, DraftStep::Aml, "riskLevel"},
     {DraftField::AmlScore, DraftStep::Aml, "riskScore"},
     {DraftField::Pep, DraftStep::Aml, "pep"},
     {DraftField::PepCategory, DraftStep::Aml, "pepCategory"},
     {DraftField::Sanctions, DraftStep::Aml, "sanctionsCheck"},
     {DraftField::Monitoring, DraftStep::Aml, "monitoring"},
     {DraftField::EnhancedDueDiligence, DraftStep::Aml, "edd"}}};

constexpr auto FieldOrder = [] {
    std::array<DraftField, Fields.size()> order{};
    for (std::size_t i = 0; i < Fields.size(); ++i)
        order[i] = Fields[i].field;
    return order;
}();

/// The member of Person behind a text field; nullptr for the date, which is not a text there.
QString Person::*textMember(DraftField field)
{
    switch (field) {
    case DraftField::FirstName:
        return &Person::firstName;
    case DraftField::LastName:
        return &Person::lastName;
    case DraftField::Nationality:
        return &Person::nationality;
    case DraftField::Gender:
        return &Person::gender;
    case DraftField::BirthPlace:
        return &Person::placeOfBirth;
    case DraftField::Email:
        return &Person::email;
    case DraftField::Phone:
        return &Person::phone;
    case DraftField::Pincode:
        return &Person::pincode;
    case DraftField::Category:
    case DraftField::BirthDate:
    case DraftField::Password:
    case DraftField::RepeatedPassword:
    case DraftField::Roles:
    case DraftField::AmlRisk:
    case DraftField::AmlScore:
    case DraftField::Pep:
    case DraftField::PepCategory:
    case DraftField::Sanctions:
    case DraftField::Monitoring:
    case DraftField::EnhancedDueDiligence:
        return nullptr;
    }
    return nullptr;
}

DraftFault textFault(const QString& text, bool required)
{
    if (text.isEmpty())
        return required ? DraftFault::Missing : DraftFault::None;
    return text.size() > MaxTextLength ? DraftFault::TooLong : DraftFault::None;
}

DraftFault birthFault(const QString& typed, const QDate& date, const QDate& today)
{
    if (typed.isEmpty())
        return DraftFault::Missing;
    if (!date.isValid())
        return DraftFault::NotADate;
    if (date > today)
        return DraftFault::InTheFuture;
    if (date < today.addYears(-OldestYears))
        return DraftFault::TooLongAgo;
    return isAdult(date, today) ? DraftFault::None : DraftFault::Underage;
}

/// Fills what the answer left empty.
void complete(QString& answered, const QString& sent)
{
    if (answered.isEmpty())
        answered = sent;
}
} // namespace

std::span<const DraftField> draftFields()
{
    return FieldOrder;
}

DraftStep stepOf(DraftField field)
{
    const auto* const row = std::find_if(Fields.begin(), Fields.end(),
                                         [field](const FieldRow& one) { return one.field == field; });
    return row->step;
}

std::optional<DraftField> fieldOfMember(const QString& member)
{
    static const QRegularExpression indexes(QStringLiteral(R"(\[\d*\])"));
    QString name = member;
    name.remove(indexes);
    if (name.startsWith(QLatin1String("customerCategory")))
        return DraftField::Category;
    name = name.section(u'.', -1);
    for (const FieldRow& row : Fields) {
        if (name == QLatin1String(row.member))
            return row.field;
    }
    return std::nullopt;
}

PasswordFacts PasswordFacts::of(const QString& password, const QString& repetition, bool held)
{
    PasswordFacts facts;
    facts.given = !password.isEmpty();
    facts.repeated = !repetition.isEmpty();
    facts.same = password == repetition;
    facts.held = held && !facts.given && !facts.repeated;
    facts.broken = brokenPasswordRules(password);
    return facts;
}

bool isForIndividuals(const Category& category)
{
    static const QRegularExpression business(QStringLiteral("(^|[^a-z0-9])b2b([^a-z0-9]|$)"),
                                             QRegularExpression::CaseInsensitiveOption);
    return !business.match(category.code).hasMatch() && !business.match(category.id.text()).hasMatch();
}

QList<WireValue<Requirement>> neededDocuments(const Category& category)
{
    if (!category.requiredDocuments.isEmpty())
        return category.requiredDocuments;
    QList<WireValue<Requirement>> needed;
    for (const Requirement requirement : requirementsFor(category.risk.value()))
        needed << requirement;
    return needed;
}

void RegistrationDraft::setText(DraftField field, const QString& typed)
{
    if (field == DraftField::BirthDate) {
        m_birthDate = cleanLine(typed);
        m_person.dateOfBirth = readDate(typed);
    } else if (QString Person::*member = textMember(field)) {
        m_person.*member = field == DraftField::Phone ? cleanPhone(typed) : cleanLine(typed);
    }
}

QString RegistrationDraft::text(DraftField field) const
{
    if (field == DraftField::BirthDate)
        return m_birthDate;
    QString Person::*const member = textMember(field);
    return member ? m_person.*member : QString();
}

std::optional<AmlProfile> RegistrationDraft::profile() const
{
    if (!usesAml)
        return std::nullopt;
    AmlProfile sent = aml;
    if (!sent.pep.value_or(false))
        sent.pepCategory = PepCategory::Unknown;
    return sent;
}

RiskLevel RegistrationDraft::risk() const
{
    return riskOf(category.risk.value(), profile());
}

DraftFault RegistrationDraft::faultOf(DraftField field, const QDate& today) const
{
    switch (field) {
    case DraftField::Category:
        if (category.id.isEmpty())
            return DraftFault::Missing;
        return isForIndividuals(category) ? DraftFault::None : DraftFault::NotForIndividuals;
    case DraftField::FirstName:
    case DraftField::LastName:
    case DraftField::Nationality:
        return textFault(text(field), true);
    case DraftField::Gender:
    case DraftField::BirthPlace:
    case DraftField::Pincode:
        return textFault(text(field), false);
    case DraftField::BirthDate:
        return birthFault(m_birthDate, m_person.dateOfBirth, today);
    case DraftField::Email:
        if (const DraftFault fault = textFault(m_person.email, true); fault != DraftFault::None)
            return fault;
        return isEmail(m_person.email) ? DraftFault::None : DraftFault::NotAnEmail;
    case DraftField::Phone:
        if (m_person.phone.isEmpty())
            return DraftFault::Missing;
        return isPhone(m_person.phone) ? DraftFault::None : DraftFault::NotAPhone;
    case DraftField::Password:
        if (password.held)
            return DraftFault::None;
        if (!password.given)
            return DraftFault::Missing;
        return password.broken.isEmpty() ? DraftFault::None : DraftFault::WeakPassword;
    case DraftField::RepeatedPassword:
        if (password.held)
            return DraftFault::None;
        if (!password.repeated)
            return DraftFault::Missing;
        return password.same ? DraftFault::None : DraftFault::Different;
    case DraftField::Roles:
        return roles.isEmpty() ? DraftFault::Missing : DraftFault::None;
    case DraftField::AmlRisk:
        return usesAml && aml.risk == AmlRisk::Unknown ? DraftFault::Missing : DraftFault::None;
    case DraftField::AmlScore:
        return usesAml && aml.score && (*aml.score < 0 || *aml.score > MaxScore) ? DraftFault::OutOfRange
                                                                                 : DraftFault::None;
    case DraftField::Pep:
    case DraftField::PepCategory:
    case DraftField::Sanctions:
    case DraftField::Monitoring:
    case DraftField::EnhancedDueDiligence:
        return DraftFault::None;
    }
    return DraftFault::None;
}

QList<DraftField> RegistrationDraft::faultyFields(DraftStep step, const QDate& today) const
{
    QList<DraftField> faulty;
    for (const FieldRow& row : Fields) {
        if (row.step == step && faultOf(row.field, today) != DraftFault::None)
            faulty << row.field;
    }
    return faulty;
}

bool RegistrationDraft::isComplete(const QDate& today) const
{
    return std::all_of(Fields.begin(), Fields.end(),
                       [&](const FieldRow& row) { return faultOf(row.field, today) == DraftFault::None; });
}

bool RegistrationDraft::hasInput() const
{
    return m_person != Person() || !m_birthDate.isEmpty() || password.given || password.repeated || usesAml;
}

bool RegistrationDraft::isSameRequest(const RegistrationDraft& other) const
{
    return m_person == other.m_person && category.id == other.category.id &&
           category.name == other.category.name && roles == other.roles && profile() == other.profile();
}

RegistrationRequest RegistrationDraft::request() const
{
    RegistrationRequest request;
    request.person = m_person;
    request.categoryId = category.id;
    request.categoryName = category.name;
    request.roles = roles;
    request.aml = profile();
    return request;
}

Customer completedBy(Customer answer, const RegistrationDraft& sent)
{
    const Person& typed = sent.person();
    complete(answer.person.firstName, typed.firstName);
    complete(answer.person.lastName, typed.lastName);
    complete(answer.person.email, typed.email);
    complete(answer.person.phone, typed.phone);
    complete(answer.person.nationality, typed.nationality);
    complete(answer.person.gender, typed.gender);
    complete(answer.person.placeOfBirth, typed.placeOfBirth);
    complete(answer.person.pincode, typed.pincode);
    if (!answer.person.dateOfBirth.isValid())
        answer.person.dateOfBirth = typed.dateOfBirth;
    complete(answer.userName, typed.email);
    if (answer.categoryId.isEmpty())
        answer.categoryId = sent.category.id;
    complete(answer.categoryName, sent.category.name);
    if (answer.risk.isAbsent() && sent.risk() != RiskLevel::Unknown)
        answer.risk = sent.risk();
    return answer;
}

} // namespace finhub::review
