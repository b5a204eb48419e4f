#include "documents/workerprocess.h"
#include "documents/workerrenderer.h"
#include "lies.h"
#include "support/outcome.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

#include <cerrno>
#include <memory>
#include <vector>

using namespace finhub;
using namespace finhub::documents;
using namespace std::chrono_literals;
using Rendering = test::Outcome<RenderedPage>;

namespace {

constexpr QSize Box{4, 4};

bool exists(qint64 process)
{
    return kill(static_cast<pid_t>(process), 0) == 0;
}

// Those at work, or dying; not those that wait in the pool.
QList<WorkerProcess*> workersOf(const WorkerRenderer& renderer)
{
    return renderer.findChildren<WorkerProcess*>(QString(), Qt::FindDirectChildrenOnly);
}

QList<qint64> processesOf(const WorkerRenderer& renderer)
{
    QList<qint64> ids;
    for (const WorkerProcess* const worker : workersOf(renderer))
        ids.append(worker->processId());
    return ids;
}

} // namespace

/// What the console does with workers that lie, hang and die.
class TestWorkerRenderer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void honestAnswer();
    void startedWithNothingButWhatItNeeds();
    void lies_data();
    void lies();
    void hangs();
    void killedFromOutside();
    void programBesideOrInstalled();
    void missing_data();
    void missing();
    void neverCompletesInsideRender();
    void twoAtATimeInOrder();
    void aheadWaitsForTheVisible();
    void visibleTakesTheWorkerOfWhatIsAhead();
    void textIsCounted();
    void textWaitsForPages();
    void promotedIsVisible();
    void deletingTheCallKills();
    void deletingAWaitingCallLeavesTheQueue();
    void endAll();
    void destroyedFirst();
    void handlerMayDeleteTheRenderer();
    void leavesNoDescriptorsBehind();

private:
    std::unique_ptr<Rendering> asked(WorkerRenderer& renderer, Lie lie);
};

namespace {
CallPtr<RenderedPage> call(WorkerRenderer& renderer, Lie lie, Demand demand = Demand::Visible)
{
    return renderer.render("%PDF-1.4", MimeType::Pdf, {static_cast<int>(lie), Box, demand});
}
} // namespace

std::unique_ptr<Rendering> TestWorkerRenderer::asked(WorkerRenderer& renderer, Lie lie)
{
    return std::make_unique<Rendering>(call(renderer, lie));
}

void TestWorkerRenderer::honestAnswer()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    Rendering page(call(renderer, Lie::None));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QVERIFY2(page.hasValue(), qPrintable(page.error().technical));
    QCOMPARE(page->image.size(), Box);
    QCOMPARE(page->image.pixel(3, 3), QRgb(0xFFFFFFFF));
    QCOMPARE(page->pageCount, 500);
    QCOMPARE(page.completions(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(workersOf(renderer).isEmpty(), test::Patience);
}

void TestWorkerRenderer::startedWithNothingButWhatItNeeds()
{
#ifdef FINHUB_SANITIZED
    QSKIP("the sanitizers keep descriptors and an environment of their own");
#endif
    QVERIFY(!qEnvironmentVariableIsEmpty("PATH"));
    QFile somethingOpen(QStringLiteral("/dev/null"));
    QVERIFY(somethingOpen.open(QIODevice::ReadWrite));
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    Rendering page(call(renderer, Lie::Census));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QVERIFY2(page.hasValue(), qPrintable(page.error().technical));
}

void TestWorkerRenderer::lies_data()
{
    QTest::addColumn<Lie>("lie");
    QTest::addColumn<DocumentFault>("fault");
    QTest::newRow("says nothing") << Lie::SaysNothing << DocumentFault::WorkerFailed;
    QTest::newRow("short answer") << Lie::ShortAnswer << DocumentFault::WorkerFailed;
    QTest::newRow("wrong size") << Lie::WrongSize << DocumentFault::WorkerFailed;
    QTest::newRow("endless answer") << Lie::EndlessAnswer << DocumentFault::WorkerFailed;
    QTest::newRow("a million pages") << Lie::MillionPages << DocumentFault::WorkerFailed;
    QTest::newRow("blames the pages") << Lie::BlamesPages << DocumentFault::WorkerFailed;
    QTest::newRow("unknown exit code") << Lie::UnknownExit << DocumentFault::WorkerFailed;
    QTest::newRow("library missing") << Lie::LoaderExit << DocumentFault::WorkerMissing;
    QTest::newRow("leaves a writer") << Lie::LeavesWriter << DocumentFault::WorkerFailed;
    QTest::newRow("kills itself") << Lie::KillsItself << DocumentFault::WorkerFailed;
    QTest::newRow("breaks a system call") << Lie::BreaksSystemCall << DocumentFault::WorkerFailed;
}

void TestWorkerRenderer::lies()
{
    QFETCH(Lie, lie);
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    Rendering page(call(renderer, lie));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QCOMPARE(page.error().kind, ErrorKind::BrokenDocument);
    QTEST(page.error().documentFault, "fault");

    Rendering next(call(renderer, Lie::None));
    QTRY_VERIFY_WITH_TIMEOUT(next.isThere(), test::Patience);
    QVERIFY2(next.hasValue(), qPrintable(next.error().technical));
}

void TestWorkerRenderer::hangs()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER), 300ms);
    Rendering page(call(renderer, Lie::Hangs));
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 1, test::Patience);
    const QList<qint64> processes = processesOf(renderer);
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QCOMPARE(page.error().documentFault, DocumentFault::WorkerFailed);
    QCOMPARE(processes.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(!exists(processes.first()), test::Patience);
}

void TestWorkerRenderer::killedFromOutside()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    Rendering page(call(renderer, Lie::Hangs));
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 1, test::Patience);
    QTRY_VERIFY_WITH_TIMEOUT(processesOf(renderer).value(0) > 0, test::Patience);
    kill(static_cast<pid_t>(processesOf(renderer).first()), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QCOMPARE(page.error().documentFault, DocumentFault::WorkerFailed);
}

void TestWorkerRenderer::programBesideOrInstalled()
{
    const QTemporaryDir prefix;
    const QString directory = prefix.filePath(QStringLiteral("bin"));
    const QString beside = directory + QStringLiteral("/finhub-document-worker");
    const QString installed =
        prefix.filePath(QStringLiteral("libexec/finhub-console/finhub-document-worker"));
    QVERIFY(QDir().mkpath(QFileInfo(beside).path()));
    QVERIFY(QDir().mkpath(QFileInfo(installed).path()));

    QCOMPARE(WorkerRenderer::programNear(directory), beside);
    QVERIFY(QFile::copy(QStringLiteral(LYING_WORKER), installed));
    QCOMPARE(QDir::cleanPath(WorkerRenderer::programNear(directory)), installed);
    QVERIFY(QFile::copy(QStringLiteral(LYING_WORKER), beside));
    QCOMPARE(WorkerRenderer::programNear(directory), beside);
    QCOMPARE(WorkerRenderer::defaultProgram(),
             WorkerRenderer::programNear(QCoreApplication::applicationDirPath()));
}

void TestWorkerRenderer::missing_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("no such file") << QStringLiteral("/nonexistent/finhub-document-worker");
    QTest::newRow("no program") << QStringLiteral("/etc/passwd");
    QTest::newRow("no name") << QString();
}

void TestWorkerRenderer::missing()
{
    QFETCH(QString, program);
    WorkerRenderer renderer(program);
    Rendering first(call(renderer, Lie::None));
    Rendering second(call(renderer, Lie::None));
    Rendering third(call(renderer, Lie::None));
    QVERIFY(!first.isThere());
    QTRY_VERIFY_WITH_TIMEOUT(first.isThere() && second.isThere() && third.isThere(), test::Patience);
    QCOMPARE(first.error().kind, ErrorKind::BrokenDocument);
    QCOMPARE(first.error().documentFault, DocumentFault::WorkerMissing);
    QCOMPARE(third.error().documentFault, DocumentFault::WorkerMissing);
    QCOMPARE(renderer.running() + renderer.waiting(), 0);
}

void TestWorkerRenderer::neverCompletesInsideRender()
{
    WorkerRenderer renderer{QString()};
    int finished = 0;
    const CallPtr<RenderedPage> page = call(renderer, Lie::None);
    QVERIFY(!page->isFinished());
    page->onFinished(this, [&finished](const Result<RenderedPage>&) { ++finished; });
    QCOMPARE(finished, 0);
    QTRY_COMPARE_WITH_TIMEOUT(finished, 1, test::Patience);
}

void TestWorkerRenderer::twoAtATimeInOrder()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    auto first = asked(renderer, Lie::Hangs);
    auto second = asked(renderer, Lie::Hangs);
    auto third = asked(renderer, Lie::Hangs);
    const auto fourth = asked(renderer, Lie::None);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 2, test::Patience);
    QCOMPARE(renderer.waiting(), 2);
    first.reset();
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 2, test::Patience);
    QCOMPARE(renderer.waiting(), 1);
    QVERIFY(!fourth->isThere()); // the third came first
    second.reset();
    QTRY_VERIFY_WITH_TIMEOUT(fourth->hasValue(), test::Patience);
    QCOMPARE(renderer.running(), 1);
    third.reset();
    QCOMPARE(renderer.running() + renderer.waiting(), 0);
}

void TestWorkerRenderer::aheadWaitsForTheVisible()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    const Rendering ahead(call(renderer, Lie::None, Demand::Ahead));
    const Rendering alsoAhead(call(renderer, Lie::None, Demand::Ahead));
    auto visible = asked(renderer, Lie::Hangs);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 1, test::Patience);
    const Rendering later(call(renderer, Lie::None));
    // It came last, but somebody looks at it; a worker would have been free for the others all the while.
    QTRY_VERIFY_WITH_TIMEOUT(later.hasValue(), test::Patience);
    QCOMPARE(renderer.running(), 1);
    QCOMPARE(renderer.waiting(), 2);
    QVERIFY(!ahead.isThere());
    visible.reset();
    QTRY_VERIFY_WITH_TIMEOUT(ahead.hasValue() && alsoAhead.hasValue(), test::Patience);
    QCOMPARE(renderer.running() + renderer.waiting(), 0);
}

void TestWorkerRenderer::visibleTakesTheWorkerOfWhatIsAhead()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    Rendering ahead(call(renderer, Lie::Hangs, Demand::Ahead));
    QTRY_VERIFY_WITH_TIMEOUT(processesOf(renderer).value(0) > 0, test::Patience);
    const qint64 process = processesOf(renderer).first();
    auto first = asked(renderer, Lie::Hangs);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 2, test::Patience);
    QVERIFY(exists(process));
    auto second = asked(renderer, Lie::Hangs);
    QTRY_VERIFY_WITH_TIMEOUT(!exists(process), test::Patience);
    QCOMPARE(renderer.running(), 2);
    QCOMPARE(renderer.waiting(), 1);
    QVERIFY(!ahead.isThere());
    first.reset();
    // One that is visible is still at work.
    QTRY_COMPARE_WITH_TIMEOUT(workersOf(renderer).size(), 1, test::Patience);
    QCOMPARE(renderer.waiting(), 1);
    second.reset();
    // It begins anew.
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 1, test::Patience);
    QCOMPARE(renderer.waiting(), 0);
    ahead.dropCall();
    QCOMPARE(renderer.running() + renderer.waiting(), 0);
}

/// Who reads text is a worker like the others: of two at most, one at a time.
void TestWorkerRenderer::textIsCounted()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    const auto reading = [&renderer](Lie lie) {
        return renderer.text("%PDF-1.4", static_cast<int>(lie), TextDetail::Text);
    };
    CallPtr<PageText> first = reading(Lie::Hangs);
    CallPtr<PageText> second = reading(Lie::SaysNothing);
    QCOMPARE(renderer.waiting(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 1, test::Patience);
    auto page = asked(renderer, Lie::Hangs);
    auto waiting = asked(renderer, Lie::Hangs);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 2, test::Patience);
    QCOMPARE(renderer.waiting(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(workersOf(renderer).size(), WorkerRenderer::MaxWorkers, test::Patience);
    page->dropCall();
    QTRY_COMPARE_WITH_TIMEOUT(renderer.waiting(), 1, test::Patience); // the page; the first text still hangs
    QCOMPARE(renderer.running(), 2);
    QVERIFY(!second->isFinished());
    first.reset();
    QTRY_VERIFY_WITH_TIMEOUT(second->isFinished(), test::Patience);
    QCOMPARE(renderer.running(), 1);
    waiting->dropCall();
    QCOMPARE(renderer.running() + renderer.waiting(), 0);
}

void TestWorkerRenderer::textWaitsForPages()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    auto first = asked(renderer, Lie::Hangs);
    auto second = asked(renderer, Lie::Hangs);
    const CallPtr<PageText> text =
        renderer.text("%PDF-1.4", static_cast<int>(Lie::SaysNothing), TextDetail::Text);
    auto third = asked(renderer, Lie::Hangs); // came last, but is a page that somebody looks at
    const auto ahead = std::make_unique<Rendering>(call(renderer, Lie::None, Demand::Ahead));
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 2, test::Patience);
    first.reset();
    QTRY_COMPARE_WITH_TIMEOUT(renderer.waiting(), 2, test::Patience);
    QVERIFY(!text->isFinished());
    second.reset();
    QTRY_VERIFY_WITH_TIMEOUT(text->isFinished(), test::Patience);
    QVERIFY(!ahead->isThere());
    third.reset();
    QTRY_VERIFY_WITH_TIMEOUT(ahead->hasValue(), test::Patience);
}

void TestWorkerRenderer::promotedIsVisible()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    const CallPtr<RenderedPage> ahead = call(renderer, Lie::None, Demand::Ahead);
    const CallPtr<RenderedPage> promoted = call(renderer, Lie::None, Demand::Ahead);
    const auto visible = asked(renderer, Lie::Hangs);
    renderer.promote(*promoted);
    QTRY_VERIFY_WITH_TIMEOUT(promoted->isFinished(), test::Patience);
    QVERIFY(!ahead->isFinished());
    QCOMPARE(renderer.waiting(), 1);
}

void TestWorkerRenderer::deletingTheCallKills()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    auto page = asked(renderer, Lie::Hangs);
    QTRY_VERIFY_WITH_TIMEOUT(processesOf(renderer).value(0) > 0, test::Patience);
    const qint64 process = processesOf(renderer).first();
    QVERIFY(exists(process));
    page->dropCall();
    QCOMPARE(renderer.running(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!exists(process), test::Patience);
    QTRY_VERIFY_WITH_TIMEOUT(workersOf(renderer).isEmpty(), test::Patience);
    QVERIFY(!page->isThere());
}

void TestWorkerRenderer::deletingAWaitingCallLeavesTheQueue()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    auto first = asked(renderer, Lie::Hangs);
    const auto second = asked(renderer, Lie::Hangs);
    auto third = asked(renderer, Lie::KillsItself);
    const auto fourth = asked(renderer, Lie::None);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 2, test::Patience);
    third.reset();
    QCOMPARE(renderer.waiting(), 1);
    first.reset();
    QTRY_VERIFY_WITH_TIMEOUT(fourth->hasValue(), test::Patience);
}

void TestWorkerRenderer::endAll()
{
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    const auto first = asked(renderer, Lie::Hangs);
    const auto second = asked(renderer, Lie::Hangs);
    const auto third = asked(renderer, Lie::None);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 2, test::Patience);
    const QList<qint64> processes = processesOf(renderer);
    renderer.endAll();
    QCOMPARE(renderer.running() + renderer.waiting(), 0);
    QVERIFY(!first->isThere());
    QTRY_VERIFY_WITH_TIMEOUT(first->isThere() && second->isThere() && third->isThere(), test::Patience);
    QCOMPARE(first->error().kind, ErrorKind::SessionEnded);
    QCOMPARE(third->error().kind, ErrorKind::SessionEnded);
    for (const qint64 process : processes)
        QTRY_VERIFY_WITH_TIMEOUT(!exists(process), test::Patience);

    const auto next = asked(renderer, Lie::None);
    QTRY_VERIFY_WITH_TIMEOUT(next->hasValue(), test::Patience);
}

void TestWorkerRenderer::destroyedFirst()
{
    auto renderer = std::make_unique<WorkerRenderer>(QStringLiteral(LYING_WORKER));
    const auto running = asked(*renderer, Lie::Hangs);
    QTRY_VERIFY_WITH_TIMEOUT(processesOf(*renderer).value(0) > 0, test::Patience);
    const qint64 process = processesOf(*renderer).first();
    const auto waiting = asked(*renderer, Lie::None);
    renderer.reset();
    QVERIFY(!exists(process));
    QTRY_VERIFY_WITH_TIMEOUT(running->isThere() && waiting->isThere(), test::Patience);
    QCOMPARE(running->error().kind, ErrorKind::SessionEnded);
    QCOMPARE(waiting->error().kind, ErrorKind::SessionEnded);
}

void TestWorkerRenderer::handlerMayDeleteTheRenderer()
{
    auto renderer = std::make_unique<WorkerRenderer>(QStringLiteral(LYING_WORKER));
    CallPtr<RenderedPage> page = call(*renderer, Lie::None);
    int finished = 0;
    page->onFinished(this, [&](const Result<RenderedPage>&) {
        ++finished;
        page.reset();
        renderer.reset();
    });
    QTRY_COMPARE_WITH_TIMEOUT(finished, 1, test::Patience);
    QVERIFY(!renderer);
}

void TestWorkerRenderer::leavesNoDescriptorsBehind()
{
    const auto descriptors = [] { return QDir(QStringLiteral("/proc/self/fd")).count(); };
    WorkerRenderer renderer(QStringLiteral(LYING_WORKER));
    {
        const auto first = asked(renderer, Lie::None);
        QTRY_VERIFY_WITH_TIMEOUT(first->isThere(),
                                 test::Patience); // whatever QProcess keeps for itself is open from here on
    }
    QTRY_VERIFY_WITH_TIMEOUT(workersOf(renderer).isEmpty(), test::Patience);
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), WorkerRenderer::MaxReady, test::Patience);
    const uint before = descriptors();
    for (const Lie lie : {Lie::None, Lie::SaysNothing, Lie::KillsItself, Lie::Hangs}) {
        auto page = asked(renderer, lie);
        if (lie == Lie::Hangs) {
            QTRY_COMPARE_WITH_TIMEOUT(renderer.running(), 1, test::Patience);
        } else {
            QTRY_VERIFY_WITH_TIMEOUT(page->isThere(), test::Patience);
        }
        page.reset();
        QTRY_VERIFY_WITH_TIMEOUT(workersOf(renderer).isEmpty(), test::Patience);
    }
    QTRY_COMPARE_WITH_TIMEOUT(renderer.pool().ready(), WorkerRenderer::MaxReady, test::Patience);
    QCOMPARE(descriptors(), before);
}

QTEST_GUILESS_MAIN(TestWorkerRenderer)
#include "tst_workerrenderer.moc"
