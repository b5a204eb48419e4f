#include "review/pack/csvtext.h"

#include <QTest>

using namespace finhub::review;

class TestCsvText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotes();
    void marksFormulas_data();
    void marksFormulas();
};

void TestCsvText::quotes()
{
    QCOMPARE(csvRecord({QStringLiteral("a"), QString(), QStringLiteral("b,c"), QStringLiteral("say \"x\""),
                        QStringLiteral("two\nlines"), QStringLiteral("Zoë")}),
             QByteArray("\"a\",\"\",\"b,c\",\"say \"\"x\"\"\",\"two\nlines\",\"Zo\xC3\xAB\"\r\n"));
    QCOMPARE(csvRecord({}), QByteArray("\r\n"));
    QCOMPARE(csvRecord({QStringLiteral("a") + QChar(0) + QStringLiteral("b")}), QByteArray("\"ab\"\r\n"));
}

void TestCsvText::marksFormulas_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("formula");
    const auto row = [](const char* name, const QString& cell, bool formula) {
        QTest::newRow(name) << cell << formula;
    };
    row("equals", QStringLiteral("=HYPERLINK(\"http://x\",\"y\")"), true);
    row("plus", QStringLiteral("+49 30 1234"), true);
    row("minus", QStringLiteral("-1+1"), true);
    row("at", QStringLiteral("@SUM(A1)"), true);
    row("tab", QStringLiteral("\t=1"), true);
    row("a tab and a word", QStringLiteral("\tword"), true);
    row("carriage return", QStringLiteral("\r=1"), true);
    row("line feed", QStringLiteral("\n=1"), true);
    row("behind spaces", QStringLiteral("   =1"), true);
    row("behind a no-break space", QStringLiteral("\u00A0=1"), true);
    row("behind nothing that is seen", QStringLiteral("\u200B=1"), true);
    row("behind a quotation mark", QStringLiteral("\"=1"), true);
    row("full-width", QStringLiteral("\uFF1D1+1"), true);
    row("a null byte before it", QChar(0) + QStringLiteral("=1"), true);
    row("a name", QStringLiteral("Anna-Maria O'Neill"), false);
    row("an address", QStringLiteral("a+b@example.com"), false);
    row("a date", QStringLiteral("2026-03-31T09:00:00Z"), false);
    row("a dash", QStringLiteral("–"), false);
    row("nothing", QString(), false);
    row("spaces", QStringLiteral("  "), false);
}

void TestCsvText::marksFormulas()
{
    QFETCH(const QString, cell);
    QFETCH(const bool, formula);
    const QByteArray record = csvRecord({QStringLiteral("first"), cell});
    QCOMPARE(record.startsWith("\"first\",\"'"), formula);
}

QTEST_APPLESS_MAIN(TestCsvText)
#include "tst_csvtext.moc"
