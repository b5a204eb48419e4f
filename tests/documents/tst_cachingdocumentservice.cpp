#include "core/validation.h"
#include "documents/cachingdocumentservice.h"
#include "documents/documentcheck.h"
#include "documents/fakerenderer.h"
#include "support/fakefinhub.h"
#include "support/outcome.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace finhub;
using namespace finhub::documents;
using test::FakeFinHub;
using test::FakeRenderer;
using test::Outcome;
using test::RenderArguments;
using Load = Outcome<LoadedDocument>;
using Rendering = Outcome<RenderedPage>;

namespace {

// Bytes of their own every time, as they come from a network: whoever shares them sees them overwritten.
QByteArray pdfBytes(char content, int size = 1024)
{
    QByteArray bytes = "%PDF-1.4 ";
    bytes.resize(size);
    std::fill(bytes.begin() + 9, bytes.end(), content);
    return bytes;
}

Document documentOf(const QString& id, const QByteArray& bytes)
{
    Document document;
    document.id = DocumentId(id);
    document.verificationId = VerificationId(QStringLiteral("v1"));
    document.mimeType = MimeType::Pdf;
    document.size = bytes.size();
    document.sha256 = sha256Of(bytes);
    return document;
}

LoadedDocument loadedOf(const QString& id, const QByteArray& bytes)
{
    LoadedDocument loaded;
    loaded.document = documentOf(id, bytes);
    loaded.bytes = bytes;
    loaded.kind = MimeType::Pdf;
    loaded.hashChecked = true;
    return loaded;
}

// A kilobyte of pixels that nobody else shares.
RenderedPage pageOf(int number, QRgb colour = 0xffabcdef)
{
    RenderedPage page;
    page.image = QImage(16, 16, QImage::Format_RGB32);
    page.image.fill(colour);
    page.page = number;
    return page;
}

} // namespace

class TestCachingDocumentService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void fetchesOnce();
    void checksEvenWhatIsLarge();
    void neverCompletesInsideLoad();
    void wrongBytesAreNeitherShownNorKept_data();
    void wrongBytesAreNeitherShownNorKept();
    void differingKindIsShownWithAWarning();
    void withoutHash();
    void idIsNoHash();
    void declaredTooLarge();
    void textIsReadOnceAndKept();
    void textIsOverwrittenWithTheRest();
    void textThatNothingVouchesForIsNotKept();
    void textEndsWithTheService();
    void failureOfTheFetch();
    void shareOneRequest();
    void cancellingOneSharerKeepsTheOther();
    void cancellingAllAbortsTheRequest();
    void cancellingWhileHashing();
    void sameHashSameBytes();
    void cacheJudgesEachDocument();
    void evictionOrderAndBudget();
    void clearWipesAndEnds();
    void clearWhileHashing();
    void handlerMayDeleteTheService();
    void destroyedWithLoadsUnderWay();
    void rendersThroughTheRenderer();
    void rendersOnce();
    void everyPageAndBoxByItself();
    void everyRegionByItself();
    void pagesOfOneHash();
    void pagesOfNobodyAreNotKept();
    void pagesOfAnIdGoWithItsBytes();
    void pagesAreOwnMemory();
    void failedPagesAreNotKept();
    void shareOneRendering();
    void cancellingOneRenderingKeepsTheOther();
    void cancellingAllRenderingsEndsTheWorker();
    void aheadBecomesVisible();
    void clearWipesPages();
    void busyWhileSomebodyWaits();
    void notBusyAhead();
    void aheadMakesRoomBeforeTheVisibleBegins();
    void visibleLoadJoinsTheOneAhead();
    void handlerMayDeleteTheServiceWhileRendering();

private:
    // Loads it, answers it and lets go of it again.
    void loadAndForget(const QString& id, const QByteArray& bytes);

    std::unique_ptr<FakeFinHub> m_finHub;
    std::unique_ptr<FakeRenderer> m_renderer;
    std::unique_ptr<CachingDocumentService> m_service;
};

void TestCachingDocumentService::init()
{
    m_finHub = std::make_unique<FakeFinHub>();
    m_renderer = std::make_unique<FakeRenderer>();
    m_service = std::make_unique<CachingDocumentService>(*m_finHub, *m_renderer, 4096);
}

void TestCachingDocumentService::cleanup()
{
    m_service.reset();
    m_renderer.reset();
    m_finHub.reset();
}

void TestCachingDocumentService::loadAndForget(const QString& id, const QByteArray& bytes)
{
    const Document document = documentOf(id, bytes);
    {
        Load outcome(m_service->load(document));
        m_finHub->documentContents.finishLast(QByteArray(bytes.constData(), bytes.size()));
        QTRY_VERIFY(outcome.hasValue());
    }
    // The request lets go of the bytes from the event loop.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestCachingDocumentService::fetchesOnce()
{
    const Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    Load first(m_service->load(document));
    QCOMPARE(m_finHub->documentContents.count(), 1);
    QCOMPARE(m_finHub->documentContents.arguments(0).verification, document.verificationId);
    QCOMPARE(m_finHub->documentContents.arguments(0).document, document.id);
    m_finHub->documentContents.finish(0, pdfBytes('a'));
    QTRY_VERIFY(first.hasValue());
    QCOMPARE(first->bytes, pdfBytes('a'));
    QCOMPARE(first->document, document);
    QCOMPARE(first->kind, MimeType::Pdf);
    QVERIFY(first->hashChecked);
    QVERIFY(!first->kindDiffers);

    Load second(m_service->load(document));
    QTRY_VERIFY(second.hasValue());
    QCOMPARE(second->bytes, pdfBytes('a'));
    QVERIFY(second->hashChecked);
    QVERIFY(second->bytes.isSharedWith(first->bytes));
    QCOMPARE(m_service->requestsSent(), 1);
    QCOMPARE(m_renderer->gotReady, 1); // while the document was on its way
    QCOMPARE(m_service->bytesCached(), 1024);
    QCOMPARE(m_service->documentsCached(), 1);
}

// Hashed in another thread above 1 MB.
void TestCachingDocumentService::checksEvenWhatIsLarge()
{
    const Document document = documentOf(QStringLiteral("d1"), pdfBytes('a', 3'000'000));
    Load good(m_service->load(document));
    m_finHub->documentContents.finish(0, pdfBytes('a', 3'000'000));
    QVERIFY(!good.isThere());
    QTRY_VERIFY(good.hasValue());
    QVERIFY(good->hashChecked);
    m_service->clear();

    Load bad(m_service->load(document));
    m_finHub->documentContents.finish(1, pdfBytes('b', 3'000'000));
    QTRY_VERIFY(bad.isThere());
    QCOMPARE(bad.error().documentFault, DocumentFault::HashMismatch);
}

void TestCachingDocumentService::neverCompletesInsideLoad()
{
    const QByteArray bytes = pdfBytes('a');
    m_finHub->documentContents.answer = [](const auto&) { return pdfBytes('a'); };
    for (int i = 0; i < 3; ++i) {
        Load outcome(m_service->load(documentOf(QStringLiteral("d1"), bytes)));
        QVERIFY(!outcome.isThere());
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.completions(), 1);
    }
}

void TestCachingDocumentService::wrongBytesAreNeitherShownNorKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QByteArray>("hashed");
    QTest::addColumn<DocumentFault>("fault");
    const QByteArray gif = "GIF89a and so on";
    QTest::newRow("other bytes") << pdfBytes('b') << qint64(1024) << pdfBytes('a')
                                 << DocumentFault::HashMismatch;
    QTest::newRow("cut off") << pdfBytes('a', 1000) << qint64(1024) << pdfBytes('a')
                             << DocumentFault::HashMismatch;
    QTest::newRow("other size declared")
        << pdfBytes('a') << qint64(1025) << pdfBytes('a') << DocumentFault::HashMismatch;
    QTest::newRow("none of the three kinds")
        << gif << qint64(gif.size()) << gif << DocumentFault::UnsupportedKind;
    QTest::newRow("larger than promised") << pdfBytes('a', MaxDocumentBytes + 1) << qint64(-1)
                                          << pdfBytes('a', MaxDocumentBytes + 1) << DocumentFault::TooLarge;
}

void TestCachingDocumentService::wrongBytesAreNeitherShownNorKept()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, size);
    QFETCH(QByteArray, hashed);
    Document document = documentOf(QStringLiteral("d1"), hashed);
    document.size = size;
    Load outcome(m_service->load(document));
    m_finHub->documentContents.finish(0, bytes);
    QTRY_VERIFY(outcome.isThere());
    QCOMPARE(outcome.error().kind, ErrorKind::BrokenDocument);
    QTEST(outcome.error().documentFault, "fault");
    QCOMPARE(m_service->documentsCached(), 0);

    // Asked again, it is fetched again.
    Load again(m_service->load(document));
    QCOMPARE(m_service->requestsSent(), 2);
}

void TestCachingDocumentService::differingKindIsShownWithAWarning()
{
    Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    document.mimeType = MimeType::Jpeg;
    Load outcome(m_service->load(document));
    m_finHub->documentContents.finish(0, pdfBytes('a'));
    QTRY_VERIFY(outcome.hasValue());
    QCOMPARE(outcome->kind, MimeType::Pdf);
    QVERIFY(outcome->kindDiffers);
}

void TestCachingDocumentService::withoutHash()
{
    Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    document.sha256.clear();
    Load first(m_service->load(document));
    m_finHub->documentContents.finish(0, pdfBytes('a'));
    QTRY_VERIFY(first.hasValue());
    QVERIFY(!first->hashChecked);

    Load second(m_service->load(document));
    QTRY_VERIFY(second.hasValue());
    QVERIFY(!second->hashChecked);
    QCOMPARE(m_service->requestsSent(), 1);

    document.id = DocumentId(QStringLiteral("d2"));
    Load other(m_service->load(document));
    QCOMPARE(m_service->requestsSent(), 2);
}

// A hash that names another document's place in the cache does not make its unchecked bytes checked ones.
void TestCachingDocumentService::idIsNoHash()
{
    Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    document.sha256.clear();
    Load first(m_service->load(document));
    m_finHub->documentContents.finish(0, pdfBytes('a'));
    QTRY_VERIFY(first.hasValue());

    document.sha256 = "v1/d1";
    Load second(m_service->load(document));
    QCOMPARE(m_service->requestsSent(), 2);
    m_finHub->documentContents.finish(1, pdfBytes('a'));
    QTRY_VERIFY(second.isThere());
    QCOMPARE(second.error().documentFault, DocumentFault::HashMismatch);
}

void TestCachingDocumentService::declaredTooLarge()
{
    Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    document.size = MaxDocumentBytes + 1;
    Load outcome(m_service->load(document));
    QVERIFY(!outcome.isThere());
    QTRY_VERIFY(outcome.isThere());
    QCOMPARE(outcome.error().documentFault, DocumentFault::TooLarge);
    QVERIFY(outcome.error().documentExcess ==
            (DocumentExcess{DocumentMeasure::Bytes, MaxDocumentBytes + 1, MaxDocumentBytes}));
    QCOMPARE(m_service->requestsSent(), 0);
}

void TestCachingDocumentService::failureOfTheFetch()
{
    const Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    Load first(m_service->load(document));
    Load second(m_service->load(document));
    m_finHub->documentContents.fail(0, Error::of(ErrorKind::Unreachable));
    QTRY_VERIFY(first.isThere() && second.isThere());
    QCOMPARE(first.error().kind, ErrorKind::Unreachable);
    QCOMPARE(second.error().kind, ErrorKind::Unreachable);

    Load third(m_service->load(document));
    QCOMPARE(m_service->requestsSent(), 2);
    m_finHub->documentContents.finish(1, pdfBytes('a'));
    QTRY_VERIFY(third.hasValue());
}

void TestCachingDocumentService::shareOneRequest()
{
    const Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    Load first(m_service->load(document));
    Load second(m_service->load(document));
    QCOMPARE(m_finHub->documentContents.count(), 1);
    m_finHub->documentContents.finish(0, pdfBytes('a'));
    QTRY_VERIFY(first.hasValue() && second.hasValue());
    QCOMPARE(first.completions(), 1);
    QCOMPARE(second.completions(), 1);
    QVERIFY(first->bytes.isSharedWith(second->bytes));
}

void TestCachingDocumentService::cancellingOneSharerKeepsTheOther()
{
    const Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    Load first(m_service->load(document));
    Load second(m_service->load(document));
    first.dropCall();
    QVERIFY(!m_finHub->documentContents.isAborted(0));
    m_finHub->documentContents.finish(0, pdfBytes('a'));
    QTRY_VERIFY(second.hasValue());
    QVERIFY(!first.isThere());
    QCOMPARE(m_service->requestsSent(), 1);
}

void TestCachingDocumentService::cancellingAllAbortsTheRequest()
{
    const Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    Load first(m_service->load(document));
    Load second(m_service->load(document));
    second.dropCall();
    first.dropCall();
    QVERIFY(m_finHub->documentContents.isAborted(0));

    Load third(m_service->load(document));
    QCOMPARE(m_service->requestsSent(), 2);
    m_finHub->documentContents.finish(1, pdfBytes('a'));
    QTRY_VERIFY(third.hasValue());
}

void TestCachingDocumentService::cancellingWhileHashing()
{
    const Document document = documentOf(QStringLiteral("d1"), pdfBytes('a', 3'000'000));
    Load first(m_service->load(document));
    m_finHub->documentContents.finish(0, pdfBytes('a', 3'000'000));
    first.dropCall();
    Load second(m_service->load(document));
    QCOMPARE(m_service->requestsSent(), 2);
    m_finHub->documentContents.finish(1, pdfBytes('a', 3'000'000));
    QTRY_VERIFY(second.hasValue());
    QCOMPARE(second->bytes, pdfBytes('a', 3'000'000));
    QVERIFY(!first.isThere());
}

void TestCachingDocumentService::sameHashSameBytes()
{
    loadAndForget(QStringLiteral("d1"), pdfBytes('a'));
    Load other(m_service->load(documentOf(QStringLiteral("d2"), pdfBytes('a'))));
    QTRY_VERIFY(other.hasValue());
    QCOMPARE(other->document.id, DocumentId(QStringLiteral("d2")));
    QCOMPARE(m_service->requestsSent(), 1);
}

void TestCachingDocumentService::cacheJudgesEachDocument()
{
    loadAndForget(QStringLiteral("d1"), pdfBytes('a'));
    Document document = documentOf(QStringLiteral("d2"), pdfBytes('a'));
    document.mimeType = MimeType::Png;
    Load differs(m_service->load(document));
    document.size = 5;
    Load wrong(m_service->load(document));
    QTRY_VERIFY(differs.isThere() && wrong.isThere());
    QVERIFY(differs->kindDiffers);
    QCOMPARE(wrong.error().documentFault, DocumentFault::HashMismatch);
}

void TestCachingDocumentService::evictionOrderAndBudget()
{
    for (const char name : {'a', 'b', 'c', 'd'})
        loadAndForget(QString(QLatin1Char(name)), pdfBytes(name));
    QCOMPARE(m_service->documentsCached(), 4);
    QCOMPARE(m_service->bytesCached(), 4096);
    loadAndForget(QStringLiteral("a"), pdfBytes('a')); // from the cache; b is the oldest now
    QCOMPARE(m_service->requestsSent(), 4);

    loadAndForget(QStringLiteral("e"), pdfBytes('e'));
    QCOMPARE(m_service->documentsCached(), 4);
    QCOMPARE(m_service->bytesCached(), 4096);
    QCOMPARE(m_service->requestsSent(), 5);
    for (const char name : {'a', 'c', 'd', 'e'})
        loadAndForget(QString(QLatin1Char(name)), pdfBytes(name));
    QCOMPARE(m_service->requestsSent(), 5);
    loadAndForget(QStringLiteral("b"), pdfBytes('b'));
    QCOMPARE(m_service->requestsSent(), 6);
}

void TestCachingDocumentService::clearWipesAndEnds()
{
    const Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    Load held(m_service->load(document));
    m_finHub->documentContents.finish(0, pdfBytes('a'));
    QTRY_VERIFY(held.hasValue());
    Load underWay(m_service->load(documentOf(QStringLiteral("d2"), pdfBytes('b'))));

    m_service->clear();
    QCOMPARE(m_service->bytesCached(), 0);
    QCOMPARE(m_service->documentsCached(), 0);
    QCOMPARE(held->bytes, QByteArray(1024, '\0'));
    QCOMPARE(m_renderer->ended, 1);
    QVERIFY(m_finHub->documentContents.isAborted(1));
    QVERIFY(!underWay.isThere());
    QTRY_VERIFY(underWay.isThere());
    QCOMPARE(underWay.error().kind, ErrorKind::SessionEnded);

    // It goes on working for the next session.
    Load again(m_service->load(document));
    QCOMPARE(m_service->requestsSent(), 3);
    m_finHub->documentContents.finish(2, pdfBytes('a'));
    QTRY_VERIFY(again.hasValue());
}

void TestCachingDocumentService::clearWhileHashing()
{
    Load outcome(m_service->load(documentOf(QStringLiteral("d1"), pdfBytes('a', 3'000'000))));
    m_finHub->documentContents.finish(0, pdfBytes('a', 3'000'000));
    m_service->clear();
    QTRY_VERIFY(outcome.isThere());
    QCOMPARE(outcome.error().kind, ErrorKind::SessionEnded);
    QCOMPARE(m_service->documentsCached(), 0);
}

void TestCachingDocumentService::handlerMayDeleteTheService()
{
    const Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    CallPtr<LoadedDocument> first = m_service->load(document);
    CallPtr<LoadedDocument> second = m_service->load(document);
    int handled = 0;
    first->onFinished(this, [&](const Result<LoadedDocument>&) {
        ++handled;
        second.reset();
        first.reset();
        m_service.reset();
    });
    second->onFinished(this, [&](const Result<LoadedDocument>&) { handled += 100; });
    m_finHub->documentContents.finish(0, pdfBytes('a'));
    QTRY_COMPARE(handled, 1);
    QVERIFY(!m_service);
}

void TestCachingDocumentService::destroyedWithLoadsUnderWay()
{
    Load outcome(m_service->load(documentOf(QStringLiteral("d1"), pdfBytes('a'))));
    m_service.reset();
    QVERIFY(m_finHub->documentContents.isAborted(0));
    QTRY_VERIFY(outcome.isThere());
    QCOMPARE(outcome.error().kind, ErrorKind::SessionEnded);
}

void TestCachingDocumentService::rendersThroughTheRenderer()
{
    LoadedDocument document;
    document.bytes = pdfBytes('a');
    document.kind = MimeType::Pdf;
    Outcome<RenderedPage> outcome(m_service->render(document, {3, {800, 600}}));
    QCOMPARE(m_renderer->calls.count(), 1);
    QCOMPARE(m_renderer->calls.arguments(0).bytes, document.bytes);
    QCOMPARE(m_renderer->calls.arguments(0).kind, MimeType::Pdf);
    QCOMPARE(m_renderer->calls.arguments(0).request.page, 3);
    QCOMPARE(m_renderer->calls.arguments(0).request.box, QSize(800, 600));
    RenderedPage page;
    page.page = 3;
    m_renderer->calls.finish(0, page);
    QTRY_VERIFY(outcome.hasValue());
    QCOMPARE(outcome->page, 3);
}

void TestCachingDocumentService::rendersOnce()
{
    const LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    const RenderRequest request{.page = 1, .box = {800, 600}};
    {
        Rendering first(m_service->render(document, request));
        m_renderer->calls.finish(0, pageOf(1));
        QTRY_VERIFY(first.hasValue());
        QCOMPARE(first->image, pageOf(1).image);
    }
    QCOMPARE(m_service->pagesCached(), 1);
    QCOMPARE(m_service->bytesCached(), 1024);

    Rendering second(m_service->render(document, request));
    QVERIFY(!second.isThere());
    QTRY_VERIFY(second.hasValue());
    QCOMPARE(second->page, 1);
    QCOMPARE(second->image, pageOf(1).image);
    QCOMPARE(m_service->rendersStarted(), 1);
    QCOMPARE(m_renderer->calls.count(), 1);

    // Whoever it was made for, it is the same page.
    Rendering ahead(m_service->render(document, {.page = 1, .box = {800, 600}, .demand = Demand::Ahead}));
    QTRY_VERIFY(ahead.hasValue());
    QCOMPARE(m_service->rendersStarted(), 1);
}

void TestCachingDocumentService::everyPageAndBoxByItself()
{
    m_renderer->calls.answer = [](const RenderArguments& asked) { return pageOf(asked.request.page); };
    const LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    const LoadedDocument other = loadedOf(QStringLiteral("d2"), pdfBytes('b'));
    const auto render = [this](const LoadedDocument& of, const RenderRequest& request) {
        Rendering outcome(m_service->render(of, request));
        QTRY_VERIFY(outcome.hasValue());
    };
    for (int round = 0; round < 2; ++round) {
        render(document, {.page = 0, .box = {80, 60}});
        render(document, {.page = 1, .box = {80, 60}});
        render(document, {.page = 0, .box = {81, 60}});
        render(other, {.page = 0, .box = {80, 60}});
        QCOMPARE(m_service->rendersStarted(), 4);
        QCOMPARE(m_service->bytesCached(), 4096);
    }
    // A fifth is one too many for this budget: the oldest goes.
    render(document, {});
    QCOMPARE(m_service->bytesCached(), 4096);
    render(document, {.page = 0, .box = {80, 60}});
    QCOMPARE(m_service->rendersStarted(), 6);
    // All boxes without an area mean the same.
    render(document, {.page = 0, .box = {0, 0}});
    QCOMPARE(m_service->rendersStarted(), 6);
}

void TestCachingDocumentService::everyRegionByItself()
{
    m_renderer->calls.answer = [](const RenderArguments& asked) { return pageOf(asked.request.page); };
    const LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    const auto render = [&](const QRect& region) {
        Rendering outcome(m_service->render(document, {.page = 0, .box = {8000, 6000}, .region = region}));
        QTRY_VERIFY(outcome.hasValue());
    };
    for (int round = 0; round < 2; ++round) {
        for (const QRect& region : {QRect(), QRect(0, 0, 16, 16), QRect(16, 0, 16, 16), QRect(1, 60, 16, 16)})
            render(region);
        QCOMPARE(m_service->rendersStarted(), 4);
        QCOMPARE(m_service->bytesCached(), 4096);
    }
    QCOMPARE(m_renderer->calls.arguments(2).request.region, QRect(16, 0, 16, 16));
    // However many parts are looked at: what does not fit into the budget goes.
    for (int left = 0; left < 50; ++left)
        render({left * 16, 100, 16, 16});
    QCOMPARE(m_service->bytesCached(), 4096);
    // A rectangle without an area is all of the page.
    render({5, 5, 0, 0});
    const int before = m_service->rendersStarted();
    render({});
    QCOMPARE(m_service->rendersStarted(), before);
}

void TestCachingDocumentService::pagesOfOneHash()
{
    m_renderer->calls.answer = [](const RenderArguments& asked) { return pageOf(asked.request.page); };
    for (const char* const id : {"d1", "d2"}) {
        Rendering outcome(
            m_service->render(loadedOf(QLatin1String(id), pdfBytes('a')), {.page = 0, .box = {80, 60}}));
        QTRY_VERIFY(outcome.hasValue());
    }
    QCOMPARE(m_service->rendersStarted(), 1);
}

// Bytes of no document, and bytes whose hash nobody has compared.
void TestCachingDocumentService::pagesOfNobodyAreNotKept()
{
    m_renderer->calls.answer = [](const RenderArguments& asked) { return pageOf(asked.request.page); };
    LoadedDocument nobodys = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    nobodys.document = {};
    LoadedDocument unchecked = loadedOf(QStringLiteral("d2"), pdfBytes('b'));
    unchecked.hashChecked = false;
    for (const LoadedDocument& document : {nobodys, unchecked}) {
        const int before = m_service->rendersStarted();
        for (int i = 0; i < 2; ++i) {
            Rendering outcome(m_service->render(document, {.page = 0, .box = {80, 60}}));
            QTRY_VERIFY(outcome.hasValue());
        }
        QCOMPARE(m_service->rendersStarted(), before + 2);
    }
    QCOMPARE(m_service->pagesCached(), 0);
}

void TestCachingDocumentService::pagesOfAnIdGoWithItsBytes()
{
    m_renderer->calls.answer = [](const RenderArguments& asked) { return pageOf(asked.request.page); };
    Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    document.sha256.clear();
    const RenderRequest request{.page = 0, .box = {80, 60}};
    LoadedDocument former;
    {
        Load load(m_service->load(document));
        m_finHub->documentContents.finishLast(pdfBytes('a'));
        QTRY_VERIFY(load.hasValue());
        former = *load;
    }
    for (int i = 0; i < 2; ++i) {
        Rendering outcome(m_service->render(former, request));
        QTRY_VERIFY(outcome.hasValue());
        QCOMPARE(m_service->rendersStarted(), 1);
    }
    // Bytes from elsewhere under the same ids have no share in it.
    LoadedDocument elsewhere = former;
    elsewhere.bytes = pdfBytes('b');
    m_service->clear();
    Rendering stranger(m_service->render(elsewhere, request));
    QTRY_VERIFY(stranger.hasValue());
    QCOMPARE(m_service->pagesCached(), 0);

    Load again(m_service->load(document));
    m_finHub->documentContents.finishLast(pdfBytes('c'));
    QTRY_VERIFY(again.hasValue());
    Rendering anew(m_service->render(*again, request));
    QTRY_VERIFY(anew.hasValue());
    QCOMPARE(m_service->pagesCached(), 1);
    QCOMPARE(m_renderer->calls.lastArguments().bytes, pdfBytes('c'));
}

// What a worker answers cannot be overwritten; what is handed out and kept can.
void TestCachingDocumentService::pagesAreOwnMemory()
{
    const QByteArray sealed(1024, 'x');
    RenderedPage page;
    page.image = QImage(reinterpret_cast<const uchar*>(sealed.constData()), 16, 16, 64, QImage::Format_RGB32);
    Rendering outcome(m_service->render(loadedOf(QStringLiteral("d1"), pdfBytes('a')), {}));
    m_renderer->calls.finish(0, page);
    QTRY_VERIFY(outcome.hasValue());
    QCOMPARE(outcome->image, page.image);
    QVERIFY(outcome->image.constBits() != page.image.constBits());
    m_service->clear();
    QCOMPARE(sealed, QByteArray(1024, 'x'));
    QCOMPARE(outcome->image.pixel(0, 0), QRgb(0xff000000));
}

void TestCachingDocumentService::failedPagesAreNotKept()
{
    const LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    Rendering first(m_service->render(document, {}));
    m_renderer->calls.fail(0, Error::of(ErrorKind::BrokenDocument));
    QTRY_VERIFY(first.isThere());
    QCOMPARE(first.error().kind, ErrorKind::BrokenDocument);
    Rendering second(m_service->render(document, {}));
    QCOMPARE(m_service->rendersStarted(), 2);
    m_renderer->calls.finish(1, pageOf(0));
    QTRY_VERIFY(second.hasValue());
}

void TestCachingDocumentService::shareOneRendering()
{
    const LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    Rendering first(m_service->render(document, {}));
    Rendering second(m_service->render(document, {}));
    QCOMPARE(m_renderer->calls.count(), 1);
    m_renderer->calls.finish(0, pageOf(0));
    QTRY_VERIFY(first.hasValue() && second.hasValue());
    QCOMPARE(first.completions(), 1);
    QCOMPARE(second.completions(), 1);
}

void TestCachingDocumentService::cancellingOneRenderingKeepsTheOther()
{
    const LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    Rendering first(m_service->render(document, {}));
    Rendering second(m_service->render(document, {}));
    first.dropCall();
    QVERIFY(!m_renderer->calls.isAborted(0));
    m_renderer->calls.finish(0, pageOf(0));
    QTRY_VERIFY(second.hasValue());
    QVERIFY(!first.isThere());
}

void TestCachingDocumentService::cancellingAllRenderingsEndsTheWorker()
{
    const LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    Rendering first(m_service->render(document, {}));
    Rendering second(m_service->render(document, {}));
    first.dropCall();
    second.dropCall();
    QVERIFY(m_renderer->calls.isAborted(0));
    Rendering third(m_service->render(document, {}));
    QCOMPARE(m_service->rendersStarted(), 2);
}

void TestCachingDocumentService::aheadBecomesVisible()
{
    const LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    Rendering ahead(m_service->render(document, {.demand = Demand::Ahead}));
    QCOMPARE(m_renderer->calls.arguments(0).request.demand, Demand::Ahead);
    Rendering alsoAhead(m_service->render(document, {.demand = Demand::Ahead}));
    QCOMPARE(m_renderer->promoted, 0);
    Rendering visible(m_service->render(document, {}));
    Rendering another(m_service->render(document, {}));
    QCOMPARE(m_renderer->promoted, 1);
    QCOMPARE(m_service->rendersStarted(), 1);
    ahead.dropCall();
    alsoAhead.dropCall();
    m_renderer->calls.finish(0, pageOf(0));
    QTRY_VERIFY(visible.hasValue() && another.hasValue());
}

void TestCachingDocumentService::clearWipesPages()
{
    const LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    Rendering held(m_service->render(document, {}));
    m_renderer->calls.finish(0, pageOf(0));
    QTRY_VERIFY(held.hasValue());
    Rendering underWay(m_service->render(document, {.page = 1}));
    m_service->clear();
    QCOMPARE(m_service->pagesCached(), 0);
    QCOMPARE(m_service->bytesCached(), 0);
    QCOMPARE(held->image.pixel(5, 5), QRgb(0xff000000));
    QVERIFY(m_renderer->calls.isAborted(1));
    QVERIFY(!underWay.isThere());
    QTRY_VERIFY(underWay.isThere());
    QCOMPARE(underWay.error().kind, ErrorKind::SessionEnded);
    QVERIFY(!m_service->isBusy());
}

void TestCachingDocumentService::busyWhileSomebodyWaits()
{
    QSignalSpy told(m_service.get(), &DocumentService::busyChanged);
    Load load(m_service->load(documentOf(QStringLiteral("d1"), pdfBytes('a'))));
    QVERIFY(m_service->isBusy());
    QCOMPARE(told.count(), 1);
    QCOMPARE(told.last().first().toBool(), true);
    m_finHub->documentContents.finish(0, pdfBytes('a'));
    // Rendered at once: that is one wait.
    QVERIFY(load.hasValue());
    QVERIFY(!m_service->isBusy());
    Rendering rendering(m_service->render(*load, {}));
    QVERIFY(m_service->isBusy());
    QCoreApplication::sendPostedEvents();
    QCOMPARE(told.count(), 1);

    m_renderer->calls.finish(0, pageOf(0));
    QVERIFY(!m_service->isBusy());
    QCOMPARE(told.count(), 1);
    QTRY_COMPARE(told.count(), 2);
    QCOMPARE(told.last().first().toBool(), false);

    // Whoever loses interest does not wait either.
    Rendering dropped(m_service->render(*load, {.page = 7}));
    QCOMPARE(told.count(), 3);
    dropped.dropCall();
    QTRY_COMPARE(told.count(), 4);
    QVERIFY(!m_service->isBusy());

    // What is there already keeps nobody waiting.
    Rendering known(m_service->render(*load, {}));
    QVERIFY(!m_service->isBusy());
    QTRY_VERIFY(known.hasValue());
    QCOMPARE(told.count(), 4);
}

void TestCachingDocumentService::notBusyAhead()
{
    QSignalSpy told(m_service.get(), &DocumentService::busyChanged);
    const Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    Load ahead(m_service->loadAhead(document));
    QVERIFY(!m_service->isBusy());
    Load visible(m_service->load(document));
    QVERIFY(m_service->isBusy());
    QCOMPARE(m_service->requestsSent(), 1);
    visible.dropCall();
    QVERIFY(!m_service->isBusy());
    QVERIFY(!m_finHub->documentContents.isAborted(0));
    m_finHub->documentContents.finish(0, pdfBytes('a'));
    QTRY_VERIFY(ahead.hasValue());
    Rendering rendering(m_service->render(*ahead, {.demand = Demand::Ahead}));
    QVERIFY(!m_service->isBusy());
    QTRY_COMPARE(told.count(), 2);
}

// Whoever hears that somebody waits lets go of what is made ahead, before the renderer is asked, but not of
// what the other has just joined.
void TestCachingDocumentService::aheadMakesRoomBeforeTheVisibleBegins()
{
    const LoadedDocument next = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    const LoadedDocument open = loadedOf(QStringLiteral("d2"), pdfBytes('b'));
    CallPtr<RenderedPage> ahead = m_service->render(next, {.demand = Demand::Ahead});
    int asked = -1;
    connect(m_service.get(), &DocumentService::busyChanged, this, [&](bool busy) {
        if (!busy)
            return;
        asked = m_renderer->calls.count();
        ahead.reset();
    });
    {
        Rendering visible(m_service->render(open, {}));
        QCOMPARE(asked, 1);
        QVERIFY(m_renderer->calls.isAborted(0));
        QCOMPARE(m_renderer->calls.count(), 2);
        m_renderer->calls.finish(1, pageOf(0));
        QTRY_VERIFY(visible.hasValue());
    }
    QSignalSpy told(m_service.get(), &DocumentService::busyChanged);
    QVERIFY(told.wait());
    ahead = m_service->render(next, {.demand = Demand::Ahead});
    Rendering same(m_service->render(next, {}));
    QVERIFY(!ahead);
    QVERIFY(!m_renderer->calls.isAborted(2));
    m_renderer->calls.finish(2, pageOf(0));
    QTRY_VERIFY(same.hasValue());
    QCOMPARE(m_service->rendersStarted(), 3);
}

void TestCachingDocumentService::visibleLoadJoinsTheOneAhead()
{
    const Document document = documentOf(QStringLiteral("d1"), pdfBytes('a'));
    CallPtr<LoadedDocument> ahead = m_service->loadAhead(document);
    CallPtr<LoadedDocument> other = m_service->loadAhead(documentOf(QStringLiteral("d2"), pdfBytes('b')));
    connect(m_service.get(), &DocumentService::busyChanged, this, [&](bool busy) {
        if (!busy)
            return;
        ahead.reset();
        other.reset();
    });
    Load visible(m_service->load(document));
    QVERIFY(!ahead);
    QVERIFY(!m_finHub->documentContents.isAborted(0));
    QVERIFY(m_finHub->documentContents.isAborted(1));
    m_finHub->documentContents.finish(0, pdfBytes('a'));
    QTRY_VERIFY(visible.hasValue());
    QCOMPARE(m_service->requestsSent(), 2);
}

void TestCachingDocumentService::handlerMayDeleteTheServiceWhileRendering()
{
    const LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    CallPtr<RenderedPage> first = m_service->render(document, {});
    CallPtr<RenderedPage> second = m_service->render(document, {});
    int handled = 0;
    first->onFinished(this, [&](const Result<RenderedPage>&) {
        ++handled;
        second.reset();
        first.reset();
        m_service.reset();
    });
    second->onFinished(this, [&](const Result<RenderedPage>&) { handled += 100; });
    m_renderer->calls.finish(0, pageOf(0));
    QTRY_COMPARE(handled, 1);
    QVERIFY(!m_service);
}

namespace {
// Of its own memory, as it comes from a worker.
PageText textOf(const QString& text)
{
    PageText page;
    page.text = QString(text.constData(), text.size());
    page.places = QList<QRectF>(text.size(), QRectF(1, 2, 3, 4));
    return page;
}
using Reading = Outcome<PageText>;
} // namespace

void TestCachingDocumentService::textIsReadOnceAndKept()
{
    const LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    Reading first(m_service->text(document, 2, TextDetail::Text));
    QCOMPARE(m_renderer->texts.count(), 1);
    QCOMPARE(m_renderer->texts.arguments(0).page, 2);
    m_renderer->texts.finish(0, textOf(QStringLiteral("two")));
    QTRY_VERIFY(first.hasValue());
    QCOMPARE(m_service->textsCached(), 1);
    QCOMPARE(m_service->documentsCached() + m_service->pagesCached(), 0);

    Reading again(m_service->text(document, 2, TextDetail::Text));
    QVERIFY(!again.isThere());
    QTRY_VERIFY(again.hasValue());
    QCOMPARE(again->text, QStringLiteral("two"));
    QCOMPARE(m_renderer->texts.count(), 1);

    // Another page, or with places, is another text.
    Reading places(m_service->text(document, 2, TextDetail::Places));
    Reading other(m_service->text(document, 3, TextDetail::Text));
    QCOMPARE(m_renderer->texts.count(), 3);
    places.dropCall();
    QVERIFY(m_renderer->texts.isAborted(1));
    m_renderer->texts.fail(2, Error::of(ErrorKind::BrokenDocument));
    QTRY_VERIFY(other.isThere());
    QCOMPARE(m_service->textsCached(), 1);
}

void TestCachingDocumentService::textIsOverwrittenWithTheRest()
{
    const LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    Reading reading(m_service->text(document, 0, TextDetail::Places));
    m_renderer->texts.finish(0, textOf(QStringLiteral("Jane Doe")));
    QTRY_VERIFY(reading.hasValue());
    const PageText held = *reading;
    m_service->clear();
    QCOMPARE(held.text, QString(8, QChar(0)));
    QCOMPARE(held.places.at(0), QRectF());
    QCOMPARE(m_service->textsCached(), 0);
    QCOMPARE(m_service->bytesCached(), 0);
    Reading next(m_service->text(document, 0, TextDetail::Places));
    QCOMPARE(m_renderer->texts.count(), 2);
}

void TestCachingDocumentService::textThatNothingVouchesForIsNotKept()
{
    LoadedDocument document = loadedOf(QStringLiteral("d1"), pdfBytes('a'));
    document.hashChecked = false;
    Reading first(m_service->text(document, 0, TextDetail::Text));
    m_renderer->texts.finish(0, textOf(QStringLiteral("text")));
    QTRY_VERIFY(first.hasValue());
    // By its ids, but of other bytes than those that lie there.
    document.document.sha256.clear();
    Reading second(m_service->text(document, 0, TextDetail::Text));
    m_renderer->texts.finish(1, textOf(QStringLiteral("text")));
    QTRY_VERIFY(second.hasValue());
    QCOMPARE(m_service->textsCached(), 0);
}

void TestCachingDocumentService::textEndsWithTheService()
{
    Reading reading(m_service->text(loadedOf(QStringLiteral("d1"), pdfBytes('a')), 0, TextDetail::Text));
    m_service.reset();
    m_renderer->texts.finish(0, textOf(QStringLiteral("text")));
    QTRY_VERIFY(reading.isThere());
}

QTEST_GUILESS_MAIN(TestCachingDocumentService)
#include "tst_cachingdocumentservice.moc"
