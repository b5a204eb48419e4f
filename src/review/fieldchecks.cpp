#include "review/fieldchecks.h"

namespace finhub::review {

namespace {
QPair<QString, int> keyOf(const Document& document, DeclaredField field)
{
    return {document.id.text(), static_cast<int>(field)};
}
} // namespace

QList<DeclaredField> fieldsShownBy(DocumentType type)
{
    using enum DeclaredField;
    switch (type) {
    case DocumentType::Passport:
    case DocumentType::NationalId:
    case DocumentType::IdCard:
    case DocumentType::GovernmentId:
    case DocumentType::Unknown:
        return {Name, DateOfBirth, Nationality, PlaceOfBirth, Gender};
    case DocumentType::DriversLicense:
        return {Name, DateOfBirth, PlaceOfBirth};
    case DocumentType::BeneficialOwnership:
    case DocumentType::PepDeclaration:
        return {Name, DateOfBirth, Nationality};
    case DocumentType::ProofOfAddress:
    case DocumentType::SourceOfFunds:
    case DocumentType::BankStatement:
    case DocumentType::IncomeProof:
        return {Name};
    case DocumentType::Selfie:
        return {};
    }
    return {};
}

FieldCheck FieldChecks::check(const Document& document, DeclaredField field, const QString& declared) const
{
    const auto found = m_entries.constFind(keyOf(document, field));
    if (found == m_entries.constEnd() || found->sha256 != document.sha256 || found->declared != declared)
        return FieldCheck::Open;
    return found->check;
}

void FieldChecks::setCheck(const Document& document, DeclaredField field, const QString& declared,
                           FieldCheck check)
{
    if (this->check(document, field, declared) == check)
        return;
    m_entries.insert(keyOf(document, field), {document.sha256, declared, check});
    Q_EMIT changed();
}

void FieldChecks::clear()
{
    if (m_entries.isEmpty())
        return;
    m_entries.clear();
    Q_EMIT changed();
}

QString declaredValue(const Person& person, DeclaredField field)
{
    switch (field) {
    case DeclaredField::Name:
        return person.fullName();
    case DeclaredField::DateOfBirth:
        return person.dateOfBirth.toString(Qt::ISODate);
    case DeclaredField::Nationality:
        return person.nationality;
    case DeclaredField::PlaceOfBirth:
        return person.placeOfBirth;
    case DeclaredField::Gender:
        return person.gender;
    }
    return {};
}

QList<DeclaredField> comparableFields(const Document& document, const Person& person)
{
    QList<DeclaredField> fields = fieldsShownBy(document.type.value());
    fields.removeIf([&person](DeclaredField field) { return declaredValue(person, field).isEmpty(); });
    return fields;
}

FieldChecks::Count countChecks(const FieldChecks& checks, const Document& document, const Person& person)
{
    FieldChecks::Count count;
    for (const DeclaredField field : comparableFields(document, person)) {
        const FieldCheck check = checks.check(document, field, declaredValue(person, field));
        ++count.fields;
        count.checked += check != FieldCheck::Open;
        count.differing += check == FieldCheck::Differs;
    }
    return count;
}

} // namespace finhub::review
