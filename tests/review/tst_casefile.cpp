#include "review/casefile.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

class TestCaseFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsCustomerVerificationAndActivity();
    void startsFromTheRowOfTheList();
    void knowsNothingByAnId();
    void readsTheVerificationThatTheServerCallsCurrent();
    void hasNoVerification();
    void keepsWhatIsShownWhileItReadsAgain();
    void keepsWhatIsShownWhenReadingFails();
    void followsADecisionWithoutAReload();
    void followsConsentsAndActivation();
    void asksTheRole();
    void asksTheServersOffer();
    void computesTheStageWhereTheServerSendsNone();
    void datesThePhases();
    void abortsItsReadsWhenDeleted();

private:
    void loadWhole();

    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<CaseFile> m_file;
};

void TestCaseFile::init()
{
    m_file.reset();
    m_finhub = std::make_unique<FakeFinHub>();
    m_finhub->openSession(sampleOfficer());
    m_file = std::make_unique<CaseFile>(*m_finhub, CustomerId(QStringLiteral("c-1")));
}

void TestCaseFile::loadWhole()
{
    m_file->load();
    m_finhub->customers.finishLast(sampleCustomer());
    m_finhub->verifications.finishLast(sampleVerification());
    Page<TimelineEvent> page;
    TimelineEvent session;
    session.id = QStringLiteral("e-1");
    session.type = QStringLiteral("session.created");
    session.at = QDateTime(QDate(2026, 3, 31), QTime(9, 12), Qt::UTC);
    page.items << session;
    m_finhub->timelines.finishLast(page);
}

void TestCaseFile::readsCustomerVerificationAndActivity()
{
    QSignalSpy changed(m_file.get(), &CaseFile::changed);
    QVERIFY(!m_file->isComplete());
    loadWhole();
    QVERIFY(m_file->isComplete());
    QVERIFY(changed.count() >= 3);
    QCOMPARE(m_finhub->customers.count(), 1);
    QCOMPARE(m_finhub->verifications.count(), 1);
    QCOMPARE(m_file->stage(), Stage::Approval);
    QCOMPARE(m_file->verification().value->documents.size(), 3);
    QVERIFY(m_file->blockers(Action::Approve).isEmpty());
}

void TestCaseFile::startsFromTheRowOfTheList()
{
    m_file->startFrom(sampleEntry());
    QCOMPARE(m_file->customer().value->person.fullName(), QStringLiteral("Rasa Vaitkus"));
    m_file->load();
    // The list knew the verification: one read of it, not a second one after the customer's.
    QCOMPARE(m_finhub->verifications.count(), 1);
    m_finhub->customers.finish(0, sampleCustomer());
    QCOMPARE(m_finhub->verifications.count(), 1);
    m_finhub->verifications.finish(0, sampleVerification());
    QVERIFY(m_file->isComplete());
}

/// Nobody knows yet whether somebody has the id that was pasted, let alone what they wait for.
void TestCaseFile::knowsNothingByAnId()
{
    DirectoryEntry entry;
    entry.id = CustomerId(QStringLiteral("c-1"));
    m_file->startFrom(entry);
    QVERIFY(!m_file->customer().value);
    QCOMPARE(m_file->stage(), Stage::Unknown);
    m_file->load();
    m_finhub->customers.finish(0, failure(Error::of(ErrorKind::Unreachable)));
    QVERIFY(!m_file->customer().value);
    QCOMPARE(m_file->stage(), Stage::Unknown);
    QVERIFY(!m_file->entry());
}

void TestCaseFile::readsTheVerificationThatTheServerCallsCurrent()
{
    m_file->startFrom(sampleEntry());
    m_file->load();
    Customer customer = sampleCustomer();
    customer.verification->id = VerificationId(QStringLiteral("v-2"));
    m_finhub->customers.finish(0, customer);
    QCOMPARE(m_finhub->verifications.count(), 2);
    QVERIFY(m_finhub->verifications.isAborted(0));
    QCOMPARE(m_finhub->verifications.lastArguments().id, VerificationId(QStringLiteral("v-2")));
}

void TestCaseFile::hasNoVerification()
{
    m_file->load();
    Customer customer = sampleCustomer();
    customer.verification.reset();
    customer.stage = Stage::Session;
    m_finhub->customers.finish(0, customer);
    QCOMPARE(m_finhub->verifications.count(), 0);
    QVERIFY(m_file->isComplete());
    QVERIFY(!m_file->verification().value);
    QCOMPARE(m_file->blockers(Action::Approve), QList<Blocker>{Blocker::NoVerification});
}

void TestCaseFile::keepsWhatIsShownWhileItReadsAgain()
{
    loadWhole();
    m_file->load();
    QVERIFY(m_file->customer().value);
    QVERIFY(m_file->verification().value);
    QVERIFY(!m_file->isComplete());
}

void TestCaseFile::keepsWhatIsShownWhenReadingFails()
{
    loadWhole();
    m_file->load();
    m_finhub->customers.failLast(Error::of(ErrorKind::Unreachable));
    m_finhub->verifications.failLast(Error::of(ErrorKind::Unreachable));
    QVERIFY(m_file->customer().value);
    QCOMPARE(m_file->customer().error->kind, ErrorKind::Unreachable);
    QCOMPARE(m_file->verification().error->kind, ErrorKind::Unreachable);
    m_file->load();
    m_finhub->customers.finishLast(sampleCustomer());
    QVERIFY(!m_file->customer().error);
}

void TestCaseFile::followsADecisionWithoutAReload()
{
    loadWhole();
    m_file->apply(answerTo(sampleRequest(Verdict::Approve)));
    QCOMPARE(m_file->stage(), Stage::Consents);
    QCOMPARE(m_file->entry()->stage.value(), Stage::Consents);
    QCOMPARE(m_file->entry()->verification->status.value(), VerificationStatus::Approved);
    QCOMPARE(m_file->blockers(Action::Approve), QList<Blocker>{Blocker::VerificationApproved});

    init();
    loadWhole();
    m_file->apply(answerTo(sampleRequest(Verdict::Reject)));
    QCOMPARE(m_file->stage(), Stage::Rejected);

    init();
    loadWhole();
    m_file->apply(answerTo(sampleRequest(Verdict::RequestResubmission)));
    QCOMPARE(m_file->stage(), Stage::Documents);
    QVERIFY(!m_file->verification().value->decidedAt.isValid());
}

void TestCaseFile::followsConsentsAndActivation()
{
    loadWhole();
    m_file->apply(answerTo(sampleRequest(Verdict::Approve)));
    QCOMPARE(m_file->missingConsents()->size(), 3);
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        QVERIFY(!m_file->blockers(Action::Activate).isEmpty());
        Consent consent;
        consent.type = type;
        consent.status = ConsentStatus::Accepted;
        m_file->apply(consent);
    }
    QCOMPARE(m_file->stage(), Stage::Activation);
    QVERIFY(m_file->blockers(Action::Activate).isEmpty());
    Activation activation;
    activation.activated = true;
    activation.iban = QStringLiteral("LT717300010123456789");
    m_file->apply(activation);
    QCOMPARE(m_file->stage(), Stage::Active);
}

void TestCaseFile::asksTheRole()
{
    loadWhole();
    SessionInfo viewer = sampleOfficer();
    viewer.roles = {Role::Viewer};
    m_finhub->openSession(viewer);
    QVERIFY(m_file->blockers(Action::Approve).contains(Blocker::RoleMayNotWrite));
    m_finhub->endSession(api::SessionEnd::Expired);
    QVERIFY(m_file->blockers(Action::Approve).contains(Blocker::RoleMayNotWrite));
}

void TestCaseFile::asksTheServersOffer()
{
    loadWhole();
    m_finhub->withdraw(Extension::VerificationReject);
    QVERIFY(m_file->blockers(Action::Reject).contains(Blocker::RejectNotOffered));
    QVERIFY(m_file->blockers(Action::RequestResubmission).contains(Blocker::RejectNotOffered));
    QVERIFY(m_file->blockers(Action::Approve).isEmpty());
}

void TestCaseFile::computesTheStageWhereTheServerSendsNone()
{
    m_file->load();
    Customer customer = sampleCustomer();
    customer.stage = {};
    m_finhub->customers.finishLast(customer);
    m_finhub->verifications.finishLast(sampleVerification());
    QCOMPARE(m_file->stage(), Stage::Approval);
}

void TestCaseFile::datesThePhases()
{
    loadWhole();
    const auto phases = m_file->phases();
    const auto minute = [&phases](Stage stage) {
        return phases[static_cast<std::size_t>(stage)].at.time().minute();
    };
    QCOMPARE(minute(Stage::Registration), 10);
    QCOMPARE(minute(Stage::Session), 12);
    QCOMPARE(minute(Stage::Verification), 15);
    QCOMPARE(minute(Stage::Documents), 20);
    QCOMPARE(phases[5].state, PhaseState::Current);
    QVERIFY(!phases[5].at.isValid());
}

void TestCaseFile::abortsItsReadsWhenDeleted()
{
    m_file->load();
    m_file.reset();
    QVERIFY(m_finhub->customers.isAborted(0));
    QVERIFY(m_finhub->timelines.isAborted(0));
}

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_casefile.moc"
