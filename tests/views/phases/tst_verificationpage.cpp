#include "openpage.h"
#include "views/phases/verificationpage.h"
#include "views/walk.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
using Desk = OpenPage<VerificationPage>;

Verification started(VerificationType type = VerificationType::Identity)
{
    Verification verification = sampleVerification();
    verification.id = VerificationId(QStringLiteral("v-2"));
    verification.type = type;
    verification.status = VerificationStatus::Initiated;
    verification.documents.clear();
    return verification;
}

template <typename E>
void choose(Desk& desk, const char* box, E value)
{
    auto* combo = desk.find<QComboBox>(box);
    const int index = combo->findData(static_cast<int>(value));
    QVERIFY2(index >= 0, box);
    combo->setCurrentIndex(index);
}

api::CustomerSession sessionOf(const char* customer)
{
    api::CustomerSession session;
    session.customerId = CustomerId(QLatin1String(customer));
    return session;
}

void withStatus(Verification& verification, VerificationStatus status)
{
    verification.status = status;
}
} // namespace

class TestVerificationPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheCurrentOne();
    void waitsForTheCase();
    void startsOneForTheCustomer_data();
    void startsOneForTheCustomer();
    void saysWhatStandsInTheWay_data();
    void saysWhatStandsInTheWay();
    void saysWhyItWasRefused_data();
    void saysWhyItWasRefused();
    void keepsWhatWasTypedAfterAFailure();
    void saysThatALostAnswerWasRecorded();
    void saysWhatStandsInTheWaySinceAFailure();
    void saysThatItActsAsTheCustomer();
    void goesOn_data();
    void goesOn();
    void createsEveryType_data();
    void createsEveryType();
    void listsWhatWasCreated();
    void refusesASecondIdentityVerification();
    void saysWhyNoneWasCreated_data();
    void saysWhyNoneWasCreated();
    void judgesAnotherTypeAnew();
    void saysWhatLevelIsNeeded();
    void limitsTheNotes();
    void letsAViewerOnlyLook();
    void isReadableWithoutSight();
    void letsGoOfTheCase();
};

void TestVerificationPage::showsTheCurrentOne()
{
    Desk desk;
    desk.open([](Customer&, Verification& verification) {
        verification.initiatedBy = QStringLiteral("o-1");
        verification.round = 2;
    });
    const QString text = readable(*desk.page);
    for (const char* part :
         {"In review", "Identity verification", "Round\n2", "31 Mar 2026", "Started by\nyou", "v-1"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(missingIn(text, QLatin1String(part))));
}

void TestVerificationPage::waitsForTheCase()
{
    Desk desk;
    desk.page->setCase(desk.file.get(), desk.onboarding.get());
    desk.page->show();
    desk.file->load();
    desk.page->refresh();
    QTRY_VERIFY(readable(*desk.page).contains(QStringLiteral("Reading the case")));
    QVERIFY(!desk.isEnabled("startVerificationButton"));
    desk.answerWithoutVerification();
    QVERIFY(readable(*desk.page).contains(QStringLiteral("There is none yet.")));
    QVERIFY(desk.isEnabled("startVerificationButton"));
}

/// 2.6.
void TestVerificationPage::startsOneForTheCustomer_data()
{
    QTest::addColumn<DueDiligence>("kind");
    QTest::addColumn<DocumentType>("document");
    QTest::newRow("standard, nothing said") << DueDiligence::Standard << DocumentType::Unknown;
    QTest::newRow("enhanced, a passport") << DueDiligence::Enhanced << DocumentType::Passport;
    QTest::newRow("simplified, an id card") << DueDiligence::Simplified << DocumentType::IdCard;
}

void TestVerificationPage::startsOneForTheCustomer()
{
    QFETCH(DueDiligence, kind);
    QFETCH(DocumentType, document);
    Desk desk;
    desk.openWithoutVerification();
    QSignalSpy recorded(desk.page.get(), &PhasePage::recorded);
    choose(desk, "diligenceBox", kind);
    choose(desk, "announcedDocumentBox", document);
    desk.type("announcedNumberEdit", QStringLiteral(" AB 123 "));
    desk.click("startVerificationButton");
    QCOMPARE(desk.finhub.startedVerifications.count(), 1);
    const StartVerificationRequest& asked = desk.finhub.startedVerifications.lastArguments();
    QCOMPARE(asked.customerId, CustomerId(QStringLiteral("c-1")));
    QCOMPARE(asked.diligence, kind);
    QCOMPARE(asked.documentType, document);
    QCOMPARE(asked.documentNumber, QStringLiteral("AB 123"));
    QVERIFY(!desk.isEnabled("startVerificationButton"));
    QCOMPARE(desk.text("verificationMessage"), QStringLiteral("Starting the verification…"));
    desk.finhub.startedVerifications.finishLast(started());
    QCOMPARE(desk.text("verificationMessage"), QStringLiteral("✓ The verification has been started."));
    QTRY_VERIFY(readable(*desk.page).contains(QStringLiteral("v-2")));
    QVERIFY(!desk.isEnabled("startVerificationButton"));
    QVERIFY(desk.isShown("phaseNextButton"));
    QCOMPARE(recorded.count(), 1);
}

void TestVerificationPage::saysWhatStandsInTheWay_data()
{
    QTest::addColumn<VerificationStatus>("status");
    QTest::addColumn<bool>("free");
    QTest::addColumn<QString>("words");
    QTest::newRow("open") << VerificationStatus::Pending << false << "A verification is open already.";
    QTest::newRow("in review") << VerificationStatus::InProgress << false
                               << "A verification is open already.";
    QTest::newRow("resubmission") << VerificationStatus::ResubmissionRequested << false
                                  << "A verification is open already.";
    QTest::newRow("approved") << VerificationStatus::Approved << false << "The verification is approved.";
    QTest::newRow("rejected") << VerificationStatus::Rejected << true
                              << "The last verification was rejected; a new one may be started.";
}

void TestVerificationPage::saysWhatStandsInTheWay()
{
    QFETCH(VerificationStatus, status);
    QFETCH(bool, free);
    QFETCH(QString, words);
    Desk desk;
    desk.open([status](Customer&, Verification& verification) { withStatus(verification, status); });
    QCOMPARE(desk.isEnabled("startVerificationButton"), free);
    QVERIFY2(desk.text("verificationMessage").contains(words), qPrintable(desk.text("verificationMessage")));
    QVERIFY(desk.isShown("verificationMessage"));
}

void TestVerificationPage::saysWhyItWasRefused_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("words");
    QTest::newRow("open already") << errorOf(ErrorWord::VerificationAlreadyOpen)
                                  << "A verification has been opened meanwhile";
    QTest::newRow("verified already")
        << errorOf(ErrorWord::AlreadyVerified) << "The customer has been verified meanwhile.";
    QTest::newRow("no such customer") << errorOf(ErrorWord::NotFound) << "FinHub no longer knows this.";
    QTest::newRow("not with this role")
        << errorOf(ErrorWord::InsufficientPermissions) << "Your role does not allow this.";
    QTest::newRow("no network") << Error::of(ErrorKind::Unreachable) << "FinHub cannot be reached.";
}

void TestVerificationPage::saysWhyItWasRefused()
{
    QFETCH(Error, error);
    QFETCH(QString, words);
    Desk desk;
    desk.openWithoutVerification();
    QSignalSpy recorded(desk.page.get(), &PhasePage::recorded);
    desk.click("startVerificationButton");
    desk.finhub.startedVerifications.failLast(error);
    const QString said = desk.text("verificationMessage");
    QVERIFY2(said.contains(words), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("erification has been started.")) ||
                 said.contains(QStringLiteral("No second one has been started.")),
             qPrintable(said));
    // What stands in the way is read again.
    QCOMPARE(recorded.count(), 1);
}

void TestVerificationPage::keepsWhatWasTypedAfterAFailure()
{
    Desk desk;
    desk.openWithoutVerification();
    choose(desk, "diligenceBox", DueDiligence::Enhanced);
    desk.type("announcedNumberEdit", QStringLiteral("AB 123"));
    desk.click("startVerificationButton");
    desk.finhub.startedVerifications.failLast(Error::of(ErrorKind::Unreachable));
    desk.file->load();
    desk.answerWithoutVerification();
    QCOMPARE(desk.text("announcedNumberEdit"), QStringLiteral("AB 123"));
    QVERIFY(desk.isEnabled("startVerificationButton"));
    desk.click("startVerificationButton");
    QCOMPARE(desk.finhub.startedVerifications.lastArguments().documentNumber, QStringLiteral("AB 123"));
    QCOMPARE(desk.finhub.startedVerifications.lastArguments().diligence, DueDiligence::Enhanced);
}

/// R19.
void TestVerificationPage::saysThatALostAnswerWasRecorded()
{
    Desk desk;
    desk.openWithoutVerification();
    desk.click("startVerificationButton");
    desk.finhub.startedVerifications.failLast(Error::of(ErrorKind::OutcomeUnknown));
    QVERIFY(desk.text("verificationMessage").contains(QStringLiteral("not known")));
    desk.file->load();
    desk.answerCase([](Customer& customer, Verification& verification) {
        customer.stage = Stage::Documents;
        verification = started();
    });
    const QString said = desk.text("verificationMessage");
    QVERIFY2(!said.contains(QStringLiteral("not known")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("The answer was lost, but a verification is open now.")),
             qPrintable(said));
    QCOMPARE(desk.finhub.startedVerifications.count(), 1);
}

/// A message of yesterday does not hide why the button cannot be pressed today.
void TestVerificationPage::saysWhatStandsInTheWaySinceAFailure()
{
    Desk desk;
    desk.openWithoutVerification();
    desk.click("startVerificationButton");
    desk.finhub.startedVerifications.failLast(Error::of(ErrorKind::Unreachable));
    desk.file->load();
    desk.answerCase();
    QVERIFY(!desk.isEnabled("startVerificationButton"));
    QCOMPARE(desk.text("verificationMessage"), QStringLiteral("A verification is open already."));
}

void TestVerificationPage::saysThatItActsAsTheCustomer()
{
    const QString acts = QStringLiteral("Recorded as started by the customer");
    Desk desk;
    desk.openWithoutVerification();
    QVERIFY(!desk.isShown("verificationMessage"));
    desk.finhub.setCustomerSession(sessionOf("c-2"));
    QVERIFY2(!desk.isShown("verificationMessage"), "somebody else");
    desk.finhub.setCustomerSession(sessionOf("c-1"));
    QVERIFY2(desk.text("verificationMessage").contains(acts), qPrintable(desk.text("verificationMessage")));
    desk.finhub.leaveCustomer();
    QVERIFY2(!desk.isShown("verificationMessage"), "no longer");
}

void TestVerificationPage::goesOn_data()
{
    QTest::addColumn<VerificationStatus>("status");
    QTest::addColumn<Stage>("next");
    QTest::newRow("open") << VerificationStatus::Initiated << Stage::Documents;
    QTest::newRow("in review") << VerificationStatus::InProgress << Stage::Documents;
    QTest::newRow("approved") << VerificationStatus::Approved << Stage::Consents;
    QTest::newRow("rejected") << VerificationStatus::Rejected << Stage::Unknown;
}

void TestVerificationPage::goesOn()
{
    QFETCH(VerificationStatus, status);
    QFETCH(Stage, next);
    Desk desk;
    desk.open([status](Customer&, Verification& verification) { withStatus(verification, status); });
    QSignalSpy wanted(desk.page.get(), &PhasePage::phaseWanted);
    QCOMPARE(desk.isShown("phaseNextButton"), next != Stage::Unknown);
    if (next == Stage::Unknown)
        return;
    desk.click("phaseNextButton");
    QCOMPARE(wanted.first().first().value<Stage>(), next);
}

/// 2.7.
void TestVerificationPage::createsEveryType_data()
{
    QTest::addColumn<VerificationType>("type");
    for (const auto& [type, name] : WireNames<VerificationType>::table)
        QTest::newRow(name) << type;
}

void TestVerificationPage::createsEveryType()
{
    QFETCH(VerificationType, type);
    Desk desk;
    desk.openWithoutVerification();
    QSignalSpy recorded(desk.page.get(), &PhasePage::recorded);
    choose(desk, "verificationTypeBox", type);
    choose(desk, "verificationLevelBox", VerificationLevel::PowerTenant);
    choose(desk, "verificationPriorityBox", Priority::High);
    desk.type("verificationReasonEdit", QStringLiteral(" A tip "));
    desk.type("verificationDescriptionEdit", QStringLiteral("From the branch"));
    QTest::keyClicks(desk.find("verificationNotesEdit"), QStringLiteral("Call first"));
    desk.click("createVerificationButton");
    QCOMPARE(desk.finhub.createdVerifications.count(), 1);
    const CreateVerificationRequest& asked = desk.finhub.createdVerifications.lastArguments();
    QCOMPARE(asked.customerId, CustomerId(QStringLiteral("c-1")));
    QCOMPARE(asked.type, type);
    QCOMPARE(asked.requestedLevel, VerificationLevel::PowerTenant);
    QCOMPARE(asked.priority, Priority::High);
    QCOMPARE(asked.reason, QStringLiteral("A tip"));
    QCOMPARE(asked.description, QStringLiteral("From the branch"));
    QCOMPARE(asked.notes, QStringLiteral("Call first"));
    QVERIFY(!desk.isEnabled("createVerificationButton"));
    QCOMPARE(desk.text("createVerificationMessage"), QStringLiteral("Creating the verification…"));
    desk.finhub.createdVerifications.finishLast(started(type));
    QCOMPARE(desk.page->findChildren<QWidget*>(QStringLiteral("createdVerificationRow")).size(), 1);
    QVERIFY(desk.text("verificationReasonEdit").isEmpty());
    QCOMPARE(recorded.count(), 1);
    // The other types never move the stage.
    QCOMPARE(desk.file->verification().value.has_value(), type == VerificationType::Identity);
}

void TestVerificationPage::listsWhatWasCreated()
{
    Desk desk;
    desk.open();
    for (const VerificationType type : {VerificationType::Sanctions, VerificationType::Document}) {
        choose(desk, "verificationTypeBox", type);
        desk.click("createVerificationButton");
        Verification answer = started(type);
        answer.type = {}; // a host may say less
        desk.finhub.createdVerifications.finishLast(answer);
    }
    QVERIFY(desk.isShown("createdVerificationsList"));
    const auto rows = desk.page->findChildren<QWidget*>(QStringLiteral("createdVerificationRow"));
    QCOMPARE(rows.size(), 2);
    QTRY_VERIFY(rows.at(1)->isVisible());
    QVERIFY(readable(*rows.at(0)).contains(QStringLiteral("Sanctions check")));
    QVERIFY(readable(*rows.at(1)).contains(QStringLiteral("Document verification")));
    QVERIFY(readable(*rows.at(1)).contains(QStringLiteral("Started")));
}

void TestVerificationPage::refusesASecondIdentityVerification()
{
    Desk desk;
    desk.open();
    QVERIFY(desk.isEnabled("createVerificationButton"));
    choose(desk, "verificationTypeBox", VerificationType::Identity);
    QVERIFY(!desk.isEnabled("createVerificationButton"));
    QCOMPARE(desk.text("createVerificationMessage"), QStringLiteral("A verification is open already."));
    QVERIFY2(desk.isEnabled("verificationTypeBox"), "no way back");
    choose(desk, "verificationTypeBox", VerificationType::Sanctions);
    QVERIFY(desk.isEnabled("createVerificationButton"));
}

void TestVerificationPage::saysWhyNoneWasCreated_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("words");
    QTest::newRow("open already") << errorOf(ErrorWord::VerificationAlreadyOpen)
                                  << "A verification of the type “Enhanced due diligence” is open already";
    QTest::newRow("verified already") << errorOf(ErrorWord::AlreadyVerified)
                                      << "“Enhanced due diligence” is approved already. Nothing was started.";
    QTest::newRow("no network") << Error::of(ErrorKind::Unreachable)
                                << "FinHub cannot be reached. No verification has been started.";
    QTest::newRow("lost") << Error::of(ErrorKind::OutcomeUnknown)
                          << "It is not known whether FinHub has recorded this.";
}

void TestVerificationPage::saysWhyNoneWasCreated()
{
    QFETCH(Error, error);
    QFETCH(QString, words);
    Desk desk;
    desk.open();
    QSignalSpy recorded(desk.page.get(), &PhasePage::recorded);
    desk.type("verificationReasonEdit", QStringLiteral("A tip"));
    desk.click("createVerificationButton");
    desk.finhub.createdVerifications.failLast(error);
    QVERIFY2(desk.text("createVerificationMessage").contains(words),
             qPrintable(desk.text("createVerificationMessage")));
    QCOMPARE(desk.text("verificationReasonEdit"), QStringLiteral("A tip"));
    QVERIFY(desk.isEnabled("createVerificationButton"));
    QCOMPARE(recorded.count(), 1);
}

/// What was said of one type does not hide why another one cannot be created.
void TestVerificationPage::judgesAnotherTypeAnew()
{
    Desk desk;
    desk.open();
    desk.click("createVerificationButton");
    desk.finhub.createdVerifications.failLast(errorOf(ErrorWord::VerificationAlreadyOpen));
    choose(desk, "verificationTypeBox", VerificationType::Identity);
    QCOMPARE(desk.text("createVerificationMessage"), QStringLiteral("A verification is open already."));
}

void TestVerificationPage::saysWhatLevelIsNeeded()
{
    Desk desk;
    desk.open([](Customer& customer, Verification& verification) {
        customer.risk = RiskLevel::High;
        verification.risk = RiskLevel::High;
    });
    QVERIFY2(desk.text("verificationLevelHint").contains(QStringLiteral("FinHub raises a lower one.")),
             qPrintable(desk.text("verificationLevelHint")));
    desk.file->load();
    desk.answerCase([](Customer& customer, Verification& verification) {
        customer.risk = {};
        verification.risk = {};
    });
    QVERIFY2(desk.text("verificationLevelHint").contains(QStringLiteral("risk is not known")),
             qPrintable(desk.text("verificationLevelHint")));
}

void TestVerificationPage::limitsTheNotes()
{
    Desk desk;
    desk.open();
    auto* notes = desk.find<QPlainTextEdit>("verificationNotesEdit");
    notes->insertPlainText(QString(5000, u'x'));
    QCOMPARE(notes->toPlainText().size(), 4000);
}

void TestVerificationPage::letsAViewerOnlyLook()
{
    Desk desk(sampleViewer());
    desk.openWithoutVerification();
    for (const char* control :
         {"diligenceBox", "announcedDocumentBox", "announcedNumberEdit", "startVerificationButton",
          "verificationTypeBox", "verificationLevelBox", "verificationNotesEdit", "createVerificationButton"})
        QVERIFY2(!desk.isEnabled(control), control);
    for (const char* message : {"verificationMessage", "createVerificationMessage"})
        QVERIFY2(desk.text(message).contains(QStringLiteral("Your role may look")), message);
}

void TestVerificationPage::isReadableWithoutSight()
{
    Desk desk;
    desk.openWithoutVerification();
    desk.click("createVerificationButton");
    desk.finhub.createdVerifications.finishLast(started(VerificationType::EnhancedDueDiligence));
    QCOMPARE(tabStops(*desk.page).size(), 12);
    QCOMPARE(namelessControls(*desk.page).join(u','), QString());
    QCOMPARE(stepsBack(*desk.page).join(u','), QString());
}

void TestVerificationPage::letsGoOfTheCase()
{
    Desk desk;
    desk.openWithoutVerification();
    choose(desk, "diligenceBox", DueDiligence::Enhanced);
    desk.type("announcedNumberEdit", QStringLiteral("AB 123"));
    desk.type("verificationReasonEdit", QStringLiteral("A tip"));
    desk.click("createVerificationButton");
    desk.finhub.createdVerifications.finishLast(started(VerificationType::Sanctions));
    desk.page->setCase(nullptr, nullptr);
    QVERIFY(desk.text("announcedNumberEdit").isEmpty() && desk.text("verificationReasonEdit").isEmpty());
    QCOMPARE(desk.find<QComboBox>("diligenceBox")->currentIndex(), 0);
    QVERIFY(!readable(*desk.page).contains(QStringLiteral("v-2")));
    desk.click("startVerificationButton");
    desk.click("createVerificationButton");
    desk.finhub.leaveCustomer();
    QCOMPARE(desk.finhub.startedVerifications.count(), 0);
    QCOMPARE(desk.finhub.createdVerifications.count(), 1);
}

QTEST_MAIN(TestVerificationPage)
#include "tst_verificationpage.moc"
