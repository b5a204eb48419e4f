#include "core/mrzlines.h"

#include <QTest>

using namespace finhub;

/// What people type and paste for the lines of a machine-readable zone.
class TestMrzLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesALine_data();
    void writesALine();
    void takesDoubleGuillemetsEitherWay();
    void splitsText_data();
    void splitsText();
};

void TestMrzLines::writesALine_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("line");
    const auto row = [](const char* typed, const char* line) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(line);
    };
    row("", "");
    row("P<UTOERIKSSON", "P<UTOERIKSSON");
    row("p<utoeriksson", "P<UTOERIKSSON");
    row(" L898902C3 6 UTO\t7408122\u00a0F ", "L898902C36UTO7408122F");
    row("P‹UTO", "P<UTO");
    row("P〈UTO⟨˂", "P<UTO<<");
    row("ERIKSSON«ANNA‹MARIA", "ERIKSSON<<ANNA<MARIA");
    row("ERIKSSON≪ANNA", "ERIKSSON<<ANNA");
    row("Ｐ＜ＵＴＯ１２", "P<UTO12");
    row("P﹤UTO", "P<UTO");
    // What it does not know stays, so that it can be pointed at.
    row("P>UTO-1.Ž", "P>UTO-1.Ž");
}

void TestMrzLines::writesALine()
{
    QFETCH(QString, typed);
    QTEST(mrzLine(typed), "line");
}

// Somebody whose keyboard has no filler may type a guillemet for each, or one for two.
void TestMrzLines::takesDoubleGuillemetsEitherWay()
{
    const QString expected = QStringLiteral("ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
    QCOMPARE(expected.size(), 30);
    QString each = expected;
    each.replace(u'<', u'«');
    QCOMPARE(mrzLine(each), expected);
    QString pairs = expected;
    pairs.replace(QStringLiteral("<<"), QStringLiteral("«"));
    QCOMPARE(mrzLine(pairs), expected);
}

void TestMrzLines::splitsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("lengths");
    const auto zone = [](int lines, int length) {
        return QStringList(QList<QString>(lines, QString(length, u'A')));
    };
    QTest::newRow("nothing") << QString() << QList<int>{};
    QTest::newRow("only breaks") << QStringLiteral("\n \r\n\n") << QList<int>{};
    QTest::newRow("passport") << zone(2, 44).join(u'\n') << QList<int>{44, 44};
    QTest::newRow("with empty lines")
        << zone(2, 44).join(QStringLiteral("\r\n\r\n")) + u'\n' << QList<int>{44, 44};
    QTest::newRow("card") << zone(3, 30).join(QChar(0x2028)) << QList<int>{30, 30, 30};
    QTest::newRow("passport in one line") << zone(2, 44).join(u' ') << QList<int>{44, 44};
    QTest::newRow("card in one line") << zone(3, 30).join(QString()) << QList<int>{30, 30, 30};
    QTest::newRow("old card in one line") << zone(2, 36).join(QString()) << QList<int>{36, 36};
    QTest::newRow("no length of any") << QString(71, u'A') << QList<int>{71};
}

void TestMrzLines::splitsText()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, lengths);
    const QStringList lines = mrzLines(text);
    QCOMPARE(lines.size(), lengths.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QCOMPARE(lines.at(i).size(), lengths.at(i));
}

QTEST_APPLESS_MAIN(TestMrzLines)
#include "tst_mrzlines.moc"
