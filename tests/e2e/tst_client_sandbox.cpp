#include "api/httpfinhub.h"
#include "sandbox/sandboxserver.h"
#include "support/outcome.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QtTest>

#include <atomic>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

/// The real client against the real sandbox, which meet nowhere but on the wire: the work of an officer call
/// by call, and the sandbox's faults.
class TestClientSandbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_hoursLater = 0;
        sandbox::SandboxOptions options;
        options.customers = 60;
        options.strictHeaders = true; // 1.2: all nine
        options.lockout = std::chrono::seconds(1800);
        options.clock = [this] {
            return QDateTime(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC).addSecs(3600 * m_hoursLater);
        };
        m_server = std::make_unique<sandbox::SandboxServer>(options);
        const Result<QUrl> url = m_server->start();
        QVERIFY(url);
        m_url = *url;

        ClientOptions client;
        client.deviceId = "e2e";
        client.firstPause = std::chrono::milliseconds(1);
        m_client = std::make_unique<HttpFinHub>(client);
    }
    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void oneCaseFromListToActive()
    {
        QVERIFY(signIn());
        QCOMPARE(m_client->session()->roles, (QList<WireValue<Role>>{Role::Admin, Role::ComplianceOfficer}));

        Outcome categories(m_client->categories());
        QTRY_VERIFY(categories.hasValue());
        QCOMPARE(categories->size(), qsizetype(4));

        const DirectoryEntry entry = oneWaitingForReview();
        Outcome customer(m_client->customer(entry.id));
        QTRY_VERIFY(customer.hasValue());
        QCOMPARE(customer->person.fullName(), entry.fullName());
        QCOMPARE(customer->stage.value(), Stage::Approval);
        QVERIFY(customer->person.dateOfBirth.isValid());

        Outcome verification(m_client->verification(entry.verification->id));
        QTRY_VERIFY(verification.hasValue());
        QCOMPARE(verification->customerId, entry.id);
        QVERIFY(!verification->documents.isEmpty());
        for (const Document& document : verification->documents) {
            Outcome content(m_client->documentContent(verification->id, document.id));
            QTRY_VERIFY(content.hasValue());
            QCOMPARE(content->size(), document.size);
            QCOMPARE(QCryptographicHash::hash(*content, QCryptographicHash::Sha256).toHex(), document.sha256);
        }

        Outcome decided(m_client->decide(decisionOn(*verification, Verdict::Approve)));
        QTRY_VERIFY(decided.isThere());
        QVERIFY2(decided.hasValue(), qPrintable(decided.error().technical));
        QCOMPARE(decided->status.value(), VerificationStatus::Approved);
        QCOMPARE(decided->version, std::optional<int>(*verification->version + 1));

        Outcome again(m_client->decide(decisionOn(*verification, Verdict::Approve)));
        QTRY_VERIFY(again.isThere());
        QVERIFY(!again.hasValue());
        QCOMPARE(again.error().kind, ErrorKind::Status);

        for (const ConsentType type :
             {ConsentType::TermsAndConditions, ConsentType::PrivacyPolicy, ConsentType::DataProcessing}) {
            Outcome consent(m_client->acceptConsent(entry.id, type, QStringLiteral("1.0"), {}));
            QTRY_VERIFY(consent.hasValue());
            QCOMPARE(consent->type.value(), type);
            QCOMPARE(consent->status.value(), ConsentStatus::Accepted);
        }
        Outcome readiness(m_client->readiness(entry.id));
        QTRY_VERIFY(readiness.hasValue());
        QCOMPARE(readiness->activationAllowed, std::optional<bool>(true));
        QVERIFY(readiness->missingConsents.isEmpty());

        Outcome activation(m_client->activate(entry.id, customer->userId, QStringLiteral("123456"), {}));
        QTRY_VERIFY(activation.hasValue());
        QCOMPARE(activation->activated, std::optional<bool>(true));
        QVERIFY(!activation->iban.isEmpty());

        Outcome active(m_client->customer(entry.id));
        QTRY_VERIFY(active.hasValue());
        QCOMPARE(active->stage.value(), Stage::Active);
        Outcome timeline(m_client->timeline(entry.id, 0, 100));
        QTRY_VERIFY(timeline.hasValue());
        QCOMPARE(timeline->items.first().type, QStringLiteral("customer.activated"));
        QCOMPARE(timeline->total, std::optional<qint64>(timeline->items.size()));
    }

    void negativeDecisions()
    {
        QVERIFY(signIn());
        const Verification first = waitingForReview();
        Outcome rejected(m_client->decide(decisionOn(first, Verdict::Reject)));
        QTRY_VERIFY(rejected.hasValue());
        QCOMPARE(rejected->status.value(), VerificationStatus::Rejected);
        const Verification second = waitingForReview();
        QVERIFY(second.id != first.id);
        Outcome asked(m_client->decide(decisionOn(second, Verdict::RequestResubmission)));
        QTRY_VERIFY(asked.hasValue());
        QCOMPARE(asked->status.value(), VerificationStatus::ResubmissionRequested);
        Outcome twice(m_client->decide(decisionOn(second, Verdict::RequestResubmission)));
        QTRY_VERIFY(twice.isThere());
        QVERIFY(!twice.hasValue());
        DecisionRequest final = decisionOn(waitingForReview(), Verdict::RequestResubmission);
        final.reasonCodes = {QStringLiteral("FORGED")};
        Outcome notRetryable(m_client->decide(final));
        QTRY_VERIFY(notRetryable.isThere());
        QVERIFY(notRetryable.error().is(ErrorWord::ReasonNotRetryable));
        QCOMPARE(notRetryable.error().reasonCodes, QStringList{QStringLiteral("FORGED")});
    }

    void directoryQueries()
    {
        QVERIFY(signIn());
        DirectoryQuery query;
        Outcome all(m_client->directory(query, 0, 25));
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
        Outcome found(m_client->directory(query, 0, 25));
        QTRY_VERIFY(found.hasValue());
        QCOMPARE(found->rows.items.size(), qsizetype(1));
        QCOMPARE(found->rows.items.first().id, all->rows.items.first().id);
        Outcome past(m_client->directory({}, 9, 25));
        QTRY_VERIFY(past.hasValue());
        QVERIFY(past->rows.items.isEmpty());
    }

    void wrongPasswordAndLock()
    {
        for (int attempt = 1; attempt <= 5; ++attempt) {
            Outcome refused(m_client->signIn(profile(), {Secret(QByteArrayView("wrong")), {}, {}}));
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
        Outcome refused(m_client->decide(decisionOn(waitingForReview(), Verdict::Approve)));
        QTRY_VERIFY(refused.isThere());
        QCOMPARE(refused.error().kind, ErrorKind::Status);
        QVERIFY(refused.error().is(ErrorWord::InsufficientPermissions));
        QVERIFY(!refused.error().requiredRoles.isEmpty());
    }

    void notFound()
    {
        QVERIFY(signIn());
        Outcome missing(m_client->customer(CustomerId(QStringLiteral("nobody"))));
        QTRY_VERIFY(missing.isThere());
        QCOMPARE(missing.error().kind, ErrorKind::Status);
        QVERIFY(missing.error().is(ErrorWord::NotFound));
        QVERIFY(m_client->offers(Extension::CustomerDirectory));
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
        arm("\"match\":\"POST /api/v2.1/verifications/*/approve\"," + fault);
        Outcome lost(m_client->decide(decisionOn(before, Verdict::Approve)));
        QTRY_VERIFY(lost.isThere());
        QCOMPARE(lost.error().kind, ErrorKind::OutcomeUnknown);
        Outcome after(m_client->verification(before.id));
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
        arm("\"match\":\"GET /api/v2.1/customer/individual/*\"," + fault);
        Outcome customer(m_client->customer(entry.id));
        QTRY_VERIFY_WITH_TIMEOUT(customer.isThere(), 20000);
        QCOMPARE(customer.hasValue(), there);
        QVERIFY(m_client->session());
    }

    /// W4 for a write: refused by a fault, refreshed, decided once.
    void decisionThroughARefresh()
    {
        QVERIFY(signIn());
        const Verification before = waitingForReview();
        arm("\"match\":\"POST /api/v2.1/verifications/*/approve\",\"status\":401");
        Outcome decided(m_client->decide(decisionOn(before, Verdict::Approve)));
        QTRY_VERIFY(decided.isThere());
        QVERIFY(decided.hasValue());
        QCOMPARE(decided->version, std::optional<int>(*before.version + 1));
    }

    void tokensRunOut()
    {
        QVERIFY(signIn());
        const QDateTime first = m_client->session()->expiresAt;
        m_hoursLater = 2;
        Outcome refreshed(m_client->directory({}, 0, 1));
        QTRY_VERIFY(refreshed.isThere());
        QVERIFY(refreshed.hasValue());
        QCOMPARE(m_client->session()->expiresAt, first.addSecs(7200));

        m_hoursLater = 40; // beyond the refresh token's 24 hours
        QSignalSpy ended(m_client.get(), &FinHub::sessionEnded);
        Outcome over(m_client->directory({}, 0, 1));
        QTRY_VERIFY(over.isThere());
        QCOMPARE(over.error().kind, ErrorKind::SessionEnded);
        QTRY_COMPARE(ended.size(), qsizetype(1));
        QCOMPARE(ended.first().first().value<SessionEnd>(), SessionEnd::Expired);
        QVERIFY(signIn());
    }

    void signingOut()
    {
        QVERIFY(signIn());
        Outcome out(m_client->signOut());
        QTRY_VERIFY(out.hasValue());
        QVERIFY(!m_client->session());
        Outcome refused(m_client->categories());
        QTRY_VERIFY(refused.isThere());
        QCOMPARE(refused.error().kind, ErrorKind::SessionEnded);
    }

    /// A server with nothing but the documented endpoints.
    void withoutExtensions()
    {
        sandbox::SandboxOptions options;
        options.customers = 20;
        options.extensions.clear();
        sandbox::SandboxServer bare(options);
        const Result<QUrl> url = bare.start();
        QVERIFY(url);
        m_url = *url;
        QVERIFY(signIn());
        for (const auto& [extension, name] : WireNames<Extension>::table)
            QVERIFY(!m_client->offers(extension));
        Outcome categories(m_client->categories());
        QTRY_VERIFY(categories.hasValue());
        Outcome directory(m_client->directory({}, 0, 50));
        QTRY_VERIFY(directory.isThere());
        QCOMPARE(directory.error().kind, ErrorKind::NotOffered);
        m_client.reset();
    }

    void serverGone()
    {
        QVERIFY(signIn());
        QSignalSpy reachable(m_client.get(), &FinHub::reachableChanged);
        m_server->stop();
        Outcome customer(m_client->directory({}, 0, 50));
        QTRY_VERIFY(customer.isThere());
        QCOMPARE(customer.error().kind, ErrorKind::Unreachable);
        QTRY_VERIFY(!reachable.isEmpty());
        QVERIFY(m_client->session()); // nobody has said that it is over
    }

private:
    struct Account {
        const char* username;
        const char* id;
        const char* password;
    };
    /// Section 6.
    static constexpr Account Accounts[] = {
        {"officer@sandbox.test", "0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50", "Sandbox-Officer-1"},
        {"senior@sandbox.test", "1a7c2d0f-63e5-4e1b-8b46-8f2d3c4e5061", "Sandbox-Senior-1"},
        {"viewer@sandbox.test", "2b8d3e10-74f6-4f2c-9c57-903e4d5f6172", "Sandbox-Viewer-1"}};

    ConnectionProfile profile(std::size_t account = 0) const
    {
        return {QStringLiteral("Sandbox"),
                m_url,
                TenantId(QStringLiteral("3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10")),
                OrganizationId(QStringLiteral("8c1d2e3f-4a5b-4c6d-9e7f-0a1b2c3d4e5f")),
                UserId(QLatin1String(Accounts[account].id)),
                QLatin1String(Accounts[account].username)};
    }

    bool signIn(std::size_t account = 0)
    {
        Outcome signedIn(
            m_client->signIn(profile(account), {Secret(QByteArrayView(Accounts[account].password)), {}, {}}));
        return QTest::qWaitFor([&] { return signedIn.isThere(); }) && signedIn.hasValue();
    }

    DirectoryEntry oneWaitingForReview()
    {
        DirectoryQuery query;
        query.stages = {Stage::Approval};
        query.risks = {RiskLevel::Low};
        Outcome page(m_client->directory(query, 0, 50));
        if (!QTest::qWaitFor([&] { return page.isThere(); }) || !page.hasValue() ||
            page->rows.items.isEmpty())
            qFatal("nobody waits for review");
        return page->rows.items.first();
    }

    Verification waitingForReview()
    {
        Outcome verification(m_client->verification(oneWaitingForReview().verification->id));
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

    /// Section 6's fault injection.
    void arm(const QByteArray& members)
    {
        QNetworkAccessManager manager;
        QUrl url = m_url;
        url.setPath(QStringLiteral("/api/v2.1/test/faults"));
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        const std::unique_ptr<QNetworkReply> reply(manager.post(request, "{" + members + "}"));
        QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }

    std::unique_ptr<sandbox::SandboxServer> m_server;
    QUrl m_url;
    std::unique_ptr<HttpFinHub> m_client;
    std::atomic<int> m_hoursLater = 0;
};

QTEST_MAIN(TestClientSandbox)
#include "tst_client_sandbox.moc"
