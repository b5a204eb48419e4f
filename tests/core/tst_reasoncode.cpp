#include "core/reasoncode.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace finhub;

/// The reason catalogue of section 5 and what of it may reach a customer.
class TestReasonCode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void catalogueIsThatOfTheContract_data();
    void catalogueIsThatOfTheContract();
    void catalogueIsComplete();
    void findsNothingElse();
    void smallSetsOfCodes();
    void largeSetsOfCodes();
    void unknownCodesSayNothing();
};

namespace {
constexpr auto Neutral = "We are unable to complete your application.";

/// Section 5 as it is printed, from least to most severe; the text of an internal code is "(internal)".
struct Row {
    const char* code;
    const char* disposition;
    const char* scope;
    const char* text;
};
constexpr Row Contract[] = {
    {"BLACK_AND_WHITE", "RETRY", "document", "Please send a colour photo or scan of the document."},
    {"SCREENSHOT", "RETRY", "document",
     "Please photograph or scan the original; screenshots are not accepted."},
    {"LOW_RESOLUTION", "RETRY", "document", "The image is too small to read; please send a sharper one."},
    {"DOCUMENT_UNREADABLE", "RETRY", "document",
     "We could not read the document; please send a clear picture without glare."},
    {"DOCUMENT_INCOMPLETE", "RETRY", "document",
     "Part of the document is cut off; all four corners must be visible."},
    {"PAGE_OR_SIDE_MISSING", "RETRY", "document", "A page or side of the document is missing."},
    {"DOCUMENT_DAMAGED", "RETRY", "document", "The document is damaged; please use another one."},
    {"POA_TOO_OLD", "RETRY", "document", "The proof of address must not be older than three months."},
    {"DOCUMENT_EXPIRED", "RETRY", "document", "The document has expired; please send a valid one."},
    {"DOCUMENT_TYPE_NOT_ACCEPTED", "RETRY", "document", "We do not accept this kind of document."},
    {"DATA_MISMATCH_ADDRESS", "RETRY", "applicant", "The address differs from the one you entered."},
    {"DATA_MISMATCH_NUMBER", "RETRY", "applicant", "The document number differs from the one you entered."},
    {"DATA_MISMATCH_NAME", "RETRY", "applicant", "The name differs from the one you entered."},
    {"DATA_MISMATCH_DOB", "RETRY", "applicant", "The date of birth differs from the one you entered."},
    {"EXTERNAL_DECISION", "FINAL", "applicant", Neutral},
    {"RESUBMISSION_LIMIT", "FINAL", "applicant", "The number of attempts has been used up."},
    {"JURISDICTION_NOT_SUPPORTED", "FINAL", "applicant", "We do not offer our service in your country."},
    {"UNDERAGE", "FINAL", "applicant", "You must be at least 18 years old."},
    {"DUPLICATE_APPLICANT", "FINAL", "applicant", "You already have an account or application with us."},
    {"FACE_MISMATCH", "FINAL", "applicant", "The person in the photo could not be matched to the document."},
    {"DOCUMENTS_OF_DIFFERENT_PEOPLE", "FINAL", "applicant", "The documents belong to different people."},
    {"TAMPERED", "FINAL", "document", "(internal)"},
    {"FORGED", "FINAL", "document", "(internal)"},
    {"ADVERSE_MEDIA", "FINAL", "applicant", "(internal)"},
    {"PEP_NOT_APPROVED", "FINAL", "applicant", "(internal)"},
    {"SANCTIONS_MATCH", "FINAL", "applicant", "(internal)"},
};

bool isInternal(const Row& row)
{
    return QLatin1String(row.text) == QLatin1String("(internal)");
}

/// Checks order and customer's text for the rows of these indices, given in any order. Returns what is wrong.
QString faultOf(const QList<int>& indices)
{
    QStringList codes;
    for (const int i : indices)
        codes << QLatin1String(Contract[i].code);

    QList<int> severe = indices;
    std::sort(severe.begin(), severe.end(), std::greater<>());
    QStringList ordered;
    QStringList sentences;
    bool internal = false;
    for (const int i : severe) {
        ordered << QLatin1String(Contract[i].code);
        internal = internal || isInternal(Contract[i]);
        sentences << QLatin1String(Contract[i].text);
    }
    const QString named = codes.join(u' ');
    if (mostSevereFirst(codes) != ordered)
        return QStringLiteral("order of ") + named;
    if (mostSevereFirst(codes + codes) != ordered)
        return QStringLiteral("duplicates in ") + named;
    const QString text = customerText(codes);
    if (text != (internal ? QLatin1String(Neutral) : sentences.join(u' ')))
        return QStringLiteral("text of ") + named + QStringLiteral(": ") + text;
    if (internal) {
        for (const char* hint :
             {"sanction", "forged", "tamper", "media", "pep", "politic", "internal", "_"}) {
            if (text.contains(QLatin1String(hint), Qt::CaseInsensitive))
                return QStringLiteral("hint in ") + text;
        }
    }
    return {};
}
} // namespace

void TestReasonCode::catalogueIsThatOfTheContract_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(Contract)); ++i)
        QTest::newRow(Contract[i].code) << i;
}

void TestReasonCode::catalogueIsThatOfTheContract()
{
    QFETCH(int, index);
    const Row& expected = Contract[index];
    const auto catalogue = reasonCatalogue();
    QVERIFY(static_cast<std::size_t>(index) < catalogue.size());
    const ReasonCode& row = catalogue[static_cast<std::size_t>(index)];
    QCOMPARE(row.codeText(), QLatin1String(expected.code));
    QCOMPARE(row.disposition == Disposition::Retry ? "RETRY" : "FINAL", expected.disposition);
    QCOMPARE(row.scope == ReasonScope::Document ? "document" : "applicant", expected.scope);
    QCOMPARE(row.internal, isInternal(expected));
    QCOMPARE(row.publicTextString(), QLatin1String(row.internal ? Neutral : expected.text));
    QCOMPARE(findReason(row.codeText()), &row);
}

void TestReasonCode::catalogueIsComplete()
{
    const auto catalogue = reasonCatalogue();
    QCOMPARE(catalogue.size(), std::size(Contract));
    QCOMPARE(catalogue.size(), std::size_t{26});
    const auto count = [&](auto predicate) {
        return std::count_if(catalogue.begin(), catalogue.end(), predicate);
    };
    QCOMPARE(count([](const ReasonCode& r) { return r.disposition == Disposition::Retry; }), 14);
    QCOMPARE(count([](const ReasonCode& r) { return r.disposition == Disposition::Final; }), 12);
    QCOMPARE(count([](const ReasonCode& r) { return r.internal; }), 5);
    // Nobody is asked to try again for a reason that must not be named.
    QCOMPARE(count([](const ReasonCode& r) { return r.internal && r.disposition == Disposition::Retry; }), 0);
    QCOMPARE(neutralReasonText(), QLatin1String(Neutral));
}

void TestReasonCode::findsNothingElse()
{
    for (const char* other : {"", "forged", "FORGED ", "NOT_A_CODE", "BLACK"})
        QCOMPARE(findReason(QLatin1String(other)), nullptr);
}

void TestReasonCode::smallSetsOfCodes()
{
    // Every set of at most three codes, each given in rising and in falling severity.
    constexpr int n = static_cast<int>(std::size(Contract));
    int sets = 0;
    const auto check = [&sets](const QList<int>& set) {
        ++sets;
        const QList<int> reversed(set.rbegin(), set.rend());
        const QString fault = faultOf(set);
        return fault.isEmpty() ? faultOf(reversed) : fault;
    };
    QString fault = check({});
    for (int a = 0; a < n && fault.isEmpty(); ++a) {
        fault = check({a});
        for (int b = a + 1; b < n && fault.isEmpty(); ++b) {
            fault = check({a, b});
            for (int c = b + 1; c < n && fault.isEmpty(); ++c)
                fault = check({a, b, c});
        }
    }
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    QCOMPARE(sets, 1 + 26 + 325 + 2600);
}

void TestReasonCode::largeSetsOfCodes()
{
    QRandomGenerator random(20260331);
    for (int round = 0; round < 3000; ++round) {
        QList<int> set;
        for (int i = 0; i < static_cast<int>(std::size(Contract)); ++i)
            set << i;
        std::shuffle(set.begin(), set.end(), random);
        set.resize(4 + static_cast<qsizetype>(random.bounded(23)));
        const QString fault = faultOf(set);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
}

void TestReasonCode::unknownCodesSayNothing()
{
    const QStringList codes{QStringLiteral("NEWER_B"), QStringLiteral("POA_TOO_OLD"),
                            QStringLiteral("NEWER_A"), QStringLiteral("FACE_MISMATCH")};
    QCOMPARE(mostSevereFirst(codes),
             (QStringList{QStringLiteral("FACE_MISMATCH"), QStringLiteral("POA_TOO_OLD"),
                          QStringLiteral("NEWER_B"), QStringLiteral("NEWER_A")}));
    const QString text = customerText(codes);
    QVERIFY(!text.contains(QStringLiteral("NEWER")));
    QCOMPARE(text, QStringLiteral("The person in the photo could not be matched to the document. "
                                  "The proof of address must not be older than three months."));
    QCOMPARE(customerText({QStringLiteral("NEWER_A")}), QString());
    QCOMPARE(customerText({QStringLiteral("NEWER_A"), QStringLiteral("SANCTIONS_MATCH")}),
             QLatin1String(Neutral));
}

QTEST_GUILESS_MAIN(TestReasonCode)
#include "tst_reasoncode.moc"
