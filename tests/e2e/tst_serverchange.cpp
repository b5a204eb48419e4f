#include "e2e/consolefixture.h"
#include "e2e/errorscreen.h"
#include "support/outcome.h"

#include <QTest>

using namespace finhub;
using namespace finhub::test;

namespace {
/// Another server at the same address, as after an update.
std::unique_ptr<sandbox::SandboxServer> anotherAt(const QUrl& url, sandbox::SandboxOptions options)
{
    options.port = quint16(url.port());
    auto server = std::make_unique<sandbox::SandboxServer>(std::move(options));
    if (!server->start())
        qFatal("the sandbox does not start again");
    return server;
}
} // namespace

/// The server is not the one any more that somebody has signed in to, or its clock is another.
class TestServerChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signsInAgainAfterARestart();
    void goesOnWithWhatTheNewServerOffers();
    void staysSignedInWithAWrongClock_data();
    void staysSignedInWithAWrongClock();
};

void TestServerChange::signsInAgainAfterARestart()
{
    ConsoleFixture console;
    console.signIn();
    console.openCustomer(seededCustomer(InApproval));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), Patience);
    console.server.stop();
    console.click("refreshCaseButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("offlineBar"), Patience);
    const auto server = anotherAt(console.url, ConsoleFixture::defaultOptions());
    // It comes back by itself, and finds that nobody knows it here any more.
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), Patience);
    QCOMPARE(console.text("caseId"), seededCustomer(InApproval));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), Patience);
    QVERIFY(!console.isShown("offlineBar"));
}

void TestServerChange::goesOnWithWhatTheNewServerOffers()
{
    ConsoleFixture console;
    console.signIn();
    QVERIFY(console.noting->offers(Extension::CustomerDirectory));
    console.server.stop();
    readTheListUntilOffline(console);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("offlineBar"), Patience);
    const auto server = anotherAt(console.url, sandboxWithoutExtensions());
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(!console.isShown("signInView"), Patience);
    QVERIFY(!console.noting->offers(Extension::CustomerDirectory));
    QVERIFY(!console.noting->offers(Extension::IdempotentDecision));
    // Nobody was registered from here, so there is nobody to show, and the list says why.
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customersState"), Patience);
}

void TestServerChange::staysSignedInWithAWrongClock_data()
{
    QTest::addColumn<int>("days");
    QTest::newRow("this computer is a day late") << 1;
    QTest::newRow("this computer is a day early") << -1;
}

void TestServerChange::staysSignedInWithAWrongClock()
{
    QFETCH(int, days);
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.now = QDateTime::currentDateTimeUtc().addDays(days);
    ConsoleFixture console(options);
    console.signIn();
    // The token is good for an hour, whatever day it is.
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(console.finhub->session()->expiresAt);
    QVERIFY2(left > 3000 && left <= 3660, qPrintable(QString::number(left)));
    console.openRow(QStringLiteral("Low"));
    console.acceptDocuments();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), Patience);
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.recordedStatus(), QStringLiteral("APPROVED"), Patience);
    QVERIFY(!console.isShown("signInView"));
}

QTEST_MAIN(TestServerChange)
#include "tst_serverchange.moc"
