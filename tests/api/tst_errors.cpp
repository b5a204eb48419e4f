#include "api/codecs/envelope.h"
#include "api/codecs/errorcodec.h"
#include "rawserver.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
const QDateTime Now(QDate(2026, 3, 31), QTime(9, 15), Qt::UTC);

RawAnswer answerOf(int status, const QByteArray& body)
{
    RawAnswer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

Error errorOf(const QByteArray& body, int status = 400)
{
    return readErrorAnswer(answerOf(status, body), Now).error;
}

/// A transcript as the transport would deliver it.
RawAnswer answerOf(const char* name)
{
    const QByteArray whole = transcript(name);
    RawAnswer answer = answerOf(whole.mid(9, 3).toInt(), transcriptBody(name));
    const QList<QByteArray> lines = whole.left(whole.indexOf("\r\n\r\n")).split('\n');
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            answer.headers.emplaceBack(line.left(colon), line.mid(colon + 1).trimmed());
    }
    return answer;
}
} // namespace

/// 1.3, 1.4 and the reader rules R1 to R3, R17, R18, R20 for what surrounds the payload.
class TestErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void r1ContradictionIsAFailure_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("success");
        QTest::newRow("plain") << QByteArray(R"({"code":200,"message":"Success","data":{}})") << true;
        QTest::newRow("success true") << QByteArray(R"({"success":true,"code":200,"data":{}})") << true;
        QTest::newRow("code 0") << QByteArray(R"({"code":0,"data":{}})") << true;
        QTest::newRow("code 299") << QByteArray(R"({"code":299,"data":{}})") << true;
        QTest::newRow("no code") << QByteArray(R"({"data":{}})") << true;
        QTest::newRow("code as text") << QByteArray(R"({"code":"OK","data":{}})") << true;
        QTest::newRow("success null") << QByteArray(R"({"success":null,"code":200,"data":{}})") << true;
        QTest::newRow("success false") << QByteArray(R"({"success":false,"code":200,"data":{}})") << false;
        QTest::newRow("success false inside")
            << QByteArray(R"({"code":200,"data":{"success":false}})") << false;
        QTest::newRow("code 199") << QByteArray(R"({"code":199,"data":{}})") << false;
        QTest::newRow("code 300") << QByteArray(R"({"code":300,"data":{}})") << false;
        QTest::newRow("code 409") << QByteArray(R"({"code":409,"data":{}})") << false;
        QTest::newRow("code -1") << QByteArray(R"({"code":-1,"data":{}})") << false;
    }
    void r1ContradictionIsAFailure()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, success);
        QCOMPARE(Envelope::open(body).has_value(), success);
    }

    void r1FailureKeepsItsWords()
    {
        const Result<Envelope> envelope = Envelope::open(
            R"({"success":false,"msg":"No","data":{"error":"already decided","status":"APPROVED"}})");
        QVERIFY(!envelope);
        QCOMPARE(envelope.error().kind, ErrorKind::BadAnswer);
        QVERIFY(envelope.error().is(ErrorWord::AlreadyDecided));
        QCOMPARE(envelope.error().serverMessage, QStringLiteral("No"));
    }

    void r2TextIsMessageElseMsg()
    {
        QCOMPARE(errorOf(R"({"message":"one","msg":"two"})").serverMessage, QStringLiteral("one"));
        QCOMPARE(errorOf(R"({"msg":"two"})").serverMessage, QStringLiteral("two"));
        QCOMPARE(errorOf(R"({"message":["x"]})").serverMessage, QString());
        QCOMPARE(errorOf("{\"message\":\"" + QByteArray(5000, 'x') + "\"}").serverMessage.size(),
                 qsizetype(1000));
    }

    void r3Payload_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("status"); // of the payload
        QTest::addColumn<bool>("empty");
        const auto row = [](const char* body, const char* status, bool empty) {
            QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(status) << empty;
        };
        row(R"({"code":200,"data":{"status":"A"}})", "A", false);
        row(R"({"code":200,"message":"m","status":"A"})", "A", false);
        row(R"({"code":200,"message":"Success"})", "", true);
        row(R"({"code":200,"data":{}})", "", true);
        row(R"({"code":200,"data":null})", "", true);
        row(R"({"code":200,"data":null,"status":"A"})", "", true);
        row(R"({})", "", true);
        row(R"({"data":{"x":null}})", "", false);
    }
    void r3Payload()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, status);
        QFETCH(bool, empty);
        const Result<Envelope> envelope = Envelope::open(body);
        QVERIFY(envelope);
        QCOMPARE(envelope->payload().member("status").text(), status);
        QCOMPARE(envelope->isEmpty(), empty);
        QVERIFY(envelope->checked(1).has_value());
    }

    void r17ErrorWord_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("known");
        const auto row = [](const char* body, const char* word, bool known) {
            QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(word) << known;
        };
        row(R"({"data":{"error":"STALE_VERSION","errorType":"X"}})", "STALE_VERSION", true);
        row(R"({"data":{"errorType":"AUTHENTICATION"}})", "AUTHENTICATION", true);
        row(R"({"error":{"code":"not-found"}})", "NOT_FOUND", true);
        row(R"({"data":{"error":""},"error":{"code":"CLAIMED"}})", "CLAIMED", true);
        row(R"({"data":{"error":"Tenant access denied"}})", "TENANT_ACCESS_DENIED", true);
        row(R"({"data":{"error":"Invalid categorization"}})", "INVALID_CATEGORIZATION", true);
        row(R"({"data":{"error":"BRAND_NEW"}})", "BRAND_NEW", false);
        row(R"({"data":{"error":42}})", "", false);
        row(R"({"data":[],"error":"x"})", "", false);
        row(R"({})", "", false);
    }
    void r17ErrorWord()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, word);
        QFETCH(bool, known);
        const Error error = errorOf(body, 418);
        QCOMPARE(error.word.text(), word);
        QCOMPARE(error.word.isKnown(), known);
        QCOMPARE(error.status, 418);
        QCOMPARE(error.kind, ErrorKind::Status);
    }

    void everyWordOfTheContractIsRead()
    {
        for (const auto& [value, name] : WireNames<ErrorWord>::table)
            QVERIFY(errorOf(QByteArray("{\"data\":{\"error\":\"") + name + "\"}}").is(value));
    }

    void r18UnreadableBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("HTML") << transcriptBody("bad-gateway-html");
        QTest::newRow("cut off") << QByteArray("{\"code\":500,\"message\":\"Inter");
        QTest::newRow("text") << QByteArray("nope");
        QTest::newRow("array") << QByteArray(R"([{"data":{"error":"CLAIMED"}}])");
        QTest::newRow("string") << QByteArray(R"("error")");
        QTest::newRow("a member twice") << QByteArray(R"({"data":{"error":"A","error":"B"}})");
        QTest::newRow("deep") << QByteArray(100000, '[');
    }
    void r18UnreadableBodies()
    {
        QFETCH(QByteArray, body);
        const Error error = errorOf(body, 502);
        QCOMPARE(error.kind, ErrorKind::Status);
        QCOMPARE(error.status, 502);
        QVERIFY(error.word.isAbsent());
        QVERIFY(error.serverMessage.isEmpty());
    }

    void documentedBodies()
    {
        const Error refused = readErrorAnswer(answerOf("session-refused"), Now).error;
        QVERIFY(refused.is(ErrorWord::Authentication));
        QCOMPARE(refused.attempts, 3);
        QCOMPARE(refused.maxAttempts, 5);
        QVERIFY(!refused.lockoutTime.isValid());

        const Error locked = readErrorAnswer(answerOf("session-locked"), Now).error;
        QVERIFY(locked.is(ErrorWord::Authentication));
        QCOMPARE(locked.attempts, 5);
        QCOMPARE(locked.lockoutTime, QDateTime(QDate(2026, 3, 31), QTime(9, 45), Qt::UTC));

        const Error fields = readErrorAnswer(answerOf("validation-failed"), Now).error;
        QVERIFY(fields.is(ErrorWord::ValidationFailed));
        QCOMPARE(fields.fields,
                 (QList<FieldFault>{{QStringLiteral("matchingPassword"),
                                     QStringLiteral("Password and matching password must be identical")}}));

        QVERIFY(readErrorAnswer(answerOf("tenant-denied"), Now).error.is(ErrorWord::TenantAccessDenied));

        const Error stale = readErrorAnswer(answerOf("stale-version"), Now).error;
        QVERIFY(stale.is(ErrorWord::StaleVersion));
        QCOMPARE(stale.status, 412);
        QCOMPARE(stale.verificationStatus.value(), VerificationStatus::InProgress);

        const Error unverified = readErrorAnswer(answerOf("activation-not-verified"), Now).error;
        QVERIFY(unverified.is(ErrorWord::VerificationNotApproved));
        QCOMPARE(unverified.verificationStatus.value(), VerificationStatus::InProgress);

        const Error consents = readErrorAnswer(answerOf("activation-missing-consents"), Now).error;
        QVERIFY(consents.is(ErrorWord::MissingConsents));
        QCOMPARE(consents.missingConsents, (QList<WireValue<ConsentType>>{ConsentType::PrivacyPolicy}));

        const ErrorAnswer missing = readErrorAnswer(answerOf("verification-not-found"), Now);
        QVERIFY(missing.error.is(ErrorWord::NotFound));
        QCOMPARE(missing.resource, QStringLiteral("verification"));

        QCOMPARE(readErrorAnswer(answerOf("rate-limited"), Now).error.retryAfter,
                 std::optional<std::chrono::seconds>(1));
    }

    void furtherMembers()
    {
        const Error roles = errorOf(
            R"({"data":{"error":"LEVEL_NOT_ALLOWED","requiredLevel":"POWER_TENANT_VERIFIED","requiredRoles":["POWER_TENANT"]}})",
            403);
        QCOMPARE(roles.requiredRoles, QStringList{QStringLiteral("POWER_TENANT")});
        QCOMPARE(roles.requiredLevel.value(), VerificationLevel::PowerTenant);

        const Error missing = errorOf(
            R"({"data":{"error":"REQUIRED_DOCUMENTS_MISSING","missingDocuments":["PROOF_OF_ADDRESS","NEW_KIND"]}})",
            422);
        QCOMPARE(missing.missingDocuments.size(), qsizetype(2));
        QCOMPARE(missing.missingDocuments.at(0).value(), Requirement::ProofOfAddress);
        QCOMPARE(missing.missingDocuments.at(1).text(), QStringLiteral("NEW_KIND"));

        const Error reasons =
            errorOf(R"({"data":{"error":"REASON_NOT_RETRYABLE","reasonCodes":["FORGED"]}})", 422);
        QCOMPARE(reasons.reasonCodes, QStringList{QStringLiteral("FORGED")});

        const Error claimed =
            errorOf(R"({"data":{"error":"CLAIMED","claim":{"by":{"id":"1","name":"Simas Senior"}}}})", 409);
        QVERIFY(claimed.claim);
        QCOMPARE(claimed.claim->by.name, QStringLiteral("Simas Senior"));
        QVERIFY(!errorOf(R"({"data":{"error":"CLAIMED","claim":null}})", 409).claim);

        const Error duplicate = errorOf(R"({"data":{"error":"DUPLICATE_EMAIL","field":"email"}})", 409);
        QCOMPARE(duplicate.fields.value(0).field, QStringLiteral("email"));
    }

    /// Nothing that an error body may hold makes reading it fail.
    void wrongTypesAreLeftOut()
    {
        for (const char* junk :
             {"null", "true", "-1", "1.5", "\"x\"", "[]", "[1]", "[{}]", "{}", "{\"by\":1}"}) {
            QByteArray body = "{\"code\":400,\"message\":\"m\",\"data\":{\"error\":\"CLAIMED\"";
            for (const char* name : {"attempts", "maxAttempts", "lockoutTime", "missingDocuments",
                                     "missingConsents", "requiredRoles", "requiredLevel", "status",
                                     "reasonCodes", "claim", "errors", "field", "details", "resource"})
                body += QByteArray(",\"") + name + "\":" + junk;
            const Error error = errorOf(body + "}}");
            QVERIFY2(error.is(ErrorWord::Claimed), junk);
            QCOMPARE(error.serverMessage, QStringLiteral("m"));
        }
    }
};

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_errors.moc"
