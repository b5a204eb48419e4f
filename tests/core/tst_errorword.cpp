#include "core/error.h"

#include <QTest>

#include <set>

using namespace finhub;

/// The error words of 1.4 and their normal form (R17).
class TestErrorWord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasTheStatusOfTheContract_data();
    void hasTheStatusOfTheContract();
    void everyWordIsInTheTable();
    void normalises_data();
    void normalises();
    void anUnknownWordIsKept();
    void anErrorCarriesItsKindAndNothingElse();
};

void TestErrorWord::hasTheStatusOfTheContract_data()
{
    // 1.4 as it is printed: the word of `data.error` and the HTTP status.
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("status");
    const struct {
        const char* word;
        int status;
    } rows[] = {
        {"VALIDATION_FAILED", 400},
        {"MALFORMED_JSON", 400},
        {"MISSING_HEADERS", 400},
        {"Invalid categorization", 400},
        {"MISSING_CONSENTS", 400},
        {"AUTHENTICATION", 401},
        {"INVALID_TOKEN", 401},
        {"TOKEN_EXPIRED", 401},
        {"Tenant access denied", 403},
        {"INSUFFICIENT_PERMISSIONS", 403},
        {"LEVEL_NOT_ALLOWED", 403},
        {"NOT_FOUND", 404},
        {"METHOD_NOT_ALLOWED", 405},
        {"DUPLICATE_EMAIL", 409},
        {"VERIFICATION_ALREADY_OPEN", 409},
        {"ALREADY_VERIFIED", 409},
        {"VERIFICATION_CLOSED", 409},
        {"ALREADY_DECIDED", 409},
        {"INVALID_STATE", 409},
        {"ALREADY_ACTIVE", 409},
        {"CLAIMED", 409},
        {"ALREADY_RECOMMENDED", 409},
        {"IDEMPOTENCY_IN_PROGRESS", 409},
        {"STALE_VERSION", 412},
        {"PAYLOAD_TOO_LARGE", 413},
        {"UNSUPPORTED_MEDIA_TYPE", 415},
        {"RANGE_NOT_SATISFIABLE", 416},
        {"REQUIRED_DOCUMENTS_MISSING", 422},
        {"VERIFICATION_NOT_APPROVED", 422},
        {"REASON_NOT_RETRYABLE", 422},
        {"SECOND_PERSON_REQUIRED", 422},
        {"NOT_ELIGIBLE", 422},
        {"IDEMPOTENCY_KEY_REUSED", 422},
        {"RATE_LIMITED", 429},
        {"INTERNAL_ERROR", 500},
        {"SIMULATED_FAILURE", 500},
    };
    for (const auto& row : rows)
        QTest::newRow(row.word) << QString::fromLatin1(row.word) << row.status;
}

void TestErrorWord::hasTheStatusOfTheContract()
{
    QFETCH(QString, word);
    QFETCH(int, status);
    const auto read = WireValue<ErrorWord>::fromWire(normalizedErrorWord(word));
    QVERIFY(read.isKnown());
    QCOMPARE(statusOf(read.value()), status);
}

void TestErrorWord::everyWordIsInTheTable()
{
    std::set<ErrorWord> seen;
    for (const auto& [value, name] : WireNames<ErrorWord>::table) {
        seen.insert(value);
        QVERIFY2(statusOf(value) >= 400, name);
        QCOMPARE(normalizedErrorWord(QLatin1String(name)), QLatin1String(name));
    }
    QCOMPARE(seen.size(), static_cast<std::size_t>(ErrorWord::Unknown));
    QCOMPARE(statusOf(ErrorWord::Unknown), 0);
}

void TestErrorWord::normalises_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("normal");
    QTest::newRow("sentence") << QStringLiteral("Tenant access denied")
                              << QStringLiteral("TENANT_ACCESS_DENIED");
    QTest::newRow("lower case") << QStringLiteral("already_decided") << QStringLiteral("ALREADY_DECIDED");
    QTest::newRow("run of others") << QStringLiteral("already -- decided")
                                   << QStringLiteral("ALREADY_DECIDED");
    QTest::newRow("run with underscores")
        << QStringLiteral("ALREADY_ _DECIDED") << QStringLiteral("ALREADY_DECIDED");
    QTest::newRow("digits stay") << QStringLiteral("error 42") << QStringLiteral("ERROR_42");
    QTest::newRow("trailing run") << QStringLiteral("Denied!!") << QStringLiteral("DENIED_");
    QTest::newRow("leading run") << QStringLiteral("  denied") << QStringLiteral("_DENIED");
    QTest::newRow("letters of other scripts are others")
        << QStringLiteral("ne\u017Einoma klaida") << QStringLiteral("NE_INOMA_KLAIDA");
    QTest::newRow("empty") << QString() << QString();
}

void TestErrorWord::normalises()
{
    QFETCH(QString, word);
    QFETCH(QString, normal);
    QCOMPARE(normalizedErrorWord(word), normal);
    QCOMPARE(normalizedErrorWord(normal), normal);
}

void TestErrorWord::anUnknownWordIsKept()
{
    const auto word = WireValue<ErrorWord>::fromWire(normalizedErrorWord(QStringLiteral("Quota exceeded")));
    QVERIFY(!word.isKnown());
    QVERIFY(!word.isAbsent());
    QCOMPARE(word.text(), QStringLiteral("QUOTA_EXCEEDED"));
}

void TestErrorWord::anErrorCarriesItsKindAndNothingElse()
{
    const Error error = Error::of(ErrorKind::Timeout, QStringLiteral("deadline"));
    QCOMPARE(error.kind, ErrorKind::Timeout);
    QCOMPARE(error.technical, QStringLiteral("deadline"));
    QCOMPARE(error.status, 0);
    QVERIFY(error.word.isAbsent());
    QVERIFY(error.serverMessage.isEmpty());
    QVERIFY(error.fields.isEmpty());
    QVERIFY(!error.retryAfter);
    QCOMPARE(error.documentFault, DocumentFault::None);
    for (const auto& [value, name] : WireNames<ErrorWord>::table)
        QVERIFY2(!error.is(value), name);

    Error claimed = Error::of(ErrorKind::Status);
    claimed.word = ErrorWord::Claimed;
    QVERIFY(claimed.is(ErrorWord::Claimed));
    QVERIFY(!claimed.is(ErrorWord::AlreadyDecided));
}

QTEST_GUILESS_MAIN(TestErrorWord)
#include "tst_errorword.moc"
