#include "core/countries.h"
#include "core/mrz.h"
#include "core/mrzcomparison.h"
#include "core/mrzcountry.h"

#include <QSet>
#include <QTest>

using namespace finhub;

/// What a machine-readable zone says beside what the customer declared.
class TestMrzComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingTheSame();
    void everythingDifferent();
    void names_data();
    void names();
    void cutNames_data();
    void cutNames();
    void births_data();
    void births();
    void sexes_data();
    void sexes();
    void nationalities_data();
    void nationalities();
    void everyCountryHasACode();
};

namespace {
const QDate Today{2026, 3, 31};

Person anna()
{
    Person person;
    person.firstName = QStringLiteral("Anna Maria");
    person.lastName = QStringLiteral("Eriksson");
    person.dateOfBirth = QDate(1974, 8, 12);
    person.nationality = QStringLiteral("Lithuania");
    person.gender = QStringLiteral("FEMALE");
    return person;
}

MrzFields fieldsOf(const Person& person)
{
    MrzFields fields;
    fields.documentNumber = QStringLiteral("L898902C3");
    fields.issuingState = fields.nationality = QStringLiteral("LTU");
    fields.surname = person.lastName;
    fields.givenNames = person.firstName;
    fields.dateOfBirth = person.dateOfBirth;
    fields.expiry = QDate(2030, 4, 15);
    fields.sex = u'F';
    return fields;
}

MrzComparedField compared(const QStringList& lines, const Person& declared, MrzField field)
{
    const auto reading = readMrz(lines, Today);
    if (!reading)
        qFatal("the lines are none");
    for (const MrzComparedField& one : compareMrz(*reading, declared)) {
        if (one.field == field)
            return one;
    }
    qFatal("the field is not compared");
}

/// Line 1 of a passport with these names.
QStringList passportOf(const QString& names)
{
    return {(QStringLiteral("P<UTO") + names).leftJustified(44, u'<'),
            QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<10")};
}
} // namespace

void TestMrzComparison::everythingTheSame()
{
    const auto reading = readMrz(mrzTd3(fieldsOf(anna())), Today);
    QVERIFY(reading);
    const QList<MrzComparedField> all = compareMrz(*reading, anna());
    QCOMPARE(all.size(), 5);
    const QList<MrzField> order{MrzField::Surname, MrzField::GivenNames, MrzField::Nationality,
                                MrzField::DateOfBirth, MrzField::Sex};
    for (qsizetype i = 0; i < all.size(); ++i) {
        QCOMPARE(all.at(i).field, order.at(i));
        QCOMPARE(all.at(i).match, MrzMatch::Same);
        QCOMPARE(all.at(i).written, all.at(i).declared);
    }
}

void TestMrzComparison::everythingDifferent()
{
    Person other = anna();
    other.firstName = QStringLiteral("Rasa");
    other.lastName = QStringLiteral("Vaitkus");
    other.dateOfBirth = QDate(1974, 8, 13);
    other.nationality = QStringLiteral("Latvia");
    other.gender = QStringLiteral("MALE");
    const auto reading = readMrz(mrzTd1(fieldsOf(anna())), Today);
    QVERIFY(reading);
    for (const MrzComparedField& one : compareMrz(*reading, other))
        QCOMPARE(one.match, MrzMatch::Differs);
    for (const MrzComparedField& one : compareMrz(*reading, Person()))
        QCOMPARE(one.match, MrzMatch::NotDeclared);
}

void TestMrzComparison::names_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("declared");
    QTest::addColumn<MrzMatch>("match");
    const auto row = [](const char* written, const char* declared, MrzMatch match) {
        QTest::addRow("%s %s", written, declared)
            << QString::fromLatin1(written) << QString::fromUtf8(declared) << match;
    };
    row("ERIKSSON", "Eriksson", MrzMatch::Same);
    row("ERIKSSON", "ERIKSSON ", MrzMatch::Same);
    row("ERIKSSON", "Erikson", MrzMatch::Differs);
    row("ERIK", "Eriksson", MrzMatch::Differs); // there was room
    row("ZUKAUSKAITE", "Žukauskaitė", MrzMatch::Same);
    row("OCONNOR", "O’Connor", MrzMatch::Same);
    row("SMITH<JONES", "Smith-Jones", MrzMatch::Same);
    row("SMITH", "Smith-Jones", MrzMatch::Partly);
    row("SMITH<JONES", "Smith", MrzMatch::Partly);
    row("JONES<SMITH", "Smith-Jones", MrzMatch::Partly); // in another order
    row("MUELLER", "Müller", MrzMatch::Same);
    row("MULLER", "Müller", MrzMatch::Same);
    row("MUELLER", "Muller", MrzMatch::Differs);
    row("AANGSTROEM", "Ångström", MrzMatch::Same);
    row("ANGSTROM", "Ångström", MrzMatch::Same);
    row("ERIKSSON", "", MrzMatch::NotDeclared);
}

void TestMrzComparison::names()
{
    QFETCH(QString, written);
    QFETCH(QString, declared);
    Person person = anna();
    person.lastName = declared;
    const MrzComparedField field =
        compared(passportOf(written + QStringLiteral("<<ANNA")), person, MrzField::Surname);
    QTEST(field.match, "match");
    if (field.match == MrzMatch::Same)
        QCOMPARE(field.declared, field.written);
}

void TestMrzComparison::cutNames_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("firstName");
    QTest::addColumn<QString>("lastName");
    QTest::addColumn<MrzMatch>("surname");
    QTest::addColumn<MrzMatch>("given");
    const auto row = [](const char* written, const char* firstName, const char* lastName, MrzMatch surname,
                        MrzMatch given) {
        QTest::newRow(written) << QString::fromLatin1(written) << QString::fromLatin1(firstName)
                               << QString::fromLatin1(lastName) << surname << given;
    };
    // The examples of part 4, 4.2.2.1.
    row("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K", "Chayapa Dejthamrong Krasuang", "Nilavadhanananda",
        MrzMatch::Same, MrzMatch::SameAsFarAsItGoes);
    row("BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI", "Dingo Potoroo",
        "Bennelong Wooloomooloo Warrandyte Warnambool", MrzMatch::SameAsFarAsItGoes,
        MrzMatch::SameAsFarAsItGoes);
    row("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<X", "Chayapa Dejthamrong Krasuang", "Nilavadhanananda",
        MrzMatch::Same, MrzMatch::Differs);
    row("AVERYLONGSURNAMETHATLEAVESNOROOMFORMORE", "Anna", "Averylongsurnamethatleavesnoroomformorenames",
        MrzMatch::SameAsFarAsItGoes, MrzMatch::SameAsFarAsItGoes);
    row("AVERYLONGSURNAMETHATLEAVESNOROOMFORMORE", "Anna", "Anotherlongsurname", MrzMatch::Differs,
        MrzMatch::SameAsFarAsItGoes);
}

void TestMrzComparison::cutNames()
{
    QFETCH(QString, written);
    QFETCH(QString, firstName);
    QFETCH(QString, lastName);
    QCOMPARE(written.size(), 39);
    Person person = anna();
    person.firstName = firstName;
    person.lastName = lastName;
    const QStringList lines = passportOf(written);
    QTEST(compared(lines, person, MrzField::Surname).match, "surname");
    QTEST(compared(lines, person, MrzField::GivenNames).match, "given");
}

void TestMrzComparison::births_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QDate>("declared");
    QTest::addColumn<MrzMatch>("match");
    const auto row = [](const char* written, QDate declared, MrzMatch match) {
        QTest::addRow("%s %s", written, qPrintable(declared.toString(Qt::ISODate)))
            << QString::fromLatin1(written) << declared << match;
    };
    row("740812", {1974, 8, 12}, MrzMatch::Same);
    row("740812", {1974, 12, 8}, MrzMatch::Differs);
    row("740812", {1874, 8, 12}, MrzMatch::Differs);
    row("740812", {}, MrzMatch::NotDeclared);
    row("7408<<", {1974, 8, 12}, MrzMatch::SameAsFarAsItGoes);
    row("74<<<<", {1974, 8, 12}, MrzMatch::SameAsFarAsItGoes);
    row("75<<<<", {1974, 8, 12}, MrzMatch::Differs);
    row("<<<<<<", {1974, 8, 12}, MrzMatch::NotWritten);
}

void TestMrzComparison::births()
{
    QFETCH(QString, written);
    QFETCH(QDate, declared);
    QStringList lines = passportOf(QStringLiteral("ERIKSSON<<ANNA"));
    lines[1].replace(13, 6, written);
    Person person = anna();
    person.dateOfBirth = declared;
    QTEST(compared(lines, person, MrzField::DateOfBirth).match, "match");
}

void TestMrzComparison::sexes_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("declared");
    QTest::addColumn<MrzMatch>("match");
    const auto row = [](const char* written, const char* declared, MrzMatch match) {
        QTest::addRow("%s %s", written, declared)
            << QString::fromLatin1(written) << QString::fromLatin1(declared) << match;
    };
    row("F", "FEMALE", MrzMatch::Same);
    row("M", "MALE", MrzMatch::Same);
    row("M", "FEMALE", MrzMatch::Differs);
    row("<", "FEMALE", MrzMatch::NotWritten);
    row("<", "OTHER", MrzMatch::Same);
    row("F", "OTHER", MrzMatch::Differs);
    row("F", "", MrzMatch::NotDeclared);
    row("F", "SOMETHING", MrzMatch::NotDeclared);
}

void TestMrzComparison::sexes()
{
    QFETCH(QString, written);
    QFETCH(QString, declared);
    QStringList lines = passportOf(QStringLiteral("ERIKSSON<<ANNA"));
    lines[1].replace(20, 1, written);
    Person person = anna();
    person.gender = declared;
    QTEST(compared(lines, person, MrzField::Sex).match, "match");
}

void TestMrzComparison::nationalities_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("declared");
    QTest::addColumn<MrzMatch>("match");
    const auto row = [](const char* written, const char* declared, MrzMatch match) {
        QTest::addRow("%s %s", written, declared)
            << QString::fromLatin1(written) << QString::fromUtf8(declared) << match;
    };
    row("LTU", "Lithuania", MrzMatch::Same);
    row("LTU", "lithuania", MrzMatch::Same);
    row("D<<", "Germany", MrzMatch::Same);
    row("GBR", "UK", MrzMatch::Same);
    row("CIV", "Côte d'Ivoire", MrzMatch::Same);
    row("LTU", "Latvia", MrzMatch::Differs);
    row("<<<", "Latvia", MrzMatch::NotWritten);
    row("LTU", "", MrzMatch::NotDeclared);
    row("LTU", "Atlantis", MrzMatch::NotDeclared);
}

void TestMrzComparison::nationalities()
{
    QFETCH(QString, written);
    QFETCH(QString, declared);
    QStringList lines = passportOf(QStringLiteral("ERIKSSON<<ANNA"));
    lines[1].replace(10, 3, written);
    Person person = anna();
    person.nationality = declared;
    QTEST(compared(lines, person, MrzField::Nationality).match, "match");
}

void TestMrzComparison::everyCountryHasACode()
{
    QSet<QString> codes;
    for (const QString& country : countryNames()) {
        const QString code = mrzCountryCode(country);
        QVERIFY2(code.size() == 3 || country == QLatin1String("Germany"), qPrintable(country));
        QCOMPARE(countryCode(country).size(), 2);
        codes.insert(code);
    }
    QCOMPARE(codes.size(), countryNames().size());
    QCOMPARE(mrzCountryCode(QStringLiteral("Atlantis")), QString());
    QCOMPARE(mrzCountryCode(QStringLiteral("Zimbabwe")), QStringLiteral("ZWE"));
    QCOMPARE(mrzCountryCode(QStringLiteral("Andorra")), QStringLiteral("AND"));
}

QTEST_APPLESS_MAIN(TestMrzComparison)
#include "tst_mrzcomparison.moc"
