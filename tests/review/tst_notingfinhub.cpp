#include "review/notingfinhub.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "support/memorystore.h"
#include "support/outcome.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
CustomerId rasa()
{
    return CustomerId(QStringLiteral("c-1"));
}

VerificationId first()
{
    return VerificationId(QStringLiteral("v-1"));
}

Readiness stateOf(VerificationStatus status)
{
    Readiness readiness;
    readiness.verificationStatus = status;
    readiness.level = VerificationLevel::Tenant;
    readiness.risk = RiskLevel::Medium;
    return readiness;
}

RegistrationRequest registration()
{
    RegistrationRequest request;
    request.person = sampleCustomer().person;
    request.categoryId = CategoryId(QStringLiteral("fs-cat-b2c-medium-001"));
    request.categoryName = QStringLiteral("Individual Verified");
    return request;
}

/// 2.4's answer, which a host may keep as short as this.
Customer shortAnswer()
{
    Customer customer;
    customer.id = rasa();
    customer.userId = UserId(QStringLiteral("u-1"));
    return customer;
}

Verification started()
{
    Verification verification;
    verification.id = first();
    verification.customerId = rasa();
    verification.type = VerificationType::Identity;
    verification.status = VerificationStatus::Initiated;
    verification.level = VerificationLevel::Tenant;
    verification.requiredDocuments = {Requirement::GovernmentId};
    return verification;
}
} // namespace

class TestNotingFinHub : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void handsEverythingOnWhereTheReadSideIsOffered();
    void listsWhomItKnows();
    void answersTheListOnceTheStoredOnesAreThere();
    void readsTheStateOfRowsThatAreLookedAt();
    void remembersWhoWasRegistered();
    void doesNotListRegisteredOnesWhereTheServerDoes();
    void putsACustomerTogether();
    void failsAsTheReadinessCheckDoes();
    void followsTheWholeOnboarding();
    void leavesOtherVerificationsAside();
    void addsUploadsToWhatTheServerSays();
    void handsOutWhatWasUploaded();
    void learnsNamesFromVerifications();
    void forgetsWithTheSession();
    void forgetsPeopleForAnotherOfficer();
    void hasNothingLeftToFinishWhenDeleted();

private:
    void withoutReadSide();
    void registerRasa();

    std::unique_ptr<FakeFinHub> m_server;
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<KnownCustomers> m_known;
    std::unique_ptr<NotingFinHub> m_finhub;
};

void TestNotingFinHub::init()
{
    m_finhub.reset();
    m_known.reset();
    m_server = std::make_unique<FakeFinHub>();
    m_store = std::make_unique<MemoryStore>();
    m_known = std::make_unique<KnownCustomers>(*m_store);
    m_finhub = std::make_unique<NotingFinHub>(*m_server, *m_known);
    m_server->openSession(sampleOfficer());
    QTRY_VERIFY(m_known->isLoaded());
}

void TestNotingFinHub::withoutReadSide()
{
    m_server->setOffered({});
}

void TestNotingFinHub::registerRasa()
{
    const Outcome<Customer> outcome(m_finhub->registerCustomer(registration()));
    m_server->registrations.finishLast(shortAnswer());
    QVERIFY(outcome.hasValue());
}

void TestNotingFinHub::handsEverythingOnWhereTheReadSideIsOffered()
{
    const auto directory = m_finhub->directory({}, 3, 50);
    QCOMPARE(m_server->directoryPages.lastArguments().page, 3);
    const Outcome<Customer> customer(m_finhub->customer(rasa()));
    m_server->customers.finishLast(sampleCustomer());
    QVERIFY(*customer == sampleCustomer());
    const Outcome<Verification> verification(m_finhub->verification(first()));
    m_server->verifications.finishLast(sampleVerification());
    QVERIFY(*verification == sampleVerification());
    QVERIFY(m_finhub->offers(Extension::CustomerDirectory));
    m_server->withdraw(Extension::CustomerDirectory);
    QVERIFY(!m_finhub->offers(Extension::CustomerDirectory));
    QCOMPARE(m_server->readinessChecks.count(), 0);
}

void TestNotingFinHub::listsWhomItKnows()
{
    withoutReadSide();
    registerRasa();
    const Outcome<DirectoryPage> page(m_finhub->directory({}, 0, 50));
    QVERIFY(!page.isThere());
    QTRY_VERIFY(page.isThere());
    QCOMPARE(page->rows.items.size(), 1);
    QCOMPARE(page->rows.items.first().fullName(), QStringLiteral("Rasa Vaitkus"));
    QCOMPARE(m_server->directoryPages.count(), 0);
}

void TestNotingFinHub::answersTheListOnceTheStoredOnesAreThere()
{
    m_server->setOffered({});
    m_store->reads.answer = {};
    m_known->end();
    m_known->begin({});
    const Outcome<DirectoryPage> page(m_finhub->directory({}, 0, 50));
    auto dropped = m_finhub->directory({}, 0, 50);
    QTest::qWait(0);
    QVERIFY(!page.isThere());
    dropped.reset();
    m_store->reads.finishLast(
        QList{KnownCustomer{.id = rasa(), .userId = {}, .verifications = {}, .addedAt = {}}});
    QTRY_VERIFY(page.isThere());
    QCOMPARE(page->rows.items.size(), 1);
}

void TestNotingFinHub::readsTheStateOfRowsThatAreLookedAt()
{
    withoutReadSide();
    m_known->add({KnownCustomer{.id = rasa(), .userId = {}, .verifications = {}, .addedAt = {}}});
    const Outcome<DirectoryPage> before(m_finhub->directory({}, 0, 50));
    QTRY_VERIFY(before.isThere());
    QVERIFY(before->rows.items.first().stage.isAbsent());
    QCOMPARE(before->withoutStage, 1);
    QCOMPARE(m_server->readinessChecks.count(), 1);
    const QSignalSpy learned(m_known.get(), &KnownCustomers::learnedOf);
    m_server->readinessChecks.finishLast(stateOf(VerificationStatus::InProgress));
    QCOMPARE(learned.count(), 1);
    const Outcome<DirectoryPage> after(m_finhub->directory({}, 0, 50));
    QTRY_VERIFY(after.isThere());
    QCOMPARE(after->rows.items.first().stage.value(), Stage::Approval);
    QCOMPARE(m_server->readinessChecks.count(), 1);
}

void TestNotingFinHub::remembersWhoWasRegistered()
{
    withoutReadSide();
    registerRasa();
    QCOMPARE(m_known->all().size(), 1);
    QCOMPARE(m_known->all().first().userId, UserId(QStringLiteral("u-1")));
    const DirectoryEntry entry = m_known->entry(rasa());
    QCOMPARE(entry.email, QStringLiteral("rasa@example.com"));
    QCOMPARE(entry.categoryName, QStringLiteral("Individual Verified"));
    // Stored are the ids and nothing else.
    const KnownChange& change = m_store->changes.lastArguments();
    QCOMPARE(change.told.size(), 1);
    QCOMPARE(change.told.first(), m_known->all().first());
    // A registration that failed is nobody.
    const Outcome<Customer> failed(m_finhub->registerCustomer(registration()));
    m_server->registrations.failLast(Error::of(ErrorKind::Status));
    QVERIFY(!failed.hasValue());
    QCOMPARE(m_known->all().size(), 1);
}

void TestNotingFinHub::doesNotListRegisteredOnesWhereTheServerDoes()
{
    registerRasa();
    QVERIFY(m_known->all().isEmpty());
    QCOMPARE(m_store->changes.count(), 0);
}

void TestNotingFinHub::putsACustomerTogether()
{
    withoutReadSide();
    registerRasa();
    const Outcome<Customer> customer(m_finhub->customer(rasa()));
    QCOMPARE(m_server->customers.count(), 0);
    QCOMPARE(m_server->readinessChecks.count(), 1);
    m_server->readinessChecks.finishLast(stateOf(VerificationStatus::None));
    QVERIFY(customer.hasValue());
    QCOMPARE(customer->person.fullName(), QStringLiteral("Rasa Vaitkus"));
    QCOMPARE(customer->stage.value(), Stage::Session);
    QCOMPARE(customer->risk.value(), RiskLevel::Medium);
    QVERIFY(!customer->verification);
}

void TestNotingFinHub::failsAsTheReadinessCheckDoes()
{
    withoutReadSide();
    const Outcome<Customer> customer(m_finhub->customer(rasa()));
    m_server->readinessChecks.failLast(Error::of(ErrorKind::Unreachable));
    QCOMPARE(customer.error().kind, ErrorKind::Unreachable);
}

void TestNotingFinHub::followsTheWholeOnboarding()
{
    withoutReadSide();
    registerRasa();
    Readiness state = stateOf(VerificationStatus::None);
    state.consentOk = false;
    for (const auto& [type, name] : WireNames<ConsentType>::table)
        state.missingConsents << type;
    const auto read = [this](const Readiness& readiness) {
        const Outcome<Customer> customer(m_finhub->customer(rasa()));
        m_server->readinessChecks.finishLast(readiness);
        return *customer;
    };
    QCOMPARE(read(state).stage.value(), Stage::Session);

    const auto signIn =
        m_finhub->signInCustomer({.customerId = rasa(), .userId = {}, .username = {}, .password = {}});
    m_server->customerSignIns.finishLast(SessionInfo());
    QCOMPARE(read(state).stage.value(), Stage::Verification);

    StartVerificationRequest starting;
    starting.customerId = rasa();
    const auto start = m_finhub->startVerification(starting);
    m_server->startedVerifications.finishLast(started());
    QCOMPARE(m_known->all().first().verifications, QList{first()});
    state.verificationStatus = VerificationStatus::Initiated;
    Customer customer = read(state);
    QCOMPARE(customer.stage.value(), Stage::Documents);
    QCOMPARE(customer.verification->missingDocuments->size(), 1);

    UploadRequest upload;
    upload.customerId = rasa();
    upload.verificationId = first();
    upload.content = "%PDF-1.4";
    const auto uploading = m_finhub->uploadDocument(upload, {});
    m_server->uploads.finishLast(
        UploadAnswer{.document = sampleDocument(QStringLiteral("d-1"), DocumentType::Passport),
                     .verificationStatus = VerificationStatus::InProgress,
                     .version = 2});
    state.verificationStatus = VerificationStatus::InProgress;
    customer = read(state);
    QCOMPARE(customer.stage.value(), Stage::Approval);
    QCOMPARE(customer.verification->documents.size(), 1);

    const auto decide = m_finhub->decide(sampleRequest(Verdict::Approve));
    m_server->decisions.finishLast(answerTo(sampleRequest(Verdict::Approve)));
    QCOMPARE(m_known->entry(rasa()).stage.value(), Stage::Consents);
    state.verificationStatus = VerificationStatus::Approved;
    state.verificationOk = true;
    QCOMPARE(read(state).stage.value(), Stage::Consents);

    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        const auto consent = m_finhub->acceptConsent(rasa(), type, QStringLiteral("1.0"), {});
        Consent accepted;
        accepted.type = type;
        accepted.status = ConsentStatus::Accepted;
        m_server->consents.finishLast(accepted);
    }
    QCOMPARE(m_known->entry(rasa()).stage.value(), Stage::Activation);

    const auto activate =
        m_finhub->activate(rasa(), UserId(QStringLiteral("u-1")), QStringLiteral("1234"), {});
    Activation activation;
    activation.activated = true;
    m_server->activations.finishLast(activation);
    QCOMPARE(m_known->entry(rasa()).stage.value(), Stage::Active);
}

/// 2.7: they never move the stage.
void TestNotingFinHub::leavesOtherVerificationsAside()
{
    withoutReadSide();
    registerRasa();
    CreateVerificationRequest request;
    request.customerId = rasa();
    request.type = VerificationType::Sanctions;
    const auto other = m_finhub->createVerification(request);
    Verification sanctions = started();
    sanctions.id = VerificationId(QStringLiteral("v-sanctions"));
    sanctions.type = VerificationType::Sanctions;
    m_server->createdVerifications.finishLast(sanctions);
    QVERIFY(m_known->all().first().verifications.isEmpty());
    request.type = VerificationType::Identity;
    const auto identity = m_finhub->createVerification(request);
    m_server->createdVerifications.finishLast(started());
    QCOMPARE(m_known->all().first().verifications, QList{first()});
}

void TestNotingFinHub::addsUploadsToWhatTheServerSays()
{
    m_server->withdraw(Extension::VerificationRead);
    UploadRequest upload;
    upload.customerId = rasa();
    upload.verificationId = first();
    const auto uploading = m_finhub->uploadDocument(upload, {});
    m_server->uploads.finishLast(
        UploadAnswer{sampleDocument(QStringLiteral("d-1"), DocumentType::Passport), {}, {}});
    const Outcome<Customer> customer(m_finhub->customer(rasa()));
    m_server->customers.finishLast(sampleCustomer());
    QCOMPARE(customer->verification->documents.size(), 1);
    QCOMPARE(customer->verification->status, sampleVerification().status);
}

void TestNotingFinHub::handsOutWhatWasUploaded()
{
    withoutReadSide();
    QList<std::pair<Document, QByteArray>> uploaded;
    connect(m_finhub.get(), &NotingFinHub::documentUploaded, this,
            [&uploaded](const Document& document, const QByteArray& content) {
                uploaded.append({document, content});
            });
    UploadRequest upload;
    upload.customerId = rasa();
    upload.verificationId = first();
    upload.content = "%PDF-1.4";
    const auto good = m_finhub->uploadDocument(upload, {});
    Document document = sampleDocument(QStringLiteral("d-1"), DocumentType::Passport);
    document.verificationId = {};
    m_server->uploads.finishLast(UploadAnswer{document, {}, {}});
    QCOMPARE(uploaded.size(), 1);
    QCOMPARE(uploaded.first().second, QByteArray("%PDF-1.4"));
    QCOMPARE(uploaded.first().first.verificationId, first());
    const auto bad = m_finhub->uploadDocument(upload, {});
    m_server->uploads.failLast(Error::of(ErrorKind::OutcomeUnknown));
    QCOMPARE(uploaded.size(), 1);
}

void TestNotingFinHub::learnsNamesFromVerifications()
{
    m_server->withdraw(Extension::CustomerDirectory);
    m_known->add({KnownCustomer{.id = rasa(), .userId = {}, .verifications = {first()}, .addedAt = {}}});
    const auto call = m_finhub->verification(first());
    m_server->verifications.finishLast(sampleVerification());
    QCOMPARE(m_known->entry(rasa()).fullName(), QStringLiteral("Rasa Vaitkus"));
}

void TestNotingFinHub::forgetsWithTheSession()
{
    withoutReadSide();
    registerRasa();
    const Outcome<DirectoryPage> page(m_finhub->directory({}, 0, 50));
    QTRY_VERIFY(page.isThere());
    QCOMPARE(m_server->readinessChecks.open(), 1);
    const QSignalSpy ended(m_finhub.get(), &api::FinHub::sessionEnded);
    m_server->endSession(api::SessionEnd::Expired);
    QCOMPARE(m_server->readinessChecks.open(), 0);
    QVERIFY(m_known->learned(rasa())); // the same officer goes on
    m_server->openSession(sampleOfficer());
    QVERIFY(m_known->learned(rasa()));
    m_server->endSession(api::SessionEnd::SignedOut);
    QCOMPARE(ended.count(), 2);
    QVERIFY(!m_known->learned(rasa()));
    QVERIFY(m_known->all().isEmpty());
}

void TestNotingFinHub::forgetsPeopleForAnotherOfficer()
{
    withoutReadSide();
    registerRasa();
    m_server->endSession(api::SessionEnd::Expired);
    SessionInfo other = sampleOfficer();
    other.userId = UserId(QStringLiteral("o-2"));
    m_server->openSession(other);
    QCOMPARE(m_known->all().size(), 1);
    QVERIFY(!m_known->learned(rasa()));
}

void TestNotingFinHub::hasNothingLeftToFinishWhenDeleted()
{
    withoutReadSide();
    auto customer = m_finhub->customer(rasa());
    customer.reset();
    QVERIFY(m_server->readinessChecks.isAborted(0));
    auto registering = m_finhub->registerCustomer(registration());
    m_finhub.reset();
    m_server->registrations.finishLast(shortAnswer());
    QVERIFY(m_known->all().isEmpty());
}

QTEST_GUILESS_MAIN(TestNotingFinHub)
#include "tst_notingfinhub.moc"
