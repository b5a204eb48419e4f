#include "views/widgets/chip.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QTextDocument>
#include <QtTest>

using namespace finhub::views;

class TestPlainText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWouldBeInvisible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* name, const QString& text, const QString& shown) {
            QTest::newRow(name) << text << shown;
        };
        const auto same = [](const char* name, const QString& text) { QTest::newRow(name) << text << text; };
        same("empty", QString());
        same("plain", QStringLiteral("Rasa Vaitkus"));
        same("accents", QStringLiteral("Chloé Nováková Żółć"));
        same("bold stays text", QStringLiteral("<b>APPROVED</b>"));
        same("image stays text", QStringLiteral("<img src=\"file:///etc/passwd\">"));
        same("right to left letters", QStringLiteral("שלום"));
        same("line break", QStringLiteral("one\ntwo"));
        same("emoji", QStringLiteral("👍🏽"));
        same("family joined", QStringLiteral("👩\u200d👧"));
        same("persian joiner", QStringLiteral("می\u200cخواهم"));
        same("no-break space", QStringLiteral("1\u00a0000"));
        row("windows line break", QStringLiteral("one\r\ntwo"), QStringLiteral("one\ntwo"));
        row("tab", QStringLiteral("one\ttwo"), QStringLiteral("one two"));
        row("RLO", QStringLiteral("exe.\u202egpj"), QStringLiteral("exe.⟨U+202E⟩gpj"));
        row("LRO", QStringLiteral("\u202dx"), QStringLiteral("⟨U+202D⟩x"));
        row("isolate", QStringLiteral("\u2067x\u2069"), QStringLiteral("⟨U+2067⟩x⟨U+2069⟩"));
        row("LRM", QStringLiteral("a\u200e"), QStringLiteral("a⟨U+200E⟩"));
        row("ALM", QStringLiteral("\u061c"), QStringLiteral("⟨U+061C⟩"));
        row("zero-width space", QStringLiteral("Ra\u200bsa"), QStringLiteral("Ra⟨U+200B⟩sa"));
        row("latin joiner", QStringLiteral("Ra\u200dsa"), QStringLiteral("Ra⟨U+200D⟩sa"));
        row("leading joiner", QStringLiteral("\u200cx"), QStringLiteral("⟨U+200C⟩x"));
        row("soft hyphen", QStringLiteral("a\u00adb"), QStringLiteral("a⟨U+00AD⟩b"));
        row("byte-order mark", QStringLiteral("\ufeffa"), QStringLiteral("⟨U+FEFF⟩a"));
        row("hangul filler", QStringLiteral("\u3164"), QStringLiteral("⟨U+3164⟩"));
        row("line separator", QStringLiteral("a\u2028b"), QStringLiteral("a⟨U+2028⟩b"));
        row("escape", QStringLiteral("\u001b[31m"), QStringLiteral("⟨U+001B⟩[31m"));
        row("NUL", QString(QChar(u'\0')), QStringLiteral("⟨U+0000⟩"));
        row("C1 control", QString(QChar(u'\x85')), QStringLiteral("⟨U+0085⟩"));
        row("tag character", QString::fromUcs4(U"\U000E0041"), QStringLiteral("⟨U+E0041⟩"));
        row("half a pair", QString(QChar(u'\xd800')) + QLatin1Char('x'), QStringLiteral("⟨U+D800⟩x"));
        row("other half", QString(QChar(u'\xdc00')), QStringLiteral("⟨U+DC00⟩"));
    }

    void showsWhatWouldBeInvisible()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(displayText(text), shown);
    }

    void putsEverythingIntoOneLine()
    {
        QCOMPARE(displayLine(QStringLiteral("one\r\ntwo")), QStringLiteral("one⟨U+000A⟩two"));
    }

    void boundsTheLength()
    {
        QCOMPARE(displayText(QStringLiteral("abcdef"), 6), QStringLiteral("abcdef"));
        QCOMPARE(displayText(QStringLiteral("abcdef"), 5), QStringLiteral("abcde…"));
        QCOMPARE(displayText(QStringLiteral("abc"), 0), QStringLiteral("…"));
        // A pair is never cut in two.
        QCOMPARE(displayText(QStringLiteral("a😀b"), 2), QStringLiteral("a…"));
        QCOMPARE(displayText(QString(200'000, QLatin1Char('x')), 100).size(), 101);
    }

    void setsLabelsToPlainText()
    {
        QLabel label;
        QCOMPARE(label.textFormat(), Qt::AutoText);
        setPlainText(&label, QStringLiteral("<b>APPROVED</b>\u202e"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(label.text(), QStringLiteral("<b>APPROVED</b>⟨U+202E⟩"));
    }

    void escapesToolTips_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("bold") << QStringLiteral("<b>APPROVED</b>");
        QTest::newRow("image") << QStringLiteral("<img src=\"http://127.0.0.1/x.png\">");
        QTest::newRow("ampersand") << QStringLiteral("Fish &amp; Chips & more");
        QTest::newRow("less than") << QStringLiteral("1 < 2");
        QTest::newRow("quotes") << QStringLiteral("\"a\" 'b'");
        QTest::newRow("lines") << QStringLiteral("one\ntwo");
    }

    void escapesToolTips()
    {
        QFETCH(QString, text);
        const QString tip = plainToolTip(text);
        // Qt decides by this whether a tool tip is rich; read as such, the original must come back.
        QVERIFY(Qt::mightBeRichText(tip));
        QTextDocument document;
        document.setHtml(tip);
        QCOMPARE(document.toPlainText(), text);
        QVERIFY(!document.toHtml().contains(QLatin1String("<img")));
    }

    void leavesNoToolTipForNoText() { QVERIFY(plainToolTip(QString()).isEmpty()); }

    void reachesTheBlocksThatShowForeignText()
    {
        const QString foreign = QStringLiteral("<b>x</b>\u202e\n");
        const QString line = QStringLiteral("<b>x</b>⟨U+202E⟩⟨U+000A⟩");
        const Chip chip(foreign);
        QCOMPARE(chip.accessibleName(), line);
        const ElidedLabel label(foreign);
        QCOMPARE(label.text(), line);
    }
};

QTEST_MAIN(TestPlainText)
#include "tst_plaintext.moc"
