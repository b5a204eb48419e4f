#include "review/casefile.h"
#include "review/notingfinhub.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "support/memorystore.h"

#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
CustomerId rasa()
{
    return CustomerId(QStringLiteral("c-1"));
}

KnownCustomer knownRasa(bool withVerification)
{
    KnownCustomer known;
    known.id = rasa();
    known.userId = UserId(QStringLiteral("u-1"));
    if (withVerification)
        known.verifications = {VerificationId(QStringLiteral("v-1"))};
    return known;
}

/// 2.12 about the sample case.
Readiness sampleReadiness()
{
    Readiness readiness;
    readiness.activationAllowed = false;
    readiness.verificationOk = false;
    readiness.consentOk = false;
    readiness.powerTenantApprovalRequired = false;
    readiness.powerTenantApprovalOk = true;
    for (const auto& [type, name] : WireNames<ConsentType>::table)
        readiness.missingConsents << type;
    readiness.verificationStatus = VerificationStatus::InProgress;
    readiness.level = VerificationLevel::Tenant;
    readiness.risk = RiskLevel::Medium;
    return readiness;
}
} // namespace

/// An open case on servers that offer one part of the read side, another, both or none.
class TestCaseCombinations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheSameCase_data();
    void showsTheSameCase();
    void needsTheIdOfTheVerification_data();
    void needsTheIdOfTheVerification();
    void needsTheIdOfTheUser();
    void findsOutThatVerificationsCannotBeRead_data();
    void findsOutThatVerificationsCannotBeRead();
    void saysWhyWhenTheStateCannotBeRead();
    void goesOnAfterADecision();

private:
    struct Desk {
        explicit Desk(bool directory, bool read, bool withVerification = true)
            : known(store)
            , finhub(server, known)
        {
            QSet<Extension> offered;
            if (directory)
                offered << Extension::CustomerDirectory;
            if (read)
                offered << Extension::VerificationRead;
            server.setOffered(offered);
            server.readinessChecks.answer = [](const CustomerArguments&) { return sampleReadiness(); };
            server.customers.answer = [](const CustomerArguments&) { return sampleCustomer(); };
            server.verifications.answer = [](const VerificationArguments&) { return sampleVerification(); };
            server.timelines.answer = [](const TimelineArguments&) {
                return failure(Error::of(ErrorKind::NotOffered));
            };
            store.stored = {knownRasa(withVerification)};
            server.openSession(sampleOfficer());
            file = std::make_unique<CaseFile>(finhub, rasa());
        }

        bool isRead() const { return file->isComplete() && !file->timeline().loading; }

        FakeFinHub server;
        MemoryStore store;
        KnownCustomers known;
        NotingFinHub finhub;
        std::unique_ptr<CaseFile> file;
    };
};

void TestCaseCombinations::showsTheSameCase_data()
{
    QTest::addColumn<bool>("directory");
    QTest::addColumn<bool>("read");
    QTest::newRow("nothing") << false << false;
    QTest::newRow("customers") << true << false;
    QTest::newRow("verifications") << false << true;
    QTest::newRow("both") << true << true;
}

void TestCaseCombinations::showsTheSameCase()
{
    QFETCH(bool, directory);
    QFETCH(bool, read);
    Desk desk(directory, read);
    QTRY_VERIFY(desk.known.isLoaded());
    desk.file->load();
    QTRY_VERIFY(desk.isRead());
    const CaseFile& file = *desk.file;
    QVERIFY(!file.customer().error);
    QVERIFY(!file.verification().error);
    QCOMPARE(file.stage(), Stage::Approval);
    QVERIFY(file.verification().value);
    QCOMPARE(file.verification().value->id, VerificationId(QStringLiteral("v-1")));
    QCOMPARE(file.verification().value->level.value(), VerificationLevel::Tenant);
    QCOMPARE(file.verification().value->requiredDocuments.size(), 3);
    QCOMPARE(file.customer().value->risk.value(), RiskLevel::Medium);
    QCOMPARE(file.customer().value->consents.size(), 3);
    QCOMPARE(file.blockers(Action::Approve), QList<Blocker>());
    QCOMPARE(file.blockers(Action::Reject), QList<Blocker>{Blocker::RejectNotOffered});
    QCOMPARE(file.blockers(Action::UploadDocument), QList<Blocker>());
    QCOMPARE(file.phases()[5].state, PhaseState::Current);
    // What only the server could know, nobody makes up.
    QCOMPARE(file.verification().value->documents.isEmpty(), !read);
    QCOMPARE(file.facts().missingDocuments.has_value(), directory || read);
    QCOMPARE(file.customer().value->person.fullName().isEmpty(), !directory);
    // And nobody is asked in vain.
    QCOMPARE(desk.server.customers.count(), directory ? 1 : 0);
    QCOMPARE(desk.server.verifications.count(), read ? 1 : 0);
    QCOMPARE(desk.server.readinessChecks.count(), directory ? 0 : 1);
}

void TestCaseCombinations::needsTheIdOfTheVerification_data()
{
    QTest::addColumn<bool>("read");
    QTest::newRow("nothing") << false;
    QTest::newRow("verifications") << true;
}

void TestCaseCombinations::needsTheIdOfTheVerification()
{
    QFETCH(bool, read);
    Desk desk(false, read, false);
    QTRY_VERIFY(desk.known.isLoaded());
    desk.file->load();
    QTRY_VERIFY(desk.isRead());
    QCOMPARE(desk.file->stage(), Stage::Approval);
    QCOMPARE(desk.file->blockers(Action::Approve), QList<Blocker>{Blocker::VerificationIdUnknown});
    QCOMPARE(desk.file->blockers(Action::UploadDocument), QList<Blocker>{Blocker::VerificationIdUnknown});
    QCOMPARE(desk.server.verifications.count(), 0);
    // Somebody tells it.
    desk.known.add({knownRasa(true)});
    desk.file->load();
    QTRY_VERIFY(desk.isRead());
    QCOMPARE(desk.file->blockers(Action::Approve), QList<Blocker>());
}

void TestCaseCombinations::needsTheIdOfTheUser()
{
    Desk desk(false, false);
    desk.store.stored[0].userId = {};
    desk.known.end();
    desk.known.begin({});
    QTRY_VERIFY(desk.known.isLoaded());
    Readiness ready = sampleReadiness();
    ready.verificationStatus = VerificationStatus::Approved;
    ready.verificationOk = true;
    ready.consentOk = true;
    ready.missingConsents.clear();
    ready.activationAllowed = true;
    desk.server.readinessChecks.answer = [ready](const CustomerArguments&) { return ready; };
    desk.file->load();
    QTRY_VERIFY(desk.isRead());
    QCOMPARE(desk.file->stage(), Stage::Activation);
    QCOMPARE(desk.file->blockers(Action::Activate), QList<Blocker>{Blocker::UserIdUnknown});
    desk.known.add({knownRasa(true)});
    desk.file->load();
    QTRY_VERIFY(desk.isRead());
    QCOMPARE(desk.file->blockers(Action::Activate), QList<Blocker>());
}

void TestCaseCombinations::findsOutThatVerificationsCannotBeRead_data()
{
    QTest::addColumn<bool>("customerFirst");
    QTest::newRow("after the customer") << true;
    QTest::newRow("before the customer") << false;
}

/// Section 3: an extension that answers 404 on its own route counts as absent from then on.
void TestCaseCombinations::findsOutThatVerificationsCannotBeRead()
{
    QFETCH(bool, customerFirst);
    Desk desk(true, true);
    desk.server.customers.answer = {};
    desk.server.verifications.answer = {};
    desk.file->startFrom(sampleEntry());
    desk.file->load();
    QCOMPARE(desk.server.verifications.count(), 1);
    const auto customer = [&desk] { desk.server.customers.finish(0, sampleCustomer()); };
    const auto absent = [&desk] {
        desk.server.withdraw(Extension::VerificationRead);
        desk.server.verifications.fail(0, Error::of(ErrorKind::NotOffered));
    };
    if (customerFirst) {
        customer();
        absent();
    } else {
        absent();
        customer();
    }
    QTRY_VERIFY(desk.isRead());
    QVERIFY(!desk.file->verification().error);
    QVERIFY(desk.file->verification().value);
    QCOMPARE(desk.file->blockers(Action::Approve), QList<Blocker>());
    QCOMPARE(desk.server.verifications.count(), 1);
}

void TestCaseCombinations::saysWhyWhenTheStateCannotBeRead()
{
    Desk desk(false, false);
    QTRY_VERIFY(desk.known.isLoaded());
    Error unknown = Error::of(ErrorKind::Status);
    unknown.status = 404;
    desk.server.readinessChecks.answer = [unknown](const CustomerArguments&) { return failure(unknown); };
    desk.file->load();
    QTRY_VERIFY(!desk.file->customer().loading && !desk.file->verification().loading);
    QCOMPARE(desk.file->customer().error->status, 404);
    QCOMPARE(desk.file->verification().error->status, 404);
    QVERIFY(!desk.file->isComplete());
}

void TestCaseCombinations::goesOnAfterADecision()
{
    Desk desk(false, false);
    QTRY_VERIFY(desk.known.isLoaded());
    desk.file->load();
    QTRY_VERIFY(desk.isRead());
    desk.file->apply(answerTo(sampleRequest(Verdict::Approve)));
    QCOMPARE(desk.file->stage(), Stage::Consents);
    Readiness approved = sampleReadiness();
    approved.verificationStatus = VerificationStatus::Approved;
    approved.verificationOk = true;
    desk.server.readinessChecks.answer = [approved](const CustomerArguments&) { return approved; };
    desk.file->load();
    QTRY_VERIFY(desk.isRead());
    QCOMPARE(desk.file->stage(), Stage::Consents);
    QCOMPARE(desk.file->missingConsents()->size(), 3);
    QVERIFY(desk.file->blockers(Action::AcceptConsent).isEmpty());
}

QTEST_GUILESS_MAIN(TestCaseCombinations)
#include "tst_casecombinations.moc"
