#include "e2e/errorscreen.h"

#include <QTest>

using namespace finhub;
using namespace finhub::test;

namespace {
/// Table 1.4 of the contract, from top to bottom.
const QStringList& contractWords()
{
    static const QStringList words{
        QStringLiteral("VALIDATION_FAILED"),
        QStringLiteral("MALFORMED_JSON"),
        QStringLiteral("MISSING_HEADERS"),
        QStringLiteral("Invalid categorization"),
        QStringLiteral("MISSING_CONSENTS"),
        QStringLiteral("AUTHENTICATION"),
        QStringLiteral("INVALID_TOKEN"),
        QStringLiteral("TOKEN_EXPIRED"),
        QStringLiteral("Tenant access denied"),
        QStringLiteral("INSUFFICIENT_PERMISSIONS"),
        QStringLiteral("LEVEL_NOT_ALLOWED"),
        QStringLiteral("NOT_FOUND"),
        QStringLiteral("METHOD_NOT_ALLOWED"),
        QStringLiteral("DUPLICATE_EMAIL"),
        QStringLiteral("VERIFICATION_ALREADY_OPEN"),
        QStringLiteral("ALREADY_VERIFIED"),
        QStringLiteral("VERIFICATION_CLOSED"),
        QStringLiteral("ALREADY_DECIDED"),
        QStringLiteral("INVALID_STATE"),
        QStringLiteral("ALREADY_ACTIVE"),
        QStringLiteral("CLAIMED"),
        QStringLiteral("ALREADY_RECOMMENDED"),
        QStringLiteral("IDEMPOTENCY_IN_PROGRESS"),
        QStringLiteral("STALE_VERSION"),
        QStringLiteral("PAYLOAD_TOO_LARGE"),
        QStringLiteral("UNSUPPORTED_MEDIA_TYPE"),
        QStringLiteral("RANGE_NOT_SATISFIABLE"),
        QStringLiteral("REQUIRED_DOCUMENTS_MISSING"),
        QStringLiteral("VERIFICATION_NOT_APPROVED"),
        QStringLiteral("REASON_NOT_RETRYABLE"),
        QStringLiteral("SECOND_PERSON_REQUIRED"),
        QStringLiteral("NOT_ELIGIBLE"),
        QStringLiteral("IDEMPOTENCY_KEY_REUSED"),
        QStringLiteral("RATE_LIMITED"),
        QStringLiteral("INTERNAL_ERROR"),
        QStringLiteral("SIMULATED_FAILURE"),
    };
    return words;
}

struct Unprovokable {
    const char* word;
    const char* why;
    /// The extension that the sandbox would have to offer first.
    Extension needs = Extension::Unknown;
};

/// What nobody in front of the console can bring about; their sentences are in views.tst_errortext.
constexpr Unprovokable Unprovokables[] = {
    {"MALFORMED_JSON", "The console writes the JSON; nothing that is typed is ever sent as it is."},
    {"MISSING_HEADERS", "All eight headers go with every request, whatever is typed."},
    {"Invalid categorization",
     "Business categories cannot be chosen, the AML values are chosen from lists and "
     "the score is checked; the sandbox's categories never change."},
    {"METHOD_NOT_ALLOWED",
     "The console knows the method of each path; a host that has it otherwise counts as "
     "not offering it."},
    {"UNSUPPORTED_MEDIA_TYPE", "Every body is sent as application/json; the kind of a chosen file is checked "
                               "before and travels inside of it."},
    {"RANGE_NOT_SATISFIABLE", "The console asks for whole documents only."},
    {"IDEMPOTENCY_KEY_REUSED", "A key belongs to one intent: whoever changes a value gets another one."},
    {"INTERNAL_ERROR",
     "A fault of the server itself, which nobody brings about from outside; it is shown like "
     "the injected one, by its status."},
};

QList<ErrorRow> allRows()
{
    return signInErrors() + registrationErrors() + caseErrors() + decisionErrors() + serverErrors() +
           foreseenErrors();
}
} // namespace

/// Every row of the error table that a person can provoke, provoked through the widgets against the real
/// sandbox, and the sentence that they then read.
class TestErrorSentences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesNoWordOut();
    void excusesOnlyWhatCannotBe();
    void saysWhatHappened_data();
    void saysWhatHappened();
};

void TestErrorSentences::leavesNoWordOut()
{
    QSet<QString> covered;
    for (const ErrorRow& row : allRows()) {
        covered.insert(QLatin1String(row.word));
        QVERIFY2(contractWords().contains(QLatin1String(row.word)), row.word);
    }
    for (const Unprovokable& one : Unprovokables) {
        QVERIFY2(contractWords().contains(QLatin1String(one.word)), one.word);
        QVERIFY2(!covered.contains(QLatin1String(one.word)), one.word);
        QVERIFY2(qstrlen(one.why) > 40, one.word);
        covered.insert(QLatin1String(one.word));
    }
    for (const QString& word : contractWords())
        QVERIFY2(covered.contains(word), qPrintable(word));
    // The client knows the words of the table and no others.
    QCOMPARE(contractWords().size(), static_cast<qsizetype>(WireNames<ErrorWord>::table.size()));
    for (const QString& word : contractWords())
        QVERIFY2(WireValue<ErrorWord>::fromWire(normalizedErrorWord(word)).isKnown(), qPrintable(word));
}

/// As soon as the sandbox offers what was missing, its words have to be provoked.
void TestErrorSentences::excusesOnlyWhatCannotBe()
{
    for (const Unprovokable& one : Unprovokables)
        QVERIFY2(!sandbox::implementedExtensions().contains(one.needs), one.word);
}

void TestErrorSentences::saysWhatHappened_data()
{
    QTest::addColumn<int>("row");
    const QList<ErrorRow> rows = allRows();
    for (int i = 0; i < rows.size(); ++i)
        QTest::addRow("%s, %s", rows.at(i).word, rows.at(i).how) << i;
}

void TestErrorSentences::saysWhatHappened()
{
    QFETCH(int, row);
    allRows().at(row).provoke();
}

QTEST_MAIN(TestErrorSentences)
#include "tst_errorsentences.moc"
