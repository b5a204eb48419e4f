#include "sandbox/webhooks/webhooks.h"
#include "sandboxfixture.h"
#include "webhookreceiver.h"

#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

using namespace finhub;
using namespace finhub::test;

namespace {
constexpr int Patience = 30'000; // milliseconds; a busy machine takes its time
}

/// 2.13: subscriptions, what they are told, and what is kept of it.
class TestWebhooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_receiver = std::make_unique<WebhookReceiver>();
        m_sandbox = std::make_unique<SandboxFixture>();
        m_officer.emplace(m_sandbox->officer());
    }

    void defaults()
    {
        const Reply reply = m_officer->post(Subscriptions, Json{{"endpointUrl", "https://example.com/hook"},
                                                                {"subscribedEvents", {"customer.created"}}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.data(), (Json{{"id", reply.data().at("id")},
                                     {"endpointUrl", "https://example.com/hook"},
                                     {"subscribedEvents", {"customer.created"}},
                                     {"status", "active"},
                                     {"signatureAlgorithm", "HMAC_SHA256"},
                                     {"verifySsl", true},
                                     {"maxRetryAttempts", 3},
                                     {"retryBackoffSeconds", 5},
                                     {"createdAt", "2026-03-31T09:15:00.000Z"}}));
        QCOMPARE(m_officer->get(pathOf(reply)).bytes, reply.bytes);
    }

    void everyMember()
    {
        const Reply reply = m_officer->post(Subscriptions, everything());
        Json expected = everything();
        expected.erase("secretKey");
        expected["status"] = "active";
        expected["id"] = reply.data().at("id");
        expected["createdAt"] = "2026-03-31T09:15:00.000Z";
        QVERIFY2(nlohmann::json(reply.data()) == nlohmann::json(expected), reply.bytes.constData());
    }

    void secretIsNeverReturned()
    {
        const Reply created = m_officer->post(Subscriptions, everything());
        const Reply changed = m_officer->put(pathOf(created), everything());
        CaseWalk(*m_officer).registerCustomer();
        for (const Reply& reply : {created, changed, m_officer->get(pathOf(created)),
                                   m_officer->get(Subscriptions), deliveriesOf(created)}) {
            QCOMPARE(reply.status, 200);
            QVERIFY(!reply.bytes.contains("a very secret key"));
            QVERIFY(!reply.bytes.contains("secretKey"));
        }
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char* name, const char* member, const QByteArray& value) {
            QTest::newRow(name) << QByteArray(member) << value;
        };
        row("no URL", "endpointUrl", "null");
        row("no scheme", "endpointUrl", R"("127.0.0.1:9099/hook")");
        row("another scheme", "endpointUrl", "\"ftp://127.0.0.1/hook\"");
        row("plain to elsewhere", "endpointUrl", "\"http://example.com/hook\"");
        row("plain to a look-alike", "endpointUrl", "\"http://127.0.0.1.example.com/hook\"");
        row("user in the URL", "endpointUrl", "\"https://user:word@example.com/hook\"");
        row("long URL", "endpointUrl", "\"https://example.com/" + QByteArray(240, 'x') + '"');
        row("no events", "subscribedEvents", "null");
        row("empty events", "subscribedEvents", "[]");
        row("event as text", "subscribedEvents", R"("customer.created")");
        row("unknown event", "subscribedEvents", R"(["customer.created","customer.deleted"])");
        row("long name", "subscriptionName", '"' + QByteArray(256, 'n') + '"');
        row("blank description", "description", R"("  ")");
        row("customer as number", "customerId", "5");
        row("empty secret", "secretKey", R"("")");
        row("long secret", "secretKey", '"' + QByteArray(256, 's') + '"');
        row("another algorithm", "signatureAlgorithm", R"("HMAC_SHA1")");
        row("flag as text", "verifySsl", R"("true")");
        row("negative retries", "maxRetryAttempts", "-1");
        row("many retries", "maxRetryAttempts", "11");
        row("retries as text", "maxRetryAttempts", R"("3")");
        row("no pause", "retryBackoffSeconds", "0");
        row("long pause", "retryBackoffSeconds", "3601");
        row("half a second", "retryBackoffSeconds", "0.5");
    }
    void values()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        const Reply former = m_officer->post(Subscriptions, everything());
        Json sent = everything();
        sent[member.toStdString()] = Json::parse(value.toStdString());
        for (const Reply& reply :
             {m_officer->post(Subscriptions, sent), m_officer->put(pathOf(former), sent)}) {
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.error(), QStringLiteral("VALIDATION_FAILED"));
            QCOMPARE(reply.fields(), QStringList{QString::fromLatin1(member)});
        }
        QCOMPARE(m_officer->get(pathOf(former)).bytes, former.bytes);
        QCOMPARE(m_officer->get(Subscriptions).data().at("pagination").at("total"), Json(1));
    }

    void limitsPass()
    {
        for (const auto& [retries, backoff] : {std::pair(0, 1), std::pair(10, 3600)}) {
            Json sent = everything();
            sent["maxRetryAttempts"] = retries;
            sent["retryBackoffSeconds"] = backoff;
            QCOMPARE(m_officer->post(Subscriptions, sent).status, 200);
        }
    }

    void changed()
    {
        const Reply created = m_officer->post(Subscriptions, everything());
        m_sandbox->advance(std::chrono::hours(1));
        m_officer->asOfficer();
        const Reply reply = m_officer->put(pathOf(created), Json{{"endpointUrl", "https://example.com/other"},
                                                                 {"subscribedEvents", {"customer.updated"}}});
        // What is not sent falls back to its default; when it was created stays.
        QCOMPARE(reply.data(), (Json{{"id", created.data().at("id")},
                                     {"endpointUrl", "https://example.com/other"},
                                     {"subscribedEvents", {"customer.updated"}},
                                     {"status", "active"},
                                     {"signatureAlgorithm", "HMAC_SHA256"},
                                     {"verifySsl", true},
                                     {"maxRetryAttempts", 3},
                                     {"retryBackoffSeconds", 5},
                                     {"createdAt", "2026-03-31T09:15:00.000Z"}}));
        QCOMPARE(m_officer->get(pathOf(created)).bytes, reply.bytes);
    }

    /// Nobody can read the secret to send it again, so a change without one keeps it.
    void changeKeepsTheSecret()
    {
        const Reply created = subscribe({"customer.created"}, Json{{"secretKey", "a very secret key"}});
        m_officer->put(pathOf(created), Json{{"endpointUrl", m_receiver->url().toStdString()},
                                             {"subscribedEvents", {"customer.created"}}});
        CaseWalk(*m_officer).registerCustomer();
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), 1, Patience);
        const WebhookReceiver::Received received = m_receiver->received().first();
        QCOMPARE(received.headers.value(QStringLiteral("x-finhub-signature")).toLatin1(),
                 sandbox::webhookSignature(received.body, QStringLiteral("a very secret key")));
    }

    void list()
    {
        QStringList ids;
        for (int i = 0; i < 5; ++i)
            ids << textAt(m_officer->post(Subscriptions, everything()).body, "/data/id");
        const Reply page = m_officer->get(Subscriptions + QStringLiteral("?page=1&size=2"));
        QCOMPARE(page.body.at("success"), Json(true));
        QCOMPARE(page.data().at("pagination"), (Json{{"total", 5}, {"page", 1}, {"size", 2}}));
        QCOMPARE(page.data().at("subscriptions").size(), std::size_t(2));
        QCOMPARE(textAt(page.body, "/data/subscriptions/0/id"), ids.at(2));
        QCOMPARE(textAt(page.body, "/data/subscriptions/1/id"), ids.at(3));
        const Reply beyond = m_officer->get(Subscriptions + QStringLiteral("?page=9&size=2"));
        QVERIFY(beyond.data().at("subscriptions").empty());
        QCOMPARE(m_officer->get(Subscriptions + QStringLiteral("?size=0")).fields(),
                 QStringList{QStringLiteral("size")});
    }

    void deliveriesAreListedNewestFirst()
    {
        const Reply subscription = subscribe({"customer.created"});
        QStringList customers;
        for (int i = 0; i < 3; ++i)
            customers << textAt(CaseWalk(*m_officer).registerCustomer(), "/id");
        const Reply page = m_officer->get(pathOf(subscription) + QStringLiteral("/deliveries?size=2"));
        QCOMPARE(page.data().at("pagination"), (Json{{"total", 3}, {"page", 0}, {"size", 2}}));
        QCOMPARE(textAt(page.body, "/data/deliveries/0/payload/data/customerId"), customers.at(2));
        QCOMPARE(textAt(page.body, "/data/deliveries/1/payload/data/customerId"), customers.at(1));
        const Reply last = m_officer->get(pathOf(subscription) + QStringLiteral("/deliveries?size=2&page=1"));
        QCOMPARE(textAt(last.body, "/data/deliveries/0/payload/data/customerId"), customers.at(0));
        QCOMPARE(m_officer->get(pathOf(subscription) + QStringLiteral("/deliveries?page=-1")).fields(),
                 QStringList{QStringLiteral("page")});
    }

    void removed()
    {
        const Reply subscription = subscribe({"customer.created"});
        CaseWalk walk(*m_officer);
        walk.registerCustomer();
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), 1, Patience);
        const QString delivery = textAt(deliveriesOf(subscription).body, "/data/deliveries/0/deliveryId");
        QCOMPARE(m_officer->get(Deliveries + u'/' + delivery).status, 200);
        QCOMPARE(m_officer->remove(pathOf(subscription)).body,
                 Json::parse(R"({"success":true,"code":200,"message":"Success","data":{}})"));
        for (const Reply& reply : {m_officer->get(pathOf(subscription)),
                                   m_officer->remove(pathOf(subscription)), deliveriesOf(subscription)}) {
            QCOMPARE(reply.status, 404);
            QCOMPARE(textAt(reply.body, "/data/resource"), QStringLiteral("subscription"));
        }
        QCOMPARE(textAt(m_officer->get(Deliveries + u'/' + delivery).body, "/data/resource"),
                 QStringLiteral("delivery"));
        // Another subscription would be told; this one is not any more.
        const Reply other = subscribe({"customer.created"});
        walk.registerCustomer();
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), 2, Patience);
        QCOMPARE(deliveriesOf(other).data().at("pagination").at("total"), Json(1));
    }

    void whoMay()
    {
        const Reply subscription = subscribe({"customer.created"});
        CaseWalk(*m_officer).registerCustomer();
        const QString delivery =
            Deliveries + u'/' + textAt(deliveriesOf(subscription).body, "/data/deliveries/0/deliveryId");
        const QString deliveries = pathOf(subscription) + QStringLiteral("/deliveries");
        SandboxClient viewer = m_sandbox->viewer();
        for (const QString& path : {Subscriptions, pathOf(subscription), deliveries, delivery})
            QCOMPARE(viewer.get(path).status, 200);
        for (const Reply& reply :
             {viewer.post(Subscriptions, everything()), viewer.put(pathOf(subscription), everything()),
              viewer.remove(pathOf(subscription))})
            QCOMPARE(reply.error(), QStringLiteral("INSUFFICIENT_PERMISSIONS"));
        SandboxClient customer = *m_officer;
        customer.asCustomer(CaseWalk(*m_officer).registerCustomer());
        for (const QString& path : {Subscriptions, pathOf(subscription), deliveries, delivery})
            QCOMPARE(customer.get(path).error(), QStringLiteral("INSUFFICIENT_PERMISSIONS"));
    }

    /// Everything that happens on the way of two customers, in its order, and nothing else about them.
    void events()
    {
        const Reply subscription = subscribe(allEvents());
        CaseWalk walk(*m_officer);
        const Json customer = walk.registerCustomer();
        const QString path = Customers + u'/' + textAt(customer, "/id");
        const QString verification = textAt(walk.start(customer), "/verificationId");
        const QString first = textAt(walk.upload(verification, "PASSPORT"), "/documentId");
        decide(verification, "RESUBMISSION_REQUESTED", "DOCUMENT_EXPIRED");
        const QString second = textAt(walk.upload(verification, "PASSPORT"), "/documentId");
        decide(verification, "APPROVED");
        QStringList consents;
        for (const char* type : {"terms", "privacy", "data-processing"}) {
            const Reply reply = m_officer->post(path + QStringLiteral("/consents/") + QLatin1String(type),
                                                Json{{"accepted", true}, {"version", "1.0"}});
            consents << textAt(reply.body, "/data/id");
        }
        m_officer->post(path + QStringLiteral("/activation"),
                        Json{{"userId", customer.at("user").at("id")}, {"code", "1"}});
        const Json other = walk.registerCustomer();
        const QString rejected = textAt(walk.start(other), "/verificationId");
        decide(rejected, "REJECTED", "SANCTIONS_MATCH");

        const Json ids{{"customerId", customer.at("id")}};
        const auto with = [](Json data, const char* name, const QString& id) {
            data[name] = id.toStdString();
            return data;
        };
        const Json open = with(ids, "verificationId", verification);
        const Json closed = with(Json{{"customerId", other.at("id")}}, "verificationId", rejected);
        const QList<std::pair<const char*, Json>> expected{
            {"customer.created", ids},
            {"verification.initiated", open},
            {"document.uploaded", with(open, "documentId", first)},
            {"verification.resubmission_requested", open},
            {"document.uploaded", with(open, "documentId", second)},
            {"verification.approved", open},
            {"consent.accepted", with(ids, "consentId", consents.at(0))},
            {"consent.accepted", with(ids, "consentId", consents.at(1))},
            {"consent.accepted", with(ids, "consentId", consents.at(2))},
            {"customer.activated", ids},
            {"customer.created", Json{{"customerId", other.at("id")}}},
            {"verification.initiated", closed},
            {"verification.rejected", closed}};
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), expected.size(), Patience);
        const QList<WebhookReceiver::Received> received = m_receiver->received();
        QSet<QString> eventIds;
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const auto body = sandbox::parseJsonObject(received.at(i).body);
            QVERIFY(body);
            const QString id = textAt(*body, "/id");
            eventIds.insert(id);
            const Json whole{{"id", id.toStdString()},
                             {"type", expected.at(i).first},
                             {"timestamp", "2026-03-31T09:15:00.000Z"},
                             {"data", expected.at(i).second}};
            QCOMPARE(received.at(i).body, sandbox::jsonBytes(whole));
            QCOMPARE(received.at(i).headers.value(QStringLiteral("content-type")),
                     QStringLiteral("application/json"));
        }
        QCOMPARE(eventIds.size(), expected.size());
        QCOMPARE(deliveriesOf(subscription).data().at("pagination").at("total"), Json(expected.size()));
    }

    /// Only what happens from now on is told, not the life that a seeded customer has had.
    void seededHistoryIsNotTold()
    {
        const Reply subscription = subscribe(allEvents());
        const Reply waiting = m_officer->get(Customers + QStringLiteral("?stage=CONSENTS&size=1"));
        const QString path = Customers + u'/' + textAt(waiting.body, "/data/customers/0/id");
        const Json accepted{{"accepted", true}, {"version", "2.0"}};
        QCOMPARE(m_officer->post(path + QStringLiteral("/consents/terms"), accepted).status, 200);
        // Neither is what was there already.
        QCOMPARE(m_officer->post(path + QStringLiteral("/consents/terms"), accepted).status, 200);
        const Json deliveries = deliveriesOf(subscription).data();
        QCOMPARE(deliveries.at("pagination").at("total"), Json(1));
        QCOMPARE(textAt(deliveries, "/deliveries/0/eventType"), QStringLiteral("consent.accepted"));
    }

    /// A request that is refused or given again tells nobody.
    void onlyWhatHappened()
    {
        const Reply subscription = subscribe(allEvents());
        m_officer->headers.insert(QStringLiteral("Idempotency-Key"), QStringLiteral("once"));
        const Json registration = CaseWalk::registration(QStringLiteral("once@example.net"));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_officer->post(Customers + QStringLiteral("/registration"), registration).status, 200);
        m_officer->headers.remove(QStringLiteral("Idempotency-Key"));
        QCOMPARE(m_officer->post(Customers + QStringLiteral("/registration"), registration).status, 409);
        QCOMPARE(deliveriesOf(subscription).data().at("pagination").at("total"), Json(1));
    }

    void onlyWhatWasAskedFor()
    {
        CaseWalk walk(*m_officer);
        const Json wanted = walk.registerCustomer();
        const Json other = walk.registerCustomer();
        const Reply one = subscribe({"verification.initiated"}, Json{{"customerId", wanted.at("id")}});
        const Reply all = subscribe({"verification.initiated"});
        const Reply none = subscribe({"document.uploaded", "customer.updated"});
        walk.start(other);
        walk.start(wanted);
        QCOMPARE(deliveriesOf(one).data().at("pagination").at("total"), Json(1));
        QCOMPARE(textAt(deliveriesOf(one).body, "/data/deliveries/0/payload/data/customerId"),
                 textAt(wanted, "/id"));
        QCOMPARE(deliveriesOf(all).data().at("pagination").at("total"), Json(2));
        QCOMPARE(deliveriesOf(none).data().at("pagination").at("total"), Json(0));
        // The same event has the same id for everybody.
        QCOMPARE(textAt(deliveriesOf(one).body, "/data/deliveries/0/eventId"),
                 textAt(deliveriesOf(all).body, "/data/deliveries/0/eventId"));
    }

    void extensionsDoNotMatter()
    {
        sandbox::SandboxOptions options;
        options.extensions.clear();
        const SandboxFixture bare(options);
        m_officer.emplace(bare.officer());
        subscribe({"customer.created"});
        CaseWalk(*m_officer).registerCustomer();
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), 1, Patience);
    }

    /// Nothing that was answered is lost, and what was on its way goes on.
    void restart()
    {
        const QTemporaryDir folder;
        sandbox::SandboxOptions options;
        options.customers = 0;
        options.store = folder.filePath(QStringLiteral("sandbox.db"));
        QByteArray subscriptions;
        QByteArray delivered;
        Reply done;
        Reply pending;
        Reply outside;
        {
            const SandboxFixture sandbox(options);
            m_officer.emplace(sandbox.officer());
            done = subscribe({"customer.created"}, Json{{"secretKey", "a very secret key"}});
            outside = m_officer->post(Subscriptions, Json{{"endpointUrl", "https://example.com/hook"},
                                                          {"subscribedEvents", {"customer.created"}}});
            CaseWalk(*m_officer).registerCustomer();
            QTRY_COMPARE_WITH_TIMEOUT(statusOf(done), QStringLiteral("DELIVERED"), Patience);
            m_receiver->hold();
            pending = subscribe({"verification.initiated"}, Json{{"secretKey", "another"}});
            CaseWalk walk(*m_officer);
            walk.start(walk.registerCustomer());
            // One of each subscription is under way, and will not be answered.
            QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), 3, Patience);
            subscriptions = m_officer->get(Subscriptions).bytes;
            delivered = m_officer->get(Deliveries + u'/' + idOf(done, 1)).bytes;
        }
        m_receiver->release();
        const SandboxFixture sandbox(options);
        m_officer.emplace(sandbox.officer());
        QCOMPARE(m_officer->get(Subscriptions).bytes, subscriptions);
        QCOMPARE(m_officer->get(Deliveries + u'/' + idOf(done, 1)).bytes, delivered);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(done), QStringLiteral("DELIVERED"), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(pending), QStringLiteral("DELIVERED"), Patience);
        QCOMPARE(deliveriesOf(pending).data().at("deliveries").at(0).at("attempts").size(), std::size_t(1));
        QCOMPARE(statusOf(outside), QStringLiteral("PENDING"));
        // Two had come before, two were cut off, these two are the same again.
        QCOMPARE(m_receiver->count(), 5);
        // The secret has survived as well.
        m_officer->post(Customers + QStringLiteral("/registration"),
                        CaseWalk::registration(QStringLiteral("later@example.net")));
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), 6, Patience);
        const WebhookReceiver::Received last = m_receiver->received().last();
        QCOMPARE(last.headers.value(QStringLiteral("x-finhub-signature")).toLatin1(),
                 sandbox::webhookSignature(last.body, QStringLiteral("a very secret key")));
    }

    /// The newest of very many are kept.
    void oldestAreForgotten()
    {
        sandbox::Store store;
        QVERIFY(store.open({}));
        constexpr int Raised = sandbox::Webhooks::MaxKept + 5;
        {
            sandbox::Webhooks webhooks(store);
            sandbox::WebhookSubscription subscription;
            subscription.id = QStringLiteral("far");
            subscription.endpointUrl = QStringLiteral("https://example.com/hook");
            subscription.events = {QStringLiteral("customer.created")};
            QVERIFY(webhooks.put(subscription));
            for (int i = 0; i < Raised; ++i)
                webhooks.raise({QString::number(i), QStringLiteral("customer.created"), CustomerId(), "{}"});
            QCOMPARE(webhooks.deliveriesOf(QStringLiteral("far")).size(), sandbox::Webhooks::MaxKept);
        }
        const sandbox::Webhooks again(store);
        const QStringList ids = again.deliveriesOf(QStringLiteral("far"));
        QCOMPARE(ids.size(), sandbox::Webhooks::MaxKept);
        QCOMPARE(again.delivery(ids.first())->eventId, QStringLiteral("5"));
        QCOMPARE(again.delivery(ids.last())->eventId, QString::number(Raised - 1));
    }

private:
    static Json everything()
    {
        return Json{{"subscriptionName", "Case feed"},
                    {"description", "What the case desk has to know"},
                    {"customerId", "6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13"},
                    {"endpointUrl", "https://example.com/hook"},
                    {"subscribedEvents", {"verification.approved", "customer.suspended"}},
                    {"secretKey", "a very secret key"},
                    {"signatureAlgorithm", "HMAC_SHA256"},
                    {"verifySsl", false},
                    {"maxRetryAttempts", 0},
                    {"retryBackoffSeconds", 60}};
    }
    static Json allEvents()
    {
        return Json{"customer.created",       "customer.updated",      "customer.activated",
                    "customer.suspended",     "verification.approved", "transaction.completed",
                    "verification.initiated", "verification.rejected", "verification.resubmission_requested",
                    "document.uploaded",      "consent.accepted"};
    }
    Reply subscribe(const Json& events, const Json& more = Json::object())
    {
        Json body{{"endpointUrl", m_receiver->url().toStdString()}, {"subscribedEvents", events}};
        body.update(more);
        Reply reply = m_officer->post(Subscriptions, body);
        if (reply.status != 200)
            qFatal("a subscription was refused: %s", reply.bytes.constData());
        return reply;
    }
    static QString pathOf(const Reply& subscription)
    {
        return Subscriptions + u'/' + textAt(subscription.body, "/data/id");
    }
    Reply deliveriesOf(const Reply& subscription)
    {
        return m_officer->get(pathOf(subscription) + QStringLiteral("/deliveries"));
    }
    QString idOf(const Reply& subscription, int place)
    {
        return sandbox::textOf(
            deliveriesOf(subscription).data().at("deliveries").at(std::size_t(place)).at("deliveryId"));
    }
    /// Of the newest delivery.
    QString statusOf(const Reply& subscription)
    {
        return textAt(deliveriesOf(subscription).body, "/data/deliveries/0/status");
    }
    void decide(const QString& verification, const char* status, const char* reason = nullptr)
    {
        Json body{{"status", status}};
        if (reason)
            body["reasonCodes"] = {reason};
        const Reply reply =
            m_officer->post(QStringLiteral("%1/%2/approve").arg(Verifications, verification), body);
        QVERIFY2(reply.status == 200, reply.bytes.constData());
    }

    std::unique_ptr<WebhookReceiver> m_receiver;
    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
};

QTEST_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
