#include "review/evidence/documentverdicts.h"
#include "review/samplecase.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
Document passport()
{
    return sampleDocument(QStringLiteral("d-1"), DocumentType::Passport);
}
} // namespace

class TestDocumentVerdicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsOneVerdictADocument();
    void isBoundToTheBytes();
    void isBoundToWhatIsKnownWithoutAHash();
    void needsAReasonOfTheCatalogue();
    void ordersReasonsBySeverity();
    void saysWhatHasChangedOnce();
};

void TestDocumentVerdicts::keepsOneVerdictADocument()
{
    DocumentVerdicts verdicts;
    const Document other = sampleDocument(QStringLiteral("d-2"), DocumentType::ProofOfAddress);
    QCOMPARE(verdicts.verdict(passport()), DocumentVerdict::NotJudged);
    verdicts.accept(passport());
    QCOMPARE(verdicts.verdict(passport()), DocumentVerdict::Accepted);
    QCOMPARE(verdicts.verdict(other), DocumentVerdict::NotJudged);
    verdicts.refuse(passport(), {QStringLiteral("DOCUMENT_EXPIRED")});
    QCOMPARE(verdicts.verdict(passport()), DocumentVerdict::NotAccepted);
    verdicts.accept(passport());
    QVERIFY(verdicts.reasonCodes(passport()).isEmpty());
    verdicts.forget(passport());
    QCOMPARE(verdicts.verdict(passport()), DocumentVerdict::NotJudged);
}

/// Changed bytes have not been judged, and the verdict on the former ones does not come back by itself either
/// once the new ones are judged.
void TestDocumentVerdicts::isBoundToTheBytes()
{
    DocumentVerdicts verdicts;
    Document changed = passport();
    changed.sha256 = QByteArray(64, 'b');
    verdicts.accept(passport());
    QCOMPARE(verdicts.verdict(changed), DocumentVerdict::NotJudged);
    verdicts.refuse(changed, {QStringLiteral("SCREENSHOT")});
    QCOMPARE(verdicts.verdict(changed), DocumentVerdict::NotAccepted);
    QCOMPARE(verdicts.verdict(passport()), DocumentVerdict::NotJudged);
    // What says nothing about the bytes changes nothing.
    changed.status = DocumentStatus::Processing;
    changed.fileName = QStringLiteral("renamed.pdf");
    QCOMPARE(verdicts.verdict(changed), DocumentVerdict::NotAccepted);
}

void TestDocumentVerdicts::isBoundToWhatIsKnownWithoutAHash()
{
    DocumentVerdicts verdicts;
    Document document = passport();
    document.sha256.clear();
    verdicts.accept(document);
    QCOMPARE(verdicts.verdict(document), DocumentVerdict::Accepted);
    Document other = document;
    other.size = 27;
    QCOMPARE(verdicts.verdict(other), DocumentVerdict::NotJudged);
    other = document;
    other.uploadedAt = other.uploadedAt.addMSecs(1);
    QCOMPARE(verdicts.verdict(other), DocumentVerdict::NotJudged);
    QCOMPARE(verdicts.verdict(passport()), DocumentVerdict::NotJudged);
}

void TestDocumentVerdicts::needsAReasonOfTheCatalogue()
{
    DocumentVerdicts verdicts;
    verdicts.refuse(passport(), {});
    verdicts.refuse(passport(), {QStringLiteral("NO_SUCH_CODE")});
    QCOMPARE(verdicts.verdict(passport()), DocumentVerdict::NotJudged);
    verdicts.refuse(passport(), {QStringLiteral("NO_SUCH_CODE"), QStringLiteral("SCREENSHOT")});
    QCOMPARE(verdicts.reasonCodes(passport()), QStringList{QStringLiteral("SCREENSHOT")});
}

void TestDocumentVerdicts::ordersReasonsBySeverity()
{
    DocumentVerdicts verdicts;
    const Document bill = sampleDocument(QStringLiteral("d-2"), DocumentType::ProofOfAddress);
    verdicts.refuse(passport(), {QStringLiteral("SCREENSHOT"), QStringLiteral("DOCUMENT_EXPIRED")});
    verdicts.refuse(bill, {QStringLiteral("POA_TOO_OLD"), QStringLiteral("SCREENSHOT")});
    const QStringList own{QStringLiteral("DOCUMENT_EXPIRED"), QStringLiteral("SCREENSHOT")};
    QCOMPARE(verdicts.reasonCodes(passport()), own);
    const QStringList all{QStringLiteral("DOCUMENT_EXPIRED"), QStringLiteral("POA_TOO_OLD"),
                          QStringLiteral("SCREENSHOT")};
    QCOMPARE(collectedReasons(verdicts, {passport(), bill}), all);
    QCOMPARE(acceptedDocuments(verdicts, {passport(), bill}), QList<Document>());
    verdicts.accept(bill);
    QCOMPARE(acceptedDocuments(verdicts, {passport(), bill}), QList<Document>{bill});
    QCOMPARE(acceptedDocuments(verdicts, {passport()}), QList<Document>());
    // Of documents that have gone nothing is left to say.
    QCOMPARE(collectedReasons(verdicts, {passport()}), own);
}

void TestDocumentVerdicts::saysWhatHasChangedOnce()
{
    DocumentVerdicts verdicts;
    QSignalSpy changed(&verdicts, &DocumentVerdicts::changed);
    QSignalSpy judged(&verdicts, &DocumentVerdicts::judged);
    verdicts.forget(passport());
    QCOMPARE(changed.count(), 0);
    verdicts.accept(passport());
    verdicts.accept(passport());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(judged.count(), 1);
    verdicts.forget(passport());
    QCOMPARE(judged.count(), 2);
}

QTEST_APPLESS_MAIN(TestDocumentVerdicts)
#include "tst_documentverdicts.moc"
