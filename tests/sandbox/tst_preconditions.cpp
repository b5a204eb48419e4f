#include "sandboxfixture.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::test;

namespace {
/// The words of the tables below.
struct Expected {
    const char* word;
    int status;
    const char* error;
};
constexpr Expected Answers[] = {
    {"ok", 200, ""},
    {"value", 400, "VALIDATION_FAILED"},
    {"consent", 400, "MISSING_CONSENTS"},
    {"login", 401, "AUTHENTICATION"},
    {"role", 403, "INSUFFICIENT_PERMISSIONS"},
    {"level", 403, "LEVEL_NOT_ALLOWED"},
    {"none", 404, "NOT_FOUND"},
    {"email", 409, "DUPLICATE_EMAIL"},
    {"open", 409, "VERIFICATION_ALREADY_OPEN"},
    {"done", 409, "ALREADY_VERIFIED"},
    {"closed", 409, "VERIFICATION_CLOSED"},
    {"decided", 409, "ALREADY_DECIDED"},
    {"twice", 409, "INVALID_STATE"},
    {"active", 409, "ALREADY_ACTIVE"},
    {"claimed", 409, "CLAIMED"},
    {"advised", 409, "ALREADY_RECOMMENDED"},
    {"stale", 412, "STALE_VERSION"},
    {"large", 413, "PAYLOAD_TOO_LARGE"},
    {"papers", 422, "REQUIRED_DOCUMENTS_MISSING"},
    {"second", 422, "SECOND_PERSON_REQUIRED"},
    {"final", 422, "REASON_NOT_RETRYABLE"},
    {"check", 422, "VERIFICATION_NOT_APPROVED"},
};

/// 4.5, read together with 1.4's order of checks: what each call answers in each state. The calls are the
/// columns.
constexpr const char* Calls =
    "again session wrong begin create upload big broken approve reject resubmit finally "
    "codeless outdated viewer terms refuse activate nocode "
    "claim free take recommend finalAdvice note higher watch";
// clang-format off
constexpr std::pair<const char*, const char*> States[] = {
    {"registered",
     "email ok    login ok   ok   none   none  none  none    none    none    none    none  none  role ok value check   value none    none none none none    none none    role"},
    {"locked",
     "email login login ok   ok   none   none  none  none    none    none    none    none  none  role ok value check   value none    none none none none    none none    role"},
    {"logged in",
     "email ok    login ok   ok   none   none  none  none    none    none    none    none  none  role ok value check   value none    none none none none    none none    role"},
    {"pending",
     "email ok    login open open ok     large value papers  ok      ok      final   value stale role ok value check   value ok      ok   role ok   final   ok   papers  role"},
    {"initiated",
     "email ok    login open open ok     large value papers  ok      ok      final   value stale role ok value check   value ok      ok   role ok   final   ok   papers  role"},
    {"begun",
     "email ok    login open open ok     large value papers  ok      ok      final   value stale role ok value check   value ok      ok   role ok   final   ok   papers  role"},
    {"complete",
     "email ok    login open open ok     large value ok      ok      ok      final   value stale role ok value check   value ok      ok   role ok   final   ok   ok      role"},
    {"sent back empty",
     "email ok    login open open ok     large value papers  ok      twice   twice   value stale role ok value check   value ok      ok   role ok   final   ok   papers  role"},
    {"sent back",
     "email ok    login open open ok     large value ok      ok      twice   twice   value stale role ok value check   value ok      ok   role ok   final   ok   ok      role"},
    {"consented",
     "email ok    login open open ok     large value ok      ok      ok      final   value stale role ok value check   value ok      ok   role ok   final   ok   ok      role"},
    {"rejected",
     "email ok    login ok   ok   closed large value decided decided decided decided value stale role ok value check   value decided ok   role decided decided ok   decided role"},
    {"rejected, consented",
     "email ok    login ok   ok   closed large value decided decided decided decided value stale role ok value check   value decided ok   role decided decided ok   decided role"},
    {"begun again",
     "email ok    login open open ok     large value papers  ok      ok      final   value stale role ok value check   value ok      ok   role ok   final   ok   papers  role"},
    {"approved",
     "email ok    login done done closed large value decided decided decided decided value stale role ok value consent value decided ok   role decided decided ok   decided role"},
    {"approved, two consents",
     "email ok    login done done closed large value decided decided decided decided value stale role ok value consent value decided ok   role decided decided ok   decided role"},
    {"approved, consented",
     "email ok    login done done closed large value decided decided decided decided value stale role ok value ok      value decided ok   role decided decided ok   decided role"},
    {"active",
     "email ok    login done done closed large value decided decided decided decided value stale role ok value active  value decided ok   role decided decided ok   decided role"},
    {"claimed, complete",
     "email ok    login open open ok     large value claimed claimed claimed claimed value stale role ok value check   value claimed claimed role ok final ok ok role"},
    {"advised, complete",
     "email ok    login open open ok     large value ok      ok      ok      final   value stale role ok value check   value ok      ok   role advised advised ok ok role"},
    {"advised, sent back",
     "email ok    login open open ok     large value ok      ok      twice   twice   value stale role ok value check   value ok      ok   role ok   final   ok   ok      role"},
    {"high, advised, complete",
     "email ok    login open open ok     large value level   level   level   level   value level role ok value check   value ok      ok   role advised advised ok ok role"},
    {"high, advised, sent back",
     "email ok    login open open ok     large value level   level   level   level   value level role ok value check   value ok      ok   role ok   final   ok   second  role"},
    {"high, complete",
     "email ok    login open open ok     large value level   level   level   level   value level role ok value check   value ok      ok   role ok   final   ok   second  role"},
    {"high, sent back",
     "email ok    login open open ok     large value level   level   level   level   value level role ok value check   value ok      ok   role ok   final   ok   second  role"},
    {"high, approved, consented",
     "email ok    login done done closed large value level   level   level   level   value level role ok value ok      value decided ok   role decided decided ok   decided role"},
};
// clang-format on

Json consentBody()
{
    return Json{{"accepted", true}, {"version", "1.0"}};
}
} // namespace

/// 4.5 walked completely: every call meets every state, and a refused call changes nothing.
class TestPreconditions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxFixture>();
        m_officer.emplace(m_sandbox->officer());
        m_senior.emplace(m_sandbox->senior());
        m_viewer.emplace(m_sandbox->viewer());
    }

    void table_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("word");
        const QStringList calls = QString::fromLatin1(Calls).split(u' ');
        for (const auto& [state, row] : States) {
            const QStringList words = QString::fromLatin1(row).split(u' ', Qt::SkipEmptyParts);
            QCOMPARE(words.size(), calls.size());
            for (qsizetype i = 0; i < calls.size(); ++i)
                QTest::addRow("%s: %s", state, qPrintable(calls.at(i)))
                    << QString::fromLatin1(state) << calls.at(i) << words.at(i);
        }
    }
    void table()
    {
        QFETCH(QString, state);
        QFETCH(QString, call);
        QFETCH(QString, word);
        const auto* const expected =
            std::find_if(std::begin(Answers), std::end(Answers),
                         [&word](const Expected& e) { return word == QLatin1String(e.word); });
        QVERIFY(expected != std::end(Answers));
        reach(state);
        const QByteArray before = everythingOf();
        const Reply reply = carryOut(call);
        QVERIFY2(reply.status == expected->status, reply.bytes.constData());
        QCOMPARE(reply.error(), QLatin1String(expected->error));
        // A failed login is noted in the timeline, and moves updatedAt.
        if (reply.status != 200 && word != QLatin1String("login"))
            QCOMPARE(everythingOf(), before);
    }

    /// The preconditions that depend on nobody's state.
    void registration_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        QTest::newRow("all met") << QByteArray("{}") << 200 << QString();
        QTest::newRow("no such category") << QByteArray(R"({"customerCategory":{"id":"fs-cat-none"}})") << 400
                                          << QStringLiteral("Invalid categorization");
        QTest::newRow("a category for companies")
            << QByteArray(R"({"customerCategory":{"id":"fs-cat-b2b-small-001"}})") << 400
            << QStringLiteral("Invalid categorization");
        QTest::newRow("17 years and 364 days")
            << QByteArray(R"({"dateOfBirth":"2008-04-01"})") << 422 << QStringLiteral("NOT_ELIGIBLE");
        QTest::newRow("18 years") << QByteArray(R"({"dateOfBirth":"2008-03-31"})") << 200 << QString();
        QTest::newRow("taken, and too young")
            << QByteArray(R"({"email":"TAKEN@example.net","dateOfBirth":"2010-01-01"})") << 409
            << QStringLiteral("DUPLICATE_EMAIL");
        QTest::newRow("taken, and no such category")
            << QByteArray(R"({"email":"taken@example.net","customerCategory":{"id":"fs-cat-none"}})") << 400
            << QStringLiteral("Invalid categorization");
    }
    void registration()
    {
        QFETCH(QByteArray, change);
        QFETCH(int, status);
        QFETCH(QString, error);
        m_officer->post(Customers + QStringLiteral("/registration"),
                        CaseWalk::registration(QStringLiteral("taken@example.net")));
        static int number = 0;
        Json body = CaseWalk::registration(QStringLiteral("free%1@example.net").arg(++number));
        body.update(Json::parse(change.toStdString()));
        const Reply reply = m_officer->post(Customers + QStringLiteral("/registration"), body);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.error(), error);
    }

    void nobodysCalls_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("resource");
        const QString nobody = Customers + QStringLiteral("/nobody");
        const QString nothing = Verifications + QStringLiteral("/nothing");
        const QByteArray login(R"({"username":"x","password":"y"})");
        const QString user = QStringLiteral("user");
        const QString customer = QStringLiteral("customer");
        const QString verification = QStringLiteral("verification");
        QTest::newRow("session of an admin")
            << QStringLiteral("/api/v2.1/admin/organization/%1/users/nobody/sessions").arg(Organization)
            << login << user;
        QTest::newRow("session of a customer")
            << nobody + QStringLiteral("/users/nobody/sessions") << login << customer;
        QTest::newRow("start") << nobody + QStringLiteral("/verification") << QByteArray("{}") << customer;
        QTest::newRow("create") << Verifications
                                << QByteArray(R"({"customerId":"nobody","type":"IDENTITY_VERIFICATION"})")
                                << customer;
        QTest::newRow("upload") << nothing + QStringLiteral("/documents") << QByteArray("{}") << verification;
        QTest::newRow("decide") << nothing + QStringLiteral("/approve") << QByteArray("{}") << verification;
        const QByteArray advice = "{\"verdict\":\"APPROVED\",\"snapshot\":\"" + QByteArray(64, '0') + "\"}";
        QTest::newRow("claim") << nothing + QStringLiteral("/claim") << QByteArray("{}") << verification;
        QTest::newRow("recommendation")
            << nothing + QStringLiteral("/recommendations") << advice << verification;
        QTest::newRow("note") << nothing + QStringLiteral("/notes") << QByteArray(R"({"text":"x"})")
                              << verification;
        QTest::newRow("consent") << nobody + QStringLiteral("/consents/terms") << QByteArray("{}")
                                 << customer;
        QTest::newRow("activation") << nobody + QStringLiteral("/activation") << QByteArray("{}") << customer;
    }
    void nobodysCalls()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(QString, resource);
        const Reply reply = m_officer->send("POST", path, body);
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.error(), QStringLiteral("NOT_FOUND"));
        QCOMPARE(textAt(reply.body, "/data/resource"), resource);
    }

private:
    /// Makes a customer in this state.
    void reach(const QString& state)
    {
        CaseWalk walk(*m_senior);
        const bool high = state.startsWith(QLatin1String("high"));
        m_customer = walk.registerCustomer(high ? "fs-cat-b2c-high-001" : "fs-cat-b2c-low-001");
        m_verification = QStringLiteral("nothing");
        if (state == QLatin1String("registered"))
            return;
        if (state == QLatin1String("locked")) {
            for (int i = 0; i < 5; ++i)
                logIn("wrong");
            return;
        }
        QCOMPARE(logIn("SecurePass123!").status, 200);
        if (state == QLatin1String("logged in"))
            return;
        begin(state == QLatin1String("initiated"));
        if (state == QLatin1String("begun"))
            walk.upload(m_verification, "SELFIE");
        const bool sentBackEmpty = state == QLatin1String("sent back empty");
        static const QStringList early{QStringLiteral("pending"),  QStringLiteral("initiated"),
                                       QStringLiteral("begun"),    QStringLiteral("sent back empty"),
                                       QStringLiteral("rejected"), QStringLiteral("begun again")};
        if (!early.contains(state))
            walk.uploadAll(m_started);
        // What was advised in a round says nothing in the next.
        if (state.contains(QLatin1String("advised")) && state.endsWith(QLatin1String("sent back")))
            QCOMPARE(m_officer->post(casePath("/recommendations"), CaseWalk::recommendation()).status, 200);
        if (sentBackEmpty || state.endsWith(QLatin1String("sent back")))
            decide(Json{{"status", "RESUBMISSION_REQUESTED"}, {"reasonCodes", {"SCREENSHOT"}}});
        if (state.contains(QLatin1String("advised")) && !state.endsWith(QLatin1String("sent back")))
            QCOMPARE(m_officer->post(casePath("/recommendations"), CaseWalk::recommendation()).status, 200);
        if (state.startsWith(QLatin1String("claimed")))
            QCOMPARE(m_senior->send("POST", casePath("/claim")).status, 200);
        if (state.startsWith(QLatin1String("rejected")) || state == QLatin1String("begun again"))
            decide(Json{{"status", "REJECTED"}, {"reasonCodes", {"FORGED"}}});
        if (state == QLatin1String("begun again"))
            begin(false);
        const bool active = state == QLatin1String("active");
        if (high && state.contains(QLatin1String("approved")))
            QCOMPARE(m_officer->post(casePath("/recommendations"), CaseWalk::recommendation()).status, 200);
        if (state.contains(QLatin1String("approved")) || active)
            decide(Json{{"status", "APPROVED"}});
        if (state.endsWith(QLatin1String("consented")) || active)
            consent({"terms", "privacy", "data-processing"});
        if (state.endsWith(QLatin1String("two consents")))
            consent({"terms", "privacy"});
        if (active)
            QCOMPARE(carryOut(QStringLiteral("activate")).status, 200);
    }
    void begin(bool byCustomer)
    {
        m_started = byCustomer ? m_officer->send("POST", path() + QStringLiteral("/verification")).data()
                               : CaseWalk(*m_officer).start(m_customer);
        m_verification = textAt(m_started, "/verificationId");
    }
    void decide(const Json& decision)
    {
        const Reply reply = m_senior->post(decisionPath(), decision);
        QVERIFY2(reply.status == 200, reply.bytes.constData());
    }
    void consent(std::initializer_list<const char*> types)
    {
        for (const char* type : types)
            QCOMPARE(
                m_officer->post(path() + QStringLiteral("/consents/") + QLatin1String(type), consentBody())
                    .status,
                200);
    }
    Reply logIn(const char* password)
    {
        return m_sandbox->client().post(
            path() + QStringLiteral("/users/%1/sessions").arg(textAt(m_customer, "/user/id")),
            Json{{"username", m_customer.at("user").at("username")}, {"password", password}});
    }

    Reply carryOut(const QString& call)
    {
        if (call == QLatin1String("again")) {
            const QString email = textAt(m_customer, "/user/username").toUpper();
            return m_officer->post(Customers + QStringLiteral("/registration"),
                                   CaseWalk::registration(email));
        }
        if (call == QLatin1String("session"))
            return logIn("SecurePass123!");
        if (call == QLatin1String("wrong"))
            return logIn("wrong");
        if (call == QLatin1String("begin"))
            return m_officer->send("POST", path() + QStringLiteral("/verification/initiate"));
        if (call == QLatin1String("create"))
            return m_officer->post(
                Verifications, Json{{"customerId", m_customer.at("id")}, {"type", "IDENTITY_VERIFICATION"}});
        if (call == QLatin1String("terms"))
            return m_officer->post(path() + QStringLiteral("/consents/terms"), consentBody());
        if (call == QLatin1String("refuse"))
            return m_officer->post(path() + QStringLiteral("/consents/terms"),
                                   Json{{"accepted", false}, {"version", "1.0"}});
        if (call == QLatin1String("activate"))
            return m_officer->post(path() + QStringLiteral("/activation"),
                                   Json{{"userId", m_customer.at("user").at("id")}, {"code", "1"}});
        if (call == QLatin1String("nocode"))
            return m_officer->post(path() + QStringLiteral("/activation"),
                                   Json{{"userId", m_customer.at("user").at("id")}});
        if (call == QLatin1String("claim"))
            return m_officer->send("POST", casePath("/claim"));
        if (call == QLatin1String("free"))
            return m_officer->remove(casePath("/claim"));
        if (call == QLatin1String("take"))
            return m_officer->post(casePath("/claim"), Json{{"takeOver", true}});
        if (call == QLatin1String("recommend"))
            return m_officer->post(casePath("/recommendations"), CaseWalk::recommendation());
        if (call == QLatin1String("finalAdvice"))
            return m_officer->post(casePath("/recommendations"), Json{{"verdict", "RESUBMISSION_REQUESTED"},
                                                                      {"reasonCodes", {"FORGED"}},
                                                                      {"snapshot", std::string(64, '0')}});
        if (call == QLatin1String("note"))
            return m_officer->post(casePath("/notes"), Json{{"text", "Called the customer"}});
        if (call == QLatin1String("higher"))
            return m_senior->post(decisionPath(), Json{{"status", "APPROVED"}});
        if (call == QLatin1String("watch"))
            return m_viewer->post(casePath("/notes"), Json{{"text", "Called the customer"}});
        return call == QLatin1String("upload") || call == QLatin1String("big") ||
                       call == QLatin1String("broken")
                   ? upload(call)
                   : decision(call);
    }
    Reply upload(const QString& call)
    {
        Json document = CaseWalk::document("SELFIE");
        if (call == QLatin1String("big"))
            document["fileContent"] =
                (QByteArray("%PDF-") + QByteArray(10 * 1024 * 1024 - 4, 'x')).toBase64().toStdString();
        if (call == QLatin1String("broken"))
            document["fileContent"] = QByteArray("no PDF").toBase64().toStdString();
        return m_officer->post(QStringLiteral("%1/%2/documents").arg(Verifications, m_verification),
                               document);
    }
    Reply decision(const QString& call)
    {
        if (call == QLatin1String("reject"))
            return m_officer->post(decisionPath(), Json{{"status", "REJECTED"}, {"reasonCodes", {"FORGED"}}});
        if (call == QLatin1String("resubmit"))
            return m_officer->post(
                decisionPath(), Json{{"status", "RESUBMISSION_REQUESTED"}, {"reasonCodes", {"SCREENSHOT"}}});
        if (call == QLatin1String("finally"))
            return m_officer->post(decisionPath(),
                                   Json{{"status", "RESUBMISSION_REQUESTED"}, {"reasonCodes", {"FORGED"}}});
        if (call == QLatin1String("codeless"))
            return m_officer->post(decisionPath(), Json{{"status", "REJECTED"}});
        SandboxClient client = call == QLatin1String("viewer") ? *m_viewer : *m_officer;
        if (call == QLatin1String("outdated"))
            client.headers.insert(QStringLiteral("If-Match"), QStringLiteral("\"v999\""));
        return client.post(decisionPath(), Json{{"status", "APPROVED"}});
    }

    QString path() const { return Customers + u'/' + textAt(m_customer, "/id"); }
    QString decisionPath() const
    {
        return QStringLiteral("%1/%2/approve").arg(Verifications, m_verification);
    }
    QString casePath(const char* rest) const
    {
        return Verifications + u'/' + m_verification + QLatin1String(rest);
    }
    QByteArray everythingOf()
    {
        return m_officer->get(path()).bytes +
               m_officer->get(path() + QStringLiteral("/timeline?size=1000")).bytes +
               m_officer->get(Verifications + u'/' + m_verification).bytes +
               m_officer->get(casePath("/recommendations")).bytes + m_officer->get(casePath("/notes")).bytes;
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
    std::optional<SandboxClient> m_senior;
    std::optional<SandboxClient> m_viewer;
    Json m_customer;
    Json m_started;
    QString m_verification;
};

QTEST_MAIN(TestPreconditions)
#include "tst_preconditions.moc"
