#include "documents/sealedmemory.h"
#include "documents/workerpool.h"
#include "documents/workerprocess.h"
#include "documents/workerrenderer.h"
#include "documents/workertask.h"
#include "lies.h"
#include "support/outcome.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

using namespace finhub;
using namespace finhub::documents;
using Rendering = test::Outcome<RenderedPage>;

namespace {

CallPtr<RenderedPage> call(WorkerRenderer& renderer, Lie lie, Demand demand = Demand::Visible)
{
    return renderer.render("%PDF-1.4", MimeType::Pdf, {static_cast<int>(lie), {4, 4}, demand});
}

QSet<qint64> childrenOf(const QObject& parent)
{
    QSet<qint64> ids;
    const auto workers = parent.findChildren<WorkerProcess*>(QString(), Qt::FindDirectChildrenOnly);
    for (const WorkerProcess* const worker : workers)
        ids.insert(worker->processId());
    return ids;
}

WorkerTask task(Demand demand)
{
    return {"%PDF-1.4", MimeType::Pdf, {static_cast<int>(Lie::Hangs), {4, 4}, demand}};
}

bool exists(qint64 process)
{
    return kill(static_cast<pid_t>(process), 0) == 0;
}

/// Kills it and returns when it is dead, without anybody in this program having heard of it.
void killUnheard(qint64 process)
{
    kill(static_cast<pid_t>(process), SIGKILL);
    for (;;) {
        QFile status(QStringLiteral("/proc/%1/stat").arg(process));
        if (!status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z "))
            return;
    }
}

} // namespace

/// Workers that are started before there is a document. What is counted here are processes.
class TestWorkerPool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsNothingBeforeThereIsADocument();
    void startsTwoWhenADocumentIsOnItsWay();
    void aDocumentNeedsNoStart();
    void textNeedsNoStart();
    void oneDocumentAWorker();
    void oneTextAWorker();
    void cannotBeGivenASecond();
    void isNotRefilledWhileSomebodyWaits();
    void whatIsAheadLeavesTheLast();
    void emptiedWithTheSession();
    void emptiedWithTheRenderer();
    void deadOneIsReplaced();
    void deadOneIsNotUsed();
    void givesUpWhereNoneCanLive_data();
    void givesUpWhereNoneCanLive();
    void refusalWithoutWallsIsSaid();
};

void TestWorkerPool::startsNothingBeforeThereIsADocument()
{
    WorkerRenderer idle(QStringLiteral(LYING_WORKER));
    WorkerRenderer other(QStringLiteral(LYING_WORKER));
    other.getReady();
    QTRY_COMPARE_WITH_TIMEOUT(other.pool().ready(), WorkerRenderer::MaxReady, test::Patience);
    QCOMPARE(idle.pool().started(), 0);
}

void TestWorkerPool::startsTwoWhenADocumentIsOnItsWay()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    renderer.getReady();
    renderer.getReady();
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), 2, test::Patience);
    renderer.getReady();
    const Rendering page(call(renderer, Lie::None));
    QTRY_VERIFY_WITH_TIMEOUT(page.hasValue(), test::Patience);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), 2, test::Patience);
    QCOMPARE(renderer.pool().waiting(), 2);
    QCOMPARE(renderer.pool().started(), 3); // one for the page, two that wait
}

void TestWorkerPool::aDocumentNeedsNoStart()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    renderer.getReady();
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), 2, test::Patience);
    const QSet<qint64> ready = childrenOf(renderer.pool());
    const Rendering first(call(renderer, Lie::Hangs));
    const Rendering second(call(renderer, Lie::Hangs));
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 2, test::Patience);
    QCOMPARE(childrenOf(renderer), ready);
    QCOMPARE(renderer.pool().started(), 2);
    QCOMPARE(renderer.pool().waiting(), 0);
}

void TestWorkerPool::textNeedsNoStart()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    renderer.getReady();
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), 2, test::Patience);
    const QSet<qint64> ready = childrenOf(renderer.pool());
    const CallPtr<PageText> text = renderer.text("%PDF-1.4", static_cast<int>(Lie::Hangs), TextDetail::Text);
    QTRY_COMPARE_WITH_TIMEOUT(childrenOf(renderer).size(), 1, test::Patience);
    QVERIFY(ready.contains(*childrenOf(renderer).cbegin()));
}

void TestWorkerPool::oneDocumentAWorker()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    QSet<qint64> used;
    constexpr int Documents = 8;
    for (int i = 0; i < Documents; ++i) {
        Rendering page(call(renderer, Lie::Hangs));
        QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 1, test::Patience);
        QTRY_COMPARE_WITH_TIMEOUT(childrenOf(renderer).size(), 1, test::Patience); // the one before has gone
        used.unite(childrenOf(renderer));
        page.dropCall();
    }
    QCOMPARE(used.size(), Documents);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), 2, test::Patience);
    QCOMPARE(renderer.pool().started(), Documents + 2);
    QVERIFY(!childrenOf(renderer.pool()).intersects(used));
}

/// The pages of one document and their texts each have a worker of their own, so no worker has ever seen two
/// customers' papers.
void TestWorkerPool::oneTextAWorker()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    QSet<qint64> used;
    constexpr int Rounds = 4;
    for (int i = 0; i < Rounds; ++i) {
        Rendering page(call(renderer, Lie::Hangs));
        CallPtr<PageText> text = renderer.text("%PDF-1.4", static_cast<int>(Lie::Hangs), TextDetail::Places);
        QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 2, test::Patience);
        QTRY_COMPARE_WITH_TIMEOUT(childrenOf(renderer).size(), 2, test::Patience);
        used.unite(childrenOf(renderer));
        page.dropCall();
        text.reset();
        QTRY_COMPARE_WITH_TIMEOUT(childrenOf(renderer).size(), 0, test::Patience);
    }
    QCOMPARE(used.size(), Rounds * 2);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), 2, test::Patience);
    QCOMPARE(renderer.pool().started(), Rounds * 2 + 2);
}

void TestWorkerPool::cannotBeGivenASecond()
{
    const std::optional<SealedMemory> document = SealedMemory::holding("%PDF-1.4");
    const std::optional<SealedMemory> answer = SealedMemory::ofSize(8192);
    WorkerProcess worker(QStringLiteral(LYING_WORKER), nullptr);
    QVERIFY(!worker.give(task(Demand::Visible), *document, *answer)); // not even started
    worker.start();
    QVERIFY(worker.canRun());
    QVERIFY(worker.give(task(Demand::Visible), *document, *answer));
    QVERIFY(!worker.give(task(Demand::Visible), *document, *answer));
}

void TestWorkerPool::isNotRefilledWhileSomebodyWaits()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    renderer.getReady();
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), 2, test::Patience);
    Rendering waiting(call(renderer, Lie::Hangs));
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 1, test::Patience);
    const Rendering other(call(renderer, Lie::None));
    QTRY_VERIFY_WITH_TIMEOUT(other.hasValue(), test::Patience);
    const Rendering third(call(renderer, Lie::None)); // takes far longer than Rest: it has to be started
    QTRY_VERIFY_WITH_TIMEOUT(third.hasValue(), test::Patience);
    QCOMPARE(renderer.pool().started(), 3);
    waiting.dropCall();
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), 2, test::Patience);
    QCOMPARE(renderer.pool().started(), 5);
}

void TestWorkerPool::whatIsAheadLeavesTheLast()
{
    const std::optional<SealedMemory> document = SealedMemory::holding("%PDF-1.4");
    const std::optional<SealedMemory> answer = SealedMemory::ofSize(8192);
    QObject owner;
    WorkerPool pool(QStringLiteral(LYING_WORKER), 2, owner);
    pool.refill();
    pool.refill();
    pool.refill();
    QCOMPARE(pool.started(), 2);
    pool.give(task(Demand::Ahead), *document, *answer);
    QCOMPARE(pool.started(), 2);
    QCOMPARE(pool.waiting(), 1);
    pool.give(task(Demand::Ahead), *document, *answer);
    QCOMPARE(pool.started(), 3);
    QCOMPARE(pool.waiting(), 1);
    pool.give(task(Demand::Visible), *document, *answer);
    QCOMPARE(pool.started(), 3);
    QCOMPARE(pool.waiting(), 0);
}

void TestWorkerPool::emptiedWithTheSession()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    renderer.getReady();
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), 2, test::Patience);
    const QSet<qint64> ready = childrenOf(renderer.pool());
    renderer.endAll();
    QCOMPARE(renderer.pool().waiting(), 0);
    for (const qint64 process : ready)
        QTRY_VERIFY_WITH_TIMEOUT(!exists(process), test::Patience);
    QCOMPARE(renderer.pool().started(), 2);
    const Rendering next(call(renderer, Lie::None)); // and as before in the next session
    QTRY_VERIFY_WITH_TIMEOUT(next.hasValue(), test::Patience);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), 2, test::Patience);
    QCOMPARE(renderer.pool().started(), 5);
    QVERIFY(!childrenOf(renderer.pool()).intersects(ready));
}

void TestWorkerPool::emptiedWithTheRenderer()
{
    auto renderer = std::make_unique<WorkerRenderer>(QStringLiteral(LYING_WORKER));
    renderer->getReady();
    QTRY_COMPARE_WITH_TIMEOUT(renderer->pool().ready(), 2, test::Patience);
    const QSet<qint64> ready = childrenOf(renderer->pool());
    QCOMPARE(ready.size(), 2);
    renderer.reset();
    for (const qint64 process : ready)
        QVERIFY(!exists(process));
}

void TestWorkerPool::deadOneIsReplaced()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    renderer.getReady();
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), 2, test::Patience);
    const qint64 dead = *childrenOf(renderer.pool()).cbegin();
    kill(static_cast<pid_t>(dead), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().started(), 3, test::Patience);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), 2, test::Patience);
    QVERIFY(!childrenOf(renderer.pool()).contains(dead));
    const Rendering page(call(renderer, Lie::None));
    QTRY_VERIFY_WITH_TIMEOUT(page.hasValue(), test::Patience);
}

void TestWorkerPool::deadOneIsNotUsed()
{
    const std::optional<SealedMemory> document = SealedMemory::holding("%PDF-1.4");
    const std::optional<SealedMemory> answer = SealedMemory::ofSize(8192);
    QObject owner;
    WorkerPool pool(QStringLiteral(LYING_WORKER), 1, owner);
    pool.refill();
    QTRY_COMPARE_WITH_TIMEOUT(pool.ready(), 1, test::Patience);
    const qint64 dead = *childrenOf(pool).cbegin();
    killUnheard(dead);
    QCOMPARE(pool.ready(), 1);
    const WorkerProcess* const worker = pool.give(task(Demand::Visible), *document, *answer);
    QVERIFY(worker->canRun());
    QVERIFY(worker->processId() != dead);
    QCOMPARE(pool.started(), 2);
}

void TestWorkerPool::givesUpWhereNoneCanLive_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<int>("attempts");
    QTest::newRow("ends at once") << QStringLiteral("/bin/false") << WorkerPool::MaxIdleDeaths;
    QTest::newRow("no such file") << QStringLiteral("/nonexistent/worker") << WorkerPool::MaxIdleDeaths;
    QTest::newRow("no name") << QString() << 1;
}

void TestWorkerPool::givesUpWhereNoneCanLive()
{
    QFETCH(QString, program);
    QFETCH(int, attempts);
    WorkerRenderer renderer(program);
    renderer.getReady();
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().started(), attempts, test::Patience);
    const Rendering first(call(renderer, Lie::None));
    QTRY_VERIFY_WITH_TIMEOUT(first.isThere(), test::Patience);
    QCOMPARE(first.error().kind, ErrorKind::BrokenDocument);
    const Rendering second(call(renderer, Lie::None));
    QTRY_VERIFY_WITH_TIMEOUT(second.isThere(), test::Patience);
    // One for each page that somebody wanted to see, and no more ahead.
    QVERIFY2(renderer.pool().started() <= attempts + 2, QByteArray::number(renderer.pool().started()));
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().waiting(), 0, test::Patience);
}

/// The real worker, whose walls cannot stand here: a limit that was lowered before cannot be set.
void TestWorkerPool::refusalWithoutWallsIsSaid()
{
    const QTemporaryDir directory;
    QFile script(directory.filePath(QStringLiteral("worker")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nulimit -t 2\nexec " FINHUB_BIN_DIR "/finhub-document-worker\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    script.close();
    WorkerRenderer renderer(script.fileName());
    renderer.getReady();
    const Rendering page(call(renderer, Lie::None));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QCOMPARE(page.error().documentFault, DocumentFault::WorkerMissing);
    QCOMPARE(page.error().technical, QStringLiteral("no walls"));
}

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "tst_workerpool.moc"
