#include "sandbox/webhooks/webhookcourier.h"
#include "sandbox/webhooks/webhookrecords.h"
#include "sandboxfixture.h"
#include "webhookreceiver.h"

#include <QTcpServer>
#include <QtTest>

using namespace finhub;
using namespace finhub::sandbox;
using namespace finhub::test;

namespace {
constexpr int Patience = 30'000; // milliseconds; a busy machine takes its time
}

/// 2.13: where deliveries are posted, how they are signed, and what becomes of those that are not taken.
class TestWebhookPosting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_receiver = std::make_unique<WebhookReceiver>();
        m_sandbox = std::make_unique<SandboxFixture>();
        m_officer.emplace(m_sandbox->officer());
    }

    void loopback_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("allowed");
        QTest::addColumn<QByteArray>("ip"); // empty: nothing is posted there
        QTest::addColumn<int>("port");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char* url, bool allowed, const char* ip = "", int port = 0,
                            const char* target = "") {
            QTest::newRow(url) << QString::fromLatin1(url) << allowed << QByteArray(ip) << port
                               << QByteArray(target);
        };
        row("http://127.0.0.1:9099/hook", true, "127.0.0.1", 9099, "/hook");
        row("http://127.0.0.1", true, "127.0.0.1", 80, "/");
        row("http://127.8.9.10:1/a%20b?c=d%26e#f", true, "127.8.9.10", 1, "/a%20b?c=d%26e");
        row("http://[::1]:9099/hook", true, "::1", 9099, "/hook");
        row("http://localhost:9099/hook", true, "127.0.0.1", 9099, "/hook");
        row("HTTP://LOCALHOST/hook", true, "127.0.0.1", 80, "/hook");
        row("https://localhost/hook", true, "127.0.0.1", 443, "/hook");
        row("https://example.com/hook", true);
        row("https://10.0.0.1/hook", true);
        row("https://127.0.0.1.example.com/hook", true);
        row("https://localhost.example.com/hook", true);
        row("https://[::ffff:127.0.0.1]/hook", true);
        row("https://0.0.0.0/hook", true);
        row("https://[::]/hook", true);
        row("http://example.com/hook", false);
        row("http://10.0.0.1/hook", false);
        row("http://128.0.0.1/hook", false);
        row("http://0.0.0.0/hook", false);
        row("http://[::2]/hook", false);
        row("http://[::ffff:127.0.0.1]/hook", false);
        row("http://localhost.example.com/hook", false);
        row("http://127.0.0.1@example.com/hook", false);
        row("http://user@127.0.0.1/hook", false);
        row("http://127.0.0.1:0/hook", false);
        row("http://127.0.0.1:99999/hook", false);
        row("http:///hook", false);
        row("ftp://127.0.0.1/hook", false);
        row("file:///etc/passwd", false);
        row("hook", false);
        row("http://127.0.0.1/a b", false);
        row("http://127.0.0.1/\r\nX: y", false);
    }
    void loopback()
    {
        QFETCH(QString, url);
        QFETCH(bool, allowed);
        QFETCH(QByteArray, ip);
        QFETCH(int, port);
        QFETCH(QByteArray, target);
        QCOMPARE(isWebhookUrl(url), allowed);
        const auto address = loopbackAddress(url);
        QCOMPARE(address.has_value(), !ip.isEmpty());
        if (!address)
            return;
        QCOMPARE(address->ip, ip);
        QCOMPARE(address->port, port);
        QCOMPARE(address->target, target);
        QCOMPARE(address->tls, url.startsWith(QLatin1String("https")));
    }

    /// RFC 4231, test case 2.
    void signature()
    {
        QCOMPARE(webhookSignature("what do ya want for nothing?", QStringLiteral("Jefe")),
                 QByteArray("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        QCOMPARE(webhookSignature("anything", {}), QByteArray());
    }

    void pauses()
    {
        WebhookDelivery delivery;
        delivery.backoff = std::chrono::seconds(700);
        QList<qint64> pauses;
        for (int i = 0; i < 5; ++i) {
            delivery.attempts.append(WebhookAttempt());
            pauses << delivery.nextPause().count();
        }
        QCOMPARE(pauses, (QList<qint64>{700, 1400, 2800, 3600, 3600}));
    }

    void signedDelivery()
    {
        const QString path = QStringLiteral("/deep/hook?tenant=a%20b");
        const QString subscription = subscribe(
            Json{{"endpointUrl", m_receiver->url(path).toStdString()}, {"secretKey", " blanks count "}});
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(subscription), QStringLiteral("DELIVERED"), Patience);
        QCOMPARE(m_receiver->count(), 1);
        const WebhookReceiver::Received received = m_receiver->received().first();
        QCOMPARE(received.path, path);
        const Json delivery = deliveryOf(subscription);
        QCOMPARE(received.body, jsonBytes(delivery.at("payload")));
        const QByteArray expected = webhookSignature(received.body, QStringLiteral(" blanks count "));
        QCOMPARE(received.headers.value(QStringLiteral("x-finhub-signature")).toLatin1(), expected);
        QCOMPARE(delivery.at("requestHeaders"), (Json{{"X-FinHub-Signature", expected.toStdString()}}));
        QCOMPARE(delivery.at("responseCode"), Json(200));
        QCOMPARE(delivery.at("responseBody"), Json("OK"));
        QCOMPARE(delivery.at("attempts"),
                 Json::parse(R"([{"attemptNumber":1,"timestamp":"2026-03-31T09:15:00.000Z","responseCode":200,
                                  "success":true}])"));
    }

    void unsignedDelivery()
    {
        const QString subscription = subscribe();
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(subscription), QStringLiteral("DELIVERED"), Patience);
        QVERIFY(!m_receiver->received().first().headers.contains(QStringLiteral("x-finhub-signature")));
        QCOMPARE(deliveryOf(subscription).at("requestHeaders"), Json::object());
    }

    /// An endpoint that fails twice is asked three times.
    void retries()
    {
        m_receiver->answerNext({500, 404});
        const QString subscription = subscribe(Json{{"retryBackoffSeconds", 1}});
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(subscription), QStringLiteral("RETRYING"), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(subscription), QStringLiteral("DELIVERED"), Patience);
        const Json delivery = deliveryOf(subscription);
        QCOMPARE(codesOf(delivery), (QList<int>{500, 404, 200}));
        QCOMPARE(delivery.at("attempts").at(2).at("attemptNumber"), Json(3));
        QCOMPARE(delivery.at("attempts").at(1).at("success"), Json(false));
        QCOMPARE(delivery.at("responseCode"), Json(200));
        QCOMPARE(m_receiver->count(), 3);
        // Every time the same.
        QCOMPARE(m_receiver->received().at(2).body, m_receiver->received().at(0).body);
    }

    void failed_data()
    {
        QTest::addColumn<int>("retries");
        QTest::newRow("no retry") << 0;
        QTest::newRow("one retry") << 1;
    }
    void failed()
    {
        QFETCH(int, retries);
        m_receiver->answerNext(QList<int>(5, 503));
        const QString subscription =
            subscribe(Json{{"maxRetryAttempts", retries}, {"retryBackoffSeconds", 1}});
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(subscription), QStringLiteral("FAILED"), Patience);
        QCOMPARE(m_receiver->count(), 1 + retries);
        QCOMPARE(codesOf(deliveryOf(subscription)), QList<int>(1 + retries, 503));
        // The next one has its own attempts.
        m_receiver->answerNext({});
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(subscription), QStringLiteral("DELIVERED"), Patience);
    }

    /// While one delivery waits for its retry, the next one goes its way.
    void retriesHoldUpNobody()
    {
        m_receiver->answerNext({500});
        m_receiver->answerWith("come back");
        const QString subscription = subscribe(Json{{"retryBackoffSeconds", 3600}});
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(subscription), QStringLiteral("RETRYING"), Patience);
        QCOMPARE(deliveryOf(subscription).at("responseCode"), Json(500));
        QCOMPARE(deliveryOf(subscription).at("responseBody"), Json("come back"));
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(subscription), QStringLiteral("DELIVERED"), Patience);
        QCOMPARE(textAt(deliveriesOf(subscription).body, "/data/deliveries/1/status"),
                 QStringLiteral("RETRYING"));
    }

    void nobodyThere()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const quint16 port = taken.serverPort();
        taken.close();
        const QString subscription =
            subscribe(Json{{"endpointUrl", QStringLiteral("http://localhost:%1/").arg(port).toStdString()},
                           {"maxRetryAttempts", 0}});
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(subscription), QStringLiteral("FAILED"), Patience);
        const Json delivery = deliveryOf(subscription);
        QVERIFY(delivery.at("responseCode").is_null());
        QVERIFY(delivery.at("responseBody").is_null());
        QVERIFY(delivery.at("attempts").at(0).at("responseCode").is_null());
        QCOMPARE(delivery.at("attempts").at(0).at("error"), Json("No connection could be made."));
    }

    void redirectsAreNotFollowed()
    {
        m_receiver->answerNext({307});
        const QString subscription = subscribe(Json{{"maxRetryAttempts", 0}});
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(subscription), QStringLiteral("FAILED"), Patience);
        QCOMPARE(codesOf(deliveryOf(subscription)), QList<int>{307});
        QCOMPARE(m_receiver->count(), 1);
    }

    void longAnswersAreCut()
    {
        m_receiver->answerWith(QByteArray(5'000'000, 'x'));
        const QString subscription = subscribe();
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(subscription), QStringLiteral("DELIVERED"), Patience);
        QCOMPARE(textOf(deliveryOf(subscription).at("responseBody")).size(), WebhookPost::MaxAnswerBytes);
    }

    /// Nothing is posted to another machine: such a delivery is there and waits.
    void otherMachinesAreLeftAlone()
    {
        const QString far = subscribe(Json{{"endpointUrl", "https://example.com/hook"}});
        const QString near = subscribe();
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(near), QStringLiteral("DELIVERED"), Patience);
        const Json delivery = deliveryOf(far);
        QCOMPARE(textAt(delivery, "/status"), QStringLiteral("PENDING"));
        QVERIFY(delivery.at("attempts").empty());
        QVERIFY(delivery.at("responseCode").is_null());
        QVERIFY(delivery.at("responseTime").is_null());
    }

    void tls_data()
    {
        QTest::addColumn<bool>("verify");
        QTest::newRow("not verified") << false;
        QTest::newRow("verified") << true;
    }
    void tls()
    {
        QFETCH(bool, verify);
        const WebhookReceiver receiver(WebhookReceiver::Security::Tls);
        const QString subscription = subscribe(Json{
            {"endpointUrl", receiver.url().toStdString()}, {"verifySsl", verify}, {"maxRetryAttempts", 0}});
        happen();
        // The test's certificate is signed by nobody.
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(subscription),
                                  verify ? QStringLiteral("FAILED") : QStringLiteral("DELIVERED"), Patience);
        QCOMPARE(receiver.count(), verify ? 0 : 1);
        if (verify)
            QCOMPARE(deliveryOf(subscription).at("attempts").at(0).at("error"),
                     Json("The receiver's certificate is not trusted."));
    }

    /// A receiver that hangs delays neither answers nor other receivers, nor the end of the sandbox.
    void hangingReceiver()
    {
        m_receiver->hold();
        const WebhookReceiver other;
        const QString hanging = subscribe();
        const QString well = subscribe(Json{{"endpointUrl", other.url().toStdString()}});
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), 1, Patience);
        for (int i = 0; i < 20; ++i)
            happen();
        QTRY_COMPARE_WITH_TIMEOUT(other.count(), 21, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(well), QStringLiteral("DELIVERED"), Patience);
        // One at a time: the others wait their turn.
        QCOMPARE(m_receiver->count(), 1);
        const Json waiting = deliveriesOf(hanging).data();
        QCOMPARE(waiting.at("pagination").at("total"), Json(21));
        for (const Json& delivery : waiting.at("deliveries"))
            QCOMPARE(textAt(delivery, "/status"), QStringLiteral("PENDING"));
        m_sandbox.reset();
        QCOMPARE(m_receiver->count(), 1);
    }

    /// More receivers hang than there are threads to post.
    void manyHangingReceivers()
    {
        m_receiver->hold();
        for (int i = 0; i < 10; ++i)
            subscribe();
        happen();
        QTRY_VERIFY_WITH_TIMEOUT(m_receiver->count() >= 2, Patience);
        QCOMPARE(m_officer->get(Customers).status, 200);
        m_sandbox.reset();
    }

    /// What a deleted subscription still had to be told is not posted any more.
    void deletedWhileHanging()
    {
        m_receiver->hold();
        const QString subscription = subscribe();
        for (int i = 0; i < 5; ++i)
            happen();
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), 1, Patience);
        QCOMPARE(m_officer->remove(Subscriptions + u'/' + subscription).status, 200);
        const QString next = subscribe();
        m_receiver->release();
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(next), QStringLiteral("DELIVERED"), Patience);
        QCOMPARE(m_receiver->count(), 2);
    }

    /// A change is for what happens from then on.
    void changedWhileHanging()
    {
        m_receiver->hold();
        const WebhookReceiver other;
        const QString subscription = subscribe(Json{{"secretKey", "former"}});
        happen();
        happen();
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), 1, Patience);
        QCOMPARE(
            m_officer
                ->put(Subscriptions + u'/' + subscription, Json{{"endpointUrl", other.url().toStdString()},
                                                                {"subscribedEvents", {"customer.created"}},
                                                                {"secretKey", "newer"}})
                .status,
            200);
        happen();
        m_receiver->release();
        QTRY_COMPARE_WITH_TIMEOUT(other.count(), 1, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), 2, Patience);
        const auto signatureIn = [](const WebhookReceiver::Received& received) {
            return received.headers.value(QStringLiteral("x-finhub-signature")).toLatin1();
        };
        const auto former = m_receiver->received().last();
        QCOMPARE(signatureIn(former), webhookSignature(former.body, QStringLiteral("former")));
        const auto newer = other.received().last();
        QCOMPARE(signatureIn(newer), webhookSignature(newer.body, QStringLiteral("newer")));
    }

    /// A time limit of its own for the whole answer, also when a little of it comes ever again.
    void patienceEnds_data()
    {
        QTest::addColumn<bool>("dripping");
        QTest::newRow("silent") << false;
        QTest::newRow("dripping") << true;
    }
    void patienceEnds()
    {
        QFETCH(bool, dripping);
        if (dripping)
            m_receiver->drip();
        else
            m_receiver->hold();
        const Clock clock{QDateTime()};
        std::mutex mutex;
        QList<WebhookAnswer> answers;
        const auto count = [&] {
            const std::lock_guard lock(mutex);
            return answers.size();
        };
        WebhookCourier courier(
            clock,
            [&](const QString&, const WebhookAnswer& answer) -> std::optional<std::chrono::milliseconds> {
                const std::lock_guard lock(mutex);
                answers.append(answer);
                if (answers.size() == 2)
                    return std::nullopt;
                return std::chrono::milliseconds(1);
            },
            std::chrono::milliseconds(100));
        courier.take(
            {QStringLiteral("d"), QStringLiteral("s"), *loopbackAddress(m_receiver->url()), "{}", {}, true});
        QTRY_COMPARE_WITH_TIMEOUT(count(), 2, Patience);
        for (const WebhookAnswer& answer : answers) {
            QCOMPARE(answer.status, 0);
            QVERIFY(!answer.isSuccess());
            QCOMPARE(answer.fault, QStringLiteral("The receiver did not give a complete answer in time."));
        }
    }

    /// An end that cuts an attempt short is not the receiver's fault.
    void endIsNoAttempt()
    {
        m_receiver->hold();
        const Clock clock{QDateTime()};
        std::atomic_int reports = 0;
        {
            WebhookCourier courier(clock, [&](const QString&, const WebhookAnswer&) {
                ++reports;
                return std::optional<std::chrono::milliseconds>();
            });
            courier.take({QStringLiteral("d"),
                          QStringLiteral("s"),
                          *loopbackAddress(m_receiver->url()),
                          "{}",
                          {},
                          true});
            QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), 1, Patience);
        }
        QCOMPARE(reports.load(), 0);
    }

private:
    QString subscribe(const Json& more = Json::object())
    {
        Json body{{"endpointUrl", m_receiver->url().toStdString()},
                  {"subscribedEvents", {"customer.created"}}};
        body.update(more);
        const Reply reply = m_officer->post(Subscriptions, body);
        if (reply.status != 200)
            qFatal("a subscription was refused: %s", reply.bytes.constData());
        return textAt(reply.body, "/data/id");
    }
    void happen() { CaseWalk(*m_officer).registerCustomer(); }
    Reply deliveriesOf(const QString& subscription)
    {
        return m_officer->get(QStringLiteral("%1/%2/deliveries").arg(Subscriptions, subscription));
    }
    /// The newest one.
    Json deliveryOf(const QString& subscription)
    {
        return deliveriesOf(subscription).data().at("deliveries").at(0);
    }
    QString statusOf(const QString& subscription)
    {
        return textAt(deliveriesOf(subscription).body, "/data/deliveries/0/status");
    }
    static QList<int> codesOf(const Json& delivery)
    {
        QList<int> codes;
        for (const Json& attempt : delivery.at("attempts"))
            codes << attempt.at("responseCode").get<int>();
        return codes;
    }

    std::unique_ptr<WebhookReceiver> m_receiver;
    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
};

QTEST_MAIN(TestWebhookPosting)
#include "tst_webhookposting.moc"
