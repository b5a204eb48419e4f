#include "review/samplecase.h"
#include "support/recordedcalls.h"
#include "views/documentviewer.h"
#include "views/widgets/chip.h"
#include "views/widgets/documentcanvas.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
struct RenderArguments {
    documents::LoadedDocument document;
    documents::RenderRequest request;
};

/// A DocumentService that the test answers for.
class FakeDocuments : public documents::DocumentService {
public:
    CallPtr<documents::LoadedDocument> load(const Document& document) override
    {
        return loads.record(document);
    }
    CallPtr<documents::RenderedPage> render(const documents::LoadedDocument& document,
                                            const documents::RenderRequest& request) override
    {
        return renders.record({document, request});
    }
    void clear() override {}

    RecordedCalls<documents::LoadedDocument, Document> loads;
    RecordedCalls<documents::RenderedPage, RenderArguments> renders;
};

documents::LoadedDocument loaded(const Document& document)
{
    documents::LoadedDocument result;
    result.document = document;
    result.bytes = "%PDF-";
    result.kind = MimeType::Pdf;
    result.hashChecked = true;
    return result;
}

documents::RenderedPage pageOf(const RenderArguments& asked, int pages)
{
    documents::RenderedPage page;
    page.image =
        QImage(asked.request.box.isEmpty() ? QSize(100, 140) : asked.request.box, QImage::Format_RGB32);
    page.image.fill(0xffeeeeee);
    page.page = asked.request.page;
    page.pageCount = pages;
    page.pageSize = QSizeF(595, 842);
    return page;
}
} // namespace

class TestDocumentViewer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheIdentityDocumentFirst();
    void keepsTheOthersReadableWhenOneIsBroken();
    void warnsOfAnotherKind();
    void warnsWhereNothingVouchesForTheBytes();
    void turnsPages();
    void loadsOnlyTheLatestOnAQuickWalk();
    void keepsTheShownDocumentOverARefresh();
    void saysWhyThereAreNone();
    void abortsWhatIsUnderWayWhenDeleted();

private:
    void answerAll(int pages = 1);
    QString text(const char* name) { return m_viewer->findChild<QLabel*>(QLatin1String(name))->text(); }
    DocumentCanvas* canvas() { return m_viewer->findChild<DocumentCanvas*>(); }

    std::unique_ptr<FakeDocuments> m_documents;
    std::unique_ptr<DocumentViewer> m_viewer;
};

void TestDocumentViewer::init()
{
    m_viewer.reset();
    m_documents = std::make_unique<FakeDocuments>();
    m_viewer = std::make_unique<DocumentViewer>(*m_documents);
    m_viewer->resize(900, 700);
    m_viewer->show();
    // Keys reach a window once it is active.
    QVERIFY(QTest::qWaitForWindowActive(m_viewer.get()));
}

void TestDocumentViewer::answerAll(int pages)
{
    m_documents->loads.answer = [](const Document& document) { return loaded(document); };
    m_documents->renders.answer = [pages](const RenderArguments& asked) { return pageOf(asked, pages); };
}

void TestDocumentViewer::showsTheIdentityDocumentFirst()
{
    answerAll();
    m_viewer->setDocuments({sampleDocument(QStringLiteral("s"), DocumentType::Selfie),
                            sampleDocument(QStringLiteral("b"), DocumentType::BankStatement),
                            sampleDocument(QStringLiteral("p"), DocumentType::Passport)});
    QTRY_VERIFY(canvas()->hasPage());
    QCOMPARE(text("documentTitle"), QStringLiteral("Passport"));
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QTRY_COMPARE(text("documentTitle"), QStringLiteral("Bank statement"));
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QTRY_COMPARE(text("documentTitle"), QStringLiteral("Selfie"));
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QCOMPARE(text("documentTitle"), QStringLiteral("Selfie"));
}

void TestDocumentViewer::keepsTheOthersReadableWhenOneIsBroken()
{
    answerAll();
    m_documents->loads.answer = [](const Document& document) -> Result<documents::LoadedDocument> {
        if (document.id.text() == QLatin1String("d-1")) {
            Error error = Error::of(ErrorKind::BrokenDocument);
            error.documentFault = DocumentFault::HashMismatch;
            return failure(error);
        }
        return loaded(document);
    };
    m_viewer->setDocuments(sampleVerification().documents);
    QTRY_VERIFY(canvas()->hasMessage());
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QTRY_VERIFY(canvas()->hasPage());
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketLeft);
    QTRY_VERIFY(canvas()->hasMessage());
}

void TestDocumentViewer::warnsOfAnotherKind()
{
    answerAll();
    m_documents->loads.answer = [](const Document& document) {
        documents::LoadedDocument result = loaded(document);
        result.kind = MimeType::Png;
        result.kindDiffers = true;
        return result;
    };
    m_viewer->setDocuments(sampleVerification().documents);
    auto* warning = m_viewer->findChild<Chip*>(QStringLiteral("documentWarning"));
    QTRY_VERIFY(warning->isVisible());
    QCOMPARE(warning->text(), QStringLiteral("Is PNG, declared as PDF"));
    QTRY_VERIFY(canvas()->hasPage());
}

void TestDocumentViewer::warnsWhereNothingVouchesForTheBytes()
{
    answerAll();
    m_documents->loads.answer = [](const Document& document) {
        documents::LoadedDocument result = loaded(document);
        result.hashChecked = false;
        return result;
    };
    m_viewer->setDocuments(sampleVerification().documents);
    auto* warning = m_viewer->findChild<Chip*>(QStringLiteral("documentWarning"));
    QTRY_VERIFY(warning->isVisible());
    QVERIFY(warning->text().contains(QStringLiteral("SHA-256")));
}

void TestDocumentViewer::turnsPages()
{
    answerAll(3);
    m_viewer->setDocuments({sampleDocument(QStringLiteral("p"), DocumentType::BankStatement)});
    QTRY_COMPARE(text("pageLabel"), QStringLiteral("Page 1 of 3"));
    auto* previous = m_viewer->findChild<QPushButton*>(QStringLiteral("previousPageButton"));
    auto* next = m_viewer->findChild<QPushButton*>(QStringLiteral("nextPageButton"));
    QVERIFY(!previous->isEnabled());
    next->click();
    QTRY_COMPARE(text("pageLabel"), QStringLiteral("Page 2 of 3"));
    QTest::keyClick(m_viewer.get(), Qt::Key_PageDown);
    QTRY_COMPARE(text("pageLabel"), QStringLiteral("Page 3 of 3"));
    QVERIFY(!next->isEnabled());
    QTest::keyClick(m_viewer.get(), Qt::Key_PageDown);
    QCOMPARE(text("pageLabel"), QStringLiteral("Page 3 of 3"));
}

void TestDocumentViewer::loadsOnlyTheLatestOnAQuickWalk()
{
    m_viewer->setDocuments(sampleVerification().documents);
    const int first = 0;
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QVERIFY(m_documents->loads.isAborted(first));
    const int last = m_documents->loads.count() - 1;
    QCOMPARE(m_documents->loads.arguments(last).id, DocumentId(QStringLiteral("d-3")));
    m_documents->loads.finish(last, loaded(m_documents->loads.arguments(last)));
    QCOMPARE(m_documents->renders.lastArguments().document.document.id, DocumentId(QStringLiteral("d-3")));
}

void TestDocumentViewer::keepsTheShownDocumentOverARefresh()
{
    answerAll();
    m_viewer->setDocuments(sampleVerification().documents);
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QTRY_COMPARE(text("documentTitle"), QStringLiteral("Proof of address"));
    QTRY_VERIFY(canvas()->hasPage());
    QList<Document> more = sampleVerification().documents;
    more << sampleDocument(QStringLiteral("d-9"), DocumentType::Selfie);
    m_viewer->setDocuments(more);
    QCOMPARE(text("documentTitle"), QStringLiteral("Proof of address"));
    QVERIFY(canvas()->hasPage());
}

void TestDocumentViewer::saysWhyThereAreNone()
{
    m_viewer->setDocuments({});
    QVERIFY(canvas()->hasMessage());
    QVERIFY(!m_viewer->findChild<QListView*>(QStringLiteral("documentStrip"))->isVisible());
    QCOMPARE(m_documents->loads.count(), 0);
}

void TestDocumentViewer::abortsWhatIsUnderWayWhenDeleted()
{
    m_viewer->setDocuments(sampleVerification().documents);
    m_documents->loads.finish(0, loaded(m_documents->loads.arguments(0)));
    m_viewer.reset();
    QCOMPARE(m_documents->loads.open(), 0);
    QCOMPARE(m_documents->renders.open(), 0);
}

QTEST_MAIN(TestDocumentViewer)
#include "tst_documentviewer.moc"
