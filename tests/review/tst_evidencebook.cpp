#include "review/evidence/evidencebook.h"
#include "review/samplecase.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
const CustomerId One(QStringLiteral("c-1"));
const CustomerId Other(QStringLiteral("c-2"));

Document passport()
{
    return sampleDocument(QStringLiteral("d-1"), DocumentType::Passport);
}
} // namespace

class TestEvidenceBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryCaseApart();
    void isOneOfficersAlone();
    void keepsTheCaseInHand();
    void tellsWhatHappened();
    void suggestsReasons_data();
    void suggestsReasons();
};

void TestEvidenceBook::keepsEveryCaseApart()
{
    EvidenceBook book;
    book.of(One).verdicts().accept(passport());
    QCOMPARE(book.of(Other).verdicts().verdict(passport()), DocumentVerdict::NotJudged);
    QCOMPARE(book.of(One).verdicts().verdict(passport()), DocumentVerdict::Accepted);
    book.clear();
    QCOMPARE(book.of(One).verdicts().verdict(passport()), DocumentVerdict::NotJudged);
}

void TestEvidenceBook::isOneOfficersAlone()
{
    EvidenceBook book;
    book.setOfficer(UserId(QStringLiteral("o-1")));
    book.of(One).verdicts().accept(passport());
    book.setOfficer(UserId(QStringLiteral("o-1")));
    QCOMPARE(book.of(One).verdicts().verdict(passport()), DocumentVerdict::Accepted);
    book.setOfficer(UserId(QStringLiteral("o-2")));
    QCOMPARE(book.of(One).verdicts().verdict(passport()), DocumentVerdict::NotJudged);
}

void TestEvidenceBook::keepsTheCaseInHand()
{
    EvidenceBook book;
    book.of(One).verdicts().accept(passport());
    book.of(Other).verdicts().accept(passport());
    book.keepOnly(One);
    QCOMPARE(book.of(One).verdicts().verdict(passport()), DocumentVerdict::Accepted);
    QCOMPARE(book.of(Other).verdicts().verdict(passport()), DocumentVerdict::NotJudged);
}

void TestEvidenceBook::tellsWhatHappened()
{
    EvidenceBook book;
    QSignalSpy displayed(&book, &EvidenceBook::documentDisplayed);
    QSignalSpy judged(&book, &EvidenceBook::documentJudged);
    QSignalSpy changed(&book.of(One), &CaseEvidence::changed);
    book.of(One).displays().setPageDisplayed(passport(), 0, 1);
    book.of(One).verdicts().accept(passport());
    book.of(One).checks().setCheck(passport(), DeclaredField::Name, QStringLiteral("x"), FieldCheck::Matches);
    QCOMPARE(displayed.count(), 1);
    QCOMPARE(displayed.first().at(0).value<CustomerId>(), One);
    QCOMPARE(judged.count(), 1);
    QVERIFY(judged.first().at(1).value<Document>() == passport());
    QCOMPARE(changed.count(), 3);
}

void TestEvidenceBook::suggestsReasons_data()
{
    QTest::addColumn<DocumentType>("type");
    QTest::addColumn<DeclaredField>("field");
    QTest::addColumn<FieldCheck>("check");
    QTest::addColumn<QStringList>("codes");
    using enum DeclaredField;
    const QStringList name{QStringLiteral("DATA_MISMATCH_NAME")};
    const QStringList born{QStringLiteral("DATA_MISMATCH_DOB")};
    const QStringList unreadable{QStringLiteral("DOCUMENT_UNREADABLE")};
    const auto row = [](const char* text, DocumentType type, DeclaredField field, FieldCheck check,
                        const QStringList& codes) { QTest::newRow(text) << type << field << check << codes; };
    row("nothing yet", DocumentType::Passport, Name, FieldCheck::Open, {});
    row("all is well", DocumentType::Passport, Name, FieldCheck::Matches, {});
    row("another name", DocumentType::ProofOfAddress, Name, FieldCheck::Differs, name);
    row("another day", DocumentType::IdCard, DateOfBirth, FieldCheck::Differs, born);
    row("no name", DocumentType::BankStatement, Name, FieldCheck::NotShown, unreadable);
    row("no day on an identity card", DocumentType::IdCard, DateOfBirth, FieldCheck::NotShown, unreadable);
    row("no day on a declaration", DocumentType::PepDeclaration, DateOfBirth, FieldCheck::NotShown, {});
    row("a field without a code", DocumentType::Passport, Gender, FieldCheck::Differs, {});
}

void TestEvidenceBook::suggestsReasons()
{
    QFETCH(DocumentType, type);
    QFETCH(DeclaredField, field);
    QFETCH(FieldCheck, check);
    QFETCH(QStringList, codes);
    const Person person = sampleCustomer().person;
    const Document document = sampleDocument(QStringLiteral("d-1"), type);
    FieldChecks checks;
    checks.setCheck(document, field, declaredValue(person, field), check);
    QCOMPARE(suggestedReasons(checks, document, person), codes);
}

QTEST_APPLESS_MAIN(TestEvidenceBook)
#include "tst_evidencebook.moc"
