#include "clientsandbox.h"

#include <QCryptographicHash>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

/// The real client against the real sandbox, which meet nowhere but on the wire: the work of an officer call
/// by call, and the sandbox's faults.
class TestClientSandbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ClientSandbox>(); }
    void cleanup() { m_fixture.reset(); }

    void oneCaseFromListToActive()
    {
        QVERIFY(signIn());
        QCOMPARE(client().session()->roles, (QList<WireValue<Role>>{Role::Admin, Role::ComplianceOfficer}));

        Outcome categories(client().categories());
        QTRY_VERIFY(categories.hasValue());
        QCOMPARE(categories->size(), qsizetype(4));

        const DirectoryEntry entry = oneWaitingForReview();
        Outcome customer(client().customer(entry.id));
        QTRY_VERIFY(customer.hasValue());
        QCOMPARE(customer->person.fullName(), entry.fullName());
        QCOMPARE(customer->stage.value(), Stage::Approval);
        QVERIFY(customer->person.dateOfBirth.isValid());

        Outcome verification(client().verification(entry.verification->id));
        QTRY_VERIFY(verification.hasValue());
        QCOMPARE(verification->customerId, entry.id);
        QVERIFY(!verification->documents.isEmpty());
        for (const Document& document : verification->documents) {
            Outcome content(client().documentContent(verification->id, document.id));
            QTRY_VERIFY(content.hasValue());
            QCOMPARE(content->size(), document.size);
            QCOMPARE(QCryptographicHash::hash(*content, QCryptographicHash::Sha256).toHex(), document.sha256);
        }

        Outcome decided(client().decide(decisionOn(*verification, Verdict::Approve)));
        QTRY_VERIFY(decided.isThere());
        QVERIFY2(decided.hasValue(), qPrintable(decided.error().technical));
        QCOMPARE(decided->status.value(), VerificationStatus::Approved);
        QCOMPARE(decided->version, std::optional<int>(*verification->version + 1));

        Outcome again(client().decide(decisionOn(*verification, Verdict::Approve)));
        QTRY_VERIFY(again.isThere());
        QVERIFY(!again.hasValue());
        QCOMPARE(again.error().kind, ErrorKind::Status);

        for (const ConsentType type :
             {ConsentType::TermsAndConditions, ConsentType::PrivacyPolicy, ConsentType::DataProcessing}) {
            Outcome consent(client().acceptConsent(entry.id, type, QStringLiteral("1.0"), {}));
            QTRY_VERIFY(consent.hasValue());
            QCOMPARE(consent->type.value(), type);
            QCOMPARE(consent->status.value(), ConsentStatus::Accepted);
        }
        Outcome readiness(client().readiness(entry.id));
        QTRY_VERIFY(readiness.hasValue());
        QCOMPARE(readiness->activationAllowed, std::optional<bool>(true));
        QVERIFY(readiness->missingConsents.isEmpty());

        Outcome activation(client().activate(entry.id, customer->userId, QStringLiteral("123456"), {}));
        QTRY_VERIFY(activation.hasValue());
        QCOMPARE(activation->activated, std::optional<bool>(true));
        QVERIFY(!activation->iban.isEmpty());

        Outcome active(client().customer(entry.id));
        QTRY_VERIFY(active.hasValue());
        QCOMPARE(active->stage.value(), Stage::Active);
        Outcome timeline(client().timeline(entry.id, 0, 100));
        QTRY_VERIFY(timeline.hasValue());
        QCOMPARE(timeline->items.first().type, QStringLiteral("customer.activated"));
        QCOMPARE(timeline->total, std::optional<qint64>(timeline->items.size()));
    }

    void negativeDecisions()
    {
        QVERIFY(signIn());
        const Verification first = waitingForReview();
        Outcome rejected(client().decide(decisionOn(first, Verdict::Reject)));
        QTRY_VERIFY(rejected.hasValue());
        QCOMPARE(rejected->status.value(), VerificationStatus::Rejected);
        const Verification second = waitingForReview();
        QVERIFY(second.id != first.id);
        Outcome asked(client().decide(decisionOn(second, Verdict::RequestResubmission)));
        QTRY_VERIFY(asked.hasValue());
        QCOMPARE(asked->status.value(), VerificationStatus::ResubmissionRequested);
        Outcome twice(client().decide(decisionOn(second, Verdict::RequestResubmission)));
        QTRY_VERIFY(twice.isThere());
        QVERIFY(!twice.hasValue());
        DecisionRequest final = decisionOn(waitingForReview(), Verdict::RequestResubmission);
        final.reasonCodes = {QStringLiteral("FORGED")};
        Outcome notRetryable(client().decide(final));
        QTRY_VERIFY(notRetryable.isThere());
        QVERIFY(notRetryable.error().is(ErrorWord::ReasonNotRetryable));
        QCOMPARE(notRetryable.error().reasonCodes, QStringList{QStringLiteral("FORGED")});
    }

    void directoryQueries()
    {
        QVERIFY(signIn());
        DirectoryQuery query;
        Outcome all(client().directory(query, 0, 25));
        QTRY_VERIFY(all.hasValue());
        QCOMPARE(all->rows.total, std::optional<qint64>(60));
        QCOMPARE(all->rows.items.size(), qsizetype(25));
        QVERIFY(all->stageCounts);
        qint64 sum = 0;
        for (const qint64 count : *all->stageCounts)
            sum += count;
        QCOMPARE(sum, qint64(60));
        query.search = all->rows.items.first().email;
        query.sort = DirectorySort::Name;
        query.descending = false;
        query.createdTo = QDate(2026, 3, 31);
        query.risks = {RiskLevel::Low, RiskLevel::Medium, RiskLevel::High};
        Outcome found(client().directory(query, 0, 25));
        QTRY_VERIFY(found.hasValue());
        QCOMPARE(found->rows.items.size(), qsizetype(1));
        QCOMPARE(found->rows.items.first().id, all->rows.items.first().id);
        Outcome past(client().directory({}, 9, 25));
        QTRY_VERIFY(past.hasValue());
        QVERIFY(past->rows.items.isEmpty());
    }

    void wrongPasswordAndLock()
    {
        for (int attempt = 1; attempt <= 5; ++attempt) {
            Outcome refused(client().signIn(m_fixture->profile(), {Secret(QByteArrayView("wrong")), {}, {}}));
            QTRY_VERIFY(refused.isThere());
            QCOMPARE(refused.error().kind, ErrorKind::Status);
            QVERIFY(refused.error().is(ErrorWord::Authentication));
            QCOMPARE(refused.error().attempts, attempt);
            QCOMPARE(refused.error().maxAttempts, 5);
            QCOMPARE(refused.error().lockoutTime.isValid(), attempt == 5);
        }
        QVERIFY(!signIn());
    }

    void viewersMayNotDecide()
    {
        QVERIFY(signIn(2));
        Outcome refused(client().decide(decisionOn(waitingForReview(), Verdict::Approve)));
        QTRY_VERIFY(refused.isThere());
        QCOMPARE(refused.error().kind, ErrorKind::Status);
        QVERIFY(refused.error().is(ErrorWord::InsufficientPermissions));
        QVERIFY(!refused.error().requiredRoles.isEmpty());
    }

    void notFound()
    {
        QVERIFY(signIn());
        Outcome missing(client().customer(CustomerId(QStringLiteral("nobody"))));
        QTRY_VERIFY(missing.isThere());
        QCOMPARE(missing.error().kind, ErrorKind::Status);
        QVERIFY(missing.error().is(ErrorWord::NotFound));
        QVERIFY(client().offers(Extension::CustomerDirectory));
    }

    /// R19: what a lost answer to a decision is called, and what the state says when it is read back.
    void lostDecisions_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<bool>("decided");
        QTest::newRow("dropped before") << QByteArray("\"drop\":\"before\"") << false;
        QTest::newRow("dropped after") << QByteArray("\"drop\":\"after\"") << true;
        QTest::newRow("truncated") << QByteArray("\"truncate\":40") << true;
        QTest::newRow("truncated to nothing") << QByteArray("\"truncate\":0") << true;
        QTest::newRow("HTML") << QByteArray("\"html\":true") << false;
        QTest::newRow("500") << QByteArray("\"status\":500") << false;
    }
    void lostDecisions()
    {
        QFETCH(QByteArray, fault);
        QFETCH(bool, decided);
        QVERIFY(signIn());
        const Verification before = waitingForReview();
        QVERIFY(m_fixture->arm("\"match\":\"POST /api/v2.1/verifications/*/approve\"," + fault));
        Outcome lost(client().decide(decisionOn(before, Verdict::Approve)));
        QTRY_VERIFY(lost.isThere());
        QCOMPARE(lost.error().kind, ErrorKind::OutcomeUnknown);
        Outcome after(client().verification(before.id));
        QTRY_VERIFY(after.hasValue());
        QCOMPARE(after->status.value(),
                 decided ? VerificationStatus::Approved : VerificationStatus::InProgress);
        QCOMPARE(*after->version, *before.version + (decided ? 1 : 0));
    }

    void readsThroughFaults_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<bool>("there"); // at once or by W3's repetition
        QTest::newRow("500 once") << QByteArray("\"status\":500") << true;
        QTest::newRow("503 twice") << QByteArray("\"status\":503,\"times\":2") << true;
        QTest::newRow("503 for ever") << QByteArray("\"status\":503,\"times\":0") << false;
        QTest::newRow("429") << QByteArray("\"status\":429") << true;
        QTest::newRow("HTML") << QByteArray("\"html\":true") << true;
        QTest::newRow("HTML with 404") << QByteArray("\"html\":true,\"status\":404,\"times\":0") << false;
        QTest::newRow("truncated") << QByteArray("\"truncate\":30") << false;
        QTest::newRow("slow") << QByteArray("\"delayMs\":50") << true;
        QTest::newRow("401: refreshed") << QByteArray("\"status\":401") << true;
    }
    void readsThroughFaults()
    {
        QFETCH(QByteArray, fault);
        QFETCH(bool, there);
        QVERIFY(signIn());
        const DirectoryEntry entry = oneWaitingForReview();
        QVERIFY(m_fixture->arm("\"match\":\"GET /api/v2.1/customer/individual/*\"," + fault));
        Outcome customer(client().customer(entry.id));
        QTRY_VERIFY_WITH_TIMEOUT(customer.isThere(), 20000);
        QCOMPARE(customer.hasValue(), there);
        QVERIFY(client().session());
    }

    /// W4 for a write: refused by a fault, refreshed, decided once.
    void decisionThroughARefresh()
    {
        QVERIFY(signIn());
        const Verification before = waitingForReview();
        QVERIFY(m_fixture->arm("\"match\":\"POST /api/v2.1/verifications/*/approve\",\"status\":401"));
        Outcome decided(client().decide(decisionOn(before, Verdict::Approve)));
        QTRY_VERIFY(decided.isThere());
        QVERIFY(decided.hasValue());
        QCOMPARE(decided->version, std::optional<int>(*before.version + 1));
    }

    void tokensRunOut()
    {
        QVERIFY(signIn());
        const QDateTime first = client().session()->expiresAt;
        m_fixture->hoursLater = 2;
        Outcome refreshed(client().directory({}, 0, 1));
        QTRY_VERIFY(refreshed.isThere());
        QVERIFY(refreshed.hasValue());
        // That clock is two hours ahead of this one, by which the new token is good for an hour from now on.
        QVERIFY(client().session()->expiresAt >= first);
        QVERIFY(client().session()->expiresAt <= QDateTime::currentDateTimeUtc().addSecs(3600));

        m_fixture->hoursLater = 40; // beyond the refresh token's 24 hours
        QSignalSpy ended(m_fixture->client.get(), &FinHub::sessionEnded);
        Outcome over(client().directory({}, 0, 1));
        QTRY_VERIFY(over.isThere());
        QCOMPARE(over.error().kind, ErrorKind::SessionEnded);
        QTRY_COMPARE(ended.size(), qsizetype(1));
        QCOMPARE(ended.first().first().value<SessionEnd>(), SessionEnd::Expired);
        QVERIFY(signIn());
    }

    void signingOut()
    {
        QVERIFY(signIn());
        Outcome out(client().signOut());
        QTRY_VERIFY(out.hasValue());
        QVERIFY(!client().session());
        Outcome refused(client().categories());
        QTRY_VERIFY(refused.isThere());
        QCOMPARE(refused.error().kind, ErrorKind::SessionEnded);
    }

    /// A server with nothing but the documented endpoints.
    void withoutExtensions()
    {
        ClientSandbox bare(QList<Extension>{}, 20);
        QVERIFY(bare.signIn());
        for (const auto& [extension, name] : WireNames<Extension>::table)
            QVERIFY(!bare.client->offers(extension));
        Outcome categories(bare.client->categories());
        QTRY_VERIFY(categories.hasValue());
        Outcome directory(bare.client->directory({}, 0, 50));
        QTRY_VERIFY(directory.isThere());
        QCOMPARE(directory.error().kind, ErrorKind::NotOffered);
    }

    void serverGone()
    {
        QVERIFY(signIn());
        QSignalSpy reachable(m_fixture->client.get(), &FinHub::reachableChanged);
        m_fixture->server->stop();
        Outcome customer(client().directory({}, 0, 50));
        QTRY_VERIFY(customer.isThere());
        QCOMPARE(customer.error().kind, ErrorKind::Unreachable);
        QTRY_VERIFY(!reachable.isEmpty());
        QVERIFY(client().session()); // nobody has said that it is over
    }

private:
    HttpFinHub& client() { return *m_fixture->client; }
    bool signIn(std::size_t account = 0) { return m_fixture->signIn(account); }

    DirectoryEntry oneWaitingForReview()
    {
        DirectoryQuery query;
        query.stages = {Stage::Approval};
        query.risks = {RiskLevel::Low};
        Outcome page(client().directory(query, 0, 50));
        if (!QTest::qWaitFor([&] { return page.isThere(); }) || !page.hasValue() ||
            page->rows.items.isEmpty())
            qFatal("nobody waits for review");
        return page->rows.items.first();
    }

    Verification waitingForReview()
    {
        Outcome verification(client().verification(oneWaitingForReview().verification->id));
        if (!QTest::qWaitFor([&] { return verification.isThere(); }) || !verification.hasValue())
            qFatal("the verification cannot be read");
        return *verification;
    }

    static DecisionRequest decisionOn(const Verification& verification, Verdict verdict)
    {
        DecisionRequest request;
        request.verificationId = verification.id;
        request.customerId = verification.customerId;
        request.type = verification.type;
        request.verdict = verdict;
        request.comment = QStringLiteral("Decided in a test");
        request.ifMatch = verification.etag;
        request.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        if (verdict != Verdict::Approve)
            request.reasonCodes = {QStringLiteral("DOCUMENT_EXPIRED")};
        return request;
    }

    std::unique_ptr<ClientSandbox> m_fixture;
};

QTEST_MAIN(TestClientSandbox)
#include "tst_client_sandbox.moc"
