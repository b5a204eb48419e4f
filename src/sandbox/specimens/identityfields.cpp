#include "sandbox/specimens/identityfields.h"

#include "core/mrz.h"
#include "sandbox/specimens/addressbook.h"
#include "sandbox/specimens/capitals.h"
#include "sandbox/specimens/countries.h"
#include "sandbox/specimens/personseed.h"
#include "sandbox/specimens/shownperson.h"
#include "sandbox/specimens/specimenrandom.h"

#include <array>

namespace finhub::sandbox {

namespace {
IdentityKind kindOf(const SpecimenRequest& request)
{
    switch (request.type) {
    case DocumentType::Passport:
        return IdentityKind::Passport;
    case DocumentType::DriversLicense:
        return IdentityKind::DrivingLicence;
    case DocumentType::GovernmentId:
        return SpecimenRandom(request.seed).oneIn(2) ? IdentityKind::Passport : IdentityKind::IdentityCard;
    case DocumentType::NationalId:
    case DocumentType::IdCard:
    case DocumentType::ProofOfAddress:
    case DocumentType::SourceOfFunds:
    case DocumentType::BankStatement:
    case DocumentType::IncomeProof:
    case DocumentType::BeneficialOwnership:
    case DocumentType::PepDeclaration:
    case DocumentType::Selfie:
    case DocumentType::Unknown:
        break;
    }
    return IdentityKind::IdentityCard;
}

/// Each country keeps to one pattern for each kind of document.
QString numberFor(const Country& country, IdentityKind kind, SpecimenRandom& random)
{
    static constexpr std::array<QStringView, 4> patterns{u"########", u"?#######", u"??######", u"??#######"};
    static constexpr QStringView letters = u"ABCDEFGHJKLMNPRSTUVWXYZ";
    const quint64 choice = textSeed(country.mrzCode) + static_cast<quint64>(kind);
    QString number;
    for (const QChar c : patterns[choice % patterns.size()]) {
        if (c == u'?')
            number += letters.at(random.below(static_cast<int>(letters.size())));
        else
            number += QString::number(random.below(10));
    }
    return number;
}

QString authorityFor(const SpecimenRequest& request, IdentityKind kind, SpecimenRandom& random)
{
    const QString city = cityOf(request.person.nationality, random.next());
    if (countryNamed(request.person.nationality).iso2.isEmpty())
        return QStringLiteral("Ministry of the Interior");
    if (kind == IdentityKind::DrivingLicence)
        return QStringLiteral("Transport Authority ") + city;
    static constexpr std::array<QStringView, 3> offices{u"Migration Department ",
                                                        u"Ministry of the Interior, ", u"Municipality of "};
    return random.pick(offices).toString() + city;
}

QString personalNumberOf(const SpecimenPerson& shown, quint64 seed)
{
    SpecimenRandom random(seed ^ 0x9E250A1ULL);
    return shown.dateOfBirth.toString(QStringLiteral("yyMMdd")) + u'-' +
           QString::number(random.between(10000, 99999));
}
} // namespace

bool isIdentityDocument(DocumentType type)
{
    switch (type) {
    case DocumentType::Passport:
    case DocumentType::NationalId:
    case DocumentType::IdCard:
    case DocumentType::DriversLicense:
    case DocumentType::GovernmentId:
        return true;
    case DocumentType::ProofOfAddress:
    case DocumentType::SourceOfFunds:
    case DocumentType::BankStatement:
    case DocumentType::IncomeProof:
    case DocumentType::BeneficialOwnership:
    case DocumentType::PepDeclaration:
    case DocumentType::Selfie:
    case DocumentType::Unknown:
        return false;
    }
    return false;
}

IdentityFields identityFields(const SpecimenRequest& request)
{
    const SpecimenPerson shown = shownPerson(request);
    const Country country = countryNamed(shown.nationality);
    SpecimenRandom random(request.seed ^ 0x1DE271ULL);

    IdentityFields fields;
    fields.kind = kindOf(request);
    fields.surname = capitals(shown.lastName);
    fields.givenNames = capitals(shown.firstName);
    fields.nationality = country.nativeName;
    fields.placeOfBirth = capitals(shown.placeOfBirth.isEmpty()
                                       ? cityOf(shown.nationality, personSeed(request.person) ^ 0xB127ULL)
                                       : shown.placeOfBirth);
    fields.dateOfBirth = shown.dateOfBirth;
    fields.documentNumber = numberFor(country, fields.kind, random);
    fields.authority = authorityFor(request, fields.kind, random);
    fields.personalNumber = personalNumberOf(shown, personSeed(request.person));

    const int validYears = fields.kind == IdentityKind::Passport && random.oneIn(4) ? 5 : 10;
    fields.expiresOn = request.flaw == Flaw::Expired
                           ? request.uploadedOn.addDays(-random.between(9, 700))
                           : request.uploadedOn.addDays(random.between(200, validYears * 365 - 90));
    fields.issuedOn = fields.expiresOn.addYears(-validYears).addDays(1);

    MrzFields zone;
    zone.documentNumber = fields.documentNumber;
    zone.issuingState = country.mrzCode;
    zone.nationality = country.mrzCode;
    zone.surname = shown.lastName;
    zone.givenNames = shown.firstName;
    zone.dateOfBirth = fields.dateOfBirth;
    zone.expiry = fields.expiresOn;
    switch (sexOf(request.person)) {
    case Sex::Male:
        fields.sex = QStringLiteral("M");
        zone.sex = u'M';
        break;
    case Sex::Female:
        fields.sex = QStringLiteral("F");
        zone.sex = u'F';
        break;
    case Sex::Unspecified:
        fields.sex = QStringLiteral("X");
        break;
    }
    switch (fields.kind) {
    case IdentityKind::Passport:
        fields.mrz = mrzTd3(zone);
        break;
    case IdentityKind::IdentityCard:
        fields.mrz = mrzTd1(zone);
        break;
    case IdentityKind::DrivingLicence:
        break;
    }
    return fields;
}

} // namespace finhub::sandbox
