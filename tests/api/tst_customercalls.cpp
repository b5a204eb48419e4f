#include "clientfixture.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
const CustomerId Somebody{QStringLiteral("somebody-else")};
} // namespace

/// Which calls carry the token of the customer who is acted as (2.5, 1.5), and which the officer's.
class TestCustomerCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClientFixture>();
        QVERIFY(m_fixture->signIn());
        QVERIFY(m_fixture->actAsCustomer());
    }
    void cleanup() { m_fixture.reset(); }

    void whoseToken_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<bool>("theirs");
        const char* const names[] = {"start",
                                     "upload",
                                     "consent",
                                     "activation",
                                     "readiness",
                                     "raw readiness",
                                     "start another",
                                     "upload for another",
                                     "consent of another",
                                     "activate another",
                                     "readiness of another",
                                     "upload for nobody",
                                     "create",
                                     "decide",
                                     "customer",
                                     "verification",
                                     "timeline",
                                     "content",
                                     "reset",
                                     "register",
                                     "templates",
                                     "raw customer"};
        for (int i = 0; i < int(std::size(names)); ++i)
            QTest::newRow(names[i]) << i << (i < 6);
    }
    void whoseToken()
    {
        QFETCH(int, which);
        QFETCH(bool, theirs);
        const std::shared_ptr<QObject> call = callNumber(which);
        QTRY_COMPARE(m_fixture->requests().size(), qsizetype(1));
        const RawRequestSeen request = m_fixture->requests().first();
        QCOMPARE(tokenOf(request), tokenIn(theirs ? "customer-session-created" : "session-created"));
        QCOMPARE(request.header("X-Tenant-ID"), QByteArray("3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10"));
    }

    /// What the server honours was learnt by the officer, and holds for the customer too (3.7).
    void idempotencyKeysAsForTheOfficer()
    {
        const auto consent = m_fixture->client->acceptConsent(TestCustomer, ConsentType::PrivacyPolicy,
                                                              QStringLiteral("1.0"), "key-1");
        QTRY_COMPARE(m_fixture->requests().size(), qsizetype(1));
        QCOMPARE(m_fixture->requests().first().header("Idempotency-Key"), QByteArray("key-1"));
    }

    void refusalsSayWhoseTheyAre()
    {
        m_fixture->server.answer("POST " + CustomerPath + "/activation",
                                 {transcript("activation-not-verified")});
        Outcome theirs(m_fixture->client->activate(TestCustomer, TestUser, QStringLiteral("1"), {}));
        QTRY_VERIFY(theirs.isThere());
        QVERIFY(theirs.error().asCustomer);
        Outcome officers(m_fixture->client->customer(Somebody));
        QTRY_VERIFY(officers.isThere());
        QVERIFY(!officers.error().asCustomer);
    }

private:
    std::shared_ptr<QObject> callNumber(int which)
    {
        HttpFinHub& client = *m_fixture->client;
        const auto start = [&](const CustomerId& who) {
            StartVerificationRequest request;
            request.customerId = who;
            return client.startVerification(request);
        };
        const auto upload = [&](const CustomerId& who) {
            UploadRequest request = testUpload();
            request.customerId = who;
            return client.uploadDocument(request, {});
        };
        const auto consent = [&](const CustomerId& who) {
            return client.acceptConsent(who, ConsentType::PrivacyPolicy, QStringLiteral("1"), {});
        };
        const auto activate = [&](const CustomerId& who) {
            return client.activate(who, TestUser, QStringLiteral("1"), {});
        };
        CreateVerificationRequest create;
        create.customerId = TestCustomer;
        switch (which) {
        case 0:
            return start(TestCustomer);
        case 1:
            return upload(TestCustomer);
        case 2:
            return consent(TestCustomer);
        case 3:
            return activate(TestCustomer);
        case 4:
            return client.readiness(TestCustomer);
        case 5:
            return client.raw(RawObject::Readiness, TestCustomer, {});
        case 6:
            return start(Somebody);
        case 7:
            return upload(Somebody);
        case 8:
            return consent(Somebody);
        case 9:
            return activate(Somebody);
        case 10:
            return client.readiness(Somebody);
        case 11:
            return upload({});
        case 12:
            return client.createVerification(create);
        case 13:
            return client.decide(testDecision());
        case 14:
            return client.customer(TestCustomer);
        case 15:
            return client.verification(TestVerification);
        case 16:
            return client.timeline(TestCustomer, 0, 50);
        case 17:
            return client.documentContent(TestVerification, TestDocument);
        case 18:
            return client.resetLogin(TestUser, {});
        case 19:
            return client.registerCustomer(testRegistration());
        case 20:
            return client.consentTemplates();
        default:
            return client.raw(RawObject::Customer, TestCustomer, {});
        }
    }

    std::unique_ptr<ClientFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestCustomerCalls)
#include "tst_customercalls.moc"
