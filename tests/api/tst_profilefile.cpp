#include "api/profilefile.h"
#include "testcertificates.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::api;

namespace {
const QByteArray Good =
    "{\"name\":\"Tenant\",\"baseUrl\":\"https://sandbox.finhub.cloud\",\"tenantId\":\"t-1\","
    "\"organizationId\":\"o-1\",\"userId\":\"u-1\",\"username\":\"officer@example.com\"}";
} // namespace

/// Profiles in files: what is read, what is refused, what is never written.
class TestProfileFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneProfile()
    {
        const Result<ConnectionProfile> profile = readProfile(Good);
        QVERIFY(profile);
        QCOMPARE(profile->name, QStringLiteral("Tenant"));
        QCOMPARE(profile->baseUrl, QUrl(QStringLiteral("https://sandbox.finhub.cloud")));
        QCOMPARE(profile->tenantId.text(), QStringLiteral("t-1"));
        QCOMPARE(profile->organizationId.text(), QStringLiteral("o-1"));
        QCOMPARE(profile->userId.text(), QStringLiteral("u-1"));
        QCOMPARE(profile->username, QStringLiteral("officer@example.com"));
        QCOMPARE(faultOf(*profile), ProfileFault::None);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path");
        for (const char* name : {"name", "baseUrl", "tenantId", "organizationId", "userId", "username"}) {
            QByteArray missing = Good;
            missing.replace(QByteArray("\"") + name + "\"", "\"other\"");
            QTest::addRow("%s missing", name)
                << missing << QStringLiteral("$.%1: missing").arg(QLatin1String(name));
            QByteArray number = Good;
            number.replace(QByteArray("\"") + name + "\":", QByteArray("\"") + name + "\":5,\"x\":");
            QTest::addRow("%s number", name)
                << number << QStringLiteral("$.%1: not a string").arg(QLatin1String(name));
        }
        for (const char* name : {"password", "token", "tenantSecret", "tenantKey"}) {
            QByteArray secret = Good;
            secret.replace("{", QByteArray("{\"") + name + "\":\"s3cr3t\",");
            QTest::addRow("%s", name)
                << secret << QStringLiteral("$.%1: a secret does not belong here").arg(QLatin1String(name));
        }
        QTest::newRow("not JSON") << QByteArray("name=Tenant") << QStringLiteral("$: not JSON");
        QTest::newRow("an array") << QByteArray("[]") << QStringLiteral("$: not an object");
        QTest::newRow("null") << QByteArray("null") << QStringLiteral("$: missing");
    }
    void refused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, path);
        const Result<ConnectionProfile> profile = readProfile(json);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, ErrorKind::Refused);
        QCOMPARE(profile.error().technical, path);
    }

    void listsComeBack()
    {
        ConnectionProfile one = *readProfile(Good);
        ConnectionProfile two = one;
        two.name = QStringLiteral("Žalgiris \"2\"");
        two.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:4711"));
        const Result<QList<ConnectionProfile>> read = readProfiles(writeProfiles({one, two}));
        QVERIFY(read);
        QCOMPARE(*read, (QList<ConnectionProfile>{one, two}));
        QCOMPARE(readProfiles(writeProfiles({}))->size(), qsizetype(0));
    }

    void trustComesBack()
    {
        ConnectionProfile profile = *readProfile(Good);
        QCOMPARE(profile.trust, ServerTrust());
        profile.trust = {test::tlsFile("authority.pem"), {QByteArray(32, 'a'), QByteArray(32, 'b')}};
        const Result<QList<ConnectionProfile>> read = readProfiles(writeProfiles({profile}));
        QVERIFY(read);
        QCOMPARE(*read, QList<ConnectionProfile>{profile});
    }

    /// What cannot be read must not become a connection that trusts everybody.
    void trustIsReadStrictly_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("path");
        QTest::newRow("pin") << QByteArray(R"("publicKeyPins":["sha256/abc"])")
                             << QStringLiteral("$.publicKeyPins[0]: not the SHA-256 of a public key");
        QTest::newRow("one of two pins")
            << "\"publicKeyPins\":[\"" + QByteArray(64, '0') + "\",\"\"]"
            << QStringLiteral("$.publicKeyPins[1]: not the SHA-256 of a public key");
        QTest::newRow("pin as a text")
            << QByteArray(R"("publicKeyPins":"x")") << QStringLiteral("$.publicKeyPins: not an array");
        QTest::newRow("no pins") << QByteArray(R"("publicKeyPins":[])")
                                 << QStringLiteral("$.publicKeyPins: no pin in it");
        QTest::newRow("authority") << QByteArray(R"("certificateAuthority":"x")")
                                   << QStringLiteral("$.certificateAuthority: not certificates in PEM");
        QTest::newRow("empty authority") << QByteArray(R"("certificateAuthority":"")")
                                         << QStringLiteral("$.certificateAuthority: not certificates in PEM");
        QTest::newRow("authority as a list") << QByteArray(R"("certificateAuthority":[])")
                                             << QStringLiteral("$.certificateAuthority: not a string");
    }
    void trustIsReadStrictly()
    {
        QFETCH(QByteArray, members);
        QFETCH(QString, path);
        QByteArray json = Good;
        json.insert(1, members + ',');
        const Result<ConnectionProfile> profile = readProfile(json);
        QVERIFY(!profile);
        QCOMPARE(profile.error().technical, path);
    }

    void faultsInListsHaveTheirPath()
    {
        QCOMPARE(readProfiles("{\"profiles\":[" + Good + ",{}]}").error().technical,
                 QStringLiteral("$.profiles[1].name: missing"));
        QCOMPARE(readProfiles("{}").error().technical, QStringLiteral("$.profiles: missing"));
        QCOMPARE(readProfiles("{}").error().kind, ErrorKind::Refused);
        QCOMPARE(readProfiles("").error().kind, ErrorKind::Refused);
    }

    void noSecretIsWritten()
    {
        ConnectionProfile profile = *readProfile(Good);
        profile.baseUrl = QUrl(QStringLiteral("https://officer:hunter2@sandbox.finhub.cloud"));
        const QByteArray written = writeProfiles({profile});
        QVERIFY(!written.contains("hunter2"));
        QVERIFY(written.contains("https://sandbox.finhub.cloud"));
    }
};

QTEST_GUILESS_MAIN(TestProfileFile)
#include "tst_profilefile.moc"
