#include "sandboxfixture.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::test;

/// 3.10.
class TestNotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<SandboxFixture>();
        m_officer.emplace(m_sandbox->officer());
        CaseWalk walk(*m_officer);
        m_customer = walk.registerCustomer();
        m_case = Verifications + u'/' + textAt(walk.start(m_customer), "/verificationId");
        m_path = m_case + QStringLiteral("/notes");
    }
    void cleanup() { m_sandbox.reset(); }

    void newestFirst()
    {
        for (const char* text : {"first", "second", "third"}) {
            m_sandbox->advance(std::chrono::minutes(1));
            QCOMPARE(m_officer->post(m_path, Json{{"text", text}}).status, 200);
        }
        const Json all = m_officer->get(m_path).data();
        QCOMPARE(texts(all),
                 (QStringList{QStringLiteral("third"), QStringLiteral("second"), QStringLiteral("first")}));
        QCOMPARE(textAt(all, "/notes/0/at"), QStringLiteral("2026-03-31T09:18:00.000Z"));
        QCOMPARE(textAt(all, "/notes/0/by/name"), QStringLiteral("Ona Officer"));
        const Json page = m_officer->get(m_path + QStringLiteral("?page=1&size=2")).data();
        QCOMPARE(texts(page), QStringList{QStringLiteral("first")});
        QCOMPARE(page.at("pagination"), (Json{{"total", 3}, {"page", 1}, {"size", 2}}));
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("none") << QByteArray("{}");
        QTest::newRow("empty") << QByteArray(R"({"text":""})");
        QTest::newRow("blanks") << QByteArray(R"({"text":"  \n "})");
        QTest::newRow("a number") << QByteArray(R"({"text":7})");
        QTest::newRow("too long") << "{\"text\":\"" + QByteArray(4001, 'x') + "\"}";
    }
    void values()
    {
        QFETCH(QByteArray, body);
        const Reply reply = m_officer->send("POST", m_path, body);
        QCOMPARE(reply.error(), QStringLiteral("VALIDATION_FAILED"));
        QCOMPARE(reply.fields(), QStringList{QStringLiteral("text")});
        QVERIFY(m_officer->get(m_path).data().at("notes").empty());
    }

    void longest() { QCOMPARE(m_officer->post(m_path, Json{{"text", std::string(4000, 'x')}}).status, 200); }

    /// Also on a closed verification and on one that somebody else has.
    void alwaysPossible()
    {
        SandboxClient senior = m_sandbox->senior();
        senior.send("POST", m_case + QStringLiteral("/claim"));
        QCOMPARE(m_officer->post(m_path, Json{{"text", "claimed"}}).status, 200);
        QCOMPARE(senior
                     .post(m_case + QStringLiteral("/approve"),
                           Json{{"status", "REJECTED"}, {"reasonCodes", {"FORGED"}}})
                     .status,
                 200);
        QCOMPARE(m_officer->post(m_path, Json{{"text", "closed"}}).status, 200);
    }

    void whoMay()
    {
        m_officer->post(m_path, Json{{"text", "internal"}});
        SandboxClient viewer = m_sandbox->viewer();
        QCOMPARE(texts(viewer.get(m_path).data()), QStringList{QStringLiteral("internal")});
        QCOMPARE(viewer.post(m_path, Json{{"text", "mine"}}).error(),
                 QStringLiteral("INSUFFICIENT_PERMISSIONS"));
        SandboxClient own = m_sandbox->client();
        own.asCustomer(m_customer);
        QCOMPARE(own.get(m_path).status, 403);
        QCOMPARE(own.post(m_path, Json{{"text", "mine"}}).status, 403);
    }

    /// The text is in no event, in no verification, and moves no version.
    void staysInternal()
    {
        m_sandbox->advance(std::chrono::minutes(5));
        const Json before = m_officer->get(m_case).data();
        m_officer->post(m_path, Json{{"text", "a suspicion"}});
        QCOMPARE(m_officer->get(m_case).data(), before);
        const Reply timeline =
            m_officer->get(QStringLiteral("%1/%2/timeline").arg(Customers, textAt(m_customer, "/id")));
        QCOMPARE(textAt(timeline.body, "/data/events/0/type"), QStringLiteral("note.added"));
        QVERIFY(!timeline.bytes.contains("suspicion"));
    }

    void ofOneVerification()
    {
        m_officer->post(m_path, Json{{"text", "here"}});
        CaseWalk walk(*m_officer);
        const QString other =
            Verifications + u'/' + textAt(walk.start(m_customer, "SANCTIONS_CHECK"), "/verificationId");
        QVERIFY(m_officer->get(other + QStringLiteral("/notes")).data().at("notes").empty());
    }

private:
    static QStringList texts(const Json& data)
    {
        QStringList texts;
        for (const Json& note : data.at("notes"))
            texts << textAt(note, "/text");
        return texts;
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
    Json m_customer;
    QString m_case;
    QString m_path;
};

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
