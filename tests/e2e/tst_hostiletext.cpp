#include "documents/peakmemory.h"
#include "e2e/consolefixture.h"
#include "e2e/rewritingrelay.h"
#include "support/outcome.h"

#include <QAbstractItemView>
#include <QAction>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>

using namespace finhub;
using namespace finhub::test;

namespace {
/// The list that everybody tests with, and what it does not have.
QStringList naughtyTexts()
{
    QFile file(QStringLiteral(FINHUB_TEST_DATA "/blns/blns.base64.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the naughty strings are not there");
    QStringList texts;
    const QJsonArray list = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue& text : list)
        texts << QString::fromUtf8(QByteArray::fromBase64(text.toString().toLatin1()));
    return texts;
}

QStringList ownTexts()
{
    const QChar rightToLeft(0x202e);
    const QChar isolate(0x2066);
    QString storm;
    for (int i = 0; i < 40; ++i)
        storm += QLatin1Char('e') + QString(60, QChar(0x0301));
    return {QStringLiteral("<img src=x onerror=alert(1)><h1>APPROVED</h1>"),
            QStringLiteral("<table><tr><td>&amp;<a href='file:///etc/passwd'>a</a>"),
            QStringLiteral("invoice") + rightToLeft + QStringLiteral("fdp.exe"),
            isolate + QStringLiteral("abc") + QChar(0x200b) + QChar(0xfeff) + QChar(0x061c),
            QString(20000, u'W'),
            QString(3000, u' ') + u'x',
            QString(500, u'\n'),
            QStringLiteral("a\u0000b\u0007c\u001b[31m"),
            storm,
            QStringLiteral("%s%n%1%2%99%L1 %p"),
            QStringLiteral("&&&File & <b>Q&A</b>")};
}

/// The marks by which such a text is found again on the screen.
bool hasMarkup(const QString& text)
{
    return text.contains(QLatin1String("<img"), Qt::CaseInsensitive) ||
           text.contains(QLatin1String("<h1"), Qt::CaseInsensitive) ||
           text.contains(QLatin1String("<table"), Qt::CaseInsensitive) ||
           text.contains(QLatin1String("<script"), Qt::CaseInsensitive) ||
           text.contains(QLatin1String("<a href"), Qt::CaseInsensitive);
}

bool hasTurningCharacters(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() >= 0x202a && c.unicode() <= 0x202e) ||
               (c.unicode() >= 0x2066 && c.unicode() <= 0x2069) || c.unicode() == 0xfeff ||
               c.unicode() == 0x061c || c.unicode() == 0x0000;
    });
}

QString whichOf(const QWidget* widget, const QString& what, const QString& text)
{
    return QStringLiteral("%1 (%2): %3: %4")
        .arg(widget->objectName(), QLatin1String(widget->metaObject()->className()), what, text.left(120));
}

void checkShort(const QWidget* widget, const QString& what, const QString& text, QStringList& wrong)
{
    if (hasTurningCharacters(text))
        wrong << whichOf(widget, what + QStringLiteral(" turns"), text);
}

/// A tool tip has no switch for its format: it guesses.
void checkToolTip(const QWidget* widget, const QString& tip, QStringList& wrong)
{
    if (hasMarkup(tip))
        wrong << whichOf(widget, QStringLiteral("tool tip renders"), tip);
    checkShort(widget, QStringLiteral("tool tip"), tip, wrong);
}

void checkItems(const QAbstractItemView* view, QStringList& wrong)
{
    const QAbstractItemModel* model = view->model();
    if (!model)
        return;
    const int rows = std::min(model->rowCount(), 60);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            checkToolTip(view, index.data(Qt::ToolTipRole).toString(), wrong);
            checkShort(view, QStringLiteral("accessible text"), index.data(Qt::AccessibleTextRole).toString(),
                       wrong);
        }
    }
}

/// What any widget, shown or not, would render as something else than the text that it is.
QStringList rendered(QWidget* window)
{
    QStringList wrong;
    QList<QWidget*> widgets = window->findChildren<QWidget*>();
    widgets << window;
    for (const QWidget* widget : std::as_const(widgets)) {
        checkToolTip(widget, widget->toolTip(), wrong);
        checkShort(widget, QStringLiteral("accessible name"), widget->accessibleName(), wrong);
        if (hasMarkup(widget->whatsThis()))
            wrong << whichOf(widget, QStringLiteral("what's this"), widget->whatsThis());
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            if (label->textFormat() != Qt::PlainText && hasMarkup(label->text()))
                wrong << whichOf(widget, QStringLiteral("renders"), label->text());
            checkShort(widget, QStringLiteral("text"), label->text(), wrong);
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            checkShort(widget, QStringLiteral("text"), button->text(), wrong);
        } else if (const auto* edit = qobject_cast<const QTextEdit*>(widget)) {
            if (hasMarkup(edit->toPlainText()) !=
                hasMarkup(edit->toHtml().replace(QLatin1String("&lt;"), QLatin1String("<"))))
                wrong << whichOf(widget, QStringLiteral("renders"), edit->toPlainText());
        } else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget)) {
            checkItems(view, wrong);
        } else if (const auto* box = qobject_cast<const QMessageBox*>(widget)) {
            if (box->textFormat() != Qt::PlainText)
                wrong << whichOf(widget, QStringLiteral("guesses"), box->text());
        }
    }
    return wrong;
}

/// Members without which the console would not get as far as showing anything: keys of the protocol, never
/// shown as text.
bool belongsToTheProtocol(const QString& member)
{
    static const QStringList names{QStringLiteral("id"),           QStringLiteral("token"),
                                   QStringLiteral("refreshToken"), QStringLiteral("tokenType"),
                                   QStringLiteral("extensions"),   QStringLiteral("roles"),
                                   QStringLiteral("userType"),     QStringLiteral("sha256"),
                                   QStringLiteral("mimeType"),     QStringLiteral("etag")};
    return names.contains(member) || member.endsWith(QLatin1String("Id")) ||
           member.endsWith(QLatin1String("At"));
}

bool isWord(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}
} // namespace

/// Texts that were made to be taken for something else, in every member of every answer, through the real
/// window: nothing of them is rendered, nothing crashes, hangs or grows without bound.
class TestHostileText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fromTheServer_data();
    void fromTheServer();
    void theCheckItselfFinds();

private:
    static void walk(ConsoleFixture& console);
    static void look(const ConsoleFixture& console, const char* where);
};

/// The check finds what it looks for: a test of the test.
void TestHostileText::theCheckItselfFinds()
{
    QWidget window;
    auto* label = new QLabel(QStringLiteral("<img src=x>"), &window);
    QCOMPARE(rendered(&window).size(), qsizetype(1));
    label->setTextFormat(Qt::PlainText);
    QCOMPARE(rendered(&window).size(), qsizetype(0));
    label->setToolTip(QStringLiteral("<h1>x"));
    label->setText(QString(QChar(0x202e)));
    QCOMPARE(rendered(&window).size(), qsizetype(2));
    auto* edit = new QTextEdit(&window);
    edit->setHtml(QStringLiteral("<table><tr><td>x"));
    QCOMPARE(rendered(&window).size(), qsizetype(3));
}

void TestHostileText::look(const ConsoleFixture& console, const char* where)
{
    QTest::qWait(50); // what is still on its way arrives and is laid out
    const QStringList wrong = rendered(console.window.get());
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1String(where) + QStringLiteral(":\n") + wrong.join(u'\n')));
    // Every delegate and every label has to paint it, too.
    QVERIFY(!console.window->grab().isNull());
}

void TestHostileText::walk(ConsoleFixture& console)
{
    console.signIn();
    look(console, "list");
    auto* views = console.find<QAbstractItemView>("viewList");
    for (int row = 0; row < views->model()->rowCount(); ++row) {
        QTest::mouseClick(views->viewport(), Qt::LeftButton, {},
                          views->visualRect(views->model()->index(row, 0)).center());
        look(console, "views");
    }
    auto* table = console.find<QAbstractItemView>("customerTable");
    QTest::mouseClick(views->viewport(), Qt::LeftButton, {},
                      views->visualRect(views->model()->index(0, 0)).center());
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 20, Patience);
    // The stages differ from row to row, and with them what a case shows.
    for (const int row : {7, 3, 12, 14, 15, 19}) {
        const QModelIndex index = table->model()->index(row, 0);
        table->scrollTo(index);
        const QPoint at = table->visualRect(index).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
        QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), Patience);
        look(console, "case");
        for (const char* pane : {"overviewPaneButton", "phasesPaneButton", "reviewPaneButton"}) {
            if (!console.isShown(pane) || !console.isEnabled(pane))
                continue;
            console.click(pane);
            look(console, pane);
        }
        QTest::keyClick(console.window.get(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customerTable"), Patience);
    }
    console.click("newCustomerButton");
    look(console, "new customer");
    console.click("newCustomerCancelButton");
    console.window->findChild<QAction*>(QStringLiteral("consentTextsAction"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("templatesView"), Patience);
    look(console, "consent texts");
}

void TestHostileText::fromTheServer_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<bool>("words");
    QTest::newRow("own texts") << ownTexts() << false;
    QTest::newRow("own texts, in words of the contract too") << ownTexts() << true;
    QTest::newRow("naughty strings") << naughtyTexts() << false;
    QTest::newRow("naughty strings, in words of the contract too") << naughtyTexts() << true;
}

void TestHostileText::fromTheServer()
{
    QFETCH(QStringList, texts);
    QFETCH(bool, words);
    const PeakMemory memory;
    {
        ConsoleFixture console;
        qsizetype next = 0;
        RewritingRelay relay(console.url, [&](const QString& member, const QString& text) {
            if (belongsToTheProtocol(member) || (isWord(text) && !words))
                return text;
            return texts.at(next++ % texts.size());
        });
        console.url = relay.url();
        walk(console);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(relay.exchanged() > 1000, qPrintable(QString::number(relay.exchanged())));
    }
    QVERIFY(memory.works());
    QVERIFY2(memory.megabytes() < 600, qPrintable(QString::number(memory.megabytes())));
}

QTEST_MAIN(TestHostileText)
#include "tst_hostiletext.moc"
