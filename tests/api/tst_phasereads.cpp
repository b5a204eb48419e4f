#include "clientfixture.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
const QByteArray TenantValue = "3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10";
} // namespace

/// The reads of the phases: the texts of the consents, and the server's JSON of each object.
class TestPhaseReads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClientFixture>();
        QVERIFY(m_fixture->signIn());
    }
    void cleanup() { m_fixture.reset(); }

    void consentTemplates()
    {
        m_fixture->server.answer("GET /api/v2.1/admin/consents", {transcript("consent-templates")});
        Outcome templates(m_fixture->client->consentTemplates());
        QTRY_VERIFY(templates.hasValue());
        QCOMPARE(templates->size(), qsizetype(1));
        QCOMPARE(m_fixture->requests().first().headerCount("Content-Type"), 0);
        // A documented call: its 404 is an answer and no missing extension.
        m_fixture->server.answer("GET /api/v2.1/admin/consents", {transcript("route-not-found")});
        Outcome missing(m_fixture->client->consentTemplates());
        QTRY_VERIFY(missing.isThere());
        QCOMPARE(missing.error().kind, ErrorKind::Status);
    }

    void raw_data()
    {
        QTest::addColumn<RawObject>("what");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("customer") << RawObject::Customer << CustomerPath << QByteArray("customer");
        QTest::newRow("verification")
            << RawObject::Verification << VerificationPath << QByteArray("verification");
        QTest::newRow("readiness") << RawObject::Readiness
                                   << CustomerPath + "/owner/" + TenantValue + "/activation/check"
                                   << QByteArray("readiness");
        QTest::newRow("timeline") << RawObject::Timeline << CustomerPath + "/timeline?page=0&size=50"
                                  << QByteArray("timeline");
    }
    void raw()
    {
        QFETCH(RawObject, what);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, name);
        m_fixture->server.answer("GET " + target, {transcript(name.constData())});
        Outcome read(m_fixture->client->raw(what, TestCustomer, TestVerification));
        QTRY_VERIFY(read.hasValue());
        QCOMPARE(m_fixture->requests().first().target, target);
        QVERIFY(read->text.startsWith(QStringLiteral("{\n  \"code\": 200,")));
        QVERIFY(read->redacted.startsWith(QStringLiteral("{\n  \"code\": 200,")));
        QVERIFY(!read->redacted.contains(QStringLiteral("Vaitkus")));
        m_fixture->server.answer("GET " + target, {jsonAnswer(200, "<html>")});
        Outcome html(m_fixture->client->raw(what, TestCustomer, TestVerification));
        QTRY_VERIFY(html.isThere());
        QCOMPARE(html.error().kind, ErrorKind::BadAnswer);
    }

    void rawOfWhatIsNotOffered()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn("extensions-none"));
        for (const RawObject what : {RawObject::Customer, RawObject::Verification, RawObject::Timeline}) {
            Outcome read(fixture.client->raw(what, TestCustomer, TestVerification));
            QTRY_VERIFY(read.isThere());
            QCOMPARE(read.error().kind, ErrorKind::NotOffered);
        }
        QCOMPARE(fixture.requests().size(), qsizetype(0));
        fixture.server.answer("GET " + CustomerPath, {transcript("readiness")});
        Outcome readiness(fixture.client->raw(RawObject::Readiness, TestCustomer, {}));
        QTRY_VERIFY(readiness.hasValue());
    }

private:
    std::unique_ptr<ClientFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestPhaseReads)
#include "tst_phasereads.moc"
