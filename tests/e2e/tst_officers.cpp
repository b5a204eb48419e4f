#include "e2e/errorscreen.h"
#include "e2e/secondofficer.h"
#include "models/customertablemodel.h"
#include "sandbox/accounts/accounts.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

namespace {
constexpr int Wait = 10000;
}

/// Two officers at work on the same customers, in front of the real window: claims, recommendations, notes.
class TestOfficers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nextCaseIsClaimedAndGivenBack();
    void closingGivesBack();
    void claimsManyAtOnce();
    void exportsWhatIsSelected();
    void viewersClaimNothing();
    void nextCasePassesOverWhatOthersHave();
    void othersSeeWhoHasItAndCannotDecide();
    void aCaseThatIsTakenOver();
    void handsOver();
    void twoPeopleApprove();
    void notesOfBoth();
    void aNoteThatDoesNotArrive();
    void saysWhatItCannotPromise();
};

void TestOfficers::nextCaseIsClaimedAndGivenBack()
{
    ConsoleFixture console;
    SecondOfficer second(console.url);
    console.signIn();
    STEP(console.openRow(QStringLiteral("Low"))); // within the queue, not in the search for one id
    QTRY_COMPARE_WITH_TIMEOUT(console.text("claimText"), QStringLiteral("Nobody has this case."), Wait);
    const QString before = console.text("caseId");
    console.click("takeNextButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("caseId") != before, Wait);
    QTRY_VERIFY_WITH_TIMEOUT(console.text("claimText").startsWith(QStringLiteral("You have this case since")),
                             Wait);
    const QString claimed = console.text("caseId");
    QCOMPARE(second.customer(claimed).verification->claim->by.name, QStringLiteral("Ona Officer"));
    console.click("backButton");
    QTRY_VERIFY_WITH_TIMEOUT(!second.customer(claimed).verification->claim, Wait);
}

void TestOfficers::closingGivesBack()
{
    ConsoleFixture console;
    SecondOfficer second(console.url);
    console.signIn();
    STEP(console.openRow(QStringLiteral("Low")));
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("claimButton") && console.isEnabled("claimButton"), Wait);
    console.click("claimButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("claimText").startsWith(QStringLiteral("You have this case")),
                             Wait);
    const QString claimed = console.text("caseId");
    QVERIFY(second.customer(claimed).verification->claim);
    console.window->close();
    QTRY_VERIFY_WITH_TIMEOUT(!console.window->isVisible(), Wait);
    QVERIFY(!second.customer(claimed).verification->claim);
    // With nothing to give back it closes at once.
    console.window->show();
    QVERIFY(console.window->close());
}

/// Claims and releases with a result for each; one of them was somebody else's by then.
void TestOfficers::claimsManyAtOnce()
{
    ConsoleFixture console;
    SecondOfficer second(console.url);
    console.signIn();
    auto* table = console.find<QTableView>("customerTable");
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= 3, Wait);
    QVERIFY(!console.isShown("selectionBar"));
    const auto idOf = [table](int row) {
        return table->model()->index(row, 0).data(models::CustomerTableModel::IdRole).toString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!idOf(2).isEmpty(), Wait);
    const QStringList ids{idOf(0), idOf(1), idOf(2)};
    table->selectRow(0);
    QVERIFY(!console.isShown("selectionBar")); // one case is claimed where it is open
    second.claim(*second.customer(ids.at(1)).verification);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(console.isShown("selectionBar"));
    QCOMPARE(console.text("selectionText"), QStringLiteral("3 selected"));

    console.click("bulkClaimButton");
    QTRY_VERIFY(console.isShown("bulkClaimDialog"));
    QTRY_COMPARE_WITH_TIMEOUT(console.text("bulkCloseButton"), QStringLiteral("Close"), Wait);
    QVERIFY2(console.text("bulkSummary").startsWith(QStringLiteral("2 of 3 cases are yours now.")),
             qPrintable(console.text("bulkSummary")));
    const QAbstractItemModel* results = console.find<QListView>("bulkResults")->model();
    QCOMPARE(results->rowCount(), 3);
    QVERIFY(results->index(0, 0).data().toString().contains(QStringLiteral("yours until")));
    QVERIFY2(results->index(1, 0).data().toString().contains(QStringLiteral("Simas Senior")),
             qPrintable(results->index(1, 0).data().toString()));
    console.click("bulkCloseButton");
    QTRY_VERIFY(!console.isShown("bulkClaimDialog"));
    QCOMPARE(second.customer(ids.at(0)).verification->claim->by.name, QStringLiteral("Ona Officer"));
    QCOMPARE(second.customer(ids.at(1)).verification->claim->by.name, QStringLiteral("Simas Senior"));

    // The list knows by now whose they are.
    const auto whose = [table](int row) {
        const auto column = static_cast<int>(models::CustomerColumn::Verification);
        return table->model()->index(row, column).data().toString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(whose(2).contains(QStringLiteral("Ona Officer")), Wait);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("bulkReleaseButton"), Wait);
    console.click("bulkReleaseButton");
    QTRY_VERIFY(console.isShown("bulkClaimDialog"));
    QTRY_COMPARE_WITH_TIMEOUT(console.text("bulkSummary"), QStringLiteral("2 of 3 cases were given back."),
                              Wait);
    QVERIFY(!second.customer(ids.at(0)).verification->claim);
    QVERIFY(second.customer(ids.at(1)).verification->claim);
    console.click("bulkCloseButton");
    console.click("clearSelectionButton");
    QVERIFY(!console.isShown("selectionBar"));
}

void TestOfficers::exportsWhatIsSelected()
{
    ConsoleFixture console;
    console.signIn();
    auto* table = console.find<QTableView>("customerTable");
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= 3 && table->model()->index(2, 0).data().isValid(),
                             Wait);
    const auto id = [table](int row) {
        return table->model()->index(row, 0).data(models::CustomerTableModel::IdRole).toString().toUtf8();
    };
    table->selectRow(1);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    console.click("bulkExportButton");
    QTRY_VERIFY(console.isShown("exportDialog"));
    const QString name = console.folder.filePath(QStringLiteral("chosen.csv"));
    console.click("exportSaveButton");
    auto* dialog = console.window->findChild<QFileDialog*>(QStringLiteral("exportFileDialog"));
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(name);
    dialog->close();
    QTRY_COMPARE_WITH_TIMEOUT(console.text("exportCloseButton"), QStringLiteral("Close"), Wait);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QCOMPARE(csv.trimmed().count('\n'), 2); // the heading and two customers
    QVERIFY(!csv.contains(id(0)) && csv.contains(id(1)) && csv.contains(id(2)));
}

void TestOfficers::viewersClaimNothing()
{
    ConsoleFixture console;
    console.signIn(sandbox::ViewerAccount);
    auto* table = console.find<QTableView>("customerTable");
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= 3, Wait);
    table->selectAll();
    QVERIFY(console.isShown("selectionBar"));
    QVERIFY(!console.isShown("bulkClaimButton") && !console.isShown("bulkReleaseButton"));
    QVERIFY(console.isShown("bulkExportButton"));
}

void TestOfficers::nextCasePassesOverWhatOthersHave()
{
    ConsoleFixture console;
    SecondOfficer second(console.url);
    console.signIn();
    STEP(console.openRow(QStringLiteral("Low"))); // within the queue, not in the search for one id
    const QString opened = console.text("caseId");
    console.click("takeNextButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("caseId") != opened, Wait);
    const QString oldest = console.text("caseId");
    console.click("backButton");
    QTRY_VERIFY_WITH_TIMEOUT(!second.customer(oldest).verification->claim, Wait);
    second.claim(*second.customer(oldest).verification);
    STEP(console.openRow(QStringLiteral("Low")));
    QCOMPARE(console.text("caseId"), opened);
    console.click("takeNextButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("claimText").startsWith(QStringLiteral("You have this case")),
                             Wait);
    QVERIFY(console.text("caseId") != oldest);
}

void TestOfficers::othersSeeWhoHasItAndCannotDecide()
{
    ConsoleFixture console;
    SecondOfficer second(console.url);
    const Claim claim = second.claim(*second.customer(seededCustomer(InApproval)).verification);
    console.signIn();
    STEP(console.openCustomer(seededCustomer(InApproval)));
    QTRY_VERIFY_WITH_TIMEOUT(console.text("claimText").contains(claim.by.name), Wait);
    QTRY_VERIFY_WITH_TIMEOUT(
        console.text("decisionMessage").contains(QStringLiteral("Simas Senior has this case since")), Wait);
    for (const char* button : {"approveButton", "rejectButton", "resubmissionButton"})
        QVERIFY2(!console.isEnabled(button), button);
    QVERIFY(!console.isShown("claimButton"));
    QVERIFY(!console.isShown("takeOverButton")); // not without POWER_TENANT
    second.release(*second.customer(seededCustomer(InApproval)).verification);
    console.click("refreshCaseButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), Wait);
    console.click("claimButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("releaseClaimButton"), Wait);
    QVERIFY(console.isEnabled("rejectButton"));
    console.click("releaseClaimButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("claimButton"), Wait);
}

void TestOfficers::aCaseThatIsTakenOver()
{
    ConsoleFixture console;
    SecondOfficer officer(console.url, 0);
    officer.claim(*officer.customer(seededCustomer(InApproval)).verification);
    console.signIn(1);
    STEP(console.openCustomer(seededCustomer(InApproval)));
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("takeOverButton"), Wait);
    console.click("takeOverButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("claimText").startsWith(QStringLiteral("You have this case")),
                             Wait);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), Wait);
}

void TestOfficers::handsOver()
{
    ConsoleFixture console;
    SecondOfficer second(console.url);
    console.signIn();
    STEP(console.openCustomer(seededCustomer(InApproval)));
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("claimButton"), Wait);
    console.click("claimButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("handOverButton"), Wait);
    console.click("handOverButton");
    QTRY_VERIFY(console.isShown("handOverDialog"));
    QVERIFY(!console.isEnabled("confirmButton"));
    auto* box = console.find<QComboBox>("officerBox");
    box->setEditText(QStringLiteral("nobody-at-all"));
    console.click("confirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(
        console.text("claimText").startsWith(QStringLiteral("FinHub knows no officer of this tenant")), Wait);
    console.click("handOverButton");
    QTRY_VERIFY(console.isShown("handOverDialog"));
    console.find<QComboBox>("officerBox")
        ->setEditText(sandbox::fixedAccounts()[sandbox::SeniorAccount].id.text());
    console.click("confirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(
        console.text("claimText").startsWith(QStringLiteral("Simas Senior has this case")), Wait);
    QTRY_VERIFY_WITH_TIMEOUT(!console.isEnabled("rejectButton"), Wait);
}

/// One recommends, another one decides, and until then does not see what was recommended.
void TestOfficers::twoPeopleApprove()
{
    ConsoleFixture console;
    console.signIn();
    STEP(console.openCustomer(seededCustomer(HighRiskInApproval)));
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("recommendButton") && console.isEnabled("recommendButton"),
                             Wait);
    QVERIFY(!console.isEnabled("approveButton"));
    console.click("recommendButton");
    QTRY_VERIFY(console.isShown("recommendDialog"));
    QVERIFY(!console.isEnabled("confirmButton"));
    console.click("rejectChoice");
    QVERIFY(!console.isEnabled("confirmButton")); // a reason is missing
    console.find<QListWidget>("reasonList")->item(0)->setCheckState(Qt::Checked);
    QVERIFY(console.isEnabled("confirmButton"));
    console.find<QPlainTextEdit>("notesEdit")->setPlainText(QStringLiteral("Not convinced"));
    console.click("confirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("fourEyesText").contains(QStringLiteral("Not convinced")), Wait);
    QVERIFY(!console.isEnabled("recommendButton"));

    console.restart();
    console.signIn(1);
    STEP(console.openCustomer(seededCustomer(HighRiskInApproval)));
    QTRY_VERIFY_WITH_TIMEOUT(
        console.text("fourEyesText").contains(QStringLiteral("recorded, shown after your own verdict")),
        Wait);
    QVERIFY(!console.text("fourEyesText").contains(QStringLiteral("Not convinced")));
    console.acceptDocuments();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), Wait);
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), Wait);
    QTRY_VERIFY_WITH_TIMEOUT(console.text("fourEyesText").contains(QStringLiteral("Not convinced")), Wait);
}

void TestOfficers::notesOfBoth()
{
    ConsoleFixture console;
    SecondOfficer second(console.url);
    second.addNote(*second.customer(seededCustomer(InApproval)).verification,
                   QStringLiteral("<b>Called</b>"));
    console.signIn();
    STEP(console.openCustomer(seededCustomer(InApproval)));
    QTRY_COMPARE_WITH_TIMEOUT(console.text("notesHeader"), QStringLiteral("Internal notes (1)"), Wait);
    console.click("notesHeader");
    auto* list = console.find<QListWidget>("notesList");
    QVERIFY(list->item(0)->text().contains(QStringLiteral("<b>Called</b>")));
    QVERIFY(list->item(0)->text().startsWith(QStringLiteral("Simas Senior")));
    QVERIFY(!console.isEnabled("addNoteButton"));
    console.find<QPlainTextEdit>("noteEdit")->setPlainText(QStringLiteral("Asked for a bill"));
    console.click("addNoteButton");
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 2, Wait);
    QVERIFY(list->item(0)->text().contains(QStringLiteral("Asked for a bill")));
    QVERIFY(console.find<QPlainTextEdit>("noteEdit")->toPlainText().isEmpty());
}

void TestOfficers::aNoteThatDoesNotArrive()
{
    ConsoleFixture console;
    console.signIn();
    STEP(console.openCustomer(seededCustomer(InApproval)));
    QTRY_COMPARE_WITH_TIMEOUT(console.text("notesHeader"), QStringLiteral("Internal notes (0)"), Wait);
    console.click("notesHeader");
    console.arm(R"({"match":"POST /api/v2.1/verifications/*/notes","status":429})");
    console.find<QPlainTextEdit>("noteEdit")->setPlainText(QStringLiteral("Asked for a bill"));
    console.click("addNoteButton");
    QTRY_VERIFY_WITH_TIMEOUT(
        console.text("notesMessage").contains(QStringLiteral("nothing that you typed is lost")), Wait);
    QCOMPARE(console.find<QPlainTextEdit>("noteEdit")->toPlainText(), QStringLiteral("Asked for a bill"));
    console.click("addNoteButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("notesHeader"), QStringLiteral("Internal notes (1)"), Wait);
    // Carried out, but the answer is lost: it is found in the list.
    console.arm(R"({"match":"POST /api/v2.1/verifications/*/notes","drop":"after"})");
    console.find<QPlainTextEdit>("noteEdit")->setPlainText(QStringLiteral("And for a passport"));
    console.click("addNoteButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("notesHeader"), QStringLiteral("Internal notes (2)"), Wait);
    QTRY_VERIFY(console.find<QPlainTextEdit>("noteEdit")->toPlainText().isEmpty());
}

/// Section 3's table.
void TestOfficers::saysWhatItCannotPromise()
{
    ConsoleFixture console(sandboxWithout({Extension::Claims, Extension::Recommendations, Extension::Notes}));
    console.signIn(1);
    STEP(console.openCustomer(seededCustomer(HighRiskInApproval)));
    QTRY_VERIFY_WITH_TIMEOUT(
        console.text("claimText").contains(QStringLiteral("nobody can be kept from opening the same case")),
        Wait);
    QTRY_VERIFY_WITH_TIMEOUT(
        console.text("fourEyesText").contains(QStringLiteral("has to be arranged outside the console")),
        Wait);
    QVERIFY(console.text("notesHeader").contains(QStringLiteral("they go with a decision only")));
    QVERIFY(!console.isShown("claimButton") && !console.isShown("recommendButton"));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), Wait);
}

QTEST_MAIN(TestOfficers)
#include "tst_officers.moc"
