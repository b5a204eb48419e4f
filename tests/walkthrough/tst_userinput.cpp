#include "walkthrough/rehearsalwindow.h"
#include "walkthrough/userinput.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace finhub::walkthrough;

namespace {

/// The types of the mouse events that a widget receives, in their order.
class MouseLog : public QObject {
public:
    explicit MouseLog(QWidget* widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        switch (event->type()) {
        case QEvent::Enter:
        case QEvent::MouseMove:
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonDblClick:
        case QEvent::MouseButtonRelease:
            m_types << event->type();
            break;
        default:
            break;
        }
        return QObject::eventFilter(watched, event);
    }

    QList<QEvent::Type> m_types;
};

} // namespace

class TestUserInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void clickIsWhatAMouseDoes();
    void clickMovesTheFocus();
    void clickIntoAScrollArea();
    void clickOnARow();
    void doubleClickOnARow();
    void clickThatClosesTheWindow();
    void clickThatDeletesTheWindow();
    void typing();
    void typingOverASelection();
    void keys_data();
    void keys();
    void keyThatAFieldClaims();
    void keyClosesADialog();

private:
    Aim aim(const char* name) const { return aimAt(m_window->widget(name)).value(); }
    void type(const QString& text) const
    {
        for (const QChar character : text)
            typeCharacter(m_window.get(), character);
    }

    std::unique_ptr<RehearsalWindow> m_window;
};

void TestUserInput::init()
{
    m_window = std::make_unique<RehearsalWindow>();
    QVERIFY(m_window->showAndWait());
}

void TestUserInput::clickIsWhatAMouseDoes()
{
    QWidget* button = m_window->widget("greetButton");
    button->setMouseTracking(true);
    MouseLog log(button);
    click(aim("greetButton"));
    QCOMPARE(log.m_types, QList<QEvent::Type>({QEvent::Enter, QEvent::MouseMove, QEvent::MouseButtonPress,
                                               QEvent::MouseButtonRelease}));
    QCOMPARE(m_window->count(QStringLiteral("greet")), 1);
    QCOMPARE(m_window->text("greeting"), QStringLiteral("Hello "));
}

void TestUserInput::clickMovesTheFocus()
{
    m_window->widget("list")->setFocus();
    click(aim("nameEdit"));
    QCOMPARE(m_window->focusWidget(), m_window->widget("nameEdit"));
    click(aim("greeting"));
    QCOMPARE(m_window->focusWidget(), m_window->widget("nameEdit"));
}

void TestUserInput::clickIntoAScrollArea()
{
    click(aim("farButton"));
    QCOMPARE(m_window->count(QStringLiteral("far")), 1);
}

void TestUserInput::clickOnARow()
{
    click(aimAtRow(m_window->list(), 1, {}).value());
    QCOMPARE(m_window->list()->currentRow(), 1);
    click(aimAtRow(m_window->table(), 40, {}).value());
    QCOMPARE(m_window->table()->currentRow(), 40);
}

void TestUserInput::doubleClickOnARow()
{
    doubleClick(aimAtRow(m_window->list(), -1, QStringLiteral("Plums")).value());
    QCOMPARE(m_window->count(QStringLiteral("opened Plums 7")), 1);
    doubleClick(aimAtRow(m_window->table(), 3, {}).value());
    QCOMPARE(m_window->count(QStringLiteral("opened row 3")), 1);
}

void TestUserInput::clickThatClosesTheWindow()
{
    click(aim("closeButton"));
    QVERIFY(!m_window->isVisible());
}

void TestUserInput::clickThatDeletesTheWindow()
{
    auto* button = qobject_cast<QPushButton*>(m_window->widget("greetButton"));
    int presses = 0;
    connect(button, &QPushButton::pressed, this, [this, &presses] {
        ++presses;
        m_window->deleteLater();
        QCoreApplication::sendPostedEvents(m_window.release(), QEvent::DeferredDelete);
    });
    click(aim("greetButton"));
    QCOMPARE(presses, 1);
}

void TestUserInput::typing()
{
    click(aim("nameEdit"));
    QSignalSpy edited(qobject_cast<QLineEdit*>(m_window->widget("nameEdit")), &QLineEdit::textEdited);
    type(QStringLiteral("Rasa Vaitkutė n1!"));
    QCOMPARE(m_window->text("nameEdit"), QStringLiteral("Rasa Vaitkutė n1!"));
    QCOMPARE(edited.size(), 17);
    click(aim("notesEdit"));
    type(QStringLiteral("one\ntwo"));
    QCOMPARE(qobject_cast<QPlainTextEdit*>(m_window->widget("notesEdit"))->toPlainText(),
             QStringLiteral("one\ntwo"));
}

void TestUserInput::typingOverASelection()
{
    qobject_cast<QLineEdit*>(m_window->widget("nameEdit"))->setText(QStringLiteral("before"));
    click(aim("nameEdit"));
    pressKey(m_window.get(), Qt::ControlModifier | Qt::Key_A);
    type(QStringLiteral("x"));
    QCOMPARE(m_window->text("nameEdit"), QStringLiteral("x"));
}

void TestUserInput::keys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("focus");
    QTest::addColumn<QString>("happening");
    QTest::addColumn<int>("count");
    QTest::newRow("shortcut") << QStringLiteral("Ctrl+J") << QByteArray("nameEdit")
                              << QStringLiteral("shortcut") << 1;
    QTest::newRow("action") << QStringLiteral("N") << QByteArray("list") << QStringLiteral("action") << 1;
    QTest::newRow("mnemonic") << QStringLiteral("Alt+G") << QByteArray("list") << QStringLiteral("greet")
                              << 1;
    QTest::newRow("shortcut of the widget with the focus")
        << QStringLiteral("Ctrl+L") << QByteArray("list") << QStringLiteral("list shortcut") << 1;
    QTest::newRow("shortcut of another widget")
        << QStringLiteral("Ctrl+L") << QByteArray("nameEdit") << QStringLiteral("list shortcut") << 0;
    QTest::newRow("button with the focus")
        << QStringLiteral("Space") << QByteArray("greetButton") << QStringLiteral("greet") << 1;
    QTest::newRow("unused key") << QStringLiteral("Ctrl+K") << QByteArray("list")
                                << QStringLiteral("shortcut") << 0;
}

void TestUserInput::keys()
{
    QFETCH(QString, key);
    QFETCH(QByteArray, focus);
    QFETCH(QString, happening);
    QFETCH(int, count);
    m_window->widget(focus.constData())->setFocus();
    pressKey(m_window.get(), QKeySequence(key)[0]);
    QCOMPARE(m_window->count(happening), count);
}

void TestUserInput::keyThatAFieldClaims()
{
    m_window->widget("nameEdit")->setFocus();
    pressKey(m_window.get(), Qt::Key_N);
    QCOMPARE(m_window->count(QStringLiteral("action")), 0);
    QCOMPARE(m_window->text("nameEdit"), QStringLiteral("n"));
    pressKey(m_window.get(), Qt::ShiftModifier | Qt::Key_N);
    QCOMPARE(m_window->text("nameEdit"), QStringLiteral("nN"));
    pressKey(m_window.get(), Qt::Key_Backspace);
    QCOMPARE(m_window->text("nameEdit"), QStringLiteral("n"));
}

void TestUserInput::keyClosesADialog()
{
    click(aim("dialogButton"));
    QTRY_VERIFY(m_window->dialog() && m_window->dialog()->isVisible());
    pressKey(m_window->dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->dialog());
}

QTEST_MAIN(TestUserInput)
#include "tst_userinput.moc"
