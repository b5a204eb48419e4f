#include "api/json/jsonbody.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace finhub;
using namespace finhub::api;

/// W1 and W2 for the bodies of requests.
class TestJsonBody : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void w2CompactUtf8InOrder()
    {
        QCOMPARE(JsonBody().take(), QByteArray("{}"));
        QCOMPARE(JsonBody()
                     .text("b", QStringLiteral("Žemaitė"))
                     .flag("a", true)
                     .flag("c", false)
                     .textsOptional("d", {QStringLiteral("x"), QStringLiteral("y")})
                     .take(),
                 QByteArray("{\"b\":\"Žemaitė\",\"a\":true,\"c\":false,\"d\":[\"x\",\"y\"]}"));
    }

    void w1WhatIsNotSetIsNotSent()
    {
        QCOMPARE(JsonBody().textOptional("a", {}).textsOptional("b", {}).text("c", {}).take(),
                 QByteArray("{\"c\":\"\"}"));
    }

    void everyCharacterSurvives()
    {
        QString all;
        for (char16_t c = 1; c < 0x300; ++c)
            all += QChar(c);
        all += QStringLiteral("\u2028\u202e😀\"\\/");
        const QByteArray json = JsonBody().text("t", all).take();
        QCOMPARE(QJsonDocument::fromJson(json).object().value(QStringLiteral("t")).toString(), all);
        for (const char c : json)
            QVERIFY(static_cast<unsigned char>(c) >= 0x20);
    }

    void secretsAreQuotedToo()
    {
        const Secret password(QByteArrayView("a\"b\\c\n"));
        QCOMPARE(JsonBody().secret("password", password).take(),
                 QByteArray("{\"password\":\"a\\\"b\\\\c\\u000a\"}"));
    }

    /// Beyond the first buffer: nothing is lost when it moves to a larger one.
    void longBodies()
    {
        const QString text(100000, u'x');
        const QByteArray json = JsonBody().text("a", text).text("b", text).take();
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        QCOMPARE(object.value(QStringLiteral("a")).toString(), text);
        QCOMPARE(object.value(QStringLiteral("b")).toString(), text);
    }
};

QTEST_GUILESS_MAIN(TestJsonBody)
#include "tst_jsonbody.moc"
