#include "clientfixture.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;
using Then = RawReply::Then;

/// What is kept of the transmissions for people who look for a fault, and what never is (W5).
class TestCallLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClientFixture>();
        QVERIFY(m_fixture->signIn());
    }
    void cleanup() { m_fixture.reset(); }

    void signingIn()
    {
        QCOMPARE(records().size(), std::size_t(2));
        QCOMPARE(records().at(1).method, QByteArray("POST"));
        QCOMPARE(records().at(1).path, QString::fromLatin1(SessionsPath));
        QCOMPARE(records().at(0).path, QStringLiteral("/api/v2.1/extensions"));
        for (const CallRecord& record : records()) {
            QCOMPARE(record.status, 200);
            QCOMPARE(record.at, ClientFixture::options().now());
            QVERIFY(record.word.isAbsent());
            QVERIFY(record.technical.isEmpty());
            QVERIFY(!record.asCustomer);
        }
    }

    /// The record is there before whoever made the call hears of its end.
    void oneRecordATransmission()
    {
        QSignalSpy changed(&m_fixture->client->callLog(), &CallLog::changed);
        m_fixture->server.answer("GET " + CustomerPath, {transcript("internal-error")});
        Outcome customer(m_fixture->client->customer(TestCustomer));
        QTRY_VERIFY(customer.isThere());
        const int sent = m_fixture->server.count("GET " + CustomerPath);
        QCOMPARE(sent, 3); // W3
        QCOMPARE(records().size(), std::size_t(2 + sent));
        QCOMPARE(changed.size(), qsizetype(sent));
        QCOMPARE(records().front().word.value(), ErrorWord::InternalError);
        QCOMPARE(records().front().status, 500);
        QVERIFY(records().front().technical.isEmpty());
        QVERIFY(records().front().isAbout(TestCustomer.text()));
        QVERIFY(!records().front().isAbout(TestVerification.text()));
    }

    void endings_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Then>("then");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("technical");
        QTest::newRow("decided") << transcript("decision-approved") << Then::KeepOpen << 200 << ""
                                 << "";
        QTest::newRow("refused") << transcript("already-decided") << Then::KeepOpen << 409
                                 << "ALREADY_DECIDED"
                                 << "";
        QTest::newRow("a word of nobody")
            << jsonAnswer(409, R"({"data":{"error":"Rasa Vaitkus lives in Kaunas"}})") << Then::KeepOpen
            << 409 << ""
            << "";
        QTest::newRow("closed") << QByteArray() << Then::Close << 0 << ""
                                << "…Error";
        QTest::newRow("cut off") << transcript("decision-approved").chopped(9) << Then::Close << 200 << ""
                                 << "…Error";
        QTest::newRow("silence") << QByteArray() << Then::KeepOpen << 0 << ""
                                 << "TimeoutError";
    }
    void endings()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Then, then);
        QFETCH(int, status);
        QFETCH(QString, word);
        QFETCH(QString, technical);
        ClientOptions options = ClientFixture::options();
        options.callDeadline = std::chrono::milliseconds(500);
        m_fixture->client = std::make_unique<HttpFinHub>(options);
        QVERIFY(m_fixture->signIn());
        m_fixture->server.answer("POST " + VerificationPath, {answer, then});
        Outcome decided(m_fixture->client->decide(testDecision()));
        QTRY_VERIFY(decided.isThere());
        const CallRecord& record = records().front();
        QCOMPARE(record.method, QByteArray("POST"));
        QCOMPARE(record.path, QString::fromLatin1(VerificationPath + "/approve"));
        QCOMPARE(record.status, status);
        QCOMPARE(record.word.text(), word);
        // Qt has several names for a connection that broke off.
        if (technical == QStringLiteral("…Error"))
            QVERIFY2(record.technical.endsWith(QStringLiteral("Error")), qPrintable(record.technical));
        else
            QCOMPARE(record.technical, technical);
        QVERIFY(record.duration.count() >= 0);
    }

    /// An id with a sign that is encoded on the wire is shown as it is.
    void idsAsTheyAre()
    {
        const CustomerId odd(QStringLiteral("a:b"));
        Outcome customer(m_fixture->client->customer(odd));
        QTRY_VERIFY(customer.isThere());
        QCOMPARE(records().front().path, QStringLiteral("/api/v2.1/customer/individual/a:b"));
        QVERIFY(records().front().isAbout(odd.text()));
    }

    void nothingPersonal()
    {
        HttpFinHub& client = *m_fixture->client;
        DirectoryQuery query;
        query.search = QStringLiteral("vaitkus");
        m_fixture->server.answer("POST /api/v2.1/customer/individual/registration",
                                 {transcript("duplicate-email")});
        Outcome found(client.directory(query, 0, 50));
        Outcome registered(client.registerCustomer(testRegistration()));
        Outcome uploaded(client.uploadDocument(testUpload(), {}));
        Outcome reset(client.resetLogin(TestUser, QStringLiteral("Called from Kaunas")));
        QTRY_VERIFY(found.isThere() && registered.isThere() && uploaded.isThere() && reset.isThere());
        QString all;
        for (const CallRecord& record : records())
            all += QString::fromLatin1(record.method) + record.path + record.word.text() + record.technical;
        QVERIFY(all.contains(QStringLiteral("/registration")));
        QVERIFY(all.contains(QStringLiteral("/documents")));
        for (const char* silent : {"vaitkus", "Vaitkus", "search", "?", "user@", "Secure", "passport",
                                   "Kaunas", "eyJ", "key", "Bearer"})
            QVERIFY2(!all.contains(QLatin1String(silent)), silent);
    }

    void asCustomer()
    {
        QVERIFY(m_fixture->actAsCustomer());
        QVERIFY(records().front().asCustomer); // the sign-in too
        m_fixture->server.answer(CustomerPath + "/owner", {transcript("readiness")});
        Outcome readiness(m_fixture->client->readiness(TestCustomer));
        QTRY_VERIFY(readiness.isThere());
        QVERIFY(records().front().asCustomer);
        Outcome customer(m_fixture->client->customer(TestCustomer));
        QTRY_VERIFY(customer.isThere());
        QVERIFY(!records().front().asCustomer);
        m_fixture->server.answer("DELETE " + CustomerSessionPath, {transcript("session-closed")});
        m_fixture->client->leaveCustomer();
        QTRY_COMPARE(records().front().method, QByteArray("DELETE"));
        QVERIFY(records().front().asCustomer);
        QCOMPARE(records().front().path, QString::fromLatin1(CustomerSessionPath));
        QCOMPARE(records().front().status, 200);
    }

    /// Nobody acts as the customer after a wrong password, but that it was tried is the officer's to see.
    void wrongPasswordOfACustomer()
    {
        m_fixture->server.answer("POST " + CustomerSessionsPath, {transcript("session-refused")});
        Outcome refused(m_fixture->client->signInCustomer(testCustomerLogin()));
        QTRY_VERIFY(refused.isThere());
        QVERIFY(!refused.hasValue());
        QTRY_COMPARE(records().front().path, QString::fromLatin1(CustomerSessionsPath));
        QCOMPARE(records().front().status, 401);
        QCOMPARE(records().front().word.value(), ErrorWord::Authentication);
        QVERIFY(records().front().asCustomer);
    }

    /// Nothing of a session is left when it is over, and nothing of it comes later.
    void forgottenWithTheSession()
    {
        m_fixture->server.answer("GET " + CustomerPath, {transcript("customer")});
        Outcome customer(m_fixture->client->customer(TestCustomer));
        QTRY_VERIFY(customer.isThere());
        QVERIFY(!records().empty());
        QSignalSpy changed(&m_fixture->client->callLog(), &CallLog::changed);
        m_fixture->server.answer("DELETE", {transcript("session-closed")});
        Outcome out(m_fixture->client->signOut());
        QVERIFY(records().empty()); // at once
        QTRY_VERIFY(out.isThere());
        QTRY_COMPARE(changed.size(), qsizetype(1));
        QVERIFY(records().empty());
    }

    void forgottenBySigningInAgain()
    {
        Outcome customer(m_fixture->client->customer(TestCustomer));
        QTRY_VERIFY(customer.isThere());
        QVERIFY(m_fixture->signIn());
        QCOMPARE(records().size(), std::size_t(2)); // those of the new sign-in
    }

    void atMostSoMany()
    {
        CallLog log;
        CallRecord record;
        for (int i = 0; i < int(CallLog::MaxRecords) + 10; ++i) {
            record.path = QString::number(i);
            log.add(record);
        }
        QCOMPARE(log.records().size(), CallLog::MaxRecords);
        QCOMPARE(log.records().front().path, QString::number(CallLog::MaxRecords + 9));
    }

private:
    const std::deque<CallRecord>& records() const { return m_fixture->client->callLog().records(); }

    std::unique_ptr<ClientFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestCallLog)
#include "tst_calllog.moc"
