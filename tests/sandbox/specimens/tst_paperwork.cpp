#include "sandbox/specimens/addressbook.h"
#include "sandbox/specimens/billfacts.h"
#include "sandbox/specimens/countries.h"
#include "sandbox/specimens/employment.h"
#include "sandbox/specimens/iban.h"
#include "sandbox/specimens/ledger.h"
#include "sandbox/specimens/money.h"
#include "sandbox/specimens/people.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QTest>

using namespace finhub;
using namespace finhub::sandbox;

/// The facts behind bills, statements and salary slips: sums add up, dates and addresses agree.
class TestPaperwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ibanRemainderKnowsRightOnes_data();
    void ibanRemainderKnowsRightOnes();
    void ibansAreRight_data();
    void ibansAreRight();
    void amounts();
    void balanceRuns();
    void billAddsUp();
    void billIsAsOldAsTheFlawSays();
    void salaryAddsUp();
    void addressStaysWithThePerson();
    void statementPrintsItsLedger();
};

namespace {
QString textOf(const SpecimenRequest& request)
{
    QBuffer buffer;
    buffer.setData(drawSpecimen(request));
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    QString text;
    for (int page = 0; page < document.pageCount(); ++page)
        text += document.getAllText(page).text();
    return text.replace(QChar(QChar::Nbsp), QLatin1Char(' '));
}
} // namespace

void TestPaperwork::ibanRemainderKnowsRightOnes_data()
{
    QTest::addColumn<QString>("iban");
    QTest::addColumn<int>("remainder");
    QTest::newRow("Germany, from the registry") << QStringLiteral("DE89370400440532013000") << 1;
    QTest::newRow("United Kingdom, from the registry") << QStringLiteral("GB29NWBK60161331926819") << 1;
    QTest::newRow("Malta, from the registry") << QStringLiteral("MT84MALT011000012345MTLCAST001S") << 1;
    QTest::newRow("one digit wrong") << QStringLiteral("DE89370400440532013001") << 2;
    QTest::newRow("lower case") << QStringLiteral("de89370400440532013000") << -1;
}

void TestPaperwork::ibanRemainderKnowsRightOnes()
{
    QFETCH(QString, iban);
    QFETCH(int, remainder);
    if (remainder == 2)
        QVERIFY(ibanRemainder(iban) != 1);
    else
        QCOMPARE(ibanRemainder(iban), remainder);
}

void TestPaperwork::ibansAreRight_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<int>("length");
    // Lengths from the IBAN registry.
    const std::tuple<const char*, const char*, int> rows[] = {
        {"Lithuania", "LT", 20},      {"Latvia", "LV", 21},      {"Estonia", "EE", 20},
        {"Poland", "PL", 28},         {"Germany", "DE", 22},     {"France", "FR", 27},
        {"Spain", "ES", 24},          {"Portugal", "PT", 25},    {"Italy", "IT", 27},
        {"Netherlands", "NL", 18},    {"Belgium", "BE", 16},     {"Austria", "AT", 20},
        {"Czechia", "CZ", 24},        {"Slovakia", "SK", 24},    {"Hungary", "HU", 28},
        {"Romania", "RO", 24},        {"Bulgaria", "BG", 22},    {"Greece", "GR", 27},
        {"Croatia", "HR", 21},        {"Slovenia", "SI", 19},    {"Sweden", "SE", 24},
        {"Finland", "FI", 18},        {"Denmark", "DK", 18},     {"Ireland", "IE", 22},
        {"Luxembourg", "LU", 20},     {"Malta", "MT", 31},       {"Cyprus", "CY", 28},
        {"Norway", "NO", 15},         {"Switzerland", "CH", 21}, {"Liechtenstein", "LI", 21},
        {"United Kingdom", "GB", 22}, {"Ukraine", "UA", 29},     {"Iceland", "IS", 26},
        {"Japan", "LT", 20}};
    for (const auto& [country, prefix, length] : rows)
        QTest::newRow(country) << QString::fromLatin1(country) << QString::fromLatin1(prefix) << length;
}

void TestPaperwork::ibansAreRight()
{
    QFETCH(QString, country);
    QFETCH(QString, prefix);
    QFETCH(int, length);
    for (quint64 seed = 0; seed < 50; ++seed) {
        SpecimenRandom random(seed);
        const QString iban = ibanFor(countryNamed(country), random);
        QVERIFY(iban.startsWith(prefix));
        QCOMPARE(iban.size(), length);
        QCOMPARE(ibanRemainder(iban), 1);
    }
}

void TestPaperwork::amounts()
{
    const Country lithuania = countryNamed(QStringLiteral("lithuania"));
    const Country ireland = countryNamed(QStringLiteral("Ireland"));
    QCOMPARE(amountText(0, lithuania), QStringLiteral("0,00"));
    QCOMPARE(amountText(-5, lithuania), QStringLiteral("-0,05"));
    QCOMPARE(amountText(123456789, lithuania), QStringLiteral("1\u00A0234\u00A0567,89"));
    QCOMPARE(amountText(-123456, ireland), QStringLiteral("-1,234.56"));
    QCOMPARE(moneyText(99999, ireland), QStringLiteral("999.99\u00A0EUR"));
}

void TestPaperwork::balanceRuns()
{
    for (const SpecimenPerson& person : difficultPeople())
        for (quint64 seed = 0; seed < 40; ++seed) {
            const SpecimenRequest request =
                specimenRequest(DocumentType::BankStatement, MimeType::Pdf, person, seed);
            const Ledger ledger = ledgerFor(request);
            QVERIFY(ledger.entries.size() > 20);
            qint64 balance = ledger.opening;
            QDate day = ledger.from;
            for (const LedgerEntry& entry : ledger.entries) {
                balance += entry.amount;
                QCOMPARE(entry.balance, balance);
                QVERIFY(entry.on >= day && entry.on <= ledger.to);
                day = entry.on;
            }
            QCOMPARE(ledger.closing, balance);
            QCOMPARE(ledger.opening + ledger.moneyIn + ledger.moneyOut, ledger.closing);
            QVERIFY(ledger.to < request.uploadedOn);
            QCOMPARE(ibanRemainder(ledger.iban), 1);
        }
}

void TestPaperwork::billAddsUp()
{
    for (const SpecimenPerson& person : difficultPeople())
        for (quint64 seed = 0; seed < 60; ++seed) {
            const BillFacts facts =
                billFacts(specimenRequest(DocumentType::ProofOfAddress, MimeType::Pdf, person, seed));
            qint64 sum = 0;
            for (const BillLine& line : facts.lines) {
                QVERIFY(line.amount > 0);
                sum += line.amount;
            }
            QCOMPARE(facts.net, sum);
            QCOMPARE(facts.vat, (sum * facts.vatPercent + 50) / 100);
            QCOMPARE(facts.total, facts.net + facts.vat);
            QCOMPARE(facts.readingAfter - facts.readingBefore, facts.consumption.back());
            QVERIFY(facts.periodTo < facts.billedOn);
            QCOMPARE(facts.meterNumber.isEmpty(), facts.utility == Utility::Internet);
        }
}

void TestPaperwork::billIsAsOldAsTheFlawSays()
{
    const SpecimenPerson person = difficultPeople().constFirst();
    for (quint64 seed = 0; seed < 200; ++seed) {
        const SpecimenRequest fresh =
            specimenRequest(DocumentType::ProofOfAddress, MimeType::Pdf, person, seed);
        const QDate threeMonthsAgo = fresh.uploadedOn.addMonths(-3);
        QVERIFY(billFacts(fresh).billedOn > threeMonthsAgo && billFacts(fresh).billedOn < fresh.uploadedOn);
        const SpecimenRequest old =
            specimenRequest(DocumentType::ProofOfAddress, MimeType::Pdf, person, seed, Flaw::BillTooOld);
        QVERIFY(billFacts(old).billedOn < threeMonthsAgo);
    }
}

void TestPaperwork::salaryAddsUp()
{
    for (const SpecimenPerson& person : difficultPeople()) {
        const Employment job = employmentOf(person);
        QVERIFY(job.netSalary > 0 && job.netSalary < job.grossSalary);
        QCOMPARE(job.netSalary + job.tax + job.insurance, job.grossSalary);
        QVERIFY(job.since >= person.dateOfBirth.addYears(18));
    }
}

void TestPaperwork::addressStaysWithThePerson()
{
    for (const SpecimenPerson& person : difficultPeople()) {
        const PostalAddress address = addressOf(person);
        QVERIFY(!address.street.isEmpty() && !address.city.isEmpty() && !address.postalCode.isEmpty());
        for (const DocumentType type :
             {DocumentType::ProofOfAddress, DocumentType::BankStatement, DocumentType::IncomeProof,
              DocumentType::SourceOfFunds, DocumentType::BeneficialOwnership, DocumentType::PepDeclaration}) {
            for (const Flaw flaw : {Flaw::None, Flaw::NameDiffers}) {
                const QString text = textOf(specimenRequest(type, MimeType::Pdf, person, 11, flaw));
                QVERIFY2(text.contains(address.street), qPrintable(address.street + u'\n' + text));
                QVERIFY(text.contains(address.city));
            }
        }
    }
}

void TestPaperwork::statementPrintsItsLedger()
{
    for (quint64 seed = 0; seed < 6; ++seed) {
        const SpecimenRequest request =
            specimenRequest(DocumentType::BankStatement, MimeType::Pdf, difficultPeople().at(2), seed);
        const Ledger ledger = ledgerFor(request);
        const Country country = countryNamed(request.person.nationality);
        const QString text = textOf(request);
        QVERIFY2(text.contains(ibanText(ledger.iban)), qPrintable(text));
        for (const LedgerEntry& entry : ledger.entries)
            QVERIFY(text.contains(
                amountText(entry.balance, country).replace(QChar(QChar::Nbsp), QLatin1Char(' '))));
    }
}

QTEST_MAIN(TestPaperwork)
#include "tst_paperwork.moc"
