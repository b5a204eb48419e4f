#include "openpage.h"
#include "views/phases/consentspage.h"
#include "views/widgets/chip.h"

#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
using Desk = OpenPage<ConsentsPage>;

const char* const RecordTerms = "recordConsentButton_TERMS_AND_CONDITIONS";
const char* const RecordPrivacy = "recordConsentButton_PRIVACY_POLICY";
const char* const RecordProcessing = "recordConsentButton_DATA_PROCESSING";

Consent recorded(ConsentType type, ConsentStatus status = ConsentStatus::Accepted)
{
    Consent consent;
    consent.type = type;
    consent.status = status;
    consent.version = QStringLiteral("1.0");
    consent.grantedAt = QDateTime(QDate(2026, 3, 31), QTime(12, 0), Qt::UTC);
    consent.expiresAt = QDateTime(QDate(2027, 3, 31), QTime(12, 0), Qt::UTC);
    return consent;
}

void approveAll(Customer& customer, Verification& verification)
{
    customer.stage = Stage::Consents;
    verification.status = VerificationStatus::Approved;
}
} // namespace

class TestConsentsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsKnownOfEachConsent();
    void showsTheTextOfTheVersionInPlace();
    void showsTheTextThatWasAccepted();
    void recordsOneConsent();
    void recordsAllThatAreMissing();
    void recordsBeforeTheApproval();
    void saysThatAPendingConsentIsPending();
    void asksForTheVersionWhereThereAreNoTexts_data();
    void asksForTheVersionWhereThereAreNoTexts();
    void readsTheTextsAgainAfterAFailure();
    void waitsForTheTexts();
    void refusesAnEmptyVersion();
    void doesOneThingAtATime();
    void saysWhatFailed();
    void saysThatALostAnswerWasRecorded();
    void letsAViewerOnlyLook();
    void saysThatItActsAsTheCustomer();
    void goesOnWhenAllAreGiven();
    void asksForReadinessWhereTheRecordIsSilent();
    void showsTextsAsTheyStand();
    void letsGoOfTheCase();
};

void TestConsentsPage::showsWhatIsKnownOfEachConsent()
{
    Desk desk;
    desk.open([](Customer& customer, Verification&) {
        customer.consents = {recorded(ConsentType::TermsAndConditions), customer.consents[1]};
    });
    desk.finhub.templateLists.finishLast(sampleTemplates());
    QCOMPARE(desk.text("consentStatus_TERMS_AND_CONDITIONS"), QStringLiteral("✓ Accepted"));
    const QString given = desk.text("consentDetail_TERMS_AND_CONDITIONS");
    QVERIFY2(given.contains(QStringLiteral("31 Mar 2026")) && given.contains(QStringLiteral("31 Mar 2027")),
             qPrintable(given));
    QVERIFY2(given.contains(QStringLiteral("version 1.0")), qPrintable(given));
    QVERIFY2(given.contains(QStringLiteral("version 1.1 by now")), qPrintable(given));
    QVERIFY(!desk.isShown(RecordTerms));
    QCOMPARE(desk.text("consentStatus_PRIVACY_POLICY"), QStringLiteral("Pending"));
    QVERIFY(desk.text("consentDetail_PRIVACY_POLICY").contains(QStringLiteral("Version 2.0 is recorded")));
    QVERIFY(desk.isShown(RecordPrivacy) && desk.isEnabled(RecordPrivacy));
    QCOMPARE(desk.text("consentStatus_DATA_PROCESSING"), QStringLiteral("? Unknown"));
    QVERIFY(desk.text("consentDetail_DATA_PROCESSING").contains(QStringLiteral("does not say")));
}

void TestConsentsPage::showsTheTextOfTheVersionInPlace()
{
    Desk desk;
    desk.open();
    QVERIFY(!desk.isShown("readConsentButton_TERMS_AND_CONDITIONS"));
    desk.finhub.templateLists.finishLast(sampleTemplates());
    QCOMPARE(desk.finhub.templateLists.count(), 1);
    QVERIFY(!desk.isShown("consentText_TERMS_AND_CONDITIONS"));
    desk.click("readConsentButton_TERMS_AND_CONDITIONS");
    QVERIFY(desk.isShown("consentText_TERMS_AND_CONDITIONS"));
    QVERIFY(!desk.isShown("consentText_PRIVACY_POLICY"));
    QCOMPARE(desk.text("consentTitle_TERMS_AND_CONDITIONS"), QStringLiteral("Title t-4 (version 1.1)"));
    const auto* text = desk.find<QPlainTextEdit>("consentText_TERMS_AND_CONDITIONS");
    QCOMPARE(text->toPlainText(), QStringLiteral("Body of t-4.\nA second line."));
    QVERIFY(text->isReadOnly());
    desk.click("readConsentButton_TERMS_AND_CONDITIONS");
    QVERIFY(!desk.isShown("consentText_TERMS_AND_CONDITIONS"));
}

void TestConsentsPage::showsTheTextThatWasAccepted()
{
    Desk desk;
    desk.open([](Customer& customer, Verification&) {
        customer.consents[0] = recorded(ConsentType::TermsAndConditions);
    });
    desk.finhub.templateLists.finishLast(sampleTemplates());
    QCOMPARE(desk.text("consentTitle_TERMS_AND_CONDITIONS"), QStringLiteral("Title t-1 (version 1.0)"));
}

void TestConsentsPage::recordsOneConsent()
{
    Desk desk;
    desk.open(approveAll);
    desk.finhub.templateLists.finishLast(sampleTemplates());
    desk.click(RecordPrivacy);
    QCOMPARE(desk.finhub.consents.count(), 1);
    QCOMPARE(desk.finhub.consents.lastArguments().type, ConsentType::PrivacyPolicy);
    QCOMPARE(desk.finhub.consents.lastArguments().version, QStringLiteral("2.0"));
    desk.finhub.consents.finishLast(recorded(ConsentType::PrivacyPolicy));
    QCOMPARE(desk.text("consentStatus_PRIVACY_POLICY"), QStringLiteral("✓ Accepted"));
    QCOMPARE(desk.text("consentsPageMessage"), QStringLiteral("✓ FinHub has recorded it."));
    QCOMPARE(desk.finhub.consents.count(), 1);
}

void TestConsentsPage::recordsAllThatAreMissing()
{
    Desk desk;
    desk.open(approveAll);
    desk.finhub.templateLists.finishLast(sampleTemplates());
    desk.click("recordAllConsentsButton");
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        QCOMPARE(desk.finhub.consents.lastArguments().type, type);
        desk.finhub.consents.finishLast(recorded(type));
    }
    QCOMPARE(desk.finhub.consents.count(), 3);
    QVERIFY(!desk.isShown("recordAllConsentsButton"));
}

/// 4.3.
void TestConsentsPage::recordsBeforeTheApproval()
{
    Desk desk;
    desk.open();
    desk.finhub.templateLists.finishLast(sampleTemplates());
    QCOMPARE(desk.file->stage(), Stage::Approval);
    QVERIFY(desk.isEnabled(RecordProcessing));
    desk.click(RecordProcessing);
    QCOMPARE(desk.finhub.consents.count(), 1);
}

/// R12.
void TestConsentsPage::saysThatAPendingConsentIsPending()
{
    Desk desk;
    desk.open(approveAll);
    desk.finhub.templateLists.finishLast(sampleTemplates());
    desk.click(RecordTerms);
    desk.finhub.consents.finishLast(recorded(ConsentType::TermsAndConditions, ConsentStatus::Pending));
    QCOMPARE(desk.text("consentStatus_TERMS_AND_CONDITIONS"), QStringLiteral("Pending"));
    QVERIFY(desk.text("consentsPageMessage").contains(QStringLiteral("pending")));
    QVERIFY(desk.text("consentDetail_TERMS_AND_CONDITIONS").contains(QStringLiteral("readiness")));
    Readiness check;
    check.consentOk = false;
    check.missingConsents = {ConsentType::PrivacyPolicy, ConsentType::DataProcessing};
    desk.finhub.readinessChecks.finishLast(check);
    QCOMPARE(desk.text("consentStatus_TERMS_AND_CONDITIONS"), QStringLiteral("✓ Accepted"));
    QVERIFY(!desk.text("consentsPageMessage").contains(QStringLiteral("pending")));
}

void TestConsentsPage::asksForTheVersionWhereThereAreNoTexts_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such call") << 404 << "This server does not offer the texts of the consents.";
    QTest::newRow("not for this account") << 403 << "Your account may not read the texts of the consents.";
}

void TestConsentsPage::asksForTheVersionWhereThereAreNoTexts()
{
    QFETCH(int, status);
    QFETCH(QString, words);
    Desk desk;
    desk.open(approveAll);
    Error error = Error::of(ErrorKind::Status);
    error.status = status;
    desk.finhub.templateLists.failLast(error);
    QVERIFY(desk.text("consentTextsNotice").startsWith(words));
    QVERIFY(!desk.isShown("reloadConsentTextsButton"));
    QVERIFY(!desk.isShown("readConsentButton_TERMS_AND_CONDITIONS"));
    QVERIFY(desk.isShown("consentVersionEdit_TERMS_AND_CONDITIONS"));
    QCOMPARE(desk.text("consentVersionEdit_TERMS_AND_CONDITIONS"), QStringLiteral("1.0"));
    QVERIFY(
        desk.text("consentDetail_TERMS_AND_CONDITIONS").contains(QStringLiteral("Version 1.0 is recorded")));
    desk.type("consentVersionEdit_TERMS_AND_CONDITIONS", QStringLiteral("3.2"));
    QVERIFY(
        desk.text("consentDetail_TERMS_AND_CONDITIONS").contains(QStringLiteral("Version 3.2 is recorded")));
    desk.click(RecordTerms);
    QCOMPARE(desk.finhub.consents.lastArguments().version, QStringLiteral("3.2"));
}

void TestConsentsPage::readsTheTextsAgainAfterAFailure()
{
    Desk desk;
    desk.open(approveAll);
    desk.finhub.templateLists.failLast(Error::of(ErrorKind::Unreachable));
    QVERIFY(desk.isShown("reloadConsentTextsButton"));
    desk.click("reloadConsentTextsButton");
    QCOMPARE(desk.finhub.templateLists.count(), 2);
    desk.finhub.templateLists.finishLast(sampleTemplates());
    QVERIFY(!desk.isShown("consentTextsNotice"));
    QVERIFY(!desk.isShown("consentVersionEdit_TERMS_AND_CONDITIONS"));
}

void TestConsentsPage::waitsForTheTexts()
{
    Desk desk;
    desk.open(approveAll);
    QVERIFY(!desk.isEnabled(RecordTerms));
    QVERIFY(!desk.isEnabled("recordAllConsentsButton"));
    QVERIFY(desk.text("consentsPageMessage").contains(QStringLiteral("still being read")));
    desk.finhub.templateLists.finishLast(sampleTemplates());
    QVERIFY(desk.isEnabled(RecordTerms));
    QVERIFY(!desk.isShown("consentsPageMessage"));
}

void TestConsentsPage::refusesAnEmptyVersion()
{
    Desk desk;
    desk.open(approveAll);
    Error error = Error::of(ErrorKind::Status);
    error.status = 404;
    desk.finhub.templateLists.failLast(error);
    auto* edit = desk.find<QLineEdit>("consentVersionEdit_PRIVACY_POLICY");
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QVERIFY(desk.isShown("consentVersionFault_PRIVACY_POLICY"));
    QVERIFY(!desk.isEnabled(RecordPrivacy));
    QVERIFY(!desk.isEnabled("recordAllConsentsButton"));
    QVERIFY(desk.isEnabled(RecordTerms));
    QTest::keyClicks(edit, QString(30, u'9'));
    QCOMPARE(edit->text().size(), 20);
    QVERIFY(desk.isEnabled("recordAllConsentsButton"));
}

void TestConsentsPage::doesOneThingAtATime()
{
    Desk desk;
    desk.open(approveAll);
    desk.finhub.templateLists.finishLast(sampleTemplates());
    desk.click(RecordTerms);
    for (const char* button : {RecordTerms, RecordPrivacy, RecordProcessing, "recordAllConsentsButton"})
        QVERIFY(!desk.isEnabled(button));
    QCOMPARE(desk.text("consentsPageMessage"), QStringLiteral("Recording…"));
    desk.finhub.consents.finishLast(recorded(ConsentType::TermsAndConditions));
    QVERIFY(desk.isEnabled(RecordPrivacy));
}

void TestConsentsPage::saysWhatFailed()
{
    Desk desk;
    desk.open(approveAll);
    desk.finhub.templateLists.finishLast(sampleTemplates());
    desk.click(RecordTerms);
    desk.finhub.consents.failLast(errorOf(ErrorWord::NotFound));
    QVERIFY(desk.text("consentsPageMessage").contains(QStringLiteral("has not been recorded")));
    QVERIFY(desk.isEnabled(RecordTerms));
    desk.click(RecordTerms);
    QCOMPARE(desk.text("consentsPageMessage"), QStringLiteral("Recording…"));
}

/// R19.
void TestConsentsPage::saysThatALostAnswerWasRecorded()
{
    Desk desk;
    desk.open(approveAll);
    desk.finhub.templateLists.finishLast(sampleTemplates());
    desk.click(RecordTerms);
    desk.finhub.consents.failLast(Error::of(ErrorKind::OutcomeUnknown));
    QVERIFY(desk.text("consentsPageMessage").contains(QStringLiteral("not known")));
    desk.answerCase([](Customer& customer, Verification& verification) {
        approveAll(customer, verification);
        customer.consents[0] = recorded(ConsentType::TermsAndConditions);
    });
    QVERIFY(desk.text("consentsPageMessage").contains(QStringLiteral("reads back")));
    QCOMPARE(desk.finhub.consents.count(), 1);
}

void TestConsentsPage::letsAViewerOnlyLook()
{
    Desk desk(sampleViewer());
    desk.open(approveAll);
    desk.finhub.templateLists.finishLast(sampleTemplates());
    for (const char* button : {RecordTerms, RecordPrivacy, RecordProcessing, "recordAllConsentsButton"})
        QVERIFY(!desk.isEnabled(button));
    QVERIFY(desk.text("consentsPageMessage").contains(QStringLiteral("Your role may look")));
    desk.click("readConsentButton_DATA_PROCESSING");
    QVERIFY(desk.isShown("consentText_DATA_PROCESSING"));
}

void TestConsentsPage::saysThatItActsAsTheCustomer()
{
    Desk desk;
    desk.open(approveAll);
    QVERIFY(!desk.isShown("consentsHint"));
    api::CustomerSession session;
    session.customerId = CustomerId(QStringLiteral("c-2"));
    desk.finhub.setCustomerSession(session);
    QVERIFY(!desk.isShown("consentsHint"));
    session.customerId = CustomerId(QStringLiteral("c-1"));
    desk.finhub.setCustomerSession(session);
    QVERIFY(desk.isShown("consentsHint"));
    desk.finhub.leaveCustomer();
    QVERIFY(!desk.isShown("consentsHint"));
}

void TestConsentsPage::goesOnWhenAllAreGiven()
{
    Desk desk;
    QSignalSpy wanted(desk.page.get(), &PhasePage::phaseWanted);
    desk.open([](Customer& customer, Verification& verification) {
        approveAll(customer, verification);
        customer.stage = Stage::Activation;
        for (Consent& consent : customer.consents)
            consent = recorded(consent.type.value());
    });
    QVERIFY(!desk.isShown("recordAllConsentsButton"));
    QVERIFY(desk.isShown("consentsGoOnButton"));
    QCOMPARE(desk.text("consentsGoOnButton"), QStringLiteral("Go on to activation"));
    desk.click("consentsGoOnButton");
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<Stage>(), Stage::Activation);
}

void TestConsentsPage::asksForReadinessWhereTheRecordIsSilent()
{
    Desk spoken;
    spoken.open();
    QCOMPARE(spoken.finhub.readinessChecks.count(), 0);
    Desk silent;
    silent.open([](Customer& customer, Verification&) { customer.consents.clear(); });
    QCOMPARE(silent.finhub.readinessChecks.count(), 1);
    QCOMPARE(silent.text("consentStatus_PRIVACY_POLICY"), QStringLiteral("? Unknown"));
    Readiness check;
    check.consentOk = false;
    check.missingConsents = {ConsentType::PrivacyPolicy};
    silent.finhub.readinessChecks.finishLast(check);
    QCOMPARE(silent.text("consentStatus_PRIVACY_POLICY"), QStringLiteral("Pending"));
    QCOMPARE(silent.text("consentStatus_DATA_PROCESSING"), QStringLiteral("✓ Accepted"));
    QCOMPARE(silent.finhub.readinessChecks.count(), 1);
}

/// Text from outside is text.
void TestConsentsPage::showsTextsAsTheyStand()
{
    Desk desk;
    desk.open(approveAll);
    ConsentTemplate text = sampleTemplates().constLast();
    text.title = QStringLiteral("<b>Bold</b>");
    text.body = QStringLiteral("<h1>Big</h1>\u202e");
    text.version = QStringLiteral("<i>1</i>");
    desk.finhub.templateLists.finishLast(QList<ConsentTemplate>{text});
    QVERIFY(desk.text("consentTitle_TERMS_AND_CONDITIONS").contains(text.title));
    QCOMPARE(desk.find<QLabel>("consentTitle_TERMS_AND_CONDITIONS")->textFormat(), Qt::PlainText);
    QCOMPARE(desk.find<QLabel>("consentDetail_TERMS_AND_CONDITIONS")->textFormat(), Qt::PlainText);
    QCOMPARE(desk.find<QPlainTextEdit>("consentText_TERMS_AND_CONDITIONS")->toPlainText(),
             QStringLiteral("<h1>Big</h1>⟨U+202E⟩"));
}

void TestConsentsPage::letsGoOfTheCase()
{
    Desk desk;
    desk.open(approveAll);
    Error error = Error::of(ErrorKind::Status);
    error.status = 404;
    desk.finhub.templateLists.failLast(error);
    desk.type("consentVersionEdit_PRIVACY_POLICY", QStringLiteral("7"));
    desk.page->setCase(nullptr, nullptr);
    QVERIFY(desk.text("consentVersionEdit_PRIVACY_POLICY").isEmpty());
    desk.click(RecordTerms);
    desk.click("recordAllConsentsButton");
    desk.finhub.leaveCustomer();
    QCOMPARE(desk.finhub.consents.count(), 0);
}

QTEST_MAIN(TestConsentsPage)
#include "tst_consentspage.moc"
