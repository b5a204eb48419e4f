#include "api/json/harmless.h"
#include "api/json/jsonprint.h"
#include "rawserver.h"

#include <QJsonDocument>
#include <QtTest>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
QString whole(const QByteArray& json)
{
    return printJson(json, Disclosure::Whole).value_or(QStringLiteral("refused"));
}

QString redacted(const QByteArray& json)
{
    return printJson(json, Disclosure::Redacted).value_or(QStringLiteral("refused"));
}
} // namespace

/// The server's JSON for people: as it came, and without what may be about a person.
class TestJsonPrint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void indentedInItsOrder()
    {
        QCOMPARE(whole(R"({"b":1,"a":[true,null,{"c":-2.50e3}],"empty":{},"none":[],"deep":[[1],[]]})"),
                 QStringLiteral("{\n"
                                "  \"b\": 1,\n"
                                "  \"a\": [\n"
                                "    true,\n"
                                "    null,\n"
                                "    {\n"
                                "      \"c\": -2.50e3\n"
                                "    }\n"
                                "  ],\n"
                                "  \"empty\": {},\n"
                                "  \"none\": [],\n"
                                "  \"deep\": [\n"
                                "    [\n"
                                "      1\n"
                                "    ],\n"
                                "    []\n"
                                "  ]\n"
                                "}"));
        QCOMPARE(whole("\"alone\""), QStringLiteral("\"alone\""));
        QCOMPARE(whole("[18446744073709551615,-9223372036854775808]"),
                 QStringLiteral("[\n  18446744073709551615,\n  -9223372036854775808\n]"));
    }

    void lettersInsteadOfEscapes()
    {
        QCOMPARE(whole(R"(["\u017demait\u0117","\ud83d\ude00","a\/b"])"),
                 QStringLiteral("[\n  \"Žemaitė\",\n  \"😀\",\n  \"a/b\"\n]"));
    }

    /// No value can end its own string or line, hide, or turn the direction of what follows.
    void valuesStayValues()
    {
        QCOMPARE(whole("[\"a\\\",\\n  \\\"status\\\": \\\"APPROVED\"]"),
                 QStringLiteral("[\n  \"a\\\",\\n  \\\"status\\\": \\\"APPROVED\"\n]"));
        QCOMPARE(whole("[\"\\u202eevil\\u2028\\u0007\\u200b\\\\\"]"),
                 QStringLiteral("[\n  \"\\u202eevil\\u2028\\u0007\\u200b\\\\\"\n]"));
        QCOMPARE(whole("{\"x\\\"\\n\":1}"), QStringLiteral("{\n  \"x\\\"\\n\": 1\n}"));
    }

    void staysTheSameJson()
    {
        for (const char* name : {"customer", "verification", "readiness", "timeline", "session-created"}) {
            const QByteArray body = transcriptBody(name);
            QCOMPARE(QJsonDocument::fromJson(whole(body).toUtf8()), QJsonDocument::fromJson(body));
            QVERIFY(!QJsonDocument::fromJson(redacted(body).toUtf8()).isNull());
        }
    }

    void refusesWhatTheParserRefuses()
    {
        QCOMPARE(whole("<html>"), QStringLiteral("refused"));
        QCOMPARE(whole(""), QStringLiteral("refused"));
        QCOMPARE(whole(R"({"a":1,"a":2})"), QStringLiteral("refused"));
        QCOMPARE(whole(QByteArray(100, '[') + QByteArray(100, ']')), QStringLiteral("refused"));
        QCOMPARE(printJson("{", Disclosure::Whole).error().kind, ErrorKind::BadAnswer);
    }

    void cutAtItsSize()
    {
        const QString cut = whole("[\"" + QByteArray(MaxPrinted, 'x') + "\"]");
        QCOMPARE(cut.size(), MaxPrinted + 2);
        QVERIFY(cut.endsWith(QStringLiteral("x\n…")));
        QByteArray many = "[0";
        for (int i = 0; i < 300000; ++i)
            many += ",1";
        QVERIFY(whole(many + "]").endsWith(QStringLiteral("\n…")));
        const QByteArray fits = "[\"" + QByteArray(MaxPrinted - 10, 'x') + "\"]";
        QVERIFY(whole(fits).endsWith(u']'));
    }

    // Redaction
    // ----------------------------------------------------------------------------------------------

    void keepsWhatIsKnown()
    {
        QCOMPARE(redacted(R"({"code":200,"data":{"id":"6a1f0c3e-9b2d","status":"IN_PROGRESS","version":2,)"
                          R"("type":"document.uploaded","mimeType":"application/pdf","verified":false,)"
                          R"("startedAt":"2026-03-31T09:15:00.000Z","decidedAt":null,)"
                          "\"etag\":\"\\\"v2\\\"\","
                          R"("reasonCodes":["POA_TOO_OLD"],"submittedAt":1774948500000}})"),
                 QStringLiteral("{\n"
                                "  \"code\": 200,\n"
                                "  \"data\": {\n"
                                "    \"id\": \"6a1f0c3e-9b2d\",\n"
                                "    \"status\": \"IN_PROGRESS\",\n"
                                "    \"version\": 2,\n"
                                "    \"type\": \"document.uploaded\",\n"
                                "    \"mimeType\": \"application/pdf\",\n"
                                "    \"verified\": false,\n"
                                "    \"startedAt\": \"2026-03-31T09:15:00.000Z\",\n"
                                "    \"decidedAt\": null,\n"
                                "    \"etag\": \"\\\"v2\\\"\",\n"
                                "    \"reasonCodes\": [\n"
                                "      \"POA_TOO_OLD\"\n"
                                "    ],\n"
                                "    \"submittedAt\": 1774948500000\n"
                                "  }\n"
                                "}"));
    }

    void hidesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("member");
        for (const char* member :
             {R"("firstName":"Rasa")", R"("email":"user@example.com")", R"("phone":"+37060012345")",
              R"("phone":37060012345)", R"("dateOfBirth":"1990-05-15")", R"("dateOfBirth":642729600000)",
              R"("nationality":"Lithuania")", R"("gender":"FEMALE")", R"("placeOfBirth":"Kaunas")",
              R"("pincode":"LT-44001")", R"("username":"user@example.com")", R"("ipAddress":"192.0.2.10")",
              R"("userAgent":"kyc-console/1.0")", R"("iban":"LT717300010123456789")", R"("balance":"12.50")",
              R"("documentNumber":"12345678")", R"("comment":"Approved")", R"("notes":"Seen")",
              R"("summary":"Passport uploaded")", R"("fileName":"rasa.pdf")", R"("name":"Rasa")",
              R"("customerName":"Rasa Vaitkus")", R"("approvedBy":"Ona")", R"("message":"Rasa")",
              R"("text":"x")", R"("somethingNew":"x")", R"("somethingNew":["x"])", R"("taxId":"39005150000")",
              R"("somethingNew":39005150000)", R"("pep":true)",
              // Known names with what does not belong there.
              R"("id":"user@example.com")", R"("userId":"Rasa")", R"("decidedBy":"Ona Officer")",
              R"("status":"waits for Rasa")", R"("type":["user@example.com"])", R"("startedAt":"in May")",
              R"("version":"Rasa Vaitkus")", R"("verified":"Rasa")"})
            QTest::newRow(member) << QByteArray(member);
    }
    void hidesEverythingElse()
    {
        QFETCH(QByteArray, member);
        const QByteArray name = member.left(member.indexOf(':'));
        const QString shown = redacted("{" + member + "}");
        const QString hidden = QString::fromUtf8(name) + QStringLiteral(": \"…\"");
        QVERIFY2(shown == QStringLiteral("{\n  ") + hidden + QStringLiteral("\n}") ||
                     shown == QStringLiteral("{\n  ") + QString::fromUtf8(name) +
                                  QStringLiteral(": [\n    \"…\"\n  ]\n}"),
                 qPrintable(shown));
    }

    /// What is inside is judged by its own name, and a value in the place of a name by its form.
    void insideAndNames()
    {
        QCOMPARE(redacted(R"({"person":{"id":"p-1","firstName":"Rasa"},"rasa@example.com":{"status":"A"}})"),
                 QStringLiteral("{\n"
                                "  \"person\": {\n"
                                "    \"id\": \"p-1\",\n"
                                "    \"firstName\": \"…\"\n"
                                "  },\n"
                                "  \"…\": {\n"
                                "    \"status\": \"A\"\n"
                                "  }\n"
                                "}"));
    }

    void transcripts()
    {
        const QString all = redacted(transcriptBody("customer")) + redacted(transcriptBody("verification")) +
                            redacted(transcriptBody("timeline")) + redacted(transcriptBody("readiness")) +
                            redacted(transcriptBody("registration")) +
                            redacted(transcriptBody("session-created"));
        for (const char* silent :
             {"Rasa", "Vaitkus", "example.com", "+370", "1990", "Lithuania", "passport.pdf", "Passport",
              "192.0.2", "kyc-console", "LT7173", "eyJ", "r-7c1e", "Officer"})
            QVERIFY2(!all.contains(QLatin1String(silent)), silent);
        for (const char* kept :
             {"6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13", "e27d5b90-4c18-4f6a-9d03-5b8a1c7e2f49", "IN_PROGRESS",
              "GOVERNMENT_ID", "document.uploaded", "CUSTOMER", "PASSPORT", "application/pdf",
              "3bc49e260cca9c2955fcf807eb746333049981472f2505e74fc53078", "2026-03-31T09:20:00.000Z",
              "TENANT_VERIFIED", "DATA_PROCESSING"})
            QVERIFY2(all.contains(QLatin1String(kept)), kept);
    }
};

QTEST_GUILESS_MAIN(TestJsonPrint)
#include "tst_jsonprint.moc"
