#include "core/foldedtext.h"

#include <QTest>

using namespace finhub;

/// The form in which names are searched and sorted: without case and accents (3.1, 7.4).
class TestFoldedText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folds_data();
    void folds();
};

void TestFoldedText::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    const auto row = [](const char* text, const char* folded) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(folded);
    };
    row("", "");
    row("Rasa", "rasa");
    row("ŽUKAUSKAITĖ", "zukauskaite");
    row("Z\u030CUKAUSKAITE\u0307", "zukauskaite");
    row("Šarūnas Čiurlionis", "sarunas ciurlionis");
    row("Łukasz", "lukasz");
    row("Ørsted", "orsted");
    row("Đorđe", "dorde");
    row("Groß", "gross");
    row("GROSS", "gross");
    row("Müller", "muller");
    row("Nguyễn", "nguyen");
    row("İstanbul", "istanbul");
    row("ﬁnhub", "finhub");
    row("Ｆｉｎ", "fin");
    row("user@Example.COM", "user@example.com");
    row("+370 600 12345", "+370 600 12345");
    row("Иванов Йонас", "иванов ионас");
    row("😀 Rasa", "😀 rasa");
}

void TestFoldedText::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);
    QCOMPARE(foldedText(text), folded);
    QCOMPARE(foldedText(folded), folded);
}

QTEST_GUILESS_MAIN(TestFoldedText)
#include "tst_foldedtext.moc"
