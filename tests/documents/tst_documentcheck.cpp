#include "core/validation.h"
#include "documents/documentcheck.h"

#include <QTest>

using namespace finhub;
using namespace finhub::documents;

namespace {

const QByteArray Pdf = QByteArrayLiteral("%PDF-1.4 and so on");

Document documentOf(const QByteArray& bytes, MimeType declared)
{
    Document document;
    document.id = DocumentId(QStringLiteral("d1"));
    document.mimeType = declared;
    document.size = bytes.size();
    document.sha256 = sha256Of(bytes);
    return document;
}

} // namespace

/// 3.3: the client verifies the SHA-256 before it shows anything.
class TestDocumentCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sha256IsTheContracts();
    void whatWasPromised();
    void otherBytes();
    void upperCaseHash();
    void otherSize();
    void unknownSize();
    void noHash();
    void kinds_data();
    void kinds();
    void tooLarge();
    void empty();
};

void TestDocumentCheck::sha256IsTheContracts()
{
    QCOMPARE(sha256Of("abc"), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void TestDocumentCheck::whatWasPromised()
{
    const Document document = documentOf(Pdf, MimeType::Pdf);
    const Result<LoadedDocument> loaded = checkDocument(document, Pdf, sha256Of(Pdf));
    QVERIFY(loaded);
    QCOMPARE(loaded->document, document);
    QCOMPARE(loaded->bytes, Pdf);
    QCOMPARE(loaded->kind, MimeType::Pdf);
    QVERIFY(!loaded->kindDiffers);
    QVERIFY(loaded->hashChecked);
}

void TestDocumentCheck::otherBytes()
{
    QByteArray other = Pdf;
    other.back() = 'x';
    const Result<LoadedDocument> loaded =
        checkDocument(documentOf(Pdf, MimeType::Pdf), other, sha256Of(other));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::BrokenDocument);
    QCOMPARE(loaded.error().documentFault, DocumentFault::HashMismatch);
}

void TestDocumentCheck::upperCaseHash()
{
    Document document = documentOf(Pdf, MimeType::Pdf);
    document.sha256 = document.sha256.toUpper();
    QVERIFY(checkDocument(document, Pdf, sha256Of(Pdf)));
}

void TestDocumentCheck::otherSize()
{
    Document document = documentOf(Pdf, MimeType::Pdf);
    document.size += 1;
    const Result<LoadedDocument> loaded = checkDocument(document, Pdf, sha256Of(Pdf));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().documentFault, DocumentFault::HashMismatch);
}

void TestDocumentCheck::unknownSize()
{
    Document document = documentOf(Pdf, MimeType::Pdf);
    document.size = -1;
    QVERIFY(checkDocument(document, Pdf, sha256Of(Pdf)));
}

void TestDocumentCheck::noHash()
{
    Document document = documentOf(Pdf, MimeType::Pdf);
    document.sha256.clear();
    const Result<LoadedDocument> loaded = checkDocument(document, Pdf, {});
    QVERIFY(loaded);
    QVERIFY(!loaded->hashChecked);
    // The size still counts.
    QVERIFY(!checkDocument(document, Pdf.chopped(1), {}));
}

void TestDocumentCheck::kinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<WireValue<MimeType>>("declared");
    QTest::addColumn<MimeType>("kind");
    QTest::addColumn<bool>("differs");
    const QByteArray jpeg("\xFF\xD8\xFF\xE0 and so on");
    const QByteArray png("\x89PNG\r\n\x1A\n and so on");
    const auto unknown = WireValue<MimeType>::fromWire(QStringLiteral("image/webp"));

    QTest::newRow("pdf") << Pdf << WireValue(MimeType::Pdf) << MimeType::Pdf << false;
    QTest::newRow("jpeg") << jpeg << WireValue(MimeType::Jpeg) << MimeType::Jpeg << false;
    QTest::newRow("png") << png << WireValue(MimeType::Png) << MimeType::Png << false;
    QTest::newRow("jpeg as pdf") << jpeg << WireValue(MimeType::Pdf) << MimeType::Jpeg << true;
    QTest::newRow("pdf as png") << Pdf << WireValue(MimeType::Png) << MimeType::Pdf << true;
    QTest::newRow("png as something unknown") << png << unknown << MimeType::Png << true;
    QTest::newRow("nothing declared") << png << WireValue<MimeType>() << MimeType::Png << false;
    QTest::newRow("gif") << QByteArray("GIF89a") << WireValue(MimeType::Png) << MimeType::Unknown << false;
    QTest::newRow("svg") << QByteArray("<svg/>") << WireValue(MimeType::Png) << MimeType::Unknown << false;
    QTest::newRow("html") << QByteArray("<html>") << WireValue(MimeType::Pdf) << MimeType::Unknown << false;
    QTest::newRow("pdf further on") << QByteArray("\n%PDF-1.4") << WireValue(MimeType::Pdf)
                                    << MimeType::Unknown << false;
}

void TestDocumentCheck::kinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(WireValue<MimeType>, declared);
    QFETCH(MimeType, kind);
    Document document = documentOf(bytes, MimeType::Pdf);
    document.mimeType = declared;
    const Result<LoadedDocument> loaded = checkDocument(document, bytes, sha256Of(bytes));
    if (kind == MimeType::Unknown) {
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().documentFault, DocumentFault::UnsupportedKind);
        return;
    }
    QVERIFY(loaded);
    QCOMPARE(loaded->kind, kind);
    QTEST(loaded->kindDiffers, "differs");
}

void TestDocumentCheck::tooLarge()
{
    QByteArray bytes = Pdf + QByteArray(MaxDocumentBytes - Pdf.size(), ' ');
    QVERIFY(checkDocument(documentOf(bytes, MimeType::Pdf), bytes, sha256Of(bytes)));
    bytes += ' ';
    const Result<LoadedDocument> loaded =
        checkDocument(documentOf(bytes, MimeType::Pdf), bytes, sha256Of(bytes));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().documentFault, DocumentFault::TooLarge);
    QVERIFY(loaded.error().documentExcess ==
            (DocumentExcess{DocumentMeasure::Bytes, MaxDocumentBytes + 1, MaxDocumentBytes}));
}

void TestDocumentCheck::empty()
{
    const Result<LoadedDocument> loaded = checkDocument(documentOf({}, MimeType::Pdf), {}, sha256Of({}));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().documentFault, DocumentFault::UnsupportedKind);
}

QTEST_APPLESS_MAIN(TestDocumentCheck)
#include "tst_documentcheck.moc"
