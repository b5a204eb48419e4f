#include "review/typedtext.h"

#include <QTest>

using namespace finhub::review;

class TestTypedText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleansALine_data();
    void cleansALine();
    void cleansAPhone_data();
    void cleansAPhone();
    void readsADate_data();
    void readsADate();
};

void TestTypedText::cleansALine_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char* name, const QString& typed, const QString& kept) {
        QTest::newRow(name) << typed << kept;
        // What is clean stays as it is.
        QTest::addRow("%s, again", name) << kept << kept;
    };
    row("nothing", QString(), QString());
    row("only space", QStringLiteral(" \t\n\u00A0"), QString());
    row("space around", QStringLiteral("  Rasa\u00A0 Ona \r\n"), QStringLiteral("Rasa Ona"));
    row("lines", QStringLiteral("Rasa\nVaitkus\u2028x"), QStringLiteral("Rasa Vaitkus x"));
    row("accents and hyphens", QStringLiteral("Jean-Luc Žukauskaitė O’Neil"),
        QStringLiteral("Jean-Luc Žukauskaitė O’Neil"));
    row("right to left", QStringLiteral("\u200Fمحمد\u200E"), QStringLiteral("محمد"));
    row("direction override", QStringLiteral("Ra\u202Esa\u202C\u2066x\u2069"), QStringLiteral("Rasax"));
    row("the joiner that Persian needs", QStringLiteral("می\u200Cخواهم"), QStringLiteral("می\u200Cخواهم"));
    row("zero width and soft hyphen", QStringLiteral("\uFEFFRa\u200Bsa\u00ADx"), QStringLiteral("Rasax"));
    row("controls", QStringLiteral("Ra\u0001s\u007Fa\u0085"), QStringLiteral("Rasa"));
    row("markup", QStringLiteral("<b>Rasa</b> &amp;"), QStringLiteral("<b>Rasa</b> &amp;"));
    row("beyond the first plane", QStringLiteral("\U00020BB7野"), QStringLiteral("\U00020BB7野"));
    row("a tag character", QStringLiteral("a\U000E0041b"), QStringLiteral("ab"));
}

void TestTypedText::cleansALine()
{
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    QCOMPARE(cleanLine(typed), kept);
}

void TestTypedText::cleansAPhone_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char* typed, const char* kept) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(kept);
    };
    row("+37060012345", "+37060012345");
    row(" +370 600 12345 ", "+37060012345");
    row("+370-600–12345", "+37060012345");
    row("+370 (600) 1.23/45", "+37060012345");
    row("+49 (0)151 234567", "+49151234567");
    row("+49 (0) 151 234567", "+49151234567");
    row("(0)151 234567", "0151234567");
    row("+370 600 12345 ext. 2", "+37060012345ext2");
    row("", "");
}

void TestTypedText::cleansAPhone()
{
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    QCOMPARE(cleanPhone(typed), kept);
}

void TestTypedText::readsADate_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("date");
    const auto row = [](const char* typed, const QDate& date) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << date;
    };
    const QDate day(1990, 5, 15);
    row("1990-05-15", day);
    row("  1990-5-15\n", day);
    row("1990 - 05 - 15", day);
    row("15.05.1990", day);
    row("15. 5. 1990", day);
    row("15 May 1990", day);
    row("15  may  1990", day);
    row("5 September 1990", QDate(1990, 9, 5));
    row("2000-02-29", QDate(2000, 2, 29));
    row("1900-02-29", QDate());
    row("1990-13-01", QDate());
    row("31.04.1990", QDate());
    row("05/15/1990", QDate());
    row("15/05/1990", QDate());
    row("15.05.90", QDate());
    row("90-05-15", QDate());
    row("1990-05", QDate());
    row("1990", QDate());
    row("yesterday", QDate());
    row("١٩٩٠-٠٥-١٥", QDate());
    row("", QDate());
}

void TestTypedText::readsADate()
{
    QFETCH(QString, typed);
    QFETCH(QDate, date);
    QCOMPARE(readDate(typed), date);
}

QTEST_GUILESS_MAIN(TestTypedText)
#include "tst_typedtext.moc"
