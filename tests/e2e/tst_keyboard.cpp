#include "e2e/consolefixture.h"
#include "sandbox/accounts/accounts.h"
#include "views/actions/actionregistry.h"
#include "views/signinview.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTimer>

using namespace finhub;
using namespace finhub::test;

namespace {
constexpr int Patience = 20000;

/// Counts what a mouse, a wheel or a tablet does to any widget.
class MouseCounter : public QObject {
public:
    MouseCounter() { QCoreApplication::instance()->installEventFilter(this); }
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
        case QEvent::MouseMove:
        case QEvent::Wheel:
        case QEvent::TabletPress:
        case QEvent::TouchBegin:
            ++m_count;
            break;
        default:
            break;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    int m_count = 0;
};

void pressFocus(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

/// Presses these keys in the next menu that opens; a menu of a button has an event loop of its own in Qt.
void typeIntoMenu(const QList<Qt::Key>& keys)
{
    auto* look = new QTimer(QCoreApplication::instance());
    QObject::connect(look, &QTimer::timeout, look, [look, keys] {
        if (!QApplication::activePopupWidget())
            return;
        look->stop();
        look->deleteLater();
        for (const Qt::Key key : keys)
            QTest::keyClick(QApplication::activePopupWidget(), key);
    });
    look->start(20);
}

/// Goes on by Tab until the widget of this name has the focus.
void tabTo(ConsoleFixture& console, const QString& name)
{
    console.window->activateWindow();
    QTRY_VERIFY(console.window->isActiveWindow());
    QStringList passed;
    for (int i = 0; i < 80; ++i) {
        const QWidget* focus = QApplication::focusWidget();
        if (focus && focus->objectName() == name)
            return;
        passed << (focus ? focus->objectName() : QStringLiteral("nothing"));
        QTest::keyClick(console.window.get(), Qt::Key_Tab);
    }
    QFAIL(qPrintable(QStringLiteral("%1 is not reached by Tab: %2").arg(name, passed.join(u' '))));
}

/// Looks at the document that is shown with keys alone, until it may be accepted.
void readDocument(ConsoleFixture& console)
{
    const auto text = [&console] { return console.text("documentVerdictText"); };
    const auto inParts = [&text] {
        return text().startsWith(QStringLiteral("Too small")) || text().startsWith(QStringLiteral("Not all"));
    };
    bool wide = false;
    QString before;
    for (int i = 0; i < 60 && !console.isEnabled("acceptDocumentButton"); ++i) {
        // Whatever was pressed has been painted once the text says something else, or can be accepted.
        QTRY_VERIFY2_WITH_TIMEOUT(console.isEnabled("acceptDocumentButton") || text() != before || inParts(),
                                  qPrintable(text()), Patience);
        if (console.isEnabled("acceptDocumentButton"))
            return;
        before = text();
        if (inParts() && !wide) {
            wide = true;
            console.press(Qt::Key_W);
        } else if (inParts()) {
            console.find("documentCanvas")->setFocus();
            for (int step = 0; step < 4; ++step)
                pressFocus(Qt::Key_Down);
        } else if (before.startsWith(QStringLiteral("Seen"))) {
            wide = false;
            console.press(Qt::Key_PageDown);
        }
        QTest::qWait(50);
    }
}
} // namespace

/// Everything without a mouse.
class TestKeyboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { views::ActionRegistry::instance().resetAll(); }
    void reviewsWithoutAMouse();
    void findsACustomerByThePalette();
    void everyActionOfTheTableIsMade();
    void aChangedKeyDecides();
};

void TestKeyboard::reviewsWithoutAMouse()
{
    MouseCounter mouse;
    ConsoleFixture console;

    // Sign in: the password is typed.
    console.window->signInView().fillPassword(QString());
    tabTo(console, QStringLiteral("passwordEdit"));
    QTest::keyClicks(QApplication::focusWidget(), sandbox::fixedAccounts()[sandbox::OfficerAccount].password);
    pressFocus(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customerTable") && console.rows("customerTable") > 0, Patience);

    // Filter.
    const int all = console.rows("customerTable");
    tabTo(console, QStringLiteral("riskFilter"));
    typeIntoMenu({Qt::Key_Down, Qt::Key_Down, Qt::Key_Return});
    pressFocus(Qt::Key_Space);
    QTRY_COMPARE(console.text("riskFilter"), QStringLiteral("Risk: Medium"));
    QTRY_VERIFY_WITH_TIMEOUT(console.rows("customerTable") > 1 && console.rows("customerTable") < all,
                             Patience);

    // Open.
    tabTo(console, QStringLiteral("customerTable"));
    pressFocus(Qt::Key_Down);
    pressFocus(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView") && console.isShown("verdictBar"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), Patience);
    const QString first = console.text("caseId");

    // Read and judge every document; the next one comes by itself.
    const int documents = console.rows("documentStrip");
    QVERIFY(documents > 1);
    for (int i = 0; i < documents && !console.isEnabled("approveButton"); ++i) {
        readDocument(console);
        if (QTest::currentTestFailed())
            return;
        QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("acceptDocumentButton"), Patience);
        console.press(Qt::Key_Y);
        QTest::qWait(50);
    }
    QTRY_VERIFY2_WITH_TIMEOUT(console.isEnabled("approveButton"), qPrintable(console.text("decisionMessage")),
                              Patience);

    // Decide.
    console.press(Qt::Key_A);
    QTRY_VERIFY(console.isShown("approveDialog"));
    QTRY_VERIFY(console.find("confirmButton")->hasFocus());
    pressFocus(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), Patience);
    QCOMPARE(console.recordedStatus(), QStringLiteral("APPROVED"));

    // Next.
    console.press(Qt::Key_N);
    QTRY_VERIFY_WITH_TIMEOUT(console.text("caseId") != first && console.isShown("verdictBar"), Patience);
    QCOMPARE(mouse.count(), 0);
    // The counter counts.
    console.click("refreshCaseButton");
    QVERIFY(mouse.count() > 0);
}

void TestKeyboard::findsACustomerByThePalette()
{
    MouseCounter mouse;
    ConsoleFixture console;
    console.window->activateWindow();
    tabTo(console, QStringLiteral("passwordEdit"));
    pressFocus(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customerTable") && console.rows("customerTable") > 0, Patience);
    const auto* table = console.find<QAbstractItemView>("customerTable");
    const QString name = table->model()->index(1, 0).data().toString();
    QVERIFY(!name.isEmpty());
    QTest::keyClick(console.window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(console.isShown("commandPalette"));
    QTest::keyClicks(console.find("paletteEdit"), name);
    const auto* list = console.find<QAbstractItemView>("paletteList");
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 0, Patience);
    QCOMPARE(list->currentIndex().data().toString(), name);
    QTest::keyClick(console.find("paletteEdit"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseName"), name, Patience);
    QTRY_VERIFY(!console.isShown("commandPalette"));
    QCOMPARE(mouse.count(), 0);
}

void TestKeyboard::everyActionOfTheTableIsMade()
{
    ConsoleFixture console;
    for (const views::ActionInfo& info : views::actionTable()) {
        // The window of the JSON is not open.
        if (info.scope != views::ActionScope::JsonDialog)
            QVERIFY2(views::ActionRegistry::instance().isMade(QLatin1String(info.id)), info.id);
    }
}

void TestKeyboard::aChangedKeyDecides()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), Patience);
    QVERIFY(views::ActionRegistry::instance().setKeys(QStringLiteral("rejectAction"),
                                                      {QKeySequence(Qt::Key_F7)}));
    QCOMPARE(console.find("rejectButton")->property("keyHint").toString(), QStringLiteral("F7"));
    console.press(Qt::Key_X);
    QVERIFY(!console.isShown("reasonDialog"));
    console.press(Qt::Key_F7);
    QTRY_VERIFY(console.isShown("reasonDialog"));
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
