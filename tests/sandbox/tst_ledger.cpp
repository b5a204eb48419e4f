#include "sandboxfixture.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::test;

namespace {
const QString LedgerPath = QStringLiteral("/api/v2.1/test/ledger");
const Json Approve{{"status", "APPROVED"}, {"comment", "Approved"}};
} // namespace

/// What the sandbox tells a test about the decisions that reached it.
class TestLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sandbox = std::make_unique<SandboxFixture>(); }
    void init()
    {
        m_client.emplace(m_sandbox->officer());
        QVERIFY(m_client->send("DELETE", LedgerPath).data().at("decisions").empty());
        // A case of low risk that can be approved, another one every time.
        const Json customers =
            m_client->get(Customers + QStringLiteral("?stage=APPROVAL&risk=LOW")).data().at("customers");
        m_path = Verifications + u'/' +
                 QString::fromStdString(
                     customers.at(std::size_t(0)).at("verification").at("verificationId").get<std::string>()) +
                 QStringLiteral("/approve");
    }

    void tellsWhatArrived()
    {
        m_client->headers[QStringLiteral("Idempotency-Key")] = QStringLiteral("key-1");
        QCOMPARE(m_client->post(m_path, Approve).status, 200);
        QCOMPARE(m_client->post(m_path, Approve).status, 200); // given again
        m_client->headers.remove(QStringLiteral("Idempotency-Key"));
        m_client->headers[QStringLiteral("If-Match")] = QStringLiteral("\"v1\"");
        QCOMPARE(m_client->post(m_path, Approve).status, 412);

        SandboxClient bare = m_sandbox->client();
        bare.headers.clear(); // no token is asked for
        const Json decisions = bare.get(LedgerPath).data().at("decisions");
        QCOMPARE(decisions.size(), std::size_t(3));
        const Json& first = decisions.at(std::size_t(0));
        QCOMPARE(first.at("path"), Json(m_path.toStdString()));
        QCOMPARE(Json::parse(first.at("body").get<std::string>()), Approve);
        QCOMPARE(first.at("idempotencyKey"), Json("key-1"));
        QVERIFY(first.at("ifMatch").is_null());
        QCOMPARE(first.at("status"), Json(200));
        QVERIFY(first.at("whole").get<bool>() && first.at("committed").get<bool>());
        QVERIFY(!decisions.at(std::size_t(1)).at("committed").get<bool>());
        QCOMPARE(decisions.at(std::size_t(2)).at("ifMatch"), Json("\"v1\""));
        QCOMPARE(decisions.at(std::size_t(2)).at("status"), Json(412));
    }

    void tellsWhatAFaultHides_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<bool>("committed");
        QTest::newRow("dropped before") << QByteArray("\"drop\":\"before\"") << false;
        QTest::newRow("dropped after") << QByteArray("\"drop\":\"after\"") << true;
        QTest::newRow("cut") << QByteArray("\"truncate\":10") << true;
        QTest::newRow("500") << QByteArray("\"status\":500") << false;
    }
    void tellsWhatAFaultHides()
    {
        QFETCH(QByteArray, fault);
        QFETCH(bool, committed);
        const QByteArray body = "{\"match\":\"POST /api/v2.1/verifications/*/approve\"," + fault + '}';
        QCOMPARE(m_client->send("POST", QStringLiteral("/api/v2.1/test/faults"), body).status, 200);
        m_client->post(m_path, Approve);
        const Json decisions = m_client->get(LedgerPath).data().at("decisions");
        QCOMPARE(decisions.size(), std::size_t(1));
        QCOMPARE(decisions.at(std::size_t(0)).at("committed"), Json(committed));
    }

    void tellsNothingElse()
    {
        m_client->get(Customers);
        m_client->post(Verifications, Json::object());
        QVERIFY(m_client->get(LedgerPath).data().at("decisions").empty());
        QCOMPARE(m_client->post(LedgerPath, Json::object()).status, 405);
    }

private:
    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_client;
    QString m_path;
};

QTEST_MAIN(TestLedger)
#include "tst_ledger.moc"
