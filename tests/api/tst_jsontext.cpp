#include "api/json/jsontext.h"

#include <QDir>
#include <QtTest>

using namespace finhub;
using namespace finhub::api;

/// The texts of JSONTestSuite and the limits of docs/architecture.md.
class TestJsonText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void suite_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QChar>("verdict");
        const QDir folder(QStringLiteral(FINHUB_SHARED_DATA "/json-test-suite/test_parsing"));
        if (!folder.exists())
            QSKIP("JSONTestSuite is not beside this checkout (../shared/data)");
        const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
        QCOMPARE(names.size(), qsizetype(318));
        QCOMPARE(names.filter(QRegularExpression(QStringLiteral("^n_"))).size(), qsizetype(188));
        QCOMPARE(names.filter(QRegularExpression(QStringLiteral("^y_"))).size(), qsizetype(95));
        for (const QString& name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            // Legal JSON, but two members of one name let two readers see two different things.
            const bool twice = name.startsWith(QLatin1String("y_object_duplicated_key"));
            QTest::newRow(qPrintable(name)) << file.readAll() << (twice ? QChar(u'n') : name.at(0));
        }
    }
    void suite()
    {
        QFETCH(QByteArray, text);
        QFETCH(QChar, verdict);
        const Result<JsonText> parsed = JsonText::parse(text);
        if (verdict == u'y')
            QVERIFY(parsed.has_value());
        if (verdict == u'n') {
            QVERIFY(!parsed.has_value());
            QCOMPARE(parsed.error().kind, ErrorKind::BadAnswer);
        }
    }

    void limits_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("accepted");
        const auto nested = [](int levels) { return QByteArray(levels, '[') + QByteArray(levels, ']'); };
        const auto list = [](int values) {
            QByteArray text = "[";
            for (int i = 0; i < values; ++i)
                text += i ? ",0" : "0";
            return text + "]";
        };
        QTest::newRow("64 levels") << nested(64) << true;
        QTest::newRow("65 levels") << nested(65) << false;
        QTest::newRow("65 levels of objects")
            << QByteArray("{\"a\":").repeated(64) + "{}" + QByteArray(64, '}') << false;
        QTest::newRow("100000 levels") << nested(100000) << false;
        QTest::newRow("100000 levels, open") << QByteArray(100000, '[') << false;
        QTest::newRow("a million values") << list(JsonText::MaxValues - 1) << true;
        QTest::newRow("one more") << list(JsonText::MaxValues) << false;
        QTest::newRow("NUL behind the text") << QByteArray("{}\0", 3) << false;
        QTest::newRow("NUL and more") << QByteArray("{}\0{\"success\":false}", 20) << false;
        QTest::newRow("trailing word") << QByteArray("{} x") << false;
        QTest::newRow("second value") << QByteArray("{}{}") << false;
        QTest::newRow("a member twice") << QByteArray("{\"a\":1,\"b\":2,\"a\":1}") << false;
        QTest::newRow("a member twice, inside") << QByteArray("{\"x\":[{\"a\":1,\"\\u0061\":2}]}") << false;
        QTest::newRow("the same name in two objects")
            << QByteArray("{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":1}]}") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("HTML") << QByteArray("<html></html>") << false;
        QTest::newRow("comment") << QByteArray("{/*x*/}") << false;
        QTest::newRow("NaN") << QByteArray("[NaN]") << false;
        QTest::newRow("beyond double") << QByteArray("[1e999]") << false;
        QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBF{}") << true;
    }
    void limits()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, accepted);
        QCOMPARE(JsonText::parse(text).has_value(), accepted);
    }

    /// A text that is refused may be a token: the error repeats nothing of it.
    void errorsRepeatNothing()
    {
        const Result<JsonText> parsed = JsonText::parse("{\"token\":\"secret-token\",}");
        QVERIFY(!parsed);
        QVERIFY(!parsed.error().technical.contains(QLatin1String("secret")));
        QVERIFY(!parsed.error().technical.contains(QLatin1String("token")));
    }
};

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
