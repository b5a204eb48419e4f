#include "core/validation.h"
#include "documents/cachingdocumentservice.h"
#include "documents/documentcheck.h"
#include "documents/workerrenderer.h"
#include "review/samplecase.h"
#include "samples.h"
#include "support/fakefinhub.h"
#include "support/outcome.h"
#include "views/documentviewer.h"
#include "views/widgets/documentcanvas.h"

#include <QLocale>
#include <QTest>

using namespace finhub;
using namespace finhub::documents;
using namespace finhub::test;
using namespace finhub::views;

/// Documents that are too large to be shown, from their bytes through the real worker to the sentence that
/// the reviewer reads.
class TestOversizedDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysHowMuchIsTooMuch_data();
    void saysHowMuchIsTooMuch();
    void saysTheSizeBeforeItIsFetched();

private:
    FakeFinHub m_finHub;
    // On a busy machine the clock on the wall says little.
    WorkerRenderer m_renderer{QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"),
                              std::chrono::minutes(1)};
    CachingDocumentService m_documents{m_finHub, m_renderer};
};

namespace {
Document documentOf(const QByteArray& bytes)
{
    Document document = sampleDocument(QStringLiteral("d"), DocumentType::BankStatement);
    document.size = bytes.size();
    document.sha256 = sha256Of(bytes);
    return document;
}

QByteArray pdfOfSide(int points)
{
    const QByteArray side = QByteArray::number(points);
    return samples::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                           "<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + side + " " + side + "]>>"});
}

QByteArray pngOfSide(quint32 side)
{
    return samples::pngOf(
        {{"IHDR", samples::pngHeader(side, side, 2)}, {"IDAT", samples::deflatedZeros(1)}, {"IEND", {}}});
}
} // namespace

void TestOversizedDocuments::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestOversizedDocuments::saysHowMuchIsTooMuch_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence"); // empty: it is shown
    QTest::newRow("1,204 pages") << samples::pdfOfEmptyPages(1204)
                                 << QStringLiteral(
                                        "This document has 1,204 pages; at most 500 can be shown.");
    QTest::newRow("501 pages") << samples::pdfOfEmptyPages(501)
                               << QStringLiteral("This document has 501 pages; at most 500 can be shown.");
    QTest::newRow("500 pages") << samples::pdfOfEmptyPages(500) << QString();
    QTest::newRow("image of 900 megapixels")
        << pngOfSide(30000)
        << QStringLiteral("This document has a page of 900 megapixels; at most 100 can be shown.");
    QTest::newRow("PDF of 225 megapixels")
        << pdfOfSide(7200)
        << QStringLiteral("This document has a page of 225 megapixels; at most 100 can be shown.");
    QTest::newRow("PDF of 100 megapixels") << pdfOfSide(4800) << QString();
}

void TestOversizedDocuments::saysHowMuchIsTooMuch()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    m_finHub.documentContents.answer = [&bytes](const DocumentContentArguments&) { return bytes; };
    DocumentViewer viewer(m_documents);
    viewer.resize(600, 500);
    viewer.show();
    const auto* canvas = viewer.findChild<DocumentCanvas*>(QStringLiteral("documentCanvas"));
    viewer.setDocuments({documentOf(bytes)});
    QTRY_VERIFY_WITH_TIMEOUT(canvas->hasMessage() || canvas->hasPage(), Patience);
    QCOMPARE(canvas->hasPage(), sentence.isEmpty());
    QCOMPARE(canvas->accessibleDescription().section(u'\n', 0, 0), sentence);
}

void TestOversizedDocuments::saysTheSizeBeforeItIsFetched()
{
    Document document = sampleDocument(QStringLiteral("d"), DocumentType::BankStatement);
    document.size = MaxDocumentBytes + MaxDocumentBytes / 4;
    const int requests = m_finHub.documentContents.count();
    DocumentViewer viewer(m_documents);
    viewer.show();
    const auto* canvas = viewer.findChild<DocumentCanvas*>(QStringLiteral("documentCanvas"));
    viewer.setDocuments({document});
    QTRY_VERIFY(canvas->hasMessage());
    QVERIFY(canvas->accessibleDescription().startsWith(
        QStringLiteral("This document has 12.5 MB; at most 10 MB can be shown.\n")));
    QCOMPARE(m_finHub.documentContents.count(), requests);
}

QTEST_MAIN(TestOversizedDocuments)
#include "tst_oversizeddocuments.moc"
