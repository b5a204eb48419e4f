#include "api/json/jsontext.h"
#include "core/enums.h"

#include <QtTest>

#include <functional>

using namespace finhub;
using namespace finhub::api;

using Read = std::function<QVariant(const JsonPlace&)>;
Q_DECLARE_METATYPE(Read)

/// Reading members: what is absent, what is right, and the JSON path of what is wrong.
class TestJsonPlace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Read>("read");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("fault");

        const Read text = [](const JsonPlace& a) { return a.text(); };
        const Read flag = [](const JsonPlace& a) {
            const auto value = a.flag();
            return value ? QVariant(*value) : QVariant();
        };
        const Read integer = [](const JsonPlace& a) {
            const auto value = a.integer();
            return value ? QVariant(*value) : QVariant();
        };
        const Read small = [](const JsonPlace& a) {
            const auto value = a.smallInteger(0, 2147483647);
            return value ? QVariant(*value) : QVariant();
        };
        const Read id = [](const JsonPlace& a) { return a.idText(); };
        const Read time = [](const JsonPlace& a) { return a.time(); };
        const Read date = [](const JsonPlace& a) { return a.date(); };
        const auto row = [](const char* name, const char* json, const Read& read, const QVariant& value,
                            const char* fault = "") {
            QTest::newRow(name) << QByteArray(json) << read << value << QString::fromLatin1(fault);
        };
        const QDateTime at(QDate(2026, 3, 31), QTime(9, 15), Qt::UTC);

        row("text", R"("x")", text, QStringLiteral("x"));
        row("text null", "null", text, QString());
        row("text number", "1", text, QString(), "$.a: not a string");
        row("text object", "{}", text, QString(), "$.a: not a string");
        row("flag", "true", flag, true);
        row("flag null", "null", flag, QVariant());
        row("flag 1", "1", flag, QVariant(), "$.a: not a boolean");
        row("flag text", R"("true")", flag, QVariant(), "$.a: not a boolean");
        // get<int>() would make these -1294967296, 1 and 1.
        row("integer beyond int", "3000000000", small, QVariant(), "$.a: out of range");
        row("fraction", "1.9", integer, QVariant(), "$.a: not a whole number");
        row("integer true", "true", integer, QVariant(), "$.a: not a whole number");
        row("integer", "3000000000", integer, qint64(3000000000));
        row("integer negative", "-5", small, QVariant(), "$.a: out of range");
        row("integer 2^63", "9223372036854775808", integer, QVariant(), "$.a: out of range");
        row("integer 2^64", "18446744073709551616", integer, QVariant(), "$.a: not a whole number");
        row("integer text", R"("1")", integer, QVariant(), "$.a: not a whole number");
        row("R5 id text", R"("Abc.1_2:3-4")", id, QStringLiteral("Abc.1_2:3-4"));
        row("R5 id keeps its zeros", R"("007")", id, QStringLiteral("007"));
        row("R5 id number", "12345", id, QStringLiteral("12345"));
        row("R5 id large number", "18446744073709551615", id, QStringLiteral("18446744073709551615"));
        row("R5 id negative number", "-7", id, QStringLiteral("-7"));
        row("R5 id rounded number", "18446744073709551616", id, QString(), "$.a: not an id");
        row("R5 id fraction", "1.5", id, QString(), "$.a: not an id");
        row("R5 id true", "true", id, QString(), "$.a: not an id");
        row("R10 time", R"("2026-03-31T09:15:00.000Z")", time, at);
        row("R10 without zone", R"("2026-03-31T09:15:00")", time, at);
        row("R10 nine digits", R"("2026-03-31T09:15:00.123456789Z")", time, at.addMSecs(123));
        row("R10 offset", R"("2026-03-31T12:15:00+03:00")", time, at);
        row("R10 epoch milliseconds", "1774948500000", time, at);
        row("R10 epoch as fraction", "1774948500000.0", time, at);
        row("R10 unreadable", R"("yesterday")", time, QDateTime());
        row("R10 endless", "1e300", time, QDateTime());
        row("R10 true", "true", time, QDateTime());
        row("date", R"("1990-05-15")", date, QDate(1990, 5, 15));
        row("date of a time", R"("1990-05-15T00:00:00Z")", date, QDate(1990, 5, 15));
        row("date unreadable", R"("15.05.1990")", date, QDate());
        row("date trailing", R"("1990-05-15 or so")", date, QDate());
        row("date number", "19900515", date, QDate(), "$.a: not a string");
    }
    void values()
    {
        QFETCH(QByteArray, json);
        QFETCH(Read, read);
        QFETCH(QVariant, value);
        QFETCH(QString, fault);
        const Result<JsonText> text = JsonText::parse("{\"a\":" + json + "}");
        QVERIFY(text);
        QCOMPARE(read(text->root().member("a")), value);
        QCOMPARE(text->fault(), fault);
        QCOMPARE(text->checked(1).has_value(), fault.isEmpty());
        // Absent is the default without a fault, whatever it should have been.
        const Result<JsonText> empty = JsonText::parse("{}");
        read(empty->root().member("a"));
        QCOMPARE(empty->fault(), QString());
        // A tolerant place gives the same value and says nothing.
        const Result<JsonText> again = JsonText::parse("{\"a\":" + json + "}");
        QCOMPARE(read(again->root().tolerant().member("a")), value);
        QCOMPARE(again->fault(), QString());
    }

    void pathsNameTheSpot()
    {
        const Result<JsonText> text = JsonText::parse(R"({"data":{"list":[{"x":1},{"x":"a"}]}})");
        const auto elements = text->root().member("data").member("list").elements();
        QCOMPARE(elements.size(), std::size_t(2));
        QCOMPARE(elements[0].member("x").text(), QString());
        QCOMPARE(elements[1].member("x").text(), QStringLiteral("a"));
        QCOMPARE(text->fault(), QStringLiteral("$.data.list[0].x: not a string"));
        QCOMPARE(text->checked(1).error().technical, text->fault());
        // The first fault stays.
        elements[1].member("y").required();
        QCOMPARE(text->fault(), QStringLiteral("$.data.list[0].x: not a string"));
    }

    void missingIsNamed()
    {
        const Result<JsonText> text = JsonText::parse(R"({"data":null})");
        text->root().member("data").member("id").required();
        QCOMPARE(text->fault(), QStringLiteral("$.data.id: missing"));
    }

    /// A member's name from outside does not get into a path as it is: it may be somebody's name.
    void namesFromOutsideAreNotRepeated()
    {
        const Result<JsonText> text = JsonText::parse(R"({"Rasa Vaitkus <b>":1,"plain_1":1})");
        for (const auto& [name, place] : text->root().members())
            place.text();
        QCOMPARE(text->fault(), QStringLiteral("$[?]: not a string"));
    }

    void r6FirstPresentWins()
    {
        const Result<JsonText> text =
            JsonText::parse(R"({"id":"second","verificationId":"first","n":null,"m":"m"})");
        QCOMPARE(text->root().firstOf({"verificationId", "id"}).text(), QStringLiteral("first"));
        QCOMPARE(text->root().firstOf({"absent", "id"}).text(), QStringLiteral("second"));
        QCOMPARE(text->root().firstOf({"n", "m"}).text(), QStringLiteral("m"));
        QVERIFY(!text->root().firstOf({"x", "y"}).isPresent());
    }

    void r4UnknownWordsAreKept()
    {
        const Result<JsonText> text = JsonText::parse(R"({"known":"APPROVED","new":"ON_HOLD","none":null})");
        QCOMPARE(text->root().member("known").word<VerificationStatus>().value(),
                 VerificationStatus::Approved);
        const auto unknown = text->root().member("new").word<VerificationStatus>();
        QVERIFY(!unknown.isKnown());
        QCOMPARE(unknown.text(), QStringLiteral("ON_HOLD"));
        QVERIFY(text->root().member("none").word<VerificationStatus>().isAbsent());
    }

    void secretsTakeNoDetour()
    {
        const Result<JsonText> text = JsonText::parse(R"({"token":"abc\u0064","other":5})");
        QCOMPARE(text->root().member("token").secret().view().toByteArray(), QByteArray("abcd"));
        QVERIFY(text->root().member("absent").secret().isEmpty());
        QCOMPARE(text->fault(), QString());
        QVERIFY(text->root().member("other").secret().isEmpty());
        QCOMPARE(text->fault(), QStringLiteral("$.other: not a string"));
    }

    void wrongContainers()
    {
        const Result<JsonText> text = JsonText::parse(R"({"object":{},"array":[]})");
        QVERIFY(text->root().member("object").elements().empty());
        QCOMPARE(text->fault(), QStringLiteral("$.object: not an array"));
        const Result<JsonText> other = JsonText::parse(R"({"array":[1]})");
        QVERIFY(other->root().member("array").members().empty());
        QCOMPARE(other->fault(), QStringLiteral("$.array: not an object"));
        const Result<JsonText> third = JsonText::parse("[]");
        QVERIFY(!third->root().member("a").isPresent());
        QCOMPARE(third->fault(), QStringLiteral("$: not an object"));
    }
};

QTEST_GUILESS_MAIN(TestJsonPlace)
#include "tst_jsonplace.moc"
