#include "e2e/onboardingdriver.h"

#include <QLineEdit>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

/// A customer from nothing to ACTIVE through the widgets, on every kind of host.
class TestOnboarding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reachesActive_data();
    void reachesActive();
    void keepsWhatIsTypedFromOneEscape();
};

void TestOnboarding::reachesActive_data()
{
    QTest::addColumn<bool>("extensions");
    QTest::addColumn<bool>("strictHeaders");
    QTest::addColumn<bool>("asCustomer");
    QTest::newRow("all extensions") << true << false << false;
    QTest::newRow("all extensions, as the customer") << true << false << true;
    QTest::newRow("no extensions") << false << false << false;
    QTest::newRow("no extensions, as the customer") << false << false << true;
    QTest::newRow("strict headers") << true << true << false;
    QTest::newRow("strict headers, no extensions, as the customer") << false << true << true;
}

void TestOnboarding::reachesActive()
{
    QFETCH(bool, extensions);
    QFETCH(bool, strictHeaders);
    QFETCH(bool, asCustomer);
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.strictHeaders = strictHeaders;
    if (!extensions)
        options.extensions = {};
    ConsoleFixture console(options);
    console.signIn();
    OnboardingDriver driver(console);

#define PHASE(call)                                                                                          \
    call;                                                                                                    \
    if (QTest::currentTestFailed())                                                                          \
    return

    PHASE(driver.registerCustomer(QStringLiteral("Individual Verified"),
                                  QStringLiteral("rasa.onboarded@example.com")));
    PHASE(driver.startSession(asCustomer));
    PHASE(driver.startVerification());
    PHASE(driver.upload({QStringLiteral("passport.png"), QStringLiteral("proof-of-address.png"),
                         QStringLiteral("bank-statement.png")}));
    PHASE(driver.approve(!extensions));
    PHASE(driver.recordConsents());
    PHASE(driver.activate());
#undef PHASE
    QCOMPARE(console.text("caseName"), QStringLiteral("Rasa Onboarded"));
}

void TestOnboarding::keepsWhatIsTypedFromOneEscape()
{
    ConsoleFixture console;
    console.signIn();
    OnboardingDriver driver(console);
    driver.registerCustomer(QStringLiteral("Individual Standard"), QStringLiteral("rasa@example.com"));
    driver.type("customerPasswordEdit", QStringLiteral("half of it"));
    console.press(Qt::Key_Escape);
    QVERIFY(console.isShown("caseView"));
    QCOMPARE(console.find<QLineEdit>("customerPasswordEdit")->text(), QStringLiteral("half of it"));
    QVERIFY(!console.find<QLineEdit>("customerPasswordEdit")->hasFocus());
    console.press(Qt::Key_Escape);
    QTRY_VERIFY(!console.isShown("caseView"));
}

QTEST_MAIN(TestOnboarding)
#include "tst_onboarding.moc"
