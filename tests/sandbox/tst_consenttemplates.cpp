#include "sandboxfixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace finhub;
using namespace finhub::test;

/// 2.14, and which template of a type is the ACTIVE one.
class TestConsentTemplates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<SandboxFixture>();
        m_officer.emplace(m_sandbox->officer());
    }

    /// Every sandbox has a text for every consent, and always the same one.
    void seeded_data()
    {
        QTest::addColumn<bool>("bare");
        QTest::newRow("as usual") << false;
        QTest::newRow("another seed without extensions") << true;
    }
    void seeded()
    {
        QFETCH(bool, bare);
        sandbox::SandboxOptions options;
        if (bare) {
            options.seed = 77;
            options.customers = 0;
            options.extensions.clear();
        }
        const SandboxFixture other(options);
        SandboxClient client = other.viewer();
        const Reply reply = client.get(ConsentTemplates);
        QCOMPARE(reply.bytes, m_officer->get(ConsentTemplates).bytes);
        QCOMPARE(reply.body.at("success"), Json(true));
        const Json& templates = reply.data().at("templates");
        QStringList types;
        for (const Json& consent : templates) {
            types << textAt(consent, "/type");
            QCOMPARE(textAt(consent, "/status"), QStringLiteral("ACTIVE"));
            QCOMPARE(textAt(consent, "/version"), QStringLiteral("1.0"));
            QCOMPARE(textAt(consent, "/effectiveDate"), QStringLiteral("2026-01-01"));
            QCOMPARE(textAt(consent, "/content/locale"), QStringLiteral("en"));
            QVERIFY(!textAt(consent, "/content/title").isEmpty());
            const QString body = textAt(consent, "/content/body");
            QVERIFY(body.split(QStringLiteral("\n\n")).size() >= 5);
            QCOMPARE(body, body.trimmed());
            QVERIFY(!body.contains(QStringLiteral("  ")));
        }
        QCOMPARE(types, (QStringList{QStringLiteral("TERMS"), QStringLiteral("PRIVACY"),
                                     QStringLiteral("DATA_PROCESSING")}));
    }

    void created()
    {
        const Reply reply = m_officer->post(ConsentTemplates, sent("TERMS", "2.0"));
        QCOMPARE(reply.status, 200);
        Json expected = sent("TERMS", "2.0");
        QCOMPARE(reply.data(), (Json{{"consentId", reply.data().at("consentId")},
                                     {"type", "TERMS"},
                                     {"version", "2.0"},
                                     {"status", "ACTIVE"},
                                     {"effectiveDate", "2026-07-01"},
                                     {"content", expected.at("content")}}));
        QCOMPARE(
            states(),
            (QStringList{QStringLiteral("TERMS 1.0 INACTIVE"), QStringLiteral("PRIVACY 1.0 ACTIVE"),
                         QStringLiteral("DATA_PROCESSING 1.0 ACTIVE"), QStringLiteral("TERMS 2.0 ACTIVE")}));
        QCOMPARE(m_officer->get(pathOf(reply)).bytes, reply.bytes);
    }

    void withoutLocale()
    {
        Json consent = sent("PRIVACY", "1.1");
        consent["content"].erase("locale");
        const Reply reply = m_officer->post(ConsentTemplates, consent);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.data().at("content").at("locale").is_null());
    }

    /// A change to any version makes that one the ACTIVE one, also the way back.
    void changed()
    {
        const Reply second = m_officer->post(ConsentTemplates, sent("TERMS", "2.0"));
        const Reply first = m_officer->put(pathOfTerms(), sent("TERMS", "1.1"));
        QCOMPARE(first.status, 200);
        QCOMPARE(textAt(first.body, "/data/consentId"), TermsId);
        QCOMPARE(textAt(first.body, "/data/content/title"), QStringLiteral("A title"));
        QCOMPARE(textAt(first.body, "/data/status"), QStringLiteral("ACTIVE"));
        QCOMPARE(textAt(m_officer->get(pathOf(second)).body, "/data/status"), QStringLiteral("INACTIVE"));
        QCOMPARE(m_officer->put(pathOf(second), sent("TERMS", "2.0")).status, 200);
        // The place in the list is that of the creation.
        QCOMPARE(
            states(),
            (QStringList{QStringLiteral("TERMS 1.1 INACTIVE"), QStringLiteral("PRIVACY 1.0 ACTIVE"),
                         QStringLiteral("DATA_PROCESSING 1.0 ACTIVE"), QStringLiteral("TERMS 2.0 ACTIVE")}));
    }

    void changedToAnotherType()
    {
        QCOMPARE(m_officer->put(pathOfTerms(), sent("PRIVACY", "3.0")).status, 200);
        QCOMPARE(states(),
                 (QStringList{QStringLiteral("PRIVACY 3.0 ACTIVE"), QStringLiteral("PRIVACY 1.0 INACTIVE"),
                              QStringLiteral("DATA_PROCESSING 1.0 ACTIVE")}));
    }

    /// The one that was in force before takes the place of an ACTIVE one that is deleted.
    void deleted()
    {
        const Reply second = m_officer->post(ConsentTemplates, sent("TERMS", "2.0"));
        const Reply third = m_officer->post(ConsentTemplates, sent("TERMS", "3.0"));
        const Reply reply = m_officer->remove(pathOf(third));
        QCOMPARE(reply.body, Json::parse(R"({"success":true,"code":200,"message":"Success","data":{}})"));
        QCOMPARE(m_officer->get(pathOf(third)).status, 404);
        QCOMPARE(textAt(m_officer->get(pathOf(second)).body, "/data/status"), QStringLiteral("ACTIVE"));
        QCOMPARE(textAt(m_officer->get(pathOfTerms()).body, "/data/status"), QStringLiteral("INACTIVE"));
        // Without one that is INACTIVE the ACTIVE one stays as it is.
        QCOMPARE(m_officer->remove(pathOfTerms()).status, 200);
        QCOMPARE(textAt(m_officer->get(pathOf(second)).body, "/data/status"), QStringLiteral("ACTIVE"));
        QCOMPARE(m_officer->remove(pathOf(second)).status, 200);
        QCOMPARE(states(), (QStringList{QStringLiteral("PRIVACY 1.0 ACTIVE"),
                                        QStringLiteral("DATA_PROCESSING 1.0 ACTIVE")}));
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char* name, const char* member, const QByteArray& value) {
            QTest::newRow(name) << QByteArray(member) << value;
        };
        row("no type", "type", "null");
        row("unknown type", "type", R"("MARKETING")");
        row("long name of a type", "type", R"("TERMS_AND_CONDITIONS")");
        row("type as number", "type", "1");
        row("no version", "version", "null");
        row("blank version", "version", R"("  ")");
        row("version as number", "version", "1.0");
        row("long version", "version", '"' + QByteArray(21, '1') + '"');
        row("no date", "effectiveDate", "null");
        row("impossible date", "effectiveDate", R"("2026-02-30")");
        row("time for a date", "effectiveDate", R"("2026-02-20T00:00:00Z")");
        row("no content", "content", "null");
        row("content as text", "content", R"("text")");
        row("no title", "content.title", "null");
        row("long title", "content.title", '"' + QByteArray(256, 't') + '"');
        row("no body", "content.body", "null");
        row("empty body", "content.body", R"("")");
        row("body too long", "content.body", '"' + QByteArray(100'001, 'b') + '"');
        row("locale as number", "content.locale", "7");
    }
    void values()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        const QByteArray before = m_officer->get(ConsentTemplates).bytes;
        Json consent = sent("TERMS", "2.0");
        Json& target = member.startsWith("content.") ? consent["content"] : consent;
        target[member.mid(member.indexOf('.') + 1).toStdString()] = Json::parse(value.toStdString());
        for (const Reply& reply :
             {m_officer->post(ConsentTemplates, consent), m_officer->put(pathOfTerms(), consent)}) {
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.error(), QStringLiteral("VALIDATION_FAILED"));
            QCOMPARE(reply.fields(), QStringList{QString::fromLatin1(member)});
        }
        QCOMPARE(m_officer->get(ConsentTemplates).bytes, before);
    }

    void everythingMissing()
    {
        QCOMPARE(m_officer->post(ConsentTemplates, Json::object()).fields(),
                 (QStringList{QStringLiteral("type"), QStringLiteral("version"),
                              QStringLiteral("effectiveDate"), QStringLiteral("content")}));
    }

    void longestValues()
    {
        Json consent = sent("TERMS", "12345678901234567890");
        consent["content"]["body"] = std::string(100'000, 'b');
        const Reply reply = m_officer->post(ConsentTemplates, consent);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.data().at("content"), consent.at("content"));
    }

    void whoMay()
    {
        SandboxClient viewer = m_sandbox->viewer();
        QCOMPARE(viewer.get(ConsentTemplates).status, 200);
        QCOMPARE(viewer.get(pathOfTerms()).status, 200);
        const Json consent = sent("TERMS", "2.0");
        for (const Reply& reply : {viewer.post(ConsentTemplates, consent), viewer.put(pathOfTerms(), consent),
                                   viewer.remove(pathOfTerms())}) {
            QCOMPARE(reply.status, 403);
            QCOMPARE(reply.error(), QStringLiteral("INSUFFICIENT_PERMISSIONS"));
        }
        SandboxClient customer = *m_officer;
        customer.asCustomer(CaseWalk(*m_officer).registerCustomer());
        QCOMPARE(customer.get(ConsentTemplates).error(), QStringLiteral("INSUFFICIENT_PERMISSIONS"));
        customer.withToken({});
        QCOMPARE(customer.get(ConsentTemplates).error(), QStringLiteral("INVALID_TOKEN"));
    }

    /// The path is looked at before the values (1.4).
    void unknownBeforeWrong()
    {
        QCOMPARE(m_officer->put(ConsentTemplates + QStringLiteral("/none"), Json::object()).status, 404);
    }

    void restart()
    {
        const QTemporaryDir folder;
        sandbox::SandboxOptions options;
        options.customers = 0;
        options.store = folder.filePath(QStringLiteral("sandbox.db"));
        QByteArray list;
        {
            const SandboxFixture sandbox(options);
            SandboxClient officer = sandbox.officer();
            QCOMPARE(officer.post(ConsentTemplates, sent("TERMS", "2.0")).status, 200);
            QCOMPARE(officer.put(pathOfTerms(), sent("TERMS", "1.0")).status, 200);
            QCOMPARE(officer.post(ConsentTemplates, sent("PRIVACY", "2.0")).status, 200);
            list = officer.get(ConsentTemplates).bytes;
        }
        {
            const SandboxFixture sandbox(options);
            SandboxClient officer = sandbox.officer();
            QCOMPARE(officer.get(ConsentTemplates).bytes, list);
            const Json templates = officer.get(ConsentTemplates).data().at("templates");
            for (const Json& consent : templates)
                QCOMPARE(officer.remove(ConsentTemplates + u'/' + textAt(consent, "/consentId")).status, 200);
        }
        // What was deleted stays deleted.
        const SandboxFixture sandbox(options);
        SandboxClient officer = sandbox.officer();
        QVERIFY(officer.get(ConsentTemplates).data().at("templates").empty());
        const Reply first = officer.post(ConsentTemplates, sent("TERMS", "9"));
        QCOMPARE(textAt(first.body, "/data/status"), QStringLiteral("ACTIVE"));
    }

private:
    static inline const QString TermsId = QStringLiteral("2e6d9f14-8a3b-4c70-b1e5-f0c7a9d84b26");

    static QString pathOfTerms() { return ConsentTemplates + u'/' + TermsId; }
    static QString pathOf(const Reply& reply)
    {
        return ConsentTemplates + u'/' + textAt(reply.body, "/data/consentId");
    }
    static Json sent(const char* type, const char* version)
    {
        return Json{{"type", type},
                    {"version", version},
                    {"effectiveDate", "2026-07-01"},
                    {"content", {{"title", "A title"}, {"body", "First.\n\nSecond."}, {"locale", "lt"}}}};
    }
    QStringList states()
    {
        QStringList states;
        const Reply reply = m_officer->get(ConsentTemplates);
        for (const Json& consent : reply.data().at("templates"))
            states << QStringLiteral("%1 %2 %3")
                          .arg(textAt(consent, "/type"), textAt(consent, "/version"),
                               textAt(consent, "/status"));
        return states;
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
};

QTEST_MAIN(TestConsentTemplates)
#include "tst_consenttemplates.moc"
