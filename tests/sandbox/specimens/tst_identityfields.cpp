#include "core/mrz.h"
#include "sandbox/specimens/identityfields.h"
#include "sandbox/specimens/people.h"
#include "sandbox/specimens/shownperson.h"

#include <QTest>

using namespace finhub;
using namespace finhub::sandbox;

/// What identity documents print, and that the machine-readable zone says the same.
class TestIdentityFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void zoneRepeatsWhatIsPrinted_data();
    void zoneRepeatsWhatIsPrinted();
    void zoneOfKnownPassport();
    void drivingLicencesHaveNoZone();
    void governmentIdIsEither();
    void validityFollowsTheFlaw();
    void nameDiffers();
    void birthDateDiffers();
    void sexIsTheDeclaredOne();
    void isIdentityDocumentIsRequirement();
};

void TestIdentityFields::zoneRepeatsWhatIsPrinted_data()
{
    QTest::addColumn<int>("person");
    QTest::addColumn<int>("flaw");
    for (int person = 0; person < difficultPeople().size(); ++person)
        for (int flaw = 0; flaw < 8; ++flaw)
            QTest::addRow("person %d flaw %d", person, flaw) << person << flaw;
}

void TestIdentityFields::zoneRepeatsWhatIsPrinted()
{
    QFETCH(int, person);
    QFETCH(int, flaw);
    const auto at = [](const QString& line, qsizetype from, qsizetype count) {
        return line.mid(from, count);
    };
    const auto checked = [](const QString& field) { return field.back() == mrzCheckDigit(field.chopped(1)); };
    for (const DocumentType type : {DocumentType::Passport, DocumentType::IdCard, DocumentType::NationalId}) {
        for (quint64 seed = 0; seed < 20; ++seed) {
            const IdentityFields fields = identityFields(specimenRequest(
                type, MimeType::Jpeg, difficultPeople().at(person), seed, static_cast<Flaw>(flaw)));
            const QString birth = fields.dateOfBirth.toString(QStringLiteral("yyMMdd"));
            const QString expiry = fields.expiresOn.toString(QStringLiteral("yyMMdd"));
            const QString number = fields.documentNumber.leftJustified(9, u'<');
            const QString names = mrzTransliterated(fields.surname) + QStringLiteral("<<") +
                                  mrzTransliterated(fields.givenNames);
            if (type == DocumentType::Passport) {
                QCOMPARE(fields.mrz.size(), 2);
                const QString& first = fields.mrz.at(0);
                const QString& second = fields.mrz.at(1);
                QCOMPARE(first.size(), 44);
                QCOMPARE(second.size(), 44);
                QCOMPARE(at(first, 5, 39), names.left(39).leftJustified(39, u'<'));
                QCOMPARE(at(second, 0, 9), number);
                QCOMPARE(at(second, 13, 6), birth);
                QCOMPARE(at(second, 21, 6), expiry);
                QVERIFY(checked(at(second, 0, 10)) && checked(at(second, 13, 7)) &&
                        checked(at(second, 21, 7)) && checked(at(second, 28, 15)));
                QVERIFY(checked(at(second, 0, 10) + at(second, 13, 7) + at(second, 21, 23)));
            } else {
                QCOMPARE(fields.mrz.size(), 3);
                for (const QString& line : fields.mrz)
                    QCOMPARE(line.size(), 30);
                const QString& first = fields.mrz.at(0);
                const QString& second = fields.mrz.at(1);
                QCOMPARE(at(first, 5, 9), number);
                QCOMPARE(at(second, 0, 6), birth);
                QCOMPARE(at(second, 8, 6), expiry);
                QVERIFY(checked(at(first, 5, 10)) && checked(at(second, 0, 7)) && checked(at(second, 8, 7)));
                QVERIFY(checked(at(first, 5, 25) + at(second, 0, 7) + at(second, 8, 7) + at(second, 18, 12)));
                QCOMPARE(fields.mrz.at(2), names.left(30).leftJustified(30, u'<'));
            }
        }
    }
}

void TestIdentityFields::zoneOfKnownPassport()
{
    const QList<SpecimenPerson> people = difficultPeople();
    const auto issuer = [](const SpecimenPerson& person) {
        return identityFields(specimenRequest(DocumentType::Passport, MimeType::Jpeg, person, 1))
            .mrz.at(0)
            .left(5);
    };
    QCOMPARE(issuer(people.at(0)), QStringLiteral("P<LTU"));
    QCOMPARE(issuer(people.at(1)), QStringLiteral("P<D<<"));
    QCOMPARE(issuer(people.at(5)), QStringLiteral("P<JPN"));
    QCOMPARE(issuer(people.at(6)), QStringLiteral("P<UTO"));
    const IdentityFields german =
        identityFields(specimenRequest(DocumentType::Passport, MimeType::Jpeg, people.at(1), 1));
    QVERIFY(german.mrz.at(0).startsWith(QLatin1String("P<D<<VON<HOHENSTEIN<WOLKENBURG<MUELLER<<")));
}

void TestIdentityFields::drivingLicencesHaveNoZone()
{
    const IdentityFields fields = identityFields(
        specimenRequest(DocumentType::DriversLicense, MimeType::Jpeg, difficultPeople().constFirst(), 3));
    QCOMPARE(fields.kind, IdentityKind::DrivingLicence);
    QVERIFY(fields.mrz.isEmpty());
}

void TestIdentityFields::governmentIdIsEither()
{
    int passports = 0;
    int cards = 0;
    for (quint64 seed = 0; seed < 100; ++seed) {
        const IdentityKind kind = identityFields(specimenRequest(DocumentType::GovernmentId, MimeType::Jpeg,
                                                                 difficultPeople().constFirst(), seed))
                                      .kind;
        passports += kind == IdentityKind::Passport ? 1 : 0;
        cards += kind == IdentityKind::IdentityCard ? 1 : 0;
    }
    QCOMPARE(passports + cards, 100);
    QVERIFY(passports > 20 && cards > 20);
}

void TestIdentityFields::validityFollowsTheFlaw()
{
    for (const DocumentType type :
         {DocumentType::Passport, DocumentType::IdCard, DocumentType::DriversLicense})
        for (int flaw = 0; flaw < 8; ++flaw)
            for (quint64 seed = 0; seed < 100; ++seed) {
                const SpecimenRequest request = specimenRequest(
                    type, MimeType::Jpeg, difficultPeople().constFirst(), seed, static_cast<Flaw>(flaw));
                const IdentityFields fields = identityFields(request);
                QCOMPARE(fields.expiresOn < request.uploadedOn, request.flaw == Flaw::Expired);
                QVERIFY(fields.issuedOn < request.uploadedOn);
                QVERIFY(fields.issuedOn > fields.dateOfBirth);
            }
}

void TestIdentityFields::nameDiffers()
{
    for (const SpecimenPerson& person : difficultPeople())
        for (quint64 seed = 0; seed < 100; ++seed) {
            const SpecimenPerson shown = shownPerson(
                specimenRequest(DocumentType::Passport, MimeType::Jpeg, person, seed, Flaw::NameDiffers));
            const bool givenNameDiffers = shown.firstName != person.firstName;
            const bool surnameDiffers = shown.lastName != person.lastName;
            QVERIFY(givenNameDiffers != surnameDiffers);
            QVERIFY(!shown.firstName.isEmpty() && !shown.lastName.isEmpty());
            QCOMPARE(shown.dateOfBirth, person.dateOfBirth);
        }
}

void TestIdentityFields::birthDateDiffers()
{
    bool swapped = false;
    bool anotherYear = false;
    for (const SpecimenPerson& person : difficultPeople())
        for (quint64 seed = 0; seed < 100; ++seed) {
            const QDate shown = shownPerson(specimenRequest(DocumentType::Passport, MimeType::Jpeg, person,
                                                            seed, Flaw::BirthDateDiffers))
                                    .dateOfBirth;
            QVERIFY(shown.isValid() && shown != person.dateOfBirth);
            const bool sameYear = shown.year() == person.dateOfBirth.year();
            QVERIFY(sameYear || std::abs(shown.year() - person.dateOfBirth.year()) == 1);
            swapped = swapped || (sameYear && shown.day() == person.dateOfBirth.month());
            anotherYear = anotherYear || !sameYear;
        }
    // 3 December 1958 can be read as 12 March.
    QVERIFY(swapped);
    QVERIFY(anotherYear);
}

void TestIdentityFields::sexIsTheDeclaredOne()
{
    SpecimenPerson person = difficultPeople().constFirst();
    const auto printed = [&](const QString& gender) {
        person.gender = gender;
        return identityFields(specimenRequest(DocumentType::Passport, MimeType::Jpeg, person, 1));
    };
    QCOMPARE(printed(QStringLiteral("FEMALE")).sex, QStringLiteral("F"));
    QCOMPARE(printed(QStringLiteral("MALE")).sex, QStringLiteral("M"));
    QCOMPARE(printed(QStringLiteral("OTHER")).sex, QStringLiteral("X"));
    QCOMPARE(printed(QStringLiteral("MALE")).mrz.at(1).at(20), u'M');
    QCOMPARE(printed(QStringLiteral("OTHER")).mrz.at(1).at(20), u'<');
    QVERIFY(printed(QString()).sex == QLatin1String("F") || printed(QString()).sex == QLatin1String("M"));
}

void TestIdentityFields::isIdentityDocumentIsRequirement()
{
    const QList<DocumentType> identity{DocumentType::Passport, DocumentType::NationalId, DocumentType::IdCard,
                                       DocumentType::DriversLicense, DocumentType::GovernmentId};
    for (const auto& [type, name] : WireNames<DocumentType>::table)
        QCOMPARE(isIdentityDocument(type), identity.contains(type));
}

QTEST_GUILESS_MAIN(TestIdentityFields)
#include "tst_identityfields.moc"
