#include "e2e/consolefixture.h"
#include "sandbox/seed/seededid.h"
#include "views/known/knowncustomersdesk.h"

#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

namespace {
/// Section 6, seeding: customers 7 to 11 of every twenty wait for approval; the first ones are of low risk.
constexpr quint32 InApproval = 7;
constexpr quint32 InConsents = 12;
constexpr quint32 NotStarted = 0;

sandbox::SandboxOptions withoutExtensions()
{
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.extensions.clear();
    return options;
}

QString seeded(sandbox::IdKind kind, quint32 index)
{
    return sandbox::SeededId(1).idOf({kind, index, 0});
}

QString customerId(quint32 index)
{
    return seeded(sandbox::IdKind::Customer, index);
}

QString verificationId(quint32 index)
{
    return seeded(sandbox::IdKind::Verification, index);
}

void type(ConsoleFixture& console, const char* name, const QString& text)
{
    console.find<QLineEdit>(name)->setText(text);
}

/// Adds a customer through the dialog and waits for the case.
void add(ConsoleFixture& console, quint32 index, bool withVerification = true)
{
    console.window->findChild<QAction*>(QStringLiteral("addCustomerAction"))->trigger();
    QTRY_VERIFY(console.isShown("addCustomerDialog"));
    type(console, "addCustomerId", customerId(index));
    if (withVerification)
        type(console, "addVerificationId", verificationId(index));
    type(console, "addUserId", seeded(sandbox::IdKind::User, index));
    console.click("addButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), 10000);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseId"), customerId(index), 10000);
}

void approve(ConsoleFixture& console)
{
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 10000);
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    QVERIFY(!console.isEnabled("confirmButton"));
    console.find<QCheckBox>("seenElsewhereBox")->setChecked(true);
    console.click("confirmButton");
}

QStringList texts(ConsoleFixture& console, int row)
{
    const auto* model = console.find<QAbstractItemView>("customerTable")->model();
    QStringList cells;
    for (int column = 0; column < model->columnCount(); ++column)
        cells << model->index(row, column).data().toString();
    return cells;
}
} // namespace

/// The console on a server that offers no extension, which is what the public documents of FinHub describe.
class TestWithoutReadSide : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheListShows();
    void addsACustomerByIdAndApproves();
    void refusesIdsThatNobodyHas();
    void offersToAddAPastedId();
    void needsTheVerification();
    void importsAFile();
    void knowsThemTomorrow();
    void readsALostAnswerBack_data();
    void readsALostAnswerBack();
    void goesOnToActive();
    void showsStatesUnderAStageFilter();
    void keepsNothingOfAServerWithADirectory();
};

void TestWithoutReadSide::saysWhatTheListShows()
{
    ConsoleFixture console(withoutExtensions());
    console.signIn();
    QVERIFY(console.text("sourceNotice").contains(QStringLiteral("does not offer a list of customers")));
    QVERIFY(console.isShown("sourceNotice"));
    QCOMPARE(console.text("statePanelTitle"), QStringLiteral("No customers are known here yet"));
    QVERIFY(!console.isEnabled("nationalityFilter"));
    console.click("statePanelButton");
    QTRY_VERIFY(console.isShown("addCustomerDialog"));
}

void TestWithoutReadSide::addsACustomerByIdAndApproves()
{
    ConsoleFixture console(withoutExtensions());
    console.signIn();
    add(console, InApproval);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Approval"), 10000);
    QCOMPARE(console.text("caseName"), QStringLiteral("Name not known to this console"));
    QVERIFY(console.text("caseNotice")
                .contains(QStringLiteral("does not offer reading customers and verifications")));
    QTRY_VERIFY(console.isEnabled("approveButton"));
    QVERIFY(!console.isEnabled("rejectButton"));
    QVERIFY(!console.isEnabled("resubmissionButton"));
    QVERIFY(console.text("decisionMessage").contains(QStringLiteral("does not offer rejecting")));
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    QVERIFY(!console.isEnabled("confirmButton"));
    QVERIFY(console.text("verificationLabel").contains(verificationId(InApproval)));
    console.click("cancelButton");
    QTRY_VERIFY(!console.isShown("approveDialog"));
    approve(console);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), 10000);
    QTRY_VERIFY(
        console.text("decisionMessage").contains(QStringLiteral("has recorded your decision: Approved")));
    QVERIFY(!console.text("caseNotice").contains(QStringLiteral("cannot")));
}

void TestWithoutReadSide::refusesIdsThatNobodyHas()
{
    ConsoleFixture console(withoutExtensions());
    console.signIn();
    console.window->findChild<QAction*>(QStringLiteral("addCustomerAction"))->trigger();
    QTRY_VERIFY(console.isShown("addCustomerDialog"));
    console.click("addButton");
    QCOMPARE(console.text("addMessage"), QStringLiteral("Enter the id of the customer."));
    type(console, "addCustomerId", QStringLiteral("../../admin"));
    console.click("addButton");
    QVERIFY(console.text("addMessage").startsWith(QStringLiteral("This is not an id")));
    type(console, "addCustomerId", QStringLiteral("nobody-1"));
    console.click("addButton");
    QTRY_VERIFY_WITH_TIMEOUT(
        console.text("addMessage").contains(QStringLiteral("knows no customer with this id")), 10000);
    QVERIFY(console.known->all().isEmpty());
}

void TestWithoutReadSide::offersToAddAPastedId()
{
    ConsoleFixture console(withoutExtensions());
    console.signIn();
    type(console, "searchEdit", customerId(InApproval));
    QTRY_COMPARE(console.text("statePanelButton"), QStringLiteral("Add the customer with this id"));
    console.click("statePanelButton");
    QTRY_VERIFY(console.isShown("addCustomerDialog"));
    QCOMPARE(console.text("addCustomerId"), customerId(InApproval));
    console.click("addButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), 10000);
    QCOMPARE(console.known->all().size(), 1);
    type(console, "searchEdit", QStringLiteral("a name"));
    console.press(Qt::Key_Escape);
    QTRY_COMPARE(console.text("statePanelButton"), QStringLiteral("Show all customers"));
}

void TestWithoutReadSide::needsTheVerification()
{
    ConsoleFixture console(withoutExtensions());
    console.signIn();
    add(console, InApproval, false);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Approval"), 10000);
    QTRY_VERIFY(
        console.text("decisionMessage").contains(QStringLiteral("id of the verification is not known")));
    QVERIFY(!console.isEnabled("approveButton"));
    add(console, InApproval);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 10000);
    QCOMPARE(console.known->all().size(), 1);
}

void TestWithoutReadSide::importsAFile()
{
    ConsoleFixture console(withoutExtensions());
    console.signIn();
    const QString name = console.folder.filePath(QStringLiteral("customers.csv"));
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("customerId;verificationId\r\n");
        for (quint32 i = 0; i < 20; ++i)
            file.write(QStringLiteral("%1;%2\r\n")
                           .arg(customerId(i), i < 3 ? QString() : verificationId(i))
                           .toUtf8());
        file.write("what is this;v-1\r\n");
    }
    console.window->findChild<views::KnownCustomersDesk*>()->import(name);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("importSummaryDialog"), 10000);
    QVERIFY(console.text("summaryLabel").contains(QStringLiteral("20 customers were added.")));
    QVERIFY(console.text("summaryLabel").contains(QStringLiteral("One line was not understood")));
    QVERIFY(console.find<QListView>("faultList")
                ->model()
                ->index(0, 0)
                .data()
                .toString()
                .startsWith(QStringLiteral("Line 22: the customer id is not an id")));
    console.click("closeButton");
    QTRY_COMPARE(console.rows("customerTable"), 20);
    // The states come as the rows are looked at, without anybody's doing.
    const auto stages = [&console] {
        QStringList all;
        for (int row = 0; row < console.rows("customerTable"); ++row)
            all << texts(console, row).at(4);
        return all;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!stages().contains(QStringLiteral("Unknown")), 20000);
    QCOMPARE(stages().count(QStringLiteral("Approval")), 5);
    QCOMPARE(stages().count(QStringLiteral("Active")), 4);
    QCOMPARE(stages().count(QStringLiteral("Rejected")), 1);
    QCOMPARE(stages().count(QStringLiteral("Consents")), 2);
    QCOMPARE(stages().count(QStringLiteral("Activation")), 1);
}

void TestWithoutReadSide::knowsThemTomorrow()
{
    ConsoleFixture console(withoutExtensions());
    console.signIn();
    add(console, InApproval);
    add(console, NotStarted, false);
    console.press(Qt::Key_Escape);
    console.restart();
    console.signIn();
    QTRY_COMPARE(console.rows("customerTable"), 2);
    QCOMPARE(texts(console, 0).at(0), QStringLiteral("Name not known"));
    QStringList ids{texts(console, 0).at(1), texts(console, 1).at(1)};
    QVERIFY(ids.contains(customerId(InApproval)) && ids.contains(customerId(NotStarted)));
    const int row = ids.first() == customerId(InApproval) ? 0 : 1;
    QTRY_COMPARE_WITH_TIMEOUT(texts(console, row).at(4), QStringLiteral("Approval"), 10000);
    QCOMPARE(texts(console, row).at(5), QStringLiteral("In review"));
    console.openRow(QStringLiteral("Approval"));
    approve(console);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), 10000);
}

void TestWithoutReadSide::readsALostAnswerBack_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("message");
    QTest::newRow("after acting")
        << QByteArray(R"({"match":"POST /api/v2.1/verifications/*/approve","drop":"after"})")
        << "FinHub now shows the case as: Approved. This server does not say who decided";
    QTest::newRow("before acting")
        << QByteArray(R"({"match":"POST /api/v2.1/verifications/*/approve","drop":"before"})")
        << "It is not known whether your decision was recorded";
}

void TestWithoutReadSide::readsALostAnswerBack()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, message);
    ConsoleFixture console(withoutExtensions());
    console.signIn();
    add(console, InApproval);
    console.arm(fault);
    approve(console);
    QTRY_VERIFY2_WITH_TIMEOUT(console.text("decisionMessage").contains(message),
                              qPrintable(console.text("decisionMessage")), 20000);
}

void TestWithoutReadSide::goesOnToActive()
{
    ConsoleFixture console(withoutExtensions());
    console.signIn();
    add(console, InConsents);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), 10000);
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        const auto call = console.noting->acceptConsent(CustomerId(customerId(InConsents)), type,
                                                        QStringLiteral("1.0"), {});
        QTRY_VERIFY_WITH_TIMEOUT(call->isFinished(), 10000);
    }
    console.click("refreshCaseButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Activation"), 10000);
    const auto call = console.noting->activate(CustomerId(customerId(InConsents)),
                                               UserId(seeded(sandbox::IdKind::User, InConsents)),
                                               QStringLiteral("123456"), {});
    QTRY_VERIFY_WITH_TIMEOUT(call->isFinished(), 10000);
    console.click("refreshCaseButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Active"), 10000);
    console.press(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(texts(console, 0).at(4), QStringLiteral("Active"), 10000);
    // Also for whoever knows nothing but the id.
    console.restart();
    console.signIn();
    QTRY_COMPARE_WITH_TIMEOUT(texts(console, 0).at(4), QStringLiteral("Active"), 10000);
}

void TestWithoutReadSide::showsStatesUnderAStageFilter()
{
    ConsoleFixture console(withoutExtensions());
    console.signIn();
    QList<KnownCustomer> customers;
    for (quint32 i = 0; i < 200; ++i)
        customers << KnownCustomer{
            .id = CustomerId(customerId(i)), .userId = {}, .verifications = {}, .addedAt = {}};
    console.known->add(customers);
    QTRY_COMPARE(console.rows("customerTable"), 200);
    auto* views = console.find<QAbstractItemView>("viewList");
    QTest::mouseClick(views->viewport(), Qt::LeftButton, {},
                      views->visualRect(views->model()->index(5, 0)).center());
    // Ten of two hundred are rejected; whoever is not leaves as they are read.
    QTRY_COMPARE_WITH_TIMEOUT(console.rows("customerTable"), 10, 60000);
    for (int row = 0; row < 10; ++row)
        QCOMPARE(texts(console, row).at(4), QStringLiteral("Rejected"));
    QVERIFY(!console.text("sourceNotice").contains(QStringLiteral("has not been read yet")));
}

void TestWithoutReadSide::keepsNothingOfAServerWithADirectory()
{
    ConsoleFixture console;
    console.signIn();
    QVERIFY(!console.isShown("sourceNotice"));
    QVERIFY(!console.window->findChild<QAction*>(QStringLiteral("addCustomerAction"))->isVisible());
    console.openRow(QStringLiteral("Low"));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
    QVERIFY(!console.isShown("caseNotice"));
    QVERIFY(console.known->all().isEmpty());
    QCOMPARE(QDir(console.folder.path()).entryList({QStringLiteral("customers*")}, QDir::Files),
             QStringList());
}

QTEST_MAIN(TestWithoutReadSide)
#include "tst_withoutreadside.moc"
