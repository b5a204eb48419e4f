#include "api/session/repetition.h"
#include "clientfixture.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;
using Then = RawReply::Then;

/// W3 and R20: what is sent again, how often, and after which pause. Counts, never clocks.
class TestRepetition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAreRepeatedTwice_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("transmissions");
        for (const int status : {408, 429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << jsonAnswer(status, "{}") << 3;
        for (const int status : {400, 403, 409, 410, 412, 422})
            QTest::addRow("%d", status) << jsonAnswer(status, "{}") << 1;
        QTest::newRow("redirect") << jsonAnswer(302, "{}", "Location: /x\r\n") << 1;
        QTest::newRow("unreadable") << jsonAnswer(200, "{") << 1;
    }
    void readsAreRepeatedTwice()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, transmissions);
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer("GET " + CustomerPath, {answer});
        Outcome outcome(fixture.client->customer(TestCustomer));
        QTRY_VERIFY(outcome.isThere());
        QVERIFY(!outcome.hasValue());
        QCOMPARE(outcome.completions(), 1);
        QCOMPARE(int(fixture.requests().size()), transmissions);
    }

    void aLaterAnswerCounts()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.enqueue({transcript("internal-error")});
        fixture.server.enqueue({transcript("bad-gateway-html")});
        fixture.server.answer("GET " + CustomerPath, {transcript("customer")});
        Outcome outcome(fixture.client->customer(TestCustomer));
        QTRY_VERIFY(outcome.isThere());
        QVERIFY(outcome.hasValue());
        QCOMPARE(fixture.requests().size(), qsizetype(3));
    }

    void timeoutsAreRepeated()
    {
        ClientFixture fixture;
        ClientOptions options = ClientFixture::options();
        options.callDeadline = std::chrono::milliseconds(300);
        fixture.client = std::make_unique<HttpFinHub>(options);
        QVERIFY(fixture.signIn());
        fixture.server.answer("GET " + CustomerPath, RawReply{});
        Outcome outcome(fixture.client->customer(TestCustomer));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, ErrorKind::Timeout);
        QCOMPARE(fixture.server.count("GET " + CustomerPath), 3);
    }

    void writesAreNeverRepeated_data()
    {
        QTest::addColumn<QByteArray>("answer");
        for (const int status : {408, 429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << jsonAnswer(status, "{}", "Retry-After: 0\r\n");
    }
    void writesAreNeverRepeated()
    {
        QFETCH(QByteArray, answer);
        ClientFixture fixture;
        QVERIFY(
            fixture.signIn()); // with idempotent-decision offered and a key sent: the client still does not
        fixture.server.answer("POST", {answer});
        Outcome decided(fixture.client->decide(testDecision()));
        Outcome consented(fixture.client->acceptConsent(TestCustomer, ConsentType::PrivacyPolicy,
                                                        QStringLiteral("1.0"), "k"));
        Outcome activated(
            fixture.client->activate(TestCustomer, UserId(QStringLiteral("u")), QStringLiteral("1"), "k"));
        QTRY_VERIFY(decided.isThere() && consented.isThere() && activated.isThere());
        QTest::qWait(20);
        QCOMPARE(fixture.requests().size(), qsizetype(3));
    }

    void retryAfterIsHonoured_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<std::chrono::milliseconds>("firstPause");
        QTest::addColumn<int>("transmissions");
        // An hour of own pause would never pass: it is the server's zero seconds that count.
        QTest::newRow("zero instead of an hour")
            << QByteArray("Retry-After: 0\r\n") << std::chrono::milliseconds(3600000) << 3;
        QTest::newRow("date gone by") << QByteArray("Retry-After: Tue, 31 Mar 2020 09:00:00 GMT\r\n")
                                      << std::chrono::milliseconds(3600000) << 3;
        // Longer than anybody waits: not repeated, and the error says how long.
        QTest::newRow("two hours") << QByteArray("Retry-After: 7200\r\n") << std::chrono::milliseconds(1)
                                   << 1;
        QTest::newRow("unreadable") << QByteArray("Retry-After: soon\r\n") << std::chrono::milliseconds(1)
                                    << 3;
    }
    void retryAfterIsHonoured()
    {
        QFETCH(QByteArray, header);
        QFETCH(std::chrono::milliseconds, firstPause);
        QFETCH(int, transmissions);
        ClientFixture fixture;
        ClientOptions options = ClientFixture::options();
        options.firstPause = firstPause;
        options.longestPause = std::chrono::hours(1);
        fixture.client = std::make_unique<HttpFinHub>(options);
        QVERIFY(fixture.signIn());
        fixture.server.answer("GET " + CustomerPath,
                              {jsonAnswer(429, "{\"data\":{\"error\":\"RATE_LIMITED\"}}", header)});
        Outcome outcome(fixture.client->customer(TestCustomer));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(int(fixture.requests().size()), transmissions);
        QVERIFY(outcome.error().is(ErrorWord::RateLimited));
        if (transmissions == 1)
            QCOMPARE(outcome.error().retryAfter, std::optional<std::chrono::seconds>(7200));
    }

    void pausesDouble_data()
    {
        QTest::addColumn<double>("chance");
        QTest::addColumn<QList<qint64>>("pauses"); // ms
        QTest::newRow("least") << 0.0 << QList<qint64>{1000, 2000, 4000, 8000, 10000, 10000};
        QTest::newRow("half") << 0.5 << QList<qint64>{1125, 2250, 4500, 9000, 11250, 11250};
        QTest::newRow("most") << 0.999 << QList<qint64>{1249, 2499, 4999, 9998, 12497, 12497};
    }
    /// R20, with the clock left out and chance put in.
    void pausesDouble()
    {
        QFETCH(double, chance);
        QFETCH(QList<qint64>, pauses);
        ClientOptions options;
        options.maxRepeats = int(pauses.size());
        options.longestPause = std::chrono::seconds(10);
        options.chance = [chance] { return chance; };
        for (int i = 0; i < options.maxRepeats; ++i)
            QCOMPARE(pauseBefore(i, std::nullopt, options)->count(), pauses.at(i));
        QVERIFY(!pauseBefore(options.maxRepeats, std::nullopt, options));
        // What the server asks for is never cut short.
        QVERIFY(pauseBefore(0, std::chrono::seconds(7), options)->count() >= 7000);
        QVERIFY(pauseBefore(0, std::chrono::seconds(7), options)->count() < 8750);
        QVERIFY(!pauseBefore(0, std::chrono::seconds(11), options));
    }

    /// Two consoles that the same fault has met do not come back at the same time.
    void consolesComeBackApart()
    {
        const ClientOptions options;
        QSet<qint64> pauses;
        for (int i = 0; i < 100; ++i)
            pauses.insert(pauseBefore(1, std::nullopt, options)->count());
        QVERIFY(pauses.size() > 10);
    }

    void pausesEndWithTheCall()
    {
        ClientFixture fixture;
        ClientOptions options = ClientFixture::options();
        options.firstPause = std::chrono::milliseconds(50);
        fixture.client = std::make_unique<HttpFinHub>(options);
        QVERIFY(fixture.signIn());
        fixture.server.answer("GET " + CustomerPath, {transcript("internal-error")});
        Outcome outcome(fixture.client->customer(TestCustomer));
        QTRY_COMPARE(fixture.requests().size(), qsizetype(1));
        outcome.dropCall();
        QTest::qWait(100);
        QCOMPARE(fixture.requests().size(), qsizetype(1));
        QVERIFY(!outcome.isThere());
    }

    void pausesEndWithTheSession()
    {
        ClientFixture fixture;
        ClientOptions options = ClientFixture::options();
        options.firstPause = std::chrono::hours(1);
        options.longestPause = std::chrono::hours(1);
        fixture.client = std::make_unique<HttpFinHub>(options);
        QVERIFY(fixture.signIn());
        fixture.server.answer("GET " + CustomerPath, {transcript("internal-error")});
        Outcome outcome(fixture.client->customer(TestCustomer));
        QTRY_COMPARE(fixture.requests().size(), qsizetype(1));
        QTest::qWait(20); // into the pause
        Outcome out(fixture.client->signOut());
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, ErrorKind::SessionEnded);
    }
};

QTEST_GUILESS_MAIN(TestRepetition)
#include "tst_repetition.moc"
