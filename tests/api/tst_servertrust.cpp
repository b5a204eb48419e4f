#include "api/servertrust.h"
#include "testcertificates.h"

#include <QSslCertificate>
#include <QtTest>

using namespace finhub::api;
using namespace finhub::test;

namespace {
QByteArray derOf(const QByteArray& name)
{
    return QSslCertificate(tlsFile(name)).toDer();
}

QByteArray pinOf(const QByteArray& name)
{
    return QByteArray::fromBase64(tlsFile(name + ".pin").trimmed());
}
} // namespace

/// Pins and authorities as people note them, and what of it is refused.
class TestServerTrust : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The pins in the files were made by OpenSSL.
    void pinIsThatOfOpenSsl()
    {
        QCOMPARE(publicKeyPin(derOf("good.pem")), pinOf("server"));
        QCOMPARE(publicKeyPin(derOf("expired.pem")), pinOf("server"));
        QCOMPARE(publicKeyPin(derOf("other-key.pem")), pinOf("other"));
        QVERIFY(publicKeyPin(derOf("authority.pem")) != pinOf("server"));
    }

    void cutCertificatesHaveNoPin()
    {
        const QByteArray der = derOf("good.pem");
        for (qsizetype length = 0; length < der.size(); ++length)
            QVERIFY(publicKeyPin(der.left(length)).isEmpty());
        // Whatever bytes there are, they are read without going beyond them.
        for (qsizetype i = 0; i < der.size(); ++i) {
            for (const int value : {0x00, 0x30, 0x7f, 0x80, 0x83, 0x84, 0xff}) {
                QByteArray broken = der;
                broken[i] = char(value);
                const QByteArray pin = publicKeyPin(broken);
                QVERIFY(pin.isEmpty() || pin.size() == 32);
            }
        }
    }

    void pinsAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        const QByteArray pin = pinOf("server");
        const QString base64 = QString::fromLatin1(pin.toBase64());
        const QString hex = QString::fromLatin1(pin.toHex());
        QTest::newRow("as shown") << pinText(pin) << true;
        QTest::newRow("curl") << QStringLiteral("sha256//") + base64 << true;
        QTest::newRow("bare") << base64 << true;
        QTest::newRow("spaces around") << QStringLiteral("  ") + base64 + QStringLiteral("\t") << true;
        QTest::newRow("hexadecimal") << hex << true;
        QTest::newRow("capitals with colons") << QString::fromLatin1(pin.toHex(':')).toUpper() << true;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("too short") << base64.left(40) << false;
        QTest::newRow("without padding") << base64.left(43) << false;
        QTest::newRow("sha1") << QStringLiteral("sha1/") + base64 << false;
        QTest::newRow("something behind it") << base64 + QStringLiteral(" x") << false;
        QTest::newRow("spare bits set") << base64.left(42) + QStringLiteral("R=") << false;
        QTest::newRow("63 digits") << hex.left(63) << false;
        QTest::newRow("no digits") << QString(64, u'g') << false;
        QTest::newRow("other digits") << QString(64, QChar(0x0661)) << false;
    }
    void pinsAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto pin = pinFrom(text);
        QCOMPARE(pin.has_value(), good);
        if (good)
            QCOMPARE(*pin, pinOf("server"));
    }

    void authoritiesAreNamed()
    {
        const QByteArray one = tlsFile("authority.pem");
        const QList<AuthorityName> names = authoritiesIn(one + tlsFile("good.pem"));
        QCOMPARE(names.size(), qsizetype(2));
        QCOMPARE(names.first().name, QStringLiteral("FinHub Console Test Authority"));
        QCOMPARE(names.first().validUntil.date().year(), 2120);
        QVERIFY(authoritiesIn({}).isEmpty());
    }

    void whatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("authorities");
        QTest::addColumn<TrustFault>("fault");
        const QByteArray good = tlsFile("authority.pem");
        QTest::newRow("none") << QByteArray() << TrustFault::None;
        QTest::newRow("one") << good << TrustFault::None;
        QTest::newRow("two") << good + tlsFile("good.pem") << TrustFault::None;
        QTest::newRow("no certificate") << QByteArray("hello") << TrustFault::AuthoritiesUnreadable;
        QTest::newRow("a broken one") << good.left(good.size() / 2) << TrustFault::AuthoritiesUnreadable;
        // One that is skipped would leave somebody out whom a person has put in.
        QTest::newRow("one good, one broken")
            << good + "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n"
            << TrustFault::AuthoritiesUnreadable;
        // A key does not belong into a settings file.
        QTest::newRow("with a private key")
            << good + tlsFile("server.key") << TrustFault::AuthoritiesUnreadable;
        QTest::newRow("too large") << good + QByteArray(MaxAuthorityBytes, '\n')
                                   << TrustFault::AuthoritiesTooLarge;
    }
    void whatIsWrong()
    {
        QFETCH(QByteArray, authorities);
        QFETCH(TrustFault, fault);
        QCOMPARE(faultOf(ServerTrust{authorities, {}}), fault);
    }

    void pinsAreChecked()
    {
        QCOMPARE(faultOf(ServerTrust{{}, {pinOf("server")}}), TrustFault::None);
        QCOMPARE(faultOf(ServerTrust{{}, {pinOf("server"), QByteArray()}}), TrustFault::PinInvalid);
        QCOMPARE(faultOf(ServerTrust{{}, QList<QByteArray>(MaxPins, pinOf("server"))}), TrustFault::None);
        QCOMPARE(faultOf(ServerTrust{{}, QList<QByteArray>(MaxPins + 1, pinOf("server"))}),
                 TrustFault::TooManyPins);
    }
};

QTEST_GUILESS_MAIN(TestServerTrust)
#include "tst_servertrust.moc"
