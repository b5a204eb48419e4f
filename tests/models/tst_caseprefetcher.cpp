#include "documents/cachingdocumentservice.h"
#include "documents/documentcheck.h"
#include "documents/fakerenderer.h"
#include "models/caseprefetcher.h"
#include "models/documentorder.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "support/outcome.h"

#include <QTest>

using namespace finhub;
using namespace finhub::models;
using namespace finhub::test;
using documents::Demand;
using documents::RenderedPage;

namespace {
const QSize Box(800, 600);
const QSize ThumbnailBox(144, 120);

/// Two kilobytes each, no two alike.
QByteArray bytesOf(const DocumentId& id)
{
    return ("%PDF-1.4 " + id.text().toUtf8()).leftJustified(2048, '.');
}

Document documentOf(const QString& id, DocumentType type)
{
    Document document = sampleDocument(id, type);
    document.sha256 = documents::sha256Of(bytesOf(document.id));
    document.size = 2048;
    return document;
}

CustomerId idOf(int number)
{
    return CustomerId(QStringLiteral("c-%1").arg(number));
}

/// Customer `number` with a selfie and a passport, in this order.
Verification verificationOf(int number)
{
    Verification verification = sampleVerification();
    verification.id = VerificationId(QStringLiteral("v-%1").arg(number));
    verification.customerId = idOf(number);
    verification.documents = {documentOf(QStringLiteral("selfie-%1").arg(number), DocumentType::Selfie),
                              documentOf(QStringLiteral("passport-%1").arg(number), DocumentType::Passport)};
    return verification;
}

Customer customerOf(int number)
{
    Customer customer = sampleCustomer();
    customer.id = idOf(number);
    customer.verification = verificationOf(number);
    customer.verification->documents.clear();
    return customer;
}

DirectoryEntry entryOf(int number)
{
    DirectoryEntry entry = sampleEntry();
    entry.id = idOf(number);
    entry.verification = customerOf(number).verification;
    return entry;
}

int numberOf(const QString& id)
{
    return id.mid(id.indexOf(u'-') + 1).toInt();
}

RenderedPage pageFor(const RenderArguments& asked)
{
    RenderedPage page;
    page.image = QImage(16, 16, QImage::Format_RGB32);
    page.image.fill(0xffabcdef);
    page.page = asked.request.page;
    return page;
}
} // namespace

/// What is got ready for the next case, when, and how much of it.
class TestCasePrefetcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void orderOfDocuments();
    void getsTheWholeCaseReady();
    void firstDocumentFirst();
    void openingNeedsNothingMore();
    void waitsWhileTheOpenCaseIsRead();
    void visibleEndsWhatIsUnderWay();
    void keepsWhatItHasWhenPreempted();
    void anotherCaseTakesItsPlace();
    void joinedWhileUnderWay();
    void handsOverWhatIsBeingRead();
    void oldReadingsAreNotShown();
    void changedRowIsReadAgain();
    void failuresAreNotTriedAgain();
    void brokenDocumentLeavesTheOthers();
    void withoutDocumentsToRead();
    void otherBoxes();
    void cancelLetsGoOfEverything();
    void fiftyPresses();
    void smallBudget();

private:
    void answerAll();
    CallPtr<documents::LoadedDocument> loadVisible(int number);
    QList<QSize> boxes() const { return {Box, ThumbnailBox}; }

    QDateTime m_time;
    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<FakeRenderer> m_renderer;
    std::unique_ptr<documents::CachingDocumentService> m_documents;
    std::unique_ptr<CasePrefetcher> m_prefetcher;
};

void TestCasePrefetcher::init()
{
    m_time = QDateTime(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC);
    m_finhub = std::make_unique<FakeFinHub>();
    m_finhub->openSession(sampleOfficer());
    m_renderer = std::make_unique<FakeRenderer>();
    m_documents = std::make_unique<documents::CachingDocumentService>(*m_finhub, *m_renderer, 1024 * 1024);
    m_prefetcher = std::make_unique<CasePrefetcher>(*m_finhub, *m_documents, [this] { return m_time; });
}

void TestCasePrefetcher::cleanup()
{
    m_prefetcher.reset();
    m_documents.reset();
    m_renderer.reset();
    m_finhub.reset();
}

void TestCasePrefetcher::answerAll()
{
    m_finhub->customers.answer = [](const CustomerArguments& asked) {
        return customerOf(numberOf(asked.id.text()));
    };
    m_finhub->verifications.answer = [](const VerificationArguments& asked) {
        return verificationOf(numberOf(asked.id.text()));
    };
    m_finhub->timelines.answer = [](const TimelineArguments&) { return Page<TimelineEvent>(); };
    m_finhub->documentContents.answer = [](const DocumentContentArguments& asked) {
        return bytesOf(asked.document);
    };
    m_renderer->calls.answer = pageFor;
}

CallPtr<documents::LoadedDocument> TestCasePrefetcher::loadVisible(int number)
{
    return m_documents->load(inViewingOrder(verificationOf(number).documents).first());
}

void TestCasePrefetcher::orderOfDocuments()
{
    const QList<Document> ordered =
        inViewingOrder({sampleDocument(QStringLiteral("s"), DocumentType::Selfie),
                        sampleDocument(QStringLiteral("b1"), DocumentType::BankStatement),
                        sampleDocument(QStringLiteral("b2"), DocumentType::BankStatement),
                        sampleDocument(QStringLiteral("p"), DocumentType::Passport)});
    QStringList ids;
    for (const Document& document : ordered)
        ids << document.id.text();
    QCOMPARE(ids, (QStringList{QStringLiteral("p"), QStringLiteral("b1"), QStringLiteral("b2"),
                               QStringLiteral("s")}));
}

void TestCasePrefetcher::getsTheWholeCaseReady()
{
    answerAll();
    m_prefetcher->expect(entryOf(2), boxes());
    QVERIFY(!m_prefetcher->isReady());
    QTRY_VERIFY(m_prefetcher->isReady());
    QCOMPARE(m_finhub->customers.count(), 1);
    QCOMPARE(m_finhub->verifications.count(), 1);
    QCOMPARE(m_finhub->timelines.count(), 1);
    QCOMPARE(m_documents->requestsSent(), 2);
    QCOMPARE(m_documents->rendersStarted(), 4);
    QCOMPARE(m_documents->documentsCached(), 2);
    QCOMPARE(m_documents->pagesCached(), 4);
    QCOMPARE(m_documents->bytesCached(), 2 * 2048 + 4 * 1024);
    for (int call = 0; call < m_renderer->calls.count(); ++call)
        QCOMPARE(m_renderer->calls.arguments(call).request.demand, Demand::Ahead);
    // Writes nothing, claims nothing, decides nothing.
    QCOMPARE(m_finhub->decisions.count(), 0);

    // Told the same again, it has nothing to do.
    for (int i = 0; i < 10; ++i)
        m_prefetcher->expect(entryOf(2), boxes());
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_finhub->customers.count(), 1);
    QCOMPARE(m_documents->requestsSent(), 2);
}

void TestCasePrefetcher::firstDocumentFirst()
{
    answerAll();
    m_finhub->documentContents.answer = nullptr;
    m_prefetcher->expect(entryOf(2), boxes());
    QTRY_COMPARE(m_finhub->documentContents.count(), 1);
    QCOMPARE(m_finhub->documentContents.arguments(0).document, DocumentId(QStringLiteral("passport-2")));
    m_renderer->calls.answer = nullptr;
    m_finhub->documentContents.finish(0, bytesOf(DocumentId(QStringLiteral("passport-2"))));
    QTRY_COMPARE(m_renderer->calls.count(), 1);
    QCOMPARE(m_renderer->calls.arguments(0).request.box, Box);
    QCOMPARE(m_renderer->calls.arguments(0).request.page, 0);
    m_renderer->calls.finish(0, pageFor(m_renderer->calls.arguments(0)));
    QCOMPARE(m_renderer->calls.arguments(1).request.box, ThumbnailBox);
    QCOMPARE(m_finhub->documentContents.count(), 1);
    m_renderer->calls.finish(1, pageFor(m_renderer->calls.arguments(1)));
    QCOMPARE(m_finhub->documentContents.arguments(1).document, DocumentId(QStringLiteral("selfie-2")));
}

void TestCasePrefetcher::openingNeedsNothingMore()
{
    answerAll();
    m_prefetcher->expect(entryOf(2), boxes());
    QTRY_VERIFY(m_prefetcher->isReady());
    QVERIFY(!m_prefetcher->take(idOf(3)));
    const std::unique_ptr<review::CaseFile> file = m_prefetcher->take(idOf(2));
    QVERIFY(file);
    QVERIFY(file->isComplete());
    QCOMPARE(file->verification().value->documents.size(), 2);
    QVERIFY(!m_prefetcher->take(idOf(2)));

    for (const Document& document : file->verification().value->documents) {
        Outcome load(m_documents->load(document));
        QTRY_VERIFY(load.hasValue());
        for (const QSize& box : boxes()) {
            Outcome page(m_documents->render(*load, {.page = 0, .box = box}));
            QTRY_VERIFY(page.hasValue());
        }
    }
    QVERIFY(!m_documents->isBusy());
    QCOMPARE(m_documents->requestsSent(), 2);
    QCOMPARE(m_documents->rendersStarted(), 4);
}

void TestCasePrefetcher::waitsWhileTheOpenCaseIsRead()
{
    answerAll();
    m_prefetcher->setVisibleBusy(true);
    m_prefetcher->expect(entryOf(2), boxes());
    const CallPtr<documents::LoadedDocument> visible = loadVisible(1);
    m_prefetcher->setVisibleBusy(false);
    QCOMPARE(m_finhub->customers.count(), 0); // a document is still on its way
    QTRY_VERIFY(m_prefetcher->isReady());
    QCOMPARE(m_finhub->customers.count(), 1);
}

void TestCasePrefetcher::visibleEndsWhatIsUnderWay()
{
    // Reading the case.
    m_prefetcher->expect(entryOf(2), boxes());
    QCOMPARE(m_finhub->customers.count(), 1);
    m_prefetcher->setVisibleBusy(true);
    QVERIFY(m_finhub->customers.isAborted(0));
    QVERIFY(m_finhub->verifications.isAborted(0));
    QVERIFY(m_finhub->timelines.isAborted(0));
    m_prefetcher->setVisibleBusy(false);
    QCOMPARE(m_finhub->customers.count(), 2);
    m_finhub->customers.finishLast(customerOf(2));
    m_finhub->verifications.finishLast(verificationOf(2));

    // Fetching a document.
    QCOMPARE(m_finhub->documentContents.count(), 1);
    CallPtr<documents::LoadedDocument> visible = loadVisible(1);
    QVERIFY(m_finhub->documentContents.isAborted(0));
    visible.reset();
    QTRY_COMPARE(m_finhub->documentContents.count(), 3);
    m_finhub->documentContents.finishLast(bytesOf(DocumentId(QStringLiteral("passport-2"))));

    // Rendering a page.
    QTRY_COMPARE(m_renderer->calls.count(), 1);
    visible = loadVisible(1);
    QVERIFY(m_renderer->calls.isAborted(0));
    visible.reset();
    // The case and the document are there already.
    QTRY_COMPARE(m_renderer->calls.count(), 2);
    QCOMPARE(m_finhub->customers.count(), 2);
    QCOMPARE(m_finhub->documentContents.count(), 4);
}

void TestCasePrefetcher::keepsWhatItHasWhenPreempted()
{
    answerAll();
    m_prefetcher->expect(entryOf(2), boxes());
    QTRY_VERIFY(m_prefetcher->isReady());
    m_prefetcher->setVisibleBusy(true);
    QVERIFY(m_prefetcher->isReady());
    QVERIFY(m_prefetcher->take(idOf(2)));
}

void TestCasePrefetcher::anotherCaseTakesItsPlace()
{
    m_prefetcher->expect(entryOf(2), boxes());
    m_prefetcher->expect(entryOf(3), boxes());
    QVERIFY(m_finhub->customers.isAborted(0));
    QCOMPARE(m_finhub->customers.count(), 2);
    QCOMPARE(m_finhub->customers.open(), 1);
    QCOMPARE(m_finhub->customers.lastArguments().id, idOf(3));
    m_prefetcher->expect(std::nullopt, boxes());
    QCOMPARE(m_finhub->customers.open(), 0);
    QCOMPARE(m_finhub->verifications.open(), 0);
    QVERIFY(!m_prefetcher->take(idOf(3)));
}

// Opened while its first document is on its way: the reviewer waits for the same request.
void TestCasePrefetcher::joinedWhileUnderWay()
{
    answerAll();
    m_finhub->documentContents.answer = nullptr;
    m_prefetcher->expect(entryOf(2), boxes());
    QTRY_COMPARE(m_finhub->documentContents.count(), 1);
    QVERIFY(m_prefetcher->take(idOf(2)));
    Outcome load(loadVisible(2));
    m_prefetcher->expect(entryOf(3), boxes());
    QVERIFY(!m_finhub->documentContents.isAborted(0));
    QCOMPARE(m_finhub->documentContents.count(), 1);
    m_finhub->documentContents.finish(0, bytesOf(DocumentId(QStringLiteral("passport-2"))));
    QTRY_VERIFY(load.hasValue());
}

void TestCasePrefetcher::handsOverWhatIsBeingRead()
{
    m_prefetcher->expect(entryOf(2), boxes());
    const std::unique_ptr<review::CaseFile> file = m_prefetcher->take(idOf(2));
    QVERIFY(file);
    QVERIFY(!file->isComplete());
    m_prefetcher->expect(entryOf(3), boxes());
    m_prefetcher->setVisibleBusy(true);
    QVERIFY(m_finhub->customers.isOpen(0));
    m_finhub->customers.finish(0, customerOf(2));
    m_finhub->verifications.finish(0, verificationOf(2));
    QVERIFY(file->isComplete());
}

void TestCasePrefetcher::oldReadingsAreNotShown()
{
    answerAll();
    m_prefetcher->expect(entryOf(2), boxes());
    QTRY_VERIFY(m_prefetcher->isReady());
    m_time = m_time.addSecs(std::chrono::seconds(CasePrefetcher::MaximumAge).count());
    QVERIFY(m_prefetcher->take(idOf(2)));
    m_prefetcher->expect(entryOf(3), boxes());
    QTRY_VERIFY(m_prefetcher->isReady());
    m_time = m_time.addSecs(std::chrono::seconds(CasePrefetcher::MaximumAge).count() + 1);
    QVERIFY(!m_prefetcher->take(idOf(3)));
}

void TestCasePrefetcher::changedRowIsReadAgain()
{
    answerAll();
    m_prefetcher->expect(entryOf(2), boxes());
    QTRY_VERIFY(m_prefetcher->isReady());
    DirectoryEntry changed = entryOf(2);
    changed.updatedAt = m_time;
    m_prefetcher->expect(changed, boxes());
    QVERIFY(!m_prefetcher->isReady());
    QTRY_VERIFY(m_prefetcher->isReady());
    QCOMPARE(m_finhub->customers.count(), 2);
    QCOMPARE(m_documents->requestsSent(), 2);
    QCOMPARE(m_documents->rendersStarted(), 4);
}

void TestCasePrefetcher::failuresAreNotTriedAgain()
{
    m_prefetcher->expect(entryOf(2), boxes());
    m_finhub->customers.fail(0, Error::of(ErrorKind::Unreachable));
    for (int i = 0; i < 3; ++i) {
        m_prefetcher->setVisibleBusy(true);
        m_prefetcher->setVisibleBusy(false);
        m_prefetcher->expect(entryOf(2), boxes());
    }
    QCOMPARE(m_finhub->customers.count(), 1);
    QVERIFY(!m_prefetcher->take(idOf(2)));

    answerAll();
    m_finhub->documentContents.answer = [](const DocumentContentArguments&) {
        return Result<QByteArray>(failure(Error::of(ErrorKind::Unreachable)));
    };
    m_prefetcher->expect(entryOf(3), boxes());
    QTRY_COMPARE(m_finhub->documentContents.count(), 1);
    QTRY_COMPARE(m_finhub->documentContents.open(), 0);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_finhub->documentContents.count(), 1);
}

void TestCasePrefetcher::brokenDocumentLeavesTheOthers()
{
    answerAll();
    m_finhub->documentContents.answer = [](const DocumentContentArguments& asked) {
        return asked.document.text().startsWith(QLatin1String("passport")) ? QByteArray("%PDF-1.4 other")
                                                                           : bytesOf(asked.document);
    };
    m_renderer->calls.answer = [](const RenderArguments&) {
        return Result<RenderedPage>(failure(Error::of(ErrorKind::BrokenDocument)));
    };
    m_prefetcher->expect(entryOf(2), boxes());
    QTRY_VERIFY(m_prefetcher->isReady());
    QCOMPARE(m_documents->documentsCached(), 1);
    // A page that cannot be rendered is not tried in another box.
    QCOMPARE(m_documents->rendersStarted(), 1);
    QVERIFY(m_prefetcher->take(idOf(2)));
}

void TestCasePrefetcher::withoutDocumentsToRead()
{
    answerAll();
    m_finhub->withdraw(Extension::DocumentContent);
    m_prefetcher->expect(entryOf(2), boxes());
    QTRY_VERIFY(m_finhub->timelines.count() == 1 && m_finhub->timelines.open() == 0);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_documents->requestsSent(), 0);
    QVERIFY(m_prefetcher->take(idOf(2)));
}

void TestCasePrefetcher::otherBoxes()
{
    answerAll();
    m_prefetcher->expect(entryOf(2), boxes());
    QTRY_VERIFY(m_prefetcher->isReady());
    m_prefetcher->expect(entryOf(2), {QSize(1200, 900), ThumbnailBox});
    QTRY_VERIFY(m_prefetcher->isReady());
    QCOMPARE(m_documents->requestsSent(), 2);
    QCOMPARE(m_documents->rendersStarted(), 6);
    QCOMPARE(m_finhub->customers.count(), 1);
}

void TestCasePrefetcher::cancelLetsGoOfEverything()
{
    m_prefetcher->expect(entryOf(2), boxes());
    m_finhub->customers.finishLast(customerOf(2));
    m_finhub->verifications.finishLast(verificationOf(2));
    QCOMPARE(m_finhub->documentContents.open(), 1);
    m_prefetcher->cancel();
    QCOMPARE(m_finhub->documentContents.open(), 0);
    QCOMPARE(m_finhub->timelines.open(), 0);
    QVERIFY(!m_prefetcher->take(idOf(2)));
}

// Every press opens a case, which is read, and names the next one. Nobody answers in between, as when the
// presses are faster than the server; only then is anything got ready, and once.
void TestCasePrefetcher::fiftyPresses()
{
    CallPtr<documents::LoadedDocument> visible;
    for (int press = 0; press < 50; ++press) {
        m_prefetcher->setVisibleBusy(true);
        m_prefetcher->expect(entryOf(press + 1), boxes());
        visible = loadVisible(press);
        m_prefetcher->setVisibleBusy(false); // the data is there, the document is not
    }
    QCOMPARE(m_finhub->customers.count(), 0);
    QCOMPARE(m_documents->requestsSent(), 50);
    QCOMPARE(m_finhub->documentContents.open(), 1);
    QCOMPARE(m_documents->rendersStarted(), 0);

    answerAll();
    m_finhub->documentContents.finishLast(bytesOf(DocumentId(QStringLiteral("passport-49"))));
    QTRY_VERIFY(m_prefetcher->isReady());
    QCOMPARE(m_finhub->customers.count(), 1);
    QCOMPARE(m_finhub->customers.lastArguments().id, idOf(50));
    QCOMPARE(m_documents->requestsSent(), 52);
    QCOMPARE(m_documents->rendersStarted(), 4);
    QCOMPARE(m_documents->documentsCached(), 3);
    QVERIFY(!m_documents->isBusy());

    // Slower presses, where every second case has been got ready in part: never more than one at a time.
    for (int press = 50; press < 100; ++press) {
        m_prefetcher->take(idOf(press));
        m_prefetcher->expect(entryOf(press + 1), boxes());
        QVERIFY(m_finhub->customers.open() <= 1);
        QVERIFY(m_renderer->calls.open() <= 1);
        if (press % 2)
            QCoreApplication::sendPostedEvents();
    }
    QTRY_VERIFY(m_prefetcher->isReady());
    QVERIFY(m_finhub->customers.count() <= 51);
    QVERIFY(m_documents->requestsSent() <= 52 + 2 * 50);
    QVERIFY(m_documents->rendersStarted() <= 4 + 4 * 50);
}

// One case is more than the budget: everything is fetched once all the same, and little of it stays.
void TestCasePrefetcher::smallBudget()
{
    // Unlike the recorded calls it keeps no bytes in use.
    class ForgetfulRenderer : public documents::PageRenderer {
    public:
        CallPtr<RenderedPage> render(const QByteArray&, MimeType,
                                     const documents::RenderRequest& request) override
        {
            auto call = std::make_unique<Call<RenderedPage>>();
            call->finishLater(pageFor({{}, MimeType::Pdf, request}));
            return call;
        }
        void endAll() override {}
    };
    ForgetfulRenderer renderer;
    m_prefetcher.reset();
    m_documents = std::make_unique<documents::CachingDocumentService>(*m_finhub, renderer, 3 * 1024);
    m_prefetcher = std::make_unique<CasePrefetcher>(*m_finhub, *m_documents, [this] { return m_time; });
    answerAll();
    m_prefetcher->expect(entryOf(2), boxes());
    QTRY_VERIFY(m_prefetcher->isReady());
    QCOMPARE(m_documents->requestsSent(), 2);
    QCOMPARE(m_documents->rendersStarted(), 4);
    QVERIFY(m_documents->bytesCached() <= 3 * 1024);
    cleanup(); // before the renderer goes
}

QTEST_GUILESS_MAIN(TestCasePrefetcher)
#include "tst_caseprefetcher.moc"
