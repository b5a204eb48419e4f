#include "attempts.h"
#include "breakout.h"
#include "documents/workerrenderer.h"
#include "heardsignals.h"
#include "support/outcome.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <iterator>
#include <memory>
#include <optional>

using namespace finhub;
using namespace finhub::documents;
using Rendering = test::Outcome<RenderedPage>;

/// A test build of the worker, which the console starts, feeds and judges as it does the real one, and which
/// tries to get out as soon as it has its document. Its parent is this very program. The same attempts
/// succeed in a worker that has everything but the walls.
class TestBreakout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void behindTheWalls_data();
    void behindTheWalls();
    void withoutWalls_data();
    void withoutWalls();

private:
    void start(const char* program, int attempt);

    std::unique_ptr<QTemporaryDir> m_directory;
    QByteArray m_file;
    std::optional<test::HeardSignals> m_signals;
    std::unique_ptr<WorkerRenderer> m_renderer;
    std::optional<Rendering> m_page;
};

namespace {
constexpr char Content[] = "as it was";

void attempts()
{
    QTest::addColumn<int>("attempt");
    for (int attempt = 0; attempt < static_cast<int>(std::size(Breakouts)); ++attempt)
        QTest::newRow(Breakouts[attempt]) << attempt;
}
} // namespace

void TestBreakout::init()
{
    m_page.reset();
    m_signals.reset();
    m_signals.emplace();
    m_directory = std::make_unique<QTemporaryDir>();
    QFile file(m_directory->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(Content);
    m_file = QFile::encodeName(file.fileName());
}

void TestBreakout::start(const char* program, int attempt)
{
    m_renderer = std::make_unique<WorkerRenderer>(QString::fromLocal8Bit(program), std::chrono::minutes(1));
    m_page.emplace(m_renderer->render(Signature + m_file, MimeType::Pdf, {attempt, {4, 4}}));
}

void TestBreakout::behindTheWalls_data()
{
    attempts();
}

// Either the attempt is refused and the worker says so, or it is the end of it: by the filter of system
// calls.
void TestBreakout::behindTheWalls()
{
#ifdef FINHUB_SANITIZED
    QSKIP("most walls are left out of sanitized builds; see raiseOuterWalls()");
#endif
    QFETCH(int, attempt);
    start(BREAKOUT_WORKER, attempt);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isThere(), test::Patience);
    if (!m_page->hasValue()) {
        QCOMPARE(m_page->error().documentFault, DocumentFault::WorkerFailed);
        QCOMPARE(m_page->error().technical, QStringLiteral("crashed"));
    }
    QCOMPARE(m_signals->count(), 0);
    QFile file(QFile::decodeName(m_file));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(Content));
}

void TestBreakout::withoutWalls_data()
{
    attempts();
}

/// Otherwise an attempt that fails for another reason would look like a wall.
void TestBreakout::withoutWalls()
{
    QFETCH(int, attempt);
    start(UNWALLED_WORKER, attempt);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isThere(), test::Patience);
    QCOMPARE(m_page->error().technical, QStringLiteral("exit code %1").arg(Escaped));
    QCOMPARE(m_signals->count(), QByteArray(Breakouts[attempt]) == "kill-parent" ? 1 : 0);
}

QTEST_GUILESS_MAIN(TestBreakout)
#include "tst_breakout.moc"
