#include "benchmark/benchmarkconsole.h"

#include "sandbox/accounts/accounts.h"
#include "views/signinview.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QTest>

namespace finhub::benchmark {

namespace {
constexpr int Patience = 30000; // milliseconds

api::ClientOptions clientOptions()
{
    api::ClientOptions options;
    options.deviceId = "benchmark";
    return options;
}
} // namespace

BenchmarkConsole::BenchmarkConsole(const QUrl& sandbox)
    : client(clientOptions())
    , knownFiles(folder.path())
    , known(knownFiles)
    , finhub(client, known)
    , documents(finhub, renderer)
    , outbox(folder.path())
    , desk(finhub, outbox, nullptr, {})
    , window(finhub, documents, desk, known)
{
    const sandbox::AdminAccount& officer = sandbox::fixedAccounts()[sandbox::OfficerAccount];
    window.signInView().setProfiles({{.name = QStringLiteral("Benchmark"),
                                      .baseUrl = sandbox,
                                      .tenantId = sandbox::sandboxTenant(),
                                      .organizationId = sandbox::sandboxOrganization(),
                                      .userId = officer.id,
                                      .username = officer.username}},
                                    1);
    window.signInView().fillPassword(officer.password);
    window.resize(1440, 900);
    window.show();
}

void BenchmarkConsole::signIn()
{
    timed(
        "signing in", [this] { find<QAbstractButton>("signInButton").click(); }, [this] { return hasRows(); },
        &window);
}

double BenchmarkConsole::timed(const char* what, const std::function<void()>& action,
                               const std::function<bool()>& done, QWidget* widget)
{
    QElapsedTimer clock;
    clock.start();
    action();
    while (!done()) {
        if (clock.elapsed() > Patience)
            qFatal("%s takes longer than %d s", what, Patience / 1000);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    widget->repaint();
    const double time = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    // Outside of exec() nobody deletes what is to be deleted later.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return time;
}

void BenchmarkConsole::settle()
{
    // Nothing says that all caches are warm; a second without work is what a person leaves as well.
    QTest::qWait(1000);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QTableView& BenchmarkConsole::table() const
{
    return find<QTableView>("customerTable");
}

models::CustomerTableModel& BenchmarkConsole::customers() const
{
    return *qobject_cast<models::CustomerTableModel*>(table().model());
}

bool BenchmarkConsole::hasRows() const
{
    const QTableView& view = table();
    return view.isVisible() && !customers().isLoading() && customers().rowCount() > 0 &&
           customers().entry(qMax(0, view.rowAt(0))).has_value();
}

} // namespace finhub::benchmark
