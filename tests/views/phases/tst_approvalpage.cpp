#include "openpage.h"
#include "views/phases/approvalpage.h"
#include "views/walk.h"

#include <QSignalSpy>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
struct Clock {
    QDateTime now{QDate(2026, 4, 8), QTime(9, 20), Qt::UTC};
    operator std::function<QDateTime()>() const
    {
        return [now = now] { return now; };
    }
};
using Desk = OpenPage<ApprovalPage, Clock>;

Desk::Change withStatus(VerificationStatus status)
{
    return [status](Customer&, Verification& verification) { verification.status = status; };
}
} // namespace

class TestApprovalPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheReviewWaitsFor_data();
    void saysWhatTheReviewWaitsFor();
    void saysHowLongItHasWaited();
    void saysWhoDecides_data();
    void saysWhoDecides();
    void showsTheOutcome();
    void showsNoOutcomeBeforeThereIsOne();
    void goesOn_data();
    void goesOn();
    void saysWhatCannotBeRead();
    void waitsForTheCase();
    void letsAViewerOnlyLook();
    void isReadableWithoutSight();
    void letsGoOfTheCase();
};

void TestApprovalPage::saysWhatTheReviewWaitsFor_data()
{
    QTest::addColumn<VerificationStatus>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("initiated") << VerificationStatus::Initiated << "Documents are missing: Proof of address.";
    QTest::newRow("documents") << VerificationStatus::PendingDocuments
                               << "Documents are missing: Proof of address.";
    QTest::newRow("resubmission") << VerificationStatus::ResubmissionRequested
                                  << "The customer has been asked to send documents again";
    QTest::newRow("approved") << VerificationStatus::Approved << "✓ The review is finished.";
    QTest::newRow("rejected") << VerificationStatus::Rejected << "A new verification may be started.";
}

void TestApprovalPage::saysWhatTheReviewWaitsFor()
{
    QFETCH(VerificationStatus, status);
    QFETCH(QString, words);
    Desk desk;
    desk.open([status](Customer&, Verification& verification) {
        verification.status = status;
        verification.missingDocuments = QList<WireValue<Requirement>>{Requirement::ProofOfAddress};
    });
    QVERIFY2(desk.text("approvalMessage").contains(words), qPrintable(desk.text("approvalMessage")));
    QVERIFY(desk.isShown("approvalMessage"));
    QVERIFY(readable(*desk.page).contains(QStringLiteral("Missing: Proof of address.")));
}

void TestApprovalPage::saysHowLongItHasWaited()
{
    Desk desk;
    desk.open();
    const QString text = readable(*desk.find("approvalReviewSection"));
    QVERIFY2(text.contains(QStringLiteral("Waits since\n31 Mar 2026")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("6 days, overdue")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Every required document is here.")));
    QCOMPARE(desk.text("approvalMessage"), QStringLiteral("You may decide this case now."));
}

void TestApprovalPage::saysWhoDecides_data()
{
    QTest::addColumn<VerificationLevel>("level");
    QTest::addColumn<bool>("recommendations");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("mine");
    QTest::newRow("tenant") << VerificationLevel::Tenant << true << "Any officer who may write" << true;
    QTest::newRow("power tenant") << VerificationLevel::PowerTenant << true
                                  << "after another officer's recommendation" << false;
    QTest::newRow("power tenant, without recommendations")
        << VerificationLevel::PowerTenant << false << "A senior officer (level “" << false;
    QTest::newRow("FinHub") << VerificationLevel::Finhub << false << "A senior officer (level “" << false;
    QTest::newRow("unknown") << VerificationLevel::Unknown << false
                             << "A senior officer, since the level is not known." << false;
}

void TestApprovalPage::saysWhoDecides()
{
    QFETCH(VerificationLevel, level);
    QFETCH(bool, recommendations);
    QFETCH(QString, words);
    QFETCH(bool, mine);
    Desk desk;
    if (!recommendations)
        desk.finhub.withdraw(Extension::Recommendations);
    desk.open([level](Customer&, Verification& verification) {
        verification.level = level == VerificationLevel::Unknown
                                 ? WireValue<VerificationLevel>::fromWire(QStringLiteral("GALACTIC"))
                                 : WireValue<VerificationLevel>(level);
    });
    const QString text = readable(*desk.find("approvalReviewSection"));
    QVERIFY2(text.contains(words), qPrintable(text));
    QCOMPARE(desk.text("approvalMessage") == QStringLiteral("You may decide this case now."), mine);
}

void TestApprovalPage::showsTheOutcome()
{
    Desk desk;
    desk.open([](Customer&, Verification& verification) {
        verification.status = VerificationStatus::Rejected;
        verification.decidedAt = QDateTime(QDate(2026, 4, 1), QTime(12, 0), Qt::UTC);
        verification.decidedBy = QStringLiteral("o-1");
        verification.reasonCodes = {QStringLiteral("FACE_MISMATCH")};
        verification.comment = QStringLiteral("<b>Sorry</b>");
    });
    const QString text = readable(*desk.find("approvalOutcomeSection"));
    for (const char* part : {"Rejected", "1 Apr 2026", "By\nyou", "Reasons", "<b>Sorry</b>"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(missingIn(text, QLatin1String(part))));
}

void TestApprovalPage::showsNoOutcomeBeforeThereIsOne()
{
    Desk desk;
    desk.open();
    QVERIFY(!desk.isShown("approvalOutcomeSection"));
    desk.file->load();
    desk.answerCase(withStatus(VerificationStatus::Approved));
    QVERIFY(desk.isShown("approvalOutcomeSection"));
}

void TestApprovalPage::goesOn_data()
{
    QTest::addColumn<VerificationStatus>("status");
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<Stage>("next");
    QTest::newRow("documents") << VerificationStatus::PendingDocuments << Stage::Documents
                               << Stage::Documents;
    QTest::newRow("in review") << VerificationStatus::InProgress << Stage::Approval << Stage::Unknown;
    QTest::newRow("resubmission") << VerificationStatus::ResubmissionRequested << Stage::Documents
                                  << Stage::Documents;
    QTest::newRow("approved") << VerificationStatus::Approved << Stage::Consents << Stage::Consents;
    QTest::newRow("consented") << VerificationStatus::Approved << Stage::Activation << Stage::Activation;
    QTest::newRow("active") << VerificationStatus::Approved << Stage::Active << Stage::Activation;
    QTest::newRow("rejected") << VerificationStatus::Rejected << Stage::Rejected << Stage::Verification;
    QTest::newRow("none") << VerificationStatus::None << Stage::Verification << Stage::Verification;
}

void TestApprovalPage::goesOn()
{
    QFETCH(VerificationStatus, status);
    QFETCH(Stage, stage);
    QFETCH(Stage, next);
    Desk desk;
    QSignalSpy wanted(desk.page.get(), &PhasePage::phaseWanted);
    QSignalSpy review(desk.page.get(), &PhasePage::reviewWanted);
    if (status == VerificationStatus::None) {
        desk.openWithoutVerification();
    } else {
        desk.open([status, stage](Customer& customer, Verification& verification) {
            customer.stage = stage;
            verification.status = status;
        });
    }
    QCOMPARE(desk.isShown("openReviewButton"), status != VerificationStatus::None);
    QCOMPARE(desk.isShown("phaseNextButton"), next != Stage::Unknown);
    if (next != Stage::Unknown) {
        desk.click("phaseNextButton");
        QCOMPARE(wanted.first().first().value<Stage>(), next);
    }
    if (status != VerificationStatus::None) {
        desk.click("openReviewButton");
        QCOMPARE(review.count(), 1);
    }
}

void TestApprovalPage::saysWhatCannotBeRead()
{
    Desk desk;
    desk.page->setCase(desk.file.get(), desk.onboarding.get());
    desk.page->show();
    desk.file->load();
    desk.finhub.customers.finishLast(sampleCustomer());
    desk.finhub.verifications.failLast(Error::of(ErrorKind::Unreachable));
    desk.page->refresh();
    QVERIFY2(desk.text("approvalMessage").contains(QStringLiteral("FinHub cannot be reached.")),
             qPrintable(desk.text("approvalMessage")));
}

void TestApprovalPage::waitsForTheCase()
{
    Desk desk;
    desk.page->setCase(desk.file.get(), desk.onboarding.get());
    desk.page->show();
    desk.file->load();
    desk.page->refresh();
    QTRY_VERIFY(readable(*desk.page).contains(QStringLiteral("Reading the case")));
    const QString text = readable(*desk.page);
    // Nothing is known yet, so nothing is said to be missing.
    QVERIFY2(!text.contains(QStringLiteral("There is no verification yet.")), qPrintable(text));
    QVERIFY(!desk.isShown("phaseNextButton"));
}

void TestApprovalPage::letsAViewerOnlyLook()
{
    Desk desk(sampleViewer());
    desk.open();
    QVERIFY(desk.text("approvalMessage").contains(QStringLiteral("Your role may look")));
    QVERIFY2(desk.isEnabled("openReviewButton"), "looking is allowed");
}

void TestApprovalPage::isReadableWithoutSight()
{
    Desk desk;
    desk.open(withStatus(VerificationStatus::Approved));
    QCOMPARE(tabStops(*desk.page).size(), 2);
    QCOMPARE(namelessControls(*desk.page).join(u','), QString());
    QCOMPARE(stepsBack(*desk.page).join(u','), QString());
}

void TestApprovalPage::letsGoOfTheCase()
{
    Desk desk;
    desk.open([](Customer&, Verification& verification) {
        verification.status = VerificationStatus::Rejected;
        verification.comment = QStringLiteral("Sorry, Rasa");
    });
    QVERIFY(readable(*desk.page).contains(QStringLiteral("Sorry, Rasa")));
    desk.page->setCase(nullptr, nullptr);
    QVERIFY(!readable(*desk.page).contains(QStringLiteral("Sorry, Rasa")));
    QVERIFY(!desk.isShown("approvalMessage"));
}

QTEST_MAIN(TestApprovalPage)
#include "tst_approvalpage.moc"
