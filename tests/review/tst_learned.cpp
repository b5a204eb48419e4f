#include "core/requireddocuments.h"
#include "review/learned.h"
#include "review/samplecase.h"

#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
using S = VerificationStatus;

Readiness readinessOf(S status)
{
    Readiness readiness;
    readiness.verificationStatus = status;
    readiness.activationAllowed = false;
    readiness.verificationOk = status == S::Approved;
    readiness.consentOk = false;
    readiness.powerTenantApprovalRequired = false;
    readiness.powerTenantApprovalOk = true;
    for (const auto& [type, name] : WireNames<ConsentType>::table)
        readiness.missingConsents << type;
    if (status != S::None)
        readiness.level = VerificationLevel::Tenant;
    readiness.risk = RiskLevel::Low;
    return readiness;
}

KnownCustomer known()
{
    KnownCustomer customer;
    customer.id = CustomerId(QStringLiteral("c-1"));
    customer.verifications = {VerificationId(QStringLiteral("v-1"))};
    customer.addedAt = QDateTime(QDate(2026, 3, 31), QTime(8, 0), Qt::UTC);
    return customer;
}

Verification started()
{
    Verification verification;
    verification.id = VerificationId(QStringLiteral("v-1"));
    verification.customerId = CustomerId(QStringLiteral("c-1"));
    verification.type = VerificationType::Identity;
    verification.status = S::Initiated;
    verification.level = VerificationLevel::Tenant;
    verification.requiredDocuments = {Requirement::GovernmentId, Requirement::ProofOfAddress};
    return verification;
}

UploadAnswer uploaded(const QString& id, DocumentType type, S status)
{
    UploadAnswer answer;
    answer.document = sampleDocument(id, type);
    answer.verificationStatus = status;
    answer.version = 2;
    return answer;
}
} // namespace

class TestLearned : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheStage_data();
    void findsTheStage();
    void saysNothingOfAStateThatWasNotRead();
    void leavesTheIdOfAnUnknownVerificationEmpty();
    void tellsWhetherTheAccountIsActive_data();
    void tellsWhetherTheAccountIsActive();
    void tellsWhichConsentsAreMissing();
    void knowsWhatIsMissingOfWhatWasStartedHere();
    void doesNotGuessWhatIsMissingElsewhere();
    void followsAnswersWithoutReadingAgain();
    void keepsDocumentsOverAnotherStart();
    void doesNotTakeAPendingConsentForAccepted();
    void keepsWhatWasDeclared();
    void isARowOfTheList();
};

void TestLearned::findsTheStage_data()
{
    QTest::addColumn<Readiness>("readiness");
    QTest::addColumn<bool>("hadSession");
    QTest::addColumn<Stage>("stage");
    QTest::newRow("no verification") << readinessOf(S::None) << false << Stage::Session;
    QTest::newRow("signed in here") << readinessOf(S::None) << true << Stage::Verification;
    QTest::newRow("pending") << readinessOf(S::Pending) << false << Stage::Documents;
    QTest::newRow("initiated") << readinessOf(S::Initiated) << false << Stage::Documents;
    QTest::newRow("documents awaited") << readinessOf(S::PendingDocuments) << false << Stage::Documents;
    QTest::newRow("in review") << readinessOf(S::InProgress) << false << Stage::Approval;
    QTest::newRow("resubmission") << readinessOf(S::ResubmissionRequested) << false << Stage::Documents;
    QTest::newRow("rejected") << readinessOf(S::Rejected) << false << Stage::Rejected;
    QTest::newRow("approved") << readinessOf(S::Approved) << false << Stage::Consents;
    Readiness ready = readinessOf(S::Approved);
    ready.consentOk = true;
    ready.missingConsents.clear();
    ready.activationAllowed = true;
    QTest::newRow("ready to be activated") << ready << false << Stage::Activation;
    ready.activationAllowed = false;
    QTest::newRow("active") << ready << false << Stage::Active;
    Readiness strange = readinessOf(S::None);
    strange.verificationStatus = WireValue<S>::fromWire(QStringLiteral("ON_HOLD"));
    QTest::newRow("a status that nobody knows") << strange << false << Stage::Unknown;
}

void TestLearned::findsTheStage()
{
    QFETCH(Readiness, readiness);
    QFETCH(bool, hadSession);
    QFETCH(Stage, stage);
    Learned learned;
    learned.readiness = readiness;
    learned.hadSession = hadSession;
    const Customer customer = composedCustomer(known(), learned);
    QCOMPARE(customer.stage.value(), stage);
    QCOMPARE(customer.risk.value(), RiskLevel::Low);
    QCOMPARE(customer.verification.has_value(), readiness.verificationStatus != S::None);
    if (customer.verification)
        QCOMPARE(customer.verification->status, readiness.verificationStatus);
}

void TestLearned::saysNothingOfAStateThatWasNotRead()
{
    const Customer customer = composedCustomer(known(), {});
    QVERIFY(customer.stage.isAbsent());
    QVERIFY(customer.risk.isAbsent());
    QVERIFY(customer.verification);
    QVERIFY(customer.verification->status.isAbsent());
    QVERIFY(!customer.activation.activated);
    QVERIFY(customer.consents.isEmpty());
    QVERIFY(customer.person == Person());
}

void TestLearned::leavesTheIdOfAnUnknownVerificationEmpty()
{
    KnownCustomer customer = known();
    customer.verifications.clear();
    Learned learned;
    learned.readiness = readinessOf(S::InProgress);
    const Customer composed = composedCustomer(customer, learned);
    QVERIFY(composed.verification);
    QVERIFY(composed.verification->id.isEmpty());
    QCOMPARE(composed.verification->status.value(), S::InProgress);
}

void TestLearned::tellsWhetherTheAccountIsActive_data()
{
    QTest::addColumn<Readiness>("readiness");
    QTest::addColumn<int>("active"); // -1: nobody says
    Readiness all;
    all.activationAllowed = false;
    all.verificationOk = true;
    all.consentOk = true;
    all.powerTenantApprovalOk = true;
    QTest::newRow("nothing missing and yet not allowed") << all << 1;
    Readiness one = all;
    one.activationAllowed = true;
    QTest::newRow("allowed") << one << 0;
    one = all;
    one.verificationOk = false;
    QTest::newRow("not verified") << one << 0;
    one = all;
    one.consentOk = false;
    QTest::newRow("consents missing") << one << 0;
    one = all;
    one.powerTenantApprovalOk = false;
    QTest::newRow("power tenant missing") << one << 0;
    one = all;
    one.powerTenantApprovalOk.reset();
    QTest::newRow("nothing said of the power tenant") << one << -1;
    one.powerTenantApprovalRequired = false;
    QTest::newRow("no power tenant needed") << one << 1;
    one = all;
    one.activationAllowed.reset();
    QTest::newRow("nothing said of the activation") << one << -1;
    one = all;
    one.verificationOk.reset();
    QTest::newRow("nothing said of the verification") << one << -1;
    QTest::newRow("nothing said") << Readiness() << -1;
}

void TestLearned::tellsWhetherTheAccountIsActive()
{
    QFETCH(Readiness, readiness);
    QFETCH(int, active);
    const std::optional<bool> found = activatedBy(readiness);
    QCOMPARE(found ? int(*found) : -1, active);
}

/// R14: an absent flag is unknown, not false.
void TestLearned::tellsWhichConsentsAreMissing()
{
    Readiness readiness;
    QVERIFY(!missingConsentsOf(readiness));
    readiness.consentOk = false;
    QVERIFY(!missingConsentsOf(readiness));
    readiness.missingConsents = {ConsentType::DataProcessing};
    QCOMPARE(missingConsentsOf(readiness)->size(), 1);
    readiness.consentOk.reset();
    QCOMPARE(missingConsentsOf(readiness)->size(), 1);
    readiness.missingConsents.clear();
    readiness.consentOk = true;
    QVERIFY(missingConsentsOf(readiness)->isEmpty());
}

void TestLearned::knowsWhatIsMissingOfWhatWasStartedHere()
{
    Learned learned;
    learned.readiness = readinessOf(S::None);
    learnVerification(learned, started());
    const auto missing = [&learned] {
        return composedCustomer(known(), learned).verification->missingDocuments;
    };
    QCOMPARE(missing()->size(), 2);
    learnUpload(learned, uploaded(QStringLiteral("d-1"), DocumentType::Passport, S::PendingDocuments));
    QCOMPARE(*missing(), QList<WireValue<Requirement>>{Requirement::ProofOfAddress});
    learnUpload(learned, uploaded(QStringLiteral("d-2"), DocumentType::ProofOfAddress, S::InProgress));
    QVERIFY(missing()->isEmpty());
    const Customer customer = composedCustomer(known(), learned);
    QCOMPARE(customer.stage.value(), Stage::Approval);
    QCOMPARE(customer.verification->documents.size(), 2);
    QCOMPARE(customer.verification->version, std::optional<int>(2));
    QCOMPARE(uploadedHere(learned, VerificationId(QStringLiteral("v-1"))).size(), 2);
    QVERIFY(uploadedHere(learned, VerificationId(QStringLiteral("v-9"))).isEmpty());
}

void TestLearned::doesNotGuessWhatIsMissingElsewhere()
{
    Learned learned;
    learned.readiness = readinessOf(S::PendingDocuments);
    QVERIFY(!composedCustomer(known(), learned).verification->missingDocuments);
    QCOMPARE(composedCustomer(known(), learned).verification->requiredDocuments,
             QList<WireValue<Requirement>>{Requirement::GovernmentId});
    // Whoever has sent the others, these are enough.
    learnUpload(learned, uploaded(QStringLiteral("d-1"), DocumentType::Passport, S::InProgress));
    QVERIFY(composedCustomer(known(), learned).verification->missingDocuments->isEmpty());

    // Somebody else has sent what was missing here.
    Learned other;
    other.readiness = readinessOf(S::None);
    learnVerification(other, started());
    other.readiness = readinessOf(S::InProgress);
    QVERIFY(!composedCustomer(known(), other).verification->missingDocuments);
    QCOMPARE(composedCustomer(known(), other).stage.value(), Stage::Approval);
}

void TestLearned::followsAnswersWithoutReadingAgain()
{
    Learned learned;
    learned.readiness = readinessOf(S::InProgress);
    DecisionAnswer decision = answerTo(sampleRequest(Verdict::Approve));
    learnDecision(learned, decision);
    QCOMPARE(composedCustomer(known(), learned).stage.value(), Stage::Consents);
    QCOMPARE(composedCustomer(known(), learned).verification->decidedBy, QStringLiteral("o-1"));
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        QCOMPARE(composedCustomer(known(), learned).stage.value(), Stage::Consents);
        Consent consent;
        consent.type = type;
        consent.status = ConsentStatus::Accepted;
        consent.grantedAt = QDateTime(QDate(2026, 3, 31), QTime(9, 40), Qt::UTC);
        learnConsent(learned, consent);
    }
    QCOMPARE(composedCustomer(known(), learned).stage.value(), Stage::Activation);
    QVERIFY(composedCustomer(known(), learned).consents.first().grantedAt.isValid());
    Activation activation;
    activation.activated = true;
    activation.iban = QStringLiteral("LT717300010123456789");
    learnActivation(learned, activation);
    const Customer customer = composedCustomer(known(), learned);
    QCOMPARE(customer.stage.value(), Stage::Active);
    QCOMPARE(customer.activation.iban, QStringLiteral("LT717300010123456789"));
}

void TestLearned::keepsDocumentsOverAnotherStart()
{
    Learned learned;
    learnUpload(learned, uploaded(QStringLiteral("d-1"), DocumentType::Passport, S::PendingDocuments));
    learnVerification(learned, started());
    QCOMPARE(uploadedHere(learned, VerificationId(QStringLiteral("v-1"))).size(), 1);
    // The same document again is the same document.
    learnUpload(learned, uploaded(QStringLiteral("d-1"), DocumentType::NationalId, S::PendingDocuments));
    QCOMPARE(uploadedHere(learned, VerificationId(QStringLiteral("v-1"))).size(), 1);
    QCOMPARE(uploadedHere(learned, VerificationId(QStringLiteral("v-1"))).first().type.value(),
             DocumentType::NationalId);
}

/// R12.
void TestLearned::doesNotTakeAPendingConsentForAccepted()
{
    Learned learned;
    learned.readiness = readinessOf(S::Approved);
    Consent consent;
    consent.type = ConsentType::PrivacyPolicy;
    consent.status = ConsentStatus::Pending;
    learnConsent(learned, consent);
    QCOMPARE(missingConsentsOf(*learned.readiness)->size(), 3);
    const Customer customer = composedCustomer(known(), learned);
    QCOMPARE(customer.consents.size(), 3);
    for (const Consent& one : customer.consents)
        QCOMPARE(one.status.value(), ConsentStatus::Pending);
}

void TestLearned::keepsWhatWasDeclared()
{
    Learned learned;
    learned.customer = sampleCustomer();
    learned.customer.stage = {};
    learned.readiness = readinessOf(S::InProgress);
    KnownCustomer customer = known();
    const Customer composed = composedCustomer(customer, learned);
    QCOMPARE(composed.person.email, QStringLiteral("rasa@example.com"));
    QCOMPARE(composed.userId, UserId(QStringLiteral("u-1")));
    QCOMPARE(composed.verification->customerName, QStringLiteral("Rasa Vaitkus"));
    // What the server says now is newer than what was declared once.
    QCOMPARE(composed.risk.value(), RiskLevel::Low);
    customer.userId = UserId(QStringLiteral("u-2"));
    QCOMPARE(composedCustomer(customer, learned).userId, UserId(QStringLiteral("u-2")));
    Learned read;
    read.name = QStringLiteral("Rasa Vaitkus");
    QCOMPARE(composedCustomer(known(), read).person.fullName(), QStringLiteral("Rasa Vaitkus"));
}

void TestLearned::isARowOfTheList()
{
    Learned learned;
    learned.customer = sampleCustomer();
    learned.readiness = readinessOf(S::InProgress);
    const DirectoryEntry entry = composedEntry(known(), learned);
    QCOMPARE(entry.id, known().id);
    QCOMPARE(entry.fullName(), QStringLiteral("Rasa Vaitkus"));
    QCOMPARE(entry.stage.value(), Stage::Approval);
    QCOMPARE(entry.createdAt, known().addedAt);
    QCOMPARE(entry.verification->status.value(), S::InProgress);
}

QTEST_GUILESS_MAIN(TestLearned)
#include "tst_learned.moc"
