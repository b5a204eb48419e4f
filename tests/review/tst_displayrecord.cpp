#include "review/evidence/displayrecord.h"
#include "review/samplecase.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

class TestDisplayRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void needsEveryPage();
    void isBoundToTheBytes();
    void beginsAnewWithAnotherNumberOfPages();
    void takesNoPageThatIsNotThere();
};

void TestDisplayRecord::needsEveryPage()
{
    DisplayRecord record;
    const Document document = sampleDocument(QStringLiteral("d-1"), DocumentType::BankStatement);
    QSignalSpy displayed(&record, &DisplayRecord::displayed);
    QSignalSpy changed(&record, &DisplayRecord::changed);
    QVERIFY(!record.isDisplayed(document));
    QCOMPARE(record.pageCount(document), 0);
    QCOMPARE(record.firstPageMissing(document), 0);
    for (const int page : {2, 0, 2})
        record.setPageDisplayed(document, page, 3);
    QVERIFY(!record.isDisplayed(document));
    QVERIFY(record.isPageDisplayed(document, 2));
    QCOMPARE(record.pagesDisplayed(document), 2);
    QCOMPARE(record.pageCount(document), 3);
    QCOMPARE(record.firstPageMissing(document), 1);
    QCOMPARE(displayed.count(), 0);
    QCOMPARE(changed.count(), 2);
    record.setPageDisplayed(document, 1, 3);
    QVERIFY(record.isDisplayed(document));
    QCOMPARE(record.firstPageMissing(document), -1);
    record.setPageDisplayed(document, 0, 3);
    QCOMPARE(displayed.count(), 1);
}

void TestDisplayRecord::isBoundToTheBytes()
{
    DisplayRecord record;
    const Document document = sampleDocument(QStringLiteral("d-1"), DocumentType::Passport);
    Document changed = document;
    changed.sha256 = QByteArray(64, 'b');
    record.setPageDisplayed(document, 0, 1);
    QVERIFY(record.isDisplayed(document));
    QVERIFY(!record.isDisplayed(changed));
    QCOMPARE(record.pagesDisplayed(changed), 0);
    record.setPageDisplayed(changed, 0, 2);
    QVERIFY(!record.isDisplayed(changed));
    QVERIFY(!record.isDisplayed(document));
}

/// The worker is asked once a page; should it say another number, nothing is taken for granted.
void TestDisplayRecord::beginsAnewWithAnotherNumberOfPages()
{
    DisplayRecord record;
    const Document document = sampleDocument(QStringLiteral("d-1"), DocumentType::Passport);
    record.setPageDisplayed(document, 0, 1);
    record.setPageDisplayed(document, 0, 2);
    QVERIFY(!record.isDisplayed(document));
    QCOMPARE(record.pagesDisplayed(document), 1);
}

void TestDisplayRecord::takesNoPageThatIsNotThere()
{
    DisplayRecord record;
    const Document document = sampleDocument(QStringLiteral("d-1"), DocumentType::Passport);
    record.setPageDisplayed(document, 1, 1);
    record.setPageDisplayed(document, -1, 1);
    record.setPageDisplayed(document, 0, 0);
    QVERIFY(!record.isDisplayed(document));
    QCOMPARE(record.pageCount(document), 0);
}

QTEST_APPLESS_MAIN(TestDisplayRecord)
#include "tst_displayrecord.moc"
