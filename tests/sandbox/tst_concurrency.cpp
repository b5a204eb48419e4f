#include "sandboxfixture.h"

#include <QSet>
#include <QTcpSocket>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using namespace finhub;
using namespace finhub::test;

/// Section 6, consistency: a read after an answered write sees it; of concurrent decisions one wins.
class TestConcurrency : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (TestStore::isPostgresWanted() && !TestStore::missing(StoreKind::Postgres).isEmpty())
            QSKIP(qPrintable(TestStore::missing(StoreKind::Postgres)));
    }
    void init() { m_sandbox = std::make_unique<SandboxFixture>(); }
    void cleanup() { m_sandbox.reset(); }

    void oneDecisionWins_data()
    {
        QTest::addColumn<QString>("ifMatch");
        QTest::newRow("unconditional") << QString();
        QTest::newRow("conditional") << QStringLiteral("\"v2\"");
    }
    void oneDecisionWins()
    {
        QFETCH(QString, ifMatch);
        SandboxClient officer = m_sandbox->officer();
        CaseWalk walk(officer);
        for (int round = 0; round < 5; ++round) {
            const Json verification = walk.start(walk.registerCustomer());
            walk.uploadAll(verification);
            const QString path =
                QStringLiteral("%1/%2/approve").arg(Verifications, textAt(verification, "/verificationId"));
            const std::vector<Reply> replies = together(8, [&](int) {
                SandboxClient client = officer;
                client.headers.insert(QStringLiteral("If-Match"), ifMatch);
                return client.post(path, Json{{"status", "APPROVED"}});
            });
            int won = 0;
            for (const Reply& reply : replies) {
                won += reply.status == 200;
                QVERIFY(reply.status == 200 || reply.status == (ifMatch.isEmpty() ? 409 : 412));
            }
            QCOMPARE(won, 1);
            const Json read =
                officer.get(Verifications + u'/' + textAt(verification, "/verificationId")).data();
            QCOMPARE(read.at("version"), Json(3));
        }
    }

    /// Eight officers who disagree: the first one to arrive decides, the others are told so.
    void oneVerdictWins()
    {
        SandboxClient officer = m_sandbox->officer();
        CaseWalk walk(officer);
        for (int round = 0; round < 5; ++round) {
            const Json verification = walk.start(walk.registerCustomer());
            walk.uploadAll(verification);
            const QString path = Verifications + u'/' + textAt(verification, "/verificationId");
            const std::vector<Reply> replies = together(8, [&](int i) {
                SandboxClient client = officer;
                return client.post(path + QStringLiteral("/approve"),
                                   i % 2 == 0 ? Json{{"status", "APPROVED"}}
                                              : Json{{"status", "REJECTED"}, {"reasonCodes", {"FORGED"}}});
            });
            const auto won = std::find_if(replies.begin(), replies.end(),
                                          [](const Reply& reply) { return reply.status == 200; });
            QVERIFY(won != replies.end());
            const Json read = officer.get(path).data();
            QCOMPARE(read.at("status"), won->data().at("status"));
            QCOMPARE(read.at("version"), Json(3));
            for (const Reply& reply : replies) {
                if (&reply == &*won)
                    continue;
                QCOMPARE(reply.error(), QStringLiteral("ALREADY_DECIDED"));
                QCOMPARE(reply.data().at("status"), read.at("status"));
            }
        }
    }

    /// 3.7, every route of it that this sandbox has: eight clients send the same intent at once. It is
    /// carried out once, and whoever is not told that it is still running is told the same.
    void oneIntentIsCarriedOutOnce_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what :
             {"registration", "upload", "decision", "consent", "activation", "recommendation", "note"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void oneIntentIsCarriedOutOnce()
    {
        QFETCH(QString, what);
        SandboxClient officer = m_sandbox->officer();
        for (int round = 0; round < 3; ++round) {
            const auto [path, body, customer] = intent(officer, what, round);
            const std::size_t before = eventsOf(officer, customer);
            const std::vector<Reply> replies = together(8, [&, path = path, body = body](int) {
                SandboxClient client = officer;
                client.headers.insert(QStringLiteral("Idempotency-Key"),
                                      QStringLiteral("intent-%1").arg(round));
                return client.post(path, body);
            });
            int first = 0;
            QSet<QByteArray> answers;
            for (const Reply& reply : replies) {
                if (reply.error() == QLatin1String("IDEMPOTENCY_IN_PROGRESS"))
                    continue;
                QVERIFY2(reply.status == 200, reply.bytes.constData());
                first += !reply.headers.contains(QStringLiteral("idempotent-replayed"));
                answers.insert(reply.bytes);
            }
            QCOMPARE(first, 1);
            QCOMPARE(answers.size(), 1);
            const QString acted = customer.isEmpty() ? textAt(replies.front().body, "/data/id") : customer;
            // An upload that completes the set is two events.
            QCOMPARE(eventsOf(officer, acted) - before, std::size_t(what == QLatin1String("upload") ? 2 : 1));
        }
    }

    /// 3.8: of two claims at once exactly one gets it, and everybody is told who.
    void oneClaimWins()
    {
        SandboxClient officers[] = {m_sandbox->officer(), m_sandbox->senior()};
        CaseWalk walk(officers[0]);
        for (int round = 0; round < 10; ++round) {
            const QString path =
                Verifications + u'/' + textAt(walk.start(walk.registerCustomer()), "/verificationId");
            const std::vector<Reply> replies = together(8, [&](int i) {
                SandboxClient client = officers[i % 2];
                return client.send("POST", path + QStringLiteral("/claim"));
            });
            const QString holder = textAt(officers[0].get(path).data(), "/claim/by/id");
            QVERIFY(holder == OfficerId || holder == SeniorId);
            for (std::size_t i = 0; i < replies.size(); ++i) {
                const bool mine = holder == (i % 2 == 0 ? OfficerId : SeniorId);
                QCOMPARE(replies[i].status, mine ? 200 : 409);
                QCOMPARE(textAt(replies[i].body, "/data/claim/by/id"), holder);
            }
            // The four of the winner are one claim and three renewals.
            const QString customer = textAt(officers[0].get(path).data(), "/customerId");
            QCOMPARE(eventsOf(officers[0], customer), std::size_t(3));
        }
    }

    /// Claim and decide at once: whoever holds it decides, nobody else does.
    void claimAgainstDecision()
    {
        SandboxClient officer = m_sandbox->officer();
        SandboxClient senior = m_sandbox->senior();
        CaseWalk walk(officer);
        for (int round = 0; round < 10; ++round) {
            const Json started = walk.start(walk.registerCustomer());
            walk.uploadAll(started);
            const QString path = Verifications + u'/' + textAt(started, "/verificationId");
            const std::vector<Reply> replies = together(2, [&](int i) {
                SandboxClient client = i == 0 ? officer : senior;
                return i == 0 ? client.send("POST", path + QStringLiteral("/claim"))
                              : client.post(path + QStringLiteral("/approve"), Json{{"status", "APPROVED"}});
            });
            QVERIFY((replies[0].status == 200) != (replies[1].status == 200));
            if (replies[0].status == 200)
                QCOMPARE(replies[1].error(), QStringLiteral("CLAIMED"));
            else
                QCOMPARE(replies[0].error(), QStringLiteral("ALREADY_DECIDED"));
        }
    }

    /// 3.9: one recommendation of an officer in a round, however often it is sent.
    void oneRecommendationCounts()
    {
        SandboxClient officer = m_sandbox->officer();
        CaseWalk walk(officer);
        const QString path = Verifications + u'/' +
                             textAt(walk.start(walk.registerCustomer()), "/verificationId") +
                             QStringLiteral("/recommendations");
        const std::vector<Reply> replies = together(8, [&](int) {
            SandboxClient client = officer;
            return client.post(path, CaseWalk::recommendation());
        });
        QCOMPARE(
            std::count_if(replies.begin(), replies.end(), [](const Reply& r) { return r.status == 200; }), 1);
        QCOMPARE(officer.get(path).data().at("pagination").at("total"), Json(1));
    }

    void oneRegistrationWins()
    {
        SandboxClient officer = m_sandbox->officer();
        const std::vector<Reply> replies = together(8, [&](int) {
            SandboxClient client = officer;
            return client.post(Customers + QStringLiteral("/registration"),
                               CaseWalk::registration(QStringLiteral("same@example.net")));
        });
        QCOMPARE(
            std::count_if(replies.begin(), replies.end(), [](const Reply& r) { return r.status == 200; }), 1);
    }

    void uploadsAreCounted()
    {
        SandboxClient officer = m_sandbox->officer();
        CaseWalk walk(officer);
        const QString id = textAt(walk.start(walk.registerCustomer()), "/verificationId");
        const std::vector<Reply> replies = together(12, [&](int) {
            SandboxClient client = officer;
            return client.post(QStringLiteral("%1/%2/documents").arg(Verifications, id),
                               CaseWalk::document("SELFIE"));
        });
        QSet<QString> versions;
        for (const Reply& reply : replies)
            versions.insert(QString::fromStdString(reply.data().at("version").dump()));
        QCOMPARE(versions.size(), 12);
        const Json read = officer.get(Verifications + u'/' + id).data();
        QCOMPARE(read.at("documentCount"), Json(12));
        QCOMPARE(read.at("version"), Json(13));
    }

    /// More connections than any pool of the library has threads, all kept open and idle.
    void idleConnectionsBlockNobody()
    {
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 40; ++i) {
            idle.push_back(std::make_unique<QTcpSocket>());
            idle.back()->connectToHost(QHostAddress::LocalHost, quint16(m_sandbox->url().port()));
            QVERIFY(idle.back()->waitForConnected());
        }
        SandboxClient officer = m_sandbox->officer();
        QCOMPARE(officer.get(Customers).status, 200);
    }

    void readsSeeWrites()
    {
        SandboxClient officer = m_sandbox->officer();
        CaseWalk walk(officer);
        for (int i = 0; i < 20; ++i) {
            const QString id = textAt(walk.registerCustomer(), "/id");
            const Json found = officer.get(Customers + QStringLiteral("?search=") + id).data();
            QCOMPARE(found.at("pagination").at("total"), Json(1));
        }
    }

    /// Two servers share nothing.
    void serversBesideEachOther()
    {
        const SandboxFixture second;
        SandboxClient here = m_sandbox->officer();
        SandboxClient there = second.officer();
        CaseWalk walk(here);
        const QString id = textAt(walk.registerCustomer(), "/id");
        QCOMPARE(here.get(Customers + u'/' + id).status, 200);
        QCOMPARE(there.get(Customers + u'/' + id).status, 404);
    }

    void portIsTaken()
    {
        sandbox::SandboxOptions options;
        options.port = quint16(m_sandbox->url().port());
        sandbox::SandboxServer second(options);
        const auto url = second.start();
        QVERIFY(!url);
        QCOMPARE(url.error().kind, ErrorKind::Unreachable);
    }

    void startAgain()
    {
        sandbox::SandboxServer server{sandbox::SandboxOptions()};
        for (int i = 0; i < 3; ++i) {
            const auto url = server.start();
            QVERIFY(url);
            SandboxClient client(*url);
            client.asOfficer();
            server.stop();
            QCOMPARE(client.get(Customers).status, 0);
        }
    }

private:
    struct Intent {
        QString path;
        Json body;
        QString customer; ///< empty: the one whom it registers
    };
    /// Makes a case in which this can be done once.
    static Intent intent(SandboxClient& officer, const QString& what, int round)
    {
        CaseWalk walk(officer);
        if (what == QLatin1String("registration"))
            return {Customers + QStringLiteral("/registration"),
                    CaseWalk::registration(QStringLiteral("once%1@example.net").arg(round)),
                    {}};
        const Json customer = walk.registerCustomer();
        const QString id = textAt(customer, "/id");
        const QString path = Customers + u'/' + id;
        const Json consent{{"accepted", true}, {"version", "1.0"}};
        if (what == QLatin1String("consent"))
            return {path + QStringLiteral("/consents/terms"), consent, id};
        const Json started = walk.start(customer);
        const QString verification = Verifications + u'/' + textAt(started, "/verificationId");
        if (what == QLatin1String("upload"))
            return {verification + QStringLiteral("/documents"), CaseWalk::document("PASSPORT"), id};
        if (what == QLatin1String("recommendation"))
            return {verification + QStringLiteral("/recommendations"), CaseWalk::recommendation(), id};
        if (what == QLatin1String("note"))
            return {verification + QStringLiteral("/notes"), Json{{"text", "Called the customer"}}, id};
        walk.uploadAll(started);
        const Json approval{{"status", "APPROVED"}};
        if (what == QLatin1String("decision"))
            return {verification + QStringLiteral("/approve"), approval, id};
        officer.post(verification + QStringLiteral("/approve"), approval);
        for (const char* type : {"terms", "privacy", "data-processing"})
            officer.post(path + QStringLiteral("/consents/") + QLatin1String(type), consent);
        return {path + QStringLiteral("/activation"),
                Json{{"userId", customer.at("user").at("id")}, {"code", "1"}}, id};
    }
    static std::size_t eventsOf(SandboxClient& officer, const QString& customer)
    {
        if (customer.isEmpty())
            return 0;
        return officer.get(QStringLiteral("%1/%2/timeline?size=1000").arg(Customers, customer))
            .data()
            .at("events")
            .size();
    }

    template <typename Work>
    static std::vector<Reply> together(int count, Work work)
    {
        std::vector<Reply> replies(static_cast<std::size_t>(count));
        std::atomic<int> waiting = count;
        std::vector<std::thread> threads;
        threads.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            threads.emplace_back([&, i] {
                --waiting;
                while (waiting > 0)
                    std::this_thread::yield();
                replies[std::size_t(i)] = work(i);
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        return replies;
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
};

QTEST_MAIN(TestConcurrency)
#include "tst_concurrency.moc"
