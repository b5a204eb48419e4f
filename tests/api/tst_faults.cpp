#include "clientfixture.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;
using Then = RawReply::Then;
using namespace std::chrono_literals;

namespace {
constexpr qint64 Cap = 1024 * 1024; ///< of an answer in this test

RawReply whole(const QByteArray& body, const QByteArray& furtherHeaders = {})
{
    return {jsonAnswer(200, body, furtherHeaders)};
}

/// The body of a customer, with a part of it exchanged.
QByteArray customerWith(const QByteArray& old, const QByteArray& other)
{
    QByteArray body = transcriptBody("customer");
    if (!body.contains(old))
        qFatal("the transcript has no %s", old.constData());
    return body.replace(old, other);
}

QByteArray announcing(qsizetype length, const QByteArray& body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(length) + "\r\n\r\n" + body;
}
} // namespace

/// The faults of docs/reliability.md that happen between the console and a server: what becomes of a reading
/// and of a decision, and how often each is sent. A decision is never sent twice.
class TestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<RawReply>("reply");
        QTest::addColumn<ErrorKind>("read");
        QTest::addColumn<int>("reads"); // how often a reading is sent; negative: at most
        using K = ErrorKind;
        const QByteArray good = transcriptBody("customer");
        const QByteArray half = good.left(good.size() / 2);

        // These three Qt sends again by itself on new connections, before anybody hears of it.
        QTest::newRow("reset before the headers") << RawReply{{}, Then::Reset} << K::Unreachable << -4;
        QTest::newRow("reset in the headers")
            << RawReply{"HTTP/1.1 200 OK\r\nContent-Le", Then::Reset} << K::Unreachable << -4;
        QTest::newRow("reset after the headers")
            << RawReply{announcing(good.size(), half), Then::Reset} << K::BadAnswer << 1;
        QTest::newRow("silence") << RawReply{} << K::Timeout << 3;
        QTest::newRow("silence in the middle") << RawReply{announcing(good.size(), half)} << K::Timeout << 3;
        QTest::newRow("slow body") << RawReply{announcing(good.size(), good), Then::KeepOpen, 5ms}
                                   << K::Timeout << 3;
        QTest::newRow("truncated") << RawReply{announcing(good.size(), half), Then::Close} << K::BadAnswer
                                   << 1;
        QTest::newRow("truncated without a length")
            << RawReply{"HTTP/1.1 200 OK\r\n\r\n" + half, Then::Close} << K::BadAnswer << 1;
        QTest::newRow("too long, announced") << RawReply{announcing(Cap + 1, {})} << K::TooLarge << 1;
        QTest::newRow("too long, while it arrives")
            << RawReply{"HTTP/1.1 200 OK\r\n\r\n" + QByteArray(Cap + 1, ' '), Then::Close} << K::TooLarge
            << 1;
        QTest::newRow("longer than announced, which cuts it off")
            << RawReply{announcing(good.size() / 2, good)} << K::BadAnswer << 1;
        QTest::newRow("length that is none")
            << RawReply{"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{", Then::Close} << K::BadAnswer << 1;
        QTest::newRow("chunked nonsense")
            << RawReply{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" + good +
                            "\r\n0\r\n\r\n",
                        Then::Close}
            << K::BadAnswer << 1;
        // A megabyte and a half of blanks in two kilobytes. qCompress writes the size in front of a zlib
        // stream, which is what "deflate" means.
        QTest::newRow("gzip bomb") << whole(qCompress(QByteArray(Cap * 3 / 2, ' '), 9).mid(4),
                                            "Content-Encoding: deflate\r\n")
                                   << K::TooLarge << 1;
        QTest::newRow("not what its encoding says")
            << whole(good, "Content-Encoding: gzip\r\n") << K::BadAnswer << 1;
        QTest::newRow("HTML") << whole("<html><body>Please sign in</body></html>") << K::BadAnswer << 1;
        QTest::newRow("empty") << whole({}) << K::BadAnswer << 1;
        QTest::newRow("wrong type") << whole("{\"code\":200,\"data\":[]}") << K::BadAnswer << 1;
        QTest::newRow("duplicate members")
            << whole("{\"code\":200,\"data\":{\"id\":\"a\",\"id\":\"b\"}}") << K::BadAnswer << 1;
        QTest::newRow("deep nesting")
            << whole("{\"code\":200,\"data\":" + QByteArray(100000, '[') + QByteArray(100000, ']') + '}')
            << K::BadAnswer << 1;
        QTest::newRow("invalid UTF-8")
            << whole("{\"code\":200,\"data\":{\"id\":\"\xff\xfe\"}}") << K::BadAnswer << 1;
        QTest::newRow("huge number") << whole("{\"code\":1e400,\"data\":{}}") << K::BadAnswer << 1;
        QTest::newRow("long number") << whole("{\"code\":" + QByteArray(10000, '9') + ",\"data\":{}}")
                                     << K::BadAnswer << 1;
        QTest::newRow("no HTTP at all")
            << RawReply{"SSH-2.0-OpenSSH_9.2\r\n\r\n", Then::Close} << K::Unreachable << -4;
        QTest::newRow("redirect") << RawReply{jsonAnswer(302, {}, "Location: /elsewhere\r\n")} << K::BadAnswer
                                  << 1;
        QTest::newRow("refresh") << whole({}, "Refresh: 0; url=/elsewhere\r\n") << K::BadAnswer << 1;
    }
    void answers()
    {
        QFETCH(RawReply, reply);
        QFETCH(ErrorKind, read);
        QFETCH(int, reads);
        ClientFixture fixture;
        ClientOptions options = ClientFixture::options();
        options.callDeadline = 400ms;
        options.maxAnswerBytes = Cap;
        fixture.client = std::make_unique<HttpFinHub>(options);
        QVERIFY(fixture.signIn());
        fixture.server.answer("GET " + CustomerPath, reply);
        fixture.server.answer("POST " + VerificationPath, reply);

        Outcome customer(fixture.client->customer(TestCustomer));
        QTRY_VERIFY_WITH_TIMEOUT(customer.isThere(), Patience);
        QVERIFY(!customer.hasValue());
        QCOMPARE(customer.error().kind, read);
        const int sent = fixture.server.count("GET " + CustomerPath);
        if (reads < 0)
            QVERIFY2(sent >= 1 && sent <= -reads, qPrintable(QString::number(sent)));
        else
            QCOMPARE(sent, reads);

        Outcome decided(fixture.client->decide(testDecision()));
        QTRY_VERIFY_WITH_TIMEOUT(decided.isThere(), Patience);
        QVERIFY(!decided.hasValue());
        QCOMPARE(decided.error().kind, ErrorKind::OutcomeUnknown);
        QTest::qWait(20); // time for what must not come
        QCOMPARE(fixture.server.count("POST " + VerificationPath), 1);
        QCOMPARE(fixture.server.count("GET /elsewhere"), 0);
        QCOMPARE(fixture.server.count("POST /elsewhere"), 0);
        // The session has survived it.
        QVERIFY(fixture.client->session());
        fixture.server.answer("GET " + CustomerPath, {transcript("customer")});
        Outcome again(fixture.client->customer(TestCustomer));
        QTRY_VERIFY_WITH_TIMEOUT(again.isThere(), Patience);
        QVERIFY2(again.hasValue(), qPrintable(again.error().technical));
    }

    /// What somebody has put behind an answer must not become the answer to the next question.
    void whatFollowsAnAnswerIsNotTheNextOne()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer("GET " + CustomerPath, {transcript("customer") +
                                                      jsonAnswer(200, customerWith("\"Rasa\"", "\"Eve\""))});
        for (int i = 0; i < 3; ++i) {
            Outcome customer(fixture.client->customer(TestCustomer));
            QTRY_VERIFY(customer.isThere());
            if (customer.hasValue())
                QCOMPARE(customer->person.firstName, QStringLiteral("Rasa"));
        }
    }

    /// RFC 8259 lets a reader ignore it.
    void byteOrderMarkIsIgnored()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer("GET " + CustomerPath, whole("\xef\xbb\xbf" + transcriptBody("customer")));
        Outcome customer(fixture.client->customer(TestCustomer));
        QTRY_VERIFY(customer.isThere());
        QVERIFY2(customer.hasValue(), qPrintable(customer.error().technical));
    }

    void unknownWordsStayAsTheyAre()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer("GET " + CustomerPath, whole(customerWith("\"LOW\"", "\"PURPLE\"")));
        Outcome customer(fixture.client->customer(TestCustomer));
        QTRY_VERIFY(customer.isThere());
        QVERIFY2(customer.hasValue(), qPrintable(customer.error().technical));
        QVERIFY(!customer->risk.isKnown());
        QCOMPARE(customer->risk.text(), QStringLiteral("PURPLE"));
    }

    void nobodyThere_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("name not found") << QStringLiteral("https://finhub.invalid");
        QTest::newRow("unreachable") << QStringLiteral("https://224.0.0.1");
        QTest::newRow("refused") << QString();
    }
    /// Before there is a session: the sign-in says so and is not repeated.
    void nobodyThere()
    {
        QFETCH(QString, address);
        ClientFixture fixture;
        ClientOptions options = ClientFixture::options();
        options.callDeadline = 2000ms;
        HttpFinHub client(options);
        ConnectionProfile profile = fixture.profile();
        if (address.isEmpty()) {
            const RawServer gone; // its port is free again after this line
            profile.baseUrl = gone.url();
        } else {
            profile.baseUrl = QUrl(address);
        }
        if (address.isEmpty())
            QVERIFY(profile.baseUrl.port() > 0);
        QSignalSpy reachable(&client, &FinHub::reachableChanged);
        Outcome outcome(client.signIn(profile, ClientFixture::secrets()));
        QTRY_VERIFY_WITH_TIMEOUT(outcome.isThere(), Patience);
        // A name server or a router that says nothing leaves it to the deadline.
        QVERIFY2(outcome.error().kind == ErrorKind::Unreachable || outcome.error().kind == ErrorKind::Timeout,
                 qPrintable(outcome.error().technical));
        QTRY_COMPARE(reachable.count(), 1);
        QCOMPARE(reachable.first().first().toBool(), false);
    }

    /// A server that takes the connection and then says nothing, so that no TLS comes about.
    void slowToConnect()
    {
        RawServer silent;
        ClientOptions options = ClientFixture::options();
        options.callDeadline = 300ms;
        HttpFinHub client(options);
        ConnectionProfile profile = ClientFixture().profile();
        profile.baseUrl = silent.url();
        profile.baseUrl.setScheme(QStringLiteral("https"));
        Outcome outcome(client.signIn(profile, ClientFixture::secrets()));
        QTRY_VERIFY_WITH_TIMEOUT(outcome.isThere(), Patience);
        QCOMPARE(outcome.error().kind, ErrorKind::Timeout);
        QCOMPARE(silent.requests().size(), qsizetype(0));
    }

    void everyDocumentedStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("word");
        for (const auto& [word, name] : WireNames<ErrorWord>::table) {
            if (statusOf(word) != 401) // which ends or refreshes the session: tst_session
                QTest::newRow(name) << statusOf(word) << QByteArray(name);
        }
    }
    void everyDocumentedStatus()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, word);
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        const QByteArray body = "{\"code\":" + QByteArray::number(status) +
                                ",\"message\":\"No\",\"data\":{\"error\":\"" + word + "\"}}";
        fixture.server.answer("GET " + CustomerPath, {jsonAnswer(status, body)});
        fixture.server.answer("POST " + VerificationPath, {jsonAnswer(status, body)});
        Outcome customer(fixture.client->customer(TestCustomer));
        Outcome decided(fixture.client->decide(testDecision()));
        QTRY_VERIFY(customer.isThere() && decided.isThere());
        const bool repeated = status == 429 || status >= 500;
        // On a route of an extension these two say that it is not there.
        const bool absent = status == 404 || status == 405;
        QCOMPARE(customer.error().kind, absent ? ErrorKind::NotOffered : ErrorKind::Status);
        QCOMPARE(customer.error().status, status);
        QVERIFY(absent || customer.error().word.isKnown());
        QCOMPARE(fixture.server.count("GET " + CustomerPath), repeated ? 3 : 1);
        const bool unknown = status >= 500 || word == "IDEMPOTENCY_IN_PROGRESS";
        QCOMPARE(decided.error().kind, unknown ? ErrorKind::OutcomeUnknown : ErrorKind::Status);
        QTest::qWait(20);
        QCOMPARE(fixture.server.count("POST " + VerificationPath), 1);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
