#include "api/connectionprofile.h"
#include "api/credentialstore.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::api;

namespace {
ConnectionProfile goodProfile()
{
    return {QStringLiteral("Tenant"),        QUrl(QStringLiteral("https://sandbox.finhub.cloud")),
            TenantId(QStringLiteral("t-1")), OrganizationId(QStringLiteral("o-1")),
            UserId(QStringLiteral("u-1")),   QStringLiteral("officer@example.com")};
}
} // namespace

/// 1.1: which servers may be spoken to, and how.
class TestConnectionProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<ProfileFault>("fault");
        const auto row = [](const char* address, ProfileFault fault) {
            QTest::newRow(address) << QString::fromLatin1(address) << fault;
        };
        row("https://sandbox.finhub.cloud", ProfileFault::None);
        row("https://sandbox.finhub.cloud/", ProfileFault::None);
        row("https://api.finhub.cloud:8443", ProfileFault::None);
        row("http://127.0.0.1:4711", ProfileFault::None);
        row("http://127.8.9.10:4711", ProfileFault::None);
        row("http://localhost:4711", ProfileFault::None);
        row("http://LOCALHOST:4711", ProfileFault::None);
        row("http://[::1]:4711", ProfileFault::None);
        row("http://sandbox.finhub.cloud", ProfileFault::PlainHttpRefused);
        row("http://192.168.0.1", ProfileFault::PlainHttpRefused);
        row("http://128.0.0.1", ProfileFault::PlainHttpRefused);
        row("http://127.0.0.1.evil.example", ProfileFault::PlainHttpRefused);
        row("http://localhost.evil.example", ProfileFault::PlainHttpRefused);
        row("http://evil-localhost", ProfileFault::PlainHttpRefused);
        row("http://0.0.0.0", ProfileFault::PlainHttpRefused);
        row("http://[::]", ProfileFault::PlainHttpRefused);
        row("http://[::2]", ProfileFault::PlainHttpRefused);
        row("http://127.0.0.1@evil.example", ProfileFault::AddressInvalid);
        row("https://user:pass@sandbox.finhub.cloud", ProfileFault::AddressInvalid);
        row("https://sandbox.finhub.cloud/api", ProfileFault::AddressInvalid);
        row("https://sandbox.finhub.cloud?x=1", ProfileFault::AddressInvalid);
        row("https://sandbox.finhub.cloud#x", ProfileFault::AddressInvalid);
        row("ftp://sandbox.finhub.cloud", ProfileFault::AddressInvalid);
        row("file:///etc/passwd", ProfileFault::AddressInvalid);
        row("sandbox.finhub.cloud", ProfileFault::AddressInvalid);
        row("https://", ProfileFault::AddressInvalid);
        row("", ProfileFault::AddressInvalid);
    }
    void addresses()
    {
        QFETCH(QString, address);
        QFETCH(ProfileFault, fault);
        ConnectionProfile profile = goodProfile();
        profile.baseUrl = QUrl(address, QUrl::StrictMode);
        QCOMPARE(faultOf(profile), fault);
    }

    void membersAreChecked()
    {
        QCOMPARE(faultOf(goodProfile()), ProfileFault::None);
        ConnectionProfile profile = goodProfile();
        profile.name = QStringLiteral(" ");
        QCOMPARE(faultOf(profile), ProfileFault::NameMissing);
        profile = goodProfile();
        profile.tenantId = TenantId(QStringLiteral("a\r\nX-Admin: 1"));
        QCOMPARE(faultOf(profile), ProfileFault::TenantInvalid);
        profile = goodProfile();
        profile.organizationId = OrganizationId(QStringLiteral("../../admin"));
        QCOMPARE(faultOf(profile), ProfileFault::OrganizationInvalid);
        profile = goodProfile();
        profile.userId = UserId(QStringLiteral(".."));
        QCOMPARE(faultOf(profile), ProfileFault::UserInvalid);
        profile = goodProfile();
        profile.username.clear();
        QCOMPARE(faultOf(profile), ProfileFault::UsernameMissing);
        profile = goodProfile();
        profile.trust.pins = {QByteArray(32, 'x')};
        QCOMPARE(faultOf(profile), ProfileFault::None);
        profile.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:4711"));
        QCOMPARE(faultOf(profile), ProfileFault::TrustWithoutTls);
        profile = goodProfile();
        profile.trust.pins = {QByteArray()};
        QCOMPARE(faultOf(profile), ProfileFault::PinInvalid);
        profile = goodProfile();
        profile.trust.authorities = "x";
        QCOMPARE(faultOf(profile), ProfileFault::AuthoritiesUnreadable);
    }

    void credentialsComeAndGo()
    {
        CredentialStore store;
        QVERIFY(!store.hasToken() && !store.hasRefreshToken());
        store.setTokens(Secret(QByteArrayView("t")), Secret(QByteArrayView("r")));
        QCOMPARE(store.token().view().toByteArray(), QByteArray("t"));
        QCOMPARE(store.refreshToken().view().toByteArray(), QByteArray("r"));
        store.setTokens(Secret(QByteArrayView("t2")), {});
        QVERIFY(store.hasToken() && !store.hasRefreshToken());
        store.clear();
        QVERIFY(!store.hasToken() && !store.hasRefreshToken());
    }
};

QTEST_GUILESS_MAIN(TestConnectionProfile)
#include "tst_connectionprofile.moc"
