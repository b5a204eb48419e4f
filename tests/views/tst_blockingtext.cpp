#include "core/requireddocuments.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "views/support/blockingtext.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
using Status = VerificationStatus;
using Missing = std::optional<QList<WireValue<Requirement>>>;
using MissingConsents = std::optional<QList<WireValue<ConsentType>>>;

/// A day of November 2025; the 17th is a Monday.
QDateTime day(int day, int hour = 9)
{
    return QDateTime(QDate(2025, 11, day), QTime(hour, 0), Qt::UTC);
}

QDateTime now()
{
    return day(21); // a Friday
}

/// Everything dated, nothing missing.
BlockingFacts factsOf(Stage stage, const WireValue<Status>& status)
{
    BlockingFacts known;
    known.stage = stage;
    known.facts.status = status;
    known.facts.level = VerificationLevel::Tenant;
    known.facts.risk = RiskLevel::Medium;
    known.facts.missingDocuments.emplace();
    known.facts.missingConsents.emplace();
    known.registeredAt = day(10);
    known.firstSessionAt = day(11);
    known.startedAt = day(18);
    known.submittedAt = day(18);
    known.decidedAt = day(19);
    known.askedAgainAt = day(19);
    known.activatedAt = day(20);
    return known;
}

WireValue<Status> unknownStatus()
{
    return WireValue<Status>::fromWire(QStringLiteral("ON_HOLD"));
}

Readiness readinessOf(bool allowed, bool verified, bool consents)
{
    Readiness readiness;
    readiness.activationAllowed = allowed;
    readiness.verificationOk = verified;
    readiness.consentOk = consents;
    return readiness;
}

/// Where a person on the phone would stumble.
QString faultOf(const QString& sentence)
{
    if (sentence.isEmpty())
        return QStringLiteral("nothing is said");
    if (!sentence.endsWith(u'.') || sentence.count(u'.') != 1)
        return QStringLiteral("not one sentence");
    if (sentence.contains(u'%') || sentence.contains(QStringLiteral("–")) ||
        sentence.contains(QStringLiteral("  ")))
        return QStringLiteral("a gap shows");
    if (sentence.contains(u'_') && !sentence.contains(QStringLiteral("ON_HOLD")))
        return QStringLiteral("a name of the wire");
    return {};
}
} // namespace

class TestBlockingText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speaksInEveryState();
    void namesWhoActs_data();
    void namesWhoActs();
    void dealsWithUnknownTimes();
    void says_data();
    void says();
    void tellsBusinessTime_data();
    void tellsBusinessTime();
    void keepsInternalReasonsToItself();
    void readsTheCase();
    void readsTheLock();
    void completesFromReadiness();
    void saysWhatCouldNotBeRead();
};

/// Every stage × status × documents × consents × readiness × risk, with what the server contradicts itself
/// in.
void TestBlockingText::speaksInEveryState()
{
    QList<WireValue<Stage>> stages{{}, WireValue<Stage>::fromWire(QStringLiteral("ON_HOLD"))};
    for (const auto& [stage, name] : WireNames<Stage>::table)
        stages << stage;
    QList<WireValue<Status>> statuses{{}, unknownStatus()};
    for (const auto& [status, name] : WireNames<Status>::table)
        statuses << status;
    const std::array<Missing, 4> documents{std::nullopt, Missing(std::in_place),
                                           Missing({Requirement::ProofOfAddress}),
                                           Missing({Requirement::GovernmentId, Requirement::PepDeclaration})};
    const std::array<MissingConsents, 4> consents{
        std::nullopt, MissingConsents(std::in_place), MissingConsents({ConsentType::PrivacyPolicy}),
        MissingConsents({ConsentType::PrivacyPolicy, ConsentType::DataProcessing})};
    std::array<std::optional<Readiness>, 6> readiness{};
    readiness[1] = Readiness();
    readiness[2] = readinessOf(true, true, true);
    readiness[3] = readinessOf(false, false, false);
    readiness[4] = readinessOf(false, true, true);
    readiness[5] = readinessOf(false, true, true);
    readiness[5]->powerTenantApprovalRequired = true;
    readiness[5]->powerTenantApprovalOk = false;
    int spoken = 0;
    for (const WireValue<Stage>& stage : stages) {
        for (const WireValue<Status>& status : statuses) {
            for (const Missing& missing : documents) {
                for (const MissingConsents& missingConsents : consents) {
                    for (const std::optional<Readiness>& check : readiness) {
                        for (const WireValue<RiskLevel>& risk :
                             {WireValue<RiskLevel>(), WireValue<RiskLevel>(RiskLevel::Low),
                              WireValue<RiskLevel>(RiskLevel::High)}) {
                            BlockingFacts known = factsOf(Stage::Session, status);
                            known.stage = stage;
                            known.facts.risk = risk;
                            known.facts.missingDocuments = missing;
                            known.facts.missingConsents = missingConsents;
                            known.readiness = check;
                            const QString sentence = blockingSentence(known, now());
                            const QString fault = faultOf(sentence);
                            QVERIFY2(fault.isEmpty(),
                                     qPrintable(QStringLiteral("%1 (%2, %3): %4")
                                                    .arg(fault, stage.text(), status.text(), sentence)));
                            ++spoken;
                        }
                    }
                }
            }
        }
    }
    QCOMPARE(spoken, 12 * 10 * 4 * 4 * 6 * 3);
}

void TestBlockingText::namesWhoActs_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<Performer>("performer");
    for (const PhaseRow& row : lifecyclePhases())
        QTest::newRow(qPrintable(WireValue<Stage>::nameOf(row.stage))) << row.stage << row.performer;
}

/// Whoever the lifecycle table names for a stage is named in the sentence.
void TestBlockingText::namesWhoActs()
{
    QFETCH(Stage, stage);
    QFETCH(Performer, performer);
    BlockingFacts known = factsOf(stage, Status::InProgress);
    if (stage == Stage::Documents)
        known.facts.missingDocuments = {Requirement::ProofOfAddress};
    if (stage >= Stage::Consents)
        known.facts.status = stage == Stage::Rejected ? Status::Rejected : Status::Approved;
    if (stage == Stage::Consents)
        known.facts.missingConsents = {ConsentType::PrivacyPolicy};
    const QString sentence = blockingSentence(known, now());
    const bool customer = sentence.contains(QStringLiteral("customer"));
    const bool officer = sentence.contains(QStringLiteral("officer"));
    switch (performer) {
    case Performer::Customer:
        QVERIFY2(customer, qPrintable(sentence));
        break;
    case Performer::Officer:
        QVERIFY2(officer, qPrintable(sentence));
        break;
    case Performer::Either:
        QVERIFY2(customer || officer, qPrintable(sentence));
        break;
    case Performer::Nobody:
        QVERIFY2(!customer && !officer, qPrintable(sentence));
        break;
    }
}

void TestBlockingText::dealsWithUnknownTimes()
{
    for (const PhaseRow& row : lifecyclePhases()) {
        for (const Status status : {Status::InProgress, Status::ResubmissionRequested, Status::Approved}) {
            BlockingFacts known;
            known.stage = row.stage;
            known.facts.status = status;
            const QString sentence = blockingSentence(known, now());
            QVERIFY2(faultOf(sentence).isEmpty(), qPrintable(sentence));
            QVERIFY2(std::none_of(sentence.begin(), sentence.end(), [](QChar c) { return c.isDigit(); }),
                     qPrintable(sentence));
        }
    }
}

void TestBlockingText::says_data()
{
    QTest::addColumn<BlockingFacts>("known");
    QTest::addColumn<QString>("sentence");
    // Lists are joined in the way of the locale; the tests run in the one that knows commas only.
    const auto row = [](const char* name, const BlockingFacts& known, const char* sentence) {
        QTest::newRow(name) << known << QString::fromUtf8(sentence);
    };
    BlockingFacts known = factsOf(Stage::Session, Status::None);
    row("no session", known,
        "Waits for the customer, who has not signed in since the registration on 10 Nov 2025.");
    known.stage = {};
    row("no stage, no activity", known,
        "Waits for the customer to sign in or for the verification to be started; the server does not say "
        "which.");
    known.facts.hadSession = true;
    row("no verification", known,
        "Waits for the customer or an officer to start the verification; the customer first signed in on 11 "
        "Nov "
        "2025.");

    known = factsOf(Stage::Documents, Status::PendingDocuments);
    known.facts.missingDocuments = {Requirement::ProofOfAddress};
    row("one document", known, "Waits for the customer: proof of address is missing since 18 Nov 2025.");
    known.facts.missingDocuments = {Requirement::GovernmentId, Requirement::PepDeclaration};
    row("two documents", known,
        "Waits for the customer: government ID, PEP declaration are missing since 18 Nov 2025.");
    known.facts.missingDocuments.reset();
    row("documents not said", known,
        "Waits for the customer's documents since 18 Nov 2025; the server does not say which are missing.");
    known.documentsGap = BlockingFacts::Gap::BeingRead;
    row("documents being read", known, "Waits for the customer's documents since 18 Nov 2025.");
    known.documentsGap = BlockingFacts::Gap::ReadFailed;
    row("documents not read", known,
        "Waits for the customer's documents since 18 Nov 2025; which are missing could not be read.");

    known = factsOf(Stage::Documents, Status::ResubmissionRequested);
    row("asked again", known,
        "Waits for the customer, who was asked on 19 Nov 2025 to send documents again.");
    known.reasonCodes = {QStringLiteral("POA_TOO_OLD"), QStringLiteral("SCREENSHOT")};
    row("asked again with reasons", known,
        "Waits for the customer, who was asked on 19 Nov 2025 to send documents again: proof of address too "
        "old, "
        "screenshot.");
    known.facts.missingDocuments = {Requirement::SourceOfFunds};
    row("asked again, and missing", known,
        "Waits for the customer, who was asked on 19 Nov 2025 to send documents again: proof of address too "
        "old, "
        "screenshot; still missing: source of funds.");

    known = factsOf(Stage::Approval, Status::InProgress);
    row("review", known, "Waits for an officer's decision: submitted 3 business days ago, overdue.");
    known.facts.level = VerificationLevel::PowerTenant;
    known.facts.risk = RiskLevel::High;
    row("senior review", known,
        "Waits for a senior officer's decision: high risk, submitted 3 business days ago, overdue.");
    known.facts.level = {};
    known.facts.risk = RiskLevel::Low;
    row("level unknown", known,
        "Waits for a senior officer's decision: the level of the verification is not known, submitted 3 "
        "business "
        "days ago, overdue.");
    known = factsOf(Stage::Approval, Status::InProgress);
    known.readiness = Readiness();
    known.readiness->powerTenantApprovalRequired = true;
    known.submittedAt = {};
    row("senior review by readiness", known, "Waits for a senior officer's decision.");
    known = factsOf(Stage::Approval, unknownStatus());
    row("unknown status", known,
        "It is not known who has to act, because the verification has a status that this console does not "
        "know: "
        "ON_HOLD.");

    known = factsOf(Stage::Consents, Status::Approved);
    known.facts.missingConsents = {ConsentType::PrivacyPolicy, ConsentType::DataProcessing};
    row("two consents", known,
        "Waits for the customer: 2 consents are missing since 19 Nov 2025 (privacy policy, data "
        "processing).");
    known.facts.missingConsents = {ConsentType::TermsAndConditions};
    row("one consent", known,
        "Waits for the customer: 1 consent is missing since 19 Nov 2025 (terms and conditions).");
    known.facts.missingConsents.reset();
    row("consents not said", known,
        "Waits for the customer's consents since 19 Nov 2025; the server does not say which are missing.");
    known.facts.risk = RiskLevel::High;
    row("approved too low", known,
        "Waits for a senior officer: the verification is not approved at the level that the high risk "
        "needs.");
    known = factsOf(Stage::Consents, Status::None);
    known.facts.missingConsents = {ConsentType::TermsAndConditions};
    row("consents without a verification", known,
        "Waits for the customer: 1 consent is missing since 19 Nov 2025 (terms and conditions).");

    known = factsOf(Stage::Activation, Status::Approved);
    row("activation", known, "Nothing blocks: the activation waits for the code that the customer has.");
    known.facts.missingConsents.reset();
    row("activation, consents not listed", known,
        "Nothing blocks: the activation waits for the code that the customer has.");
    known.readiness = readinessOf(true, true, true);
    row("activation, ready", known,
        "Nothing blocks: FinHub allows the activation, which waits for the code that the customer has.");
    known.readiness = readinessOf(false, true, true);
    row("activation, not allowed", known,
        "Waits for an officer to look into it: FinHub does not allow the activation and does not say why.");
    known.readiness = readinessOf(false, false, true);
    row("activation, not verified", known,
        "Waits for an officer: the verification is not approved at the level that the risk needs.");

    known = factsOf(Stage::Active, Status::Approved);
    row("active", known, "Active since 20 Nov 2025.");
    known.activatedAt = {};
    row("active, time unknown", known, "Active: nothing is left to do.");

    known = factsOf(Stage::Rejected, Status::Rejected);
    row("rejected", known,
        "Rejected on 19 Nov 2025: goes on only if the customer or an officer starts a new verification.");
    known.reasonCodes = {QStringLiteral("FACE_MISMATCH")};
    row("rejected with a reason", known,
        "Rejected on 19 Nov 2025 (face mismatch): goes on only if the customer or an officer starts a new "
        "verification.");

    known = factsOf(Stage::Active, Status::Approved);
    known.stage = WireValue<Stage>::fromWire(QStringLiteral("ON_HOLD"));
    row("unknown stage", known,
        "It is not known who has to act, because FinHub names a stage that this console does not know: "
        "ON_HOLD.");
}

void TestBlockingText::says()
{
    QFETCH(BlockingFacts, known);
    QTEST(blockingSentence(known, now()), "sentence");
}

void TestBlockingText::tellsBusinessTime_data()
{
    QTest::addColumn<QDateTime>("submitted");
    QTest::addColumn<QString>("detail");
    QTest::newRow("now") << now() << QStringLiteral("submitted less than an hour ago");
    QTest::newRow("1 hour") << now().addSecs(-3600) << QStringLiteral("submitted 1 hour ago");
    QTest::newRow("5 hours") << now().addSecs(-5 * 3600) << QStringLiteral("submitted 5 hours ago");
    QTest::newRow("1 day") << day(20) << QStringLiteral("submitted 1 business day ago");
    QTest::newRow("2 days") << day(19) << QStringLiteral("submitted 2 business days ago");
    QTest::newRow("over a weekend") << day(14) << QStringLiteral("submitted 5 business days ago, overdue");
    QTest::newRow("in the future") << day(25) << QStringLiteral("submitted less than an hour ago");
}

void TestBlockingText::tellsBusinessTime()
{
    QFETCH(QDateTime, submitted);
    QFETCH(QString, detail);
    BlockingFacts known = factsOf(Stage::Approval, Status::InProgress);
    known.submittedAt = submitted;
    QCOMPARE(blockingSentence(known, now()),
             QStringLiteral("Waits for an officer's decision: %1.").arg(detail));
}

/// Whoever reads the sentence aloud must not tip the customer off.
void TestBlockingText::keepsInternalReasonsToItself()
{
    BlockingFacts known = factsOf(Stage::Rejected, Status::Rejected);
    known.reasonCodes = {QStringLiteral("SANCTIONS_MATCH"), QStringLiteral("FACE_MISMATCH")};
    const QString sentence = blockingSentence(known, now());
    QCOMPARE(sentence,
             QStringLiteral("Rejected on 19 Nov 2025 for a reason that must not be told to the customer: "
                            "goes on only if the customer or an officer starts a new verification."));
}

void TestBlockingText::readsTheCase()
{
    FakeFinHub finhub;
    review::CaseFile file(finhub, CustomerId(QStringLiteral("c-1")));
    QCOMPARE(blockingSentence(file, now()), QStringLiteral("Reading what this customer waits for…"));
    file.startFrom(sampleEntry());
    const QDateTime at(QDate(2026, 3, 31), QTime(12, 0), Qt::UTC);
    QCOMPARE(blockingSentence(file, at),
             QStringLiteral("Waits for an officer's decision: submitted 2 hours ago."));
    file.load();
    Verification verification = sampleVerification();
    verification.status = Status::ResubmissionRequested;
    verification.reasonCodes = {QStringLiteral("SCREENSHOT")};
    Customer customer = sampleCustomer();
    customer.stage = Stage::Documents;
    customer.verification = verification;
    finhub.customers.finishLast(customer);
    finhub.verifications.finishLast(verification);
    // The request is the last thing that changed the verification.
    QCOMPARE(blockingSentence(file, at),
             QStringLiteral("Waits for the customer, who was asked on 31 Mar 2026 to send documents again: "
                            "screenshot."));
}

void TestBlockingText::readsTheLock()
{
    FakeFinHub finhub;
    review::CaseFile file(finhub, CustomerId(QStringLiteral("c-1")));
    Customer customer = sampleCustomer();
    customer.stage = Stage::Session;
    customer.verification.reset();
    file.load();
    finhub.customers.finishLast(customer);
    Page<TimelineEvent> page;
    TimelineEvent event;
    event.id = QStringLiteral("e-1");
    event.type = QStringLiteral("session.locked");
    event.at = day(20);
    page.items << event;
    event.type = QStringLiteral("session.failed");
    page.items << event;
    finhub.timelines.finishLast(page);
    QVERIFY(
        blockingSentence(file, now())
            .startsWith(QStringLiteral("Waits for the customer, whose sign-in was locked on 20 Nov 2025")));
    // A reset that came later has opened it.
    file.load();
    event.type = QStringLiteral("session.reset");
    page.items.prepend(event);
    finhub.timelines.finishLast(page);
    QVERIFY(!blockingSentence(file, now()).contains(QStringLiteral("locked")));
}

/// A server that offers nothing but the readiness check (R14).
void TestBlockingText::completesFromReadiness()
{
    FakeFinHub finhub;
    review::CaseFile file(finhub, CustomerId(QStringLiteral("c-1")));
    file.loadReadiness();
    Readiness readiness = readinessOf(false, true, false);
    readiness.verificationStatus = Status::Approved;
    readiness.level = VerificationLevel::Tenant;
    readiness.risk = RiskLevel::Low;
    readiness.missingConsents = {ConsentType::PrivacyPolicy};
    finhub.readinessChecks.finishLast(readiness);
    QCOMPARE(blockingSentence(file, now()),
             QStringLiteral("Waits for the customer: 1 consent is missing (privacy policy)."));
    file.loadReadiness();
    readiness.consentOk = true;
    readiness.activationAllowed = true;
    readiness.missingConsents.clear();
    finhub.readinessChecks.finishLast(readiness);
    QVERIFY(blockingSentence(file, now()).startsWith(QStringLiteral("Nothing blocks: FinHub allows")));
    file.loadReadiness();
    readiness = readinessOf(false, false, false);
    readiness.verificationStatus = unknownStatus();
    finhub.readinessChecks.finishLast(readiness);
    QVERIFY(blockingSentence(file, now()).contains(QStringLiteral("ON_HOLD")));
}

void TestBlockingText::saysWhatCouldNotBeRead()
{
    FakeFinHub finhub;
    review::CaseFile file(finhub, CustomerId(QStringLiteral("c-1")));
    file.load();
    finhub.customers.failLast(Error::of(ErrorKind::Unreachable));
    QCOMPARE(
        blockingSentence(file, now()),
        QStringLiteral("It is not known what this customer waits for, because the case could not be read."));
}

QTEST_MAIN(TestBlockingText)
#include "tst_blockingtext.moc"
