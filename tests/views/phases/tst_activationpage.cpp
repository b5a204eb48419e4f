#include "openpage.h"
#include "views/phases/activationpage.h"
#include "views/widgets/chip.h"
#include "views/widgets/copybutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
using Desk = OpenPage<ActivationPage>;

/// Approved, with all three consents: what waits for its activation.
void makeReady(Customer& customer, Verification& verification)
{
    customer.stage = Stage::Activation;
    verification.status = VerificationStatus::Approved;
    for (Consent& consent : customer.consents)
        consent.status = ConsentStatus::Accepted;
}

Readiness readyCheck()
{
    Readiness check;
    check.activationAllowed = true;
    check.verificationOk = true;
    check.consentOk = true;
    check.powerTenantApprovalRequired = false;
    check.powerTenantApprovalOk = true;
    check.verificationStatus = VerificationStatus::Approved;
    check.level = VerificationLevel::Tenant;
    check.risk = RiskLevel::Medium;
    return check;
}

/// The chips of the list, in its order.
QStringList chips(const Desk& desk)
{
    QStringList texts;
    for (const Chip* chip : desk.find("readinessList")->findChildren<Chip*>()) {
        // A row that is not needed stays, empty, for the next case.
        if (!chip->text().isEmpty())
            texts << chip->text();
    }
    return texts;
}

/// The words of the list.
QString list(const Desk& desk)
{
    QStringList texts;
    for (const QLabel* label : desk.find("readinessList")->findChildren<QLabel*>())
        texts << label->text();
    return texts.join(u'\n');
}

Activation sampleActivation()
{
    Activation activation;
    activation.activated = true;
    activation.activatedAt = QDateTime(QDate(2026, 3, 31), QTime(12, 0), Qt::UTC);
    activation.iban = QStringLiteral("LT717300010123456789");
    activation.walletId = QStringLiteral("b81f4d06-7e29-4c53-9ad1-2f6e0c8b5a74");
    return activation;
}
} // namespace

class TestActivationPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksWhenItIsFirstSeen();
    void listsEverythingThatIsNeeded();
    void namesThePowerTenantWhereNeeded();
    void saysWhatIsMissingAndWhereToMendIt();
    void checksAgainWhenToldTo();
    void checksAgainWhenTheCaseHasChanged();
    void saysThatTheCheckFailed();
    void saysThatFinHubIsNotReady();
    void activatesWithACode();
    void showsTheAccountAfterwards();
    void saysWhatFailed_data();
    void saysWhatFailed();
    void saysThatALostAnswerWasRecorded();
    void asksForTheUserWhereNobodyKnows();
    void letsAViewerOnlyLook();
    void letsGoOfTheCase();
};

void TestActivationPage::asksWhenItIsFirstSeen()
{
    Desk desk;
    desk.page->setCase(desk.file.get(), desk.onboarding.get());
    desk.file->load();
    desk.answerCase();
    QCOMPARE(desk.finhub.readinessChecks.count(), 0);
    desk.page->show();
    QCOMPARE(desk.finhub.readinessChecks.count(), 1);
    QVERIFY(desk.text("readinessMessage").contains(QStringLiteral("Asking FinHub")));
    QVERIFY(!desk.isEnabled("checkReadinessButton"));
    desk.finhub.readinessChecks.finishLast(readyCheck());
    QVERIFY(desk.isEnabled("checkReadinessButton"));
    QCOMPARE(desk.finhub.readinessChecks.count(), 1);
}

void TestActivationPage::listsEverythingThatIsNeeded()
{
    Desk desk;
    desk.open(makeReady);
    desk.finhub.readinessChecks.finishLast(readyCheck());
    QCOMPARE(chips(desk), QStringList(5, QStringLiteral("✓ Met")));
    for (const char* words : {"Verification approved", "Terms and conditions", "Privacy policy",
                              "Data processing", "Not active yet"})
        QVERIFY2(list(desk).contains(QLatin1String(words)), words);
    QCOMPARE(desk.text("readinessMessage"), QStringLiteral("Nothing stands in the way."));
    QVERIFY(!desk.isShown("accountPanel"));
}

void TestActivationPage::namesThePowerTenantWhereNeeded()
{
    Desk desk;
    desk.open([](Customer& customer, Verification& verification) {
        makeReady(customer, verification);
        customer.risk = RiskLevel::High;
    });
    Readiness check = readyCheck();
    check.activationAllowed = false;
    check.verificationOk = false;
    check.powerTenantApprovalRequired = true;
    check.powerTenantApprovalOk = false;
    check.risk = RiskLevel::High;
    desk.finhub.readinessChecks.finishLast(check);
    QVERIFY(list(desk).contains(QStringLiteral("Power tenant's approval")));
    QVERIFY(list(desk).contains(QStringLiteral("level “Power tenant” is needed")));
    QCOMPARE(chips(desk).mid(0, 2), QStringList(2, QStringLiteral("! Missing")));
}

void TestActivationPage::saysWhatIsMissingAndWhereToMendIt()
{
    Desk desk;
    QSignalSpy phase(desk.page.get(), &PhasePage::phaseWanted);
    QSignalSpy review(desk.page.get(), &PhasePage::reviewWanted);
    desk.open();
    Readiness check = readyCheck();
    check.activationAllowed = false;
    check.verificationOk = false;
    check.consentOk = false;
    check.missingConsents = {ConsentType::DataProcessing};
    check.verificationStatus = VerificationStatus::InProgress;
    desk.finhub.readinessChecks.finishLast(check);
    const QStringList expected{QStringLiteral("! Missing"), QStringLiteral("✓ Met"), QStringLiteral("✓ Met"),
                               QStringLiteral("! Missing"), QStringLiteral("✓ Met")};
    QCOMPARE(chips(desk), expected);
    QVERIFY(list(desk).contains(QStringLiteral("In review")));
    QVERIFY(desk.text("activationPageMessage").contains(QStringLiteral("not approved")));
    QVERIFY(!desk.isEnabled("activationPageCodeEdit"));
    QVERIFY(!desk.isEnabled("activationPageButton"));
    QCOMPARE(desk.text("activationGoBackButton"), QStringLiteral("Go to the review"));
    desk.click("activationGoBackButton");
    QCOMPARE(review.count(), 1);

    desk.file->load();
    desk.answerCase([](Customer& customer, Verification& verification) {
        makeReady(customer, verification);
        customer.consents[2].status = ConsentStatus::Pending;
    });
    QCOMPARE(desk.text("activationGoBackButton"), QStringLiteral("Go to consents"));
    desk.click("activationGoBackButton");
    QCOMPARE(phase.last().first().value<Stage>(), Stage::Consents);
}

void TestActivationPage::checksAgainWhenToldTo()
{
    Desk desk;
    desk.open(makeReady);
    desk.finhub.readinessChecks.finishLast(readyCheck());
    desk.click("checkReadinessButton");
    QCOMPARE(desk.finhub.readinessChecks.count(), 2);
}

void TestActivationPage::checksAgainWhenTheCaseHasChanged()
{
    Desk desk;
    desk.open();
    desk.finhub.readinessChecks.finishLast(readyCheck());
    desk.file->load();
    desk.answerCase();
    QCOMPARE(desk.finhub.readinessChecks.count(), 1);
    desk.file->load();
    desk.answerCase(makeReady);
    QCOMPARE(desk.finhub.readinessChecks.count(), 2);
    desk.page->hide();
    desk.finhub.readinessChecks.finishLast(readyCheck());
    desk.file->load();
    desk.answerCase();
    QCOMPARE(desk.finhub.readinessChecks.count(), 2);
    desk.page->show();
    QCOMPARE(desk.finhub.readinessChecks.count(), 3);
}

void TestActivationPage::saysThatTheCheckFailed()
{
    Desk desk;
    desk.open(makeReady);
    desk.finhub.readinessChecks.failLast(Error::of(ErrorKind::Timeout));
    QVERIFY(desk.text("readinessMessage").contains(QStringLiteral("did not answer in time")));
    QVERIFY(desk.isEnabled("checkReadinessButton"));
    QCOMPARE(desk.finhub.readinessChecks.count(), 1);
    // The case itself still says what it knows.
    QCOMPARE(chips(desk), QStringList(5, QStringLiteral("✓ Met")));
}

void TestActivationPage::saysThatFinHubIsNotReady()
{
    Desk desk;
    desk.open(makeReady);
    Readiness check = readyCheck();
    check.activationAllowed = false;
    desk.finhub.readinessChecks.finishLast(check);
    QVERIFY(desk.text("readinessMessage").contains(QStringLiteral("not ready")));
}

void TestActivationPage::activatesWithACode()
{
    Desk desk;
    desk.open(makeReady);
    QVERIFY(!desk.isEnabled("activationPageButton"));
    desk.type("activationPageCodeEdit", QStringLiteral("  "));
    QVERIFY(!desk.isEnabled("activationPageButton"));
    desk.type("activationPageCodeEdit", QStringLiteral(" 123456 "));
    QVERIFY(desk.isEnabled("activationPageButton"));
    desk.click("activationPageButton");
    QCOMPARE(desk.finhub.activations.count(), 1);
    QCOMPARE(desk.finhub.activations.lastArguments().code, QStringLiteral("123456"));
    QCOMPARE(desk.finhub.activations.lastArguments().user, UserId(QStringLiteral("u-1")));
    QCOMPARE(desk.text("activationPageMessage"), QStringLiteral("Activating…"));
    QVERIFY(!desk.isEnabled("activationPageCodeEdit"));
    QTest::keyClick(desk.find("activationPageCodeEdit"), Qt::Key_Return);
    QCOMPARE(desk.finhub.activations.count(), 1);
}

void TestActivationPage::showsTheAccountAfterwards()
{
    Desk desk;
    desk.open(makeReady);
    desk.type("activationPageCodeEdit", QStringLiteral("123456"));
    QTest::keyClick(desk.find("activationPageCodeEdit"), Qt::Key_Return);
    desk.finhub.activations.finishLast(sampleActivation());
    QVERIFY(desk.isShown("accountPanel"));
    QVERIFY(!desk.isShown("activationPageButton"));
    QVERIFY(!desk.isShown("readinessList"));
    QCOMPARE(desk.text("ibanValue"), sampleActivation().iban);
    QCOMPARE(desk.text("walletValue"), sampleActivation().walletId);
    QVERIFY(desk.text("activeSinceValue").contains(QStringLiteral("31 Mar 2026")));
    desk.click("copyIbanButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), sampleActivation().iban);
    desk.click("copyWalletButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), sampleActivation().walletId);

    // Read again without them, the answer's stay.
    desk.answerCase([](Customer& customer, Verification& verification) {
        makeReady(customer, verification);
        customer.stage = Stage::Active;
        customer.activation.activated = true;
    });
    QCOMPARE(desk.text("ibanValue"), sampleActivation().iban);
}

void TestActivationPage::saysWhatFailed_data()
{
    QTest::addColumn<ErrorWord>("word");
    QTest::addColumn<QString>("words");
    QTest::newRow("409") << ErrorWord::AlreadyActive << "active already";
    QTest::newRow("422") << ErrorWord::VerificationNotApproved << "not verified at the level";
    QTest::newRow("400 consents") << ErrorWord::MissingConsents << "Consents are missing: Data processing";
    QTest::newRow("400 value") << ErrorWord::ValidationFailed
                               << "did not accept the activation code: “is not valid”";
}

void TestActivationPage::saysWhatFailed()
{
    QFETCH(ErrorWord, word);
    QFETCH(QString, words);
    Desk desk;
    desk.open(makeReady);
    desk.type("activationPageCodeEdit", QStringLiteral("123456"));
    desk.click("activationPageButton");
    Error error = errorOf(word);
    if (word == ErrorWord::MissingConsents)
        error.missingConsents = {ConsentType::DataProcessing};
    if (word == ErrorWord::ValidationFailed)
        error.fields = {{QStringLiteral("code"), QStringLiteral("is not valid")}};
    desk.finhub.activations.failLast(error);
    QVERIFY2(desk.text("activationPageMessage").contains(words),
             qPrintable(desk.text("activationPageMessage")));
    // Nothing typed is lost.
    QCOMPARE(desk.text("activationPageCodeEdit"), QStringLiteral("123456"));
    QVERIFY(desk.isEnabled("activationPageButton"));
}

/// R19.
void TestActivationPage::saysThatALostAnswerWasRecorded()
{
    Desk desk;
    desk.open(makeReady);
    desk.type("activationPageCodeEdit", QStringLiteral("123456"));
    desk.click("activationPageButton");
    desk.finhub.activations.failLast(Error::of(ErrorKind::OutcomeUnknown));
    QVERIFY(desk.text("activationPageMessage").contains(QStringLiteral("not known")));
    desk.answerCase([](Customer& customer, Verification& verification) {
        makeReady(customer, verification);
        customer.stage = Stage::Active;
        customer.activation = sampleActivation();
    });
    QVERIFY(desk.isShown("accountPanel"));
    QCOMPARE(desk.text("ibanValue"), sampleActivation().iban);
    QCOMPARE(desk.finhub.activations.count(), 1);
}

void TestActivationPage::asksForTheUserWhereNobodyKnows()
{
    Desk known;
    known.open(makeReady);
    QVERIFY(!known.isShown("activationPageUserEdit"));
    Desk desk;
    desk.open([](Customer& customer, Verification& verification) {
        makeReady(customer, verification);
        customer.userId = {};
        customer.person.email.clear();
    });
    QVERIFY(desk.isShown("activationPageUserEdit"));
    desk.type("activationPageCodeEdit", QStringLiteral("123456"));
    QVERIFY(!desk.isEnabled("activationPageButton"));
    desk.type("activationPageUserEdit", QStringLiteral("rasa@example.com"));
    desk.click("activationPageButton");
    QCOMPARE(desk.finhub.activations.lastArguments().user, UserId(QStringLiteral("rasa@example.com")));
}

void TestActivationPage::letsAViewerOnlyLook()
{
    Desk desk(sampleViewer());
    desk.open(makeReady);
    desk.finhub.readinessChecks.finishLast(readyCheck());
    QCOMPARE(chips(desk), QStringList(5, QStringLiteral("✓ Met")));
    QVERIFY(desk.isEnabled("checkReadinessButton"));
    QVERIFY(!desk.isEnabled("activationPageCodeEdit"));
    QVERIFY(!desk.isEnabled("activationPageButton"));
    QVERIFY(desk.text("activationPageMessage").contains(QStringLiteral("Your role may look")));
}

void TestActivationPage::letsGoOfTheCase()
{
    Desk desk;
    desk.open([](Customer& customer, Verification& verification) {
        makeReady(customer, verification);
        customer.stage = Stage::Active;
        customer.activation = sampleActivation();
    });
    QCOMPARE(desk.text("ibanValue"), sampleActivation().iban);
    desk.find<QLineEdit>("activationPageCodeEdit")->setText(QStringLiteral("123456"));
    desk.page->setCase(nullptr, nullptr);
    QVERIFY(desk.text("ibanValue").isEmpty());
    QVERIFY(desk.text("walletValue").isEmpty());
    QVERIFY(desk.text("activationPageCodeEdit").isEmpty());
    QVERIFY(desk.find<CopyButton>("copyIbanButton")->copyText().isEmpty());
    QVERIFY(chips(desk).isEmpty());
    desk.click("checkReadinessButton");
    desk.finhub.leaveCustomer();
    QVERIFY(desk.finhub.readinessChecks.count() <= 1);
}

QTEST_MAIN(TestActivationPage)
#include "tst_activationpage.moc"
