#include "api/http/requestheaders.h"
#include "api/http/requestpath.h"
#include "api/http/retryafter.h"
#include "api/http/workstationaddress.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::api;
using namespace std::chrono_literals;

/// What goes out: paths, headers (1.2), the workstation's address; and Retry-After (R20).
class TestRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void segments_data()
    {
        QTest::addColumn<QString>("segment");
        QTest::addColumn<QByteArray>("path"); // empty: refused
        const auto row = [](const char* name, const QString& segment, const char* path = "") {
            QTest::newRow(name) << segment << QByteArray(path);
        };
        row("uuid", QStringLiteral("6a1f0c3e-9b2d"), "/v/6a1f0c3e-9b2d/approve");
        row("every kind", QStringLiteral("aZ09._-"), "/v/aZ09._-/approve");
        row("colon is encoded", QStringLiteral("a:b"), "/v/a%3Ab/approve");
        row("three dots", QStringLiteral("..."), "/v/.../approve");
        row("128", QString(128, u'a'), ("/v/" + QByteArray(128, 'a') + "/approve").constData());
        row("129", QString(129, u'a'));
        row("empty", QString());
        row("dot", QStringLiteral("."));
        row("dots", QStringLiteral(".."));
        row("walk", QStringLiteral("../../admin"));
        row("encoded walk", QStringLiteral("..%2F..%2Fadmin"));
        row("slash", QStringLiteral("a/b"));
        row("backslash", QStringLiteral("a\\b"));
        row("query", QStringLiteral("a?b=c"));
        row("fragment", QStringLiteral("a#b"));
        row("percent", QStringLiteral("a%00"));
        row("line end", QStringLiteral("a\r\nX: y"));
        row("NUL", QString(QChar(u'\0')));
        row("space", QStringLiteral("a b"));
        row("placeholder", QStringLiteral("{}"));
        row("letter beyond ASCII", QStringLiteral("ä"));
        row("fullwidth digit", QStringLiteral("１"));
    }
    void segments()
    {
        QFETCH(QString, segment);
        QFETCH(QByteArray, path);
        const Result<RequestPath> built = RequestPath::of("/v/{}/approve", {segment});
        QCOMPARE(built.has_value(), !path.isEmpty());
        if (!built) {
            QCOMPARE(built.error().kind, ErrorKind::Refused);
            return;
        }
        const QUrl url = built->on(QUrl(QStringLiteral("https://host:8443/")));
        QCOMPARE(url.toEncoded(), "https://host:8443" + path);
        QCOMPARE(built->pattern(), QByteArray("/v/{}/approve"));
    }

    void queriesAreEncoded()
    {
        const auto path = RequestPath::of("/c", {},
                                          {{QStringLiteral("search"), QStringLiteral("a&b=c d+ä#%")},
                                           {QStringLiteral("page"), QStringLiteral("0")}});
        QCOMPARE(path->on(QUrl(QStringLiteral("http://127.0.0.1:1"))).toEncoded(),
                 QByteArray("http://127.0.0.1:1/c?search=a%26b%3Dc%20d%2B%C3%A4%23%25&page=0"));
    }

    void onlyTheOriginOfTheBaseIsUsed()
    {
        const auto path = RequestPath::of("/c", {});
        QCOMPARE(path->on(QUrl(QStringLiteral("https://u:p@host/x?y#z"))).toEncoded(),
                 QByteArray("https://host/c"));
        QCOMPARE(path->on(QUrl(QStringLiteral("http://[::1]:80/"))).toEncoded(),
                 QByteArray("http://[::1]:80/c"));
    }

    void headerValues_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("fit");
        QTest::newRow("token") << QByteArray("Bearer a.b-c_d") << true;
        QTest::newRow("quoted") << QByteArray("\"v2\"") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("leading space") << QByteArray(" a") << false;
        QTest::newRow("trailing space") << QByteArray("a ") << false;
        QTest::newRow("beyond ASCII") << QByteArray("\xC3\xA4") << false;
        QTest::newRow("too long") << QByteArray(16 * 1024 + 1, 'a') << false;
        for (int c = 0; c < 0x20; ++c)
            QTest::addRow("control %d", c) << "a" + QByteArray(1, char(c)) + "b" << false;
        QTest::newRow("delete") << QByteArray("a\x7f") << false;
    }
    void headerValues()
    {
        QFETCH(QByteArray, value);
        QFETCH(bool, fit);
        QCOMPARE(isHeaderValue(value), fit);
    }

    void nineHeaders()
    {
        const Secret token(QByteArrayView("the.to.ken"));
        const auto headers = requestHeaders(sources(&token, true), {{"If-Match", "\"v2\""}});
        QVERIFY(headers);
        const QList<std::pair<QByteArray, QByteArray>> expected{{"Authorization", "Bearer the.to.ken"},
                                                                {"X-Tenant-ID", "t-1"},
                                                                {"Accept", "application/json"},
                                                                {"X-Forwarded-From", "kyc-console"},
                                                                {"User-Agent", "kyc-console/1.0"},
                                                                {"platform", "linux"},
                                                                {"deviceId", "device-1"},
                                                                {"X-Forwarded-For", "192.0.2.10"},
                                                                {"Content-Type", "application/json"},
                                                                {"If-Match", "\"v2\""}};
        QCOMPARE(*headers, expected);
    }

    void headersThatAreLeftOut()
    {
        const auto headers = requestHeaders(sources(nullptr, false), {});
        QVERIFY(headers);
        for (const auto& [name, value] : *headers) {
            QVERIFY(name != "Authorization"); // session creation
            QVERIFY(name != "Content-Type");  // no body
        }
        QCOMPARE(headers->size(), qsizetype(7));
    }

    void noHeaderTakesControlBytes_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 6; ++i)
            QTest::addRow("%d", i) << i;
    }
    void noHeaderTakesControlBytes()
    {
        QFETCH(int, which);
        const QByteArray evil = "x\r\nX-Admin: 1";
        ClientOptions options = m_options;
        TenantId tenant = m_tenant;
        QByteArray accept = "application/json";
        Secret token(QByteArrayView("good"));
        HeaderList further;
        switch (which) {
        case 0:
            options.program = evil;
            break;
        case 1:
            options.version = evil;
            break;
        case 2:
            options.deviceId = evil;
            break;
        case 3:
            tenant = TenantId(QString::fromLatin1(evil));
            break;
        case 4:
            token = Secret(QByteArrayView(evil));
            break;
        default:
            further.append({"If-Match", evil});
            break;
        }
        const auto headers = requestHeaders({options, tenant, &token, accept, false, "192.0.2.10"}, further);
        QVERIFY(!headers);
        QCOMPARE(headers.error().kind, ErrorKind::Refused);
        QVERIFY(!headers.error().technical.contains(QLatin1String("Admin")));
    }

    void workstation_data()
    {
        QTest::addColumn<QStringList>("addresses");
        QTest::addColumn<QByteArray>("chosen");
        const auto row = [](const char* name, const QStringList& addresses, const char* chosen) {
            QTest::newRow(name) << addresses << QByteArray(chosen);
        };
        const QString lo = QStringLiteral("127.0.0.1");
        const QString lo6 = QStringLiteral("::1");
        const QString lan = QStringLiteral("192.168.7.5");
        const QString vpn = QStringLiteral("10.0.0.9");
        const QString global6 = QStringLiteral("2001:db8::7");
        const QString local6 = QStringLiteral("fe80::1%eth0");
        row("first that is not loopback", {lo, lo6, lan, vpn}, "192.168.7.5");
        row("IPv4 before IPv6", {lo, global6, lan}, "192.168.7.5");
        row("IPv6 alone", {lo, lo6, local6, global6}, "2001:db8::7");
        row("link-local without scope", {lo, local6}, "fe80::1");
        row("nothing but loopback", {lo6, lo}, "127.0.0.1");
        row("multicast is nobody", {QStringLiteral("224.0.0.1"), lo}, "127.0.0.1");
        row("none", {}, "");
    }
    void workstation()
    {
        QFETCH(QStringList, addresses);
        QFETCH(QByteArray, chosen);
        QList<QHostAddress> list;
        for (const QString& address : addresses)
            list.append(QHostAddress(address));
        QCOMPARE(workstationAddress(list), chosen);
    }

    void workstationIsOneOfThisMachine()
    {
        const QByteArray address = workstationAddress();
        QVERIFY(!QHostAddress(QString::fromLatin1(address)).isNull());
    }

    void r20RetryAfter_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds"); // -1: none
        QTest::newRow("absent") << QByteArray() << -1;
        QTest::newRow("seconds") << QByteArray("120") << 120;
        QTest::newRow("zero") << QByteArray("0") << 0;
        QTest::newRow("spaces") << QByteArray(" 5 ") << 5;
        QTest::newRow("beyond every number") << QByteArray("99999999999999999999") << 86400;
        QTest::newRow("negative") << QByteArray("-5") << -1;
        QTest::newRow("fraction") << QByteArray("1.5") << -1;
        QTest::newRow("word") << QByteArray("soon") << -1;
        QTest::newRow("IMF date") << QByteArray("Tue, 31 Mar 2026 09:15:30 GMT") << 30;
        QTest::newRow("RFC 850 date") << QByteArray("Tuesday, 31-Mar-26 09:16:00 GMT") << 60;
        QTest::newRow("asctime date") << QByteArray("Tue Mar 31 09:17:00 2026") << 120;
        QTest::newRow("date gone by") << QByteArray("Tue, 31 Mar 2026 09:00:00 GMT") << 0;
        QTest::newRow("far date") << QByteArray("Tue, 31 Mar 2099 09:00:00 GMT") << 86400;
    }
    void r20RetryAfter()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, seconds);
        const auto wait = retryAfter(header, QDateTime(QDate(2026, 3, 31), QTime(9, 15), Qt::UTC));
        QCOMPARE(wait ? int(wait->count()) : -1, seconds);
    }

private:
    HeaderSources sources(const Secret* token, bool body) const
    {
        return {m_options, m_tenant, token, "application/json", body, "192.0.2.10"};
    }

    ClientOptions m_options = [] {
        ClientOptions options;
        options.version = "1.0";
        options.deviceId = "device-1";
        return options;
    }();
    TenantId m_tenant{QStringLiteral("t-1")};
};

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
