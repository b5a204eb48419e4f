#include "views/widgets/heldkey.h"

#include <QAction>
#include <QLineEdit>
#include <QVBoxLayout>
#include <QtTest>

#include <memory>

using namespace finhub::views;
using namespace std::chrono_literals;

class TestHeldKey : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QWidget> m_window;
    QAction* m_action = nullptr;
    HeldKey* m_key = nullptr;

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_action = new QAction(m_window.get());
        m_action->setCheckable(true);
        m_action->setShortcut(Qt::Key_Z);
        m_window->addAction(m_action);
        m_key = new HeldKey(m_action);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void switchesWhenPressedForAMoment()
    {
        m_key->setHoldTime(1h);
        QTest::keyClick(m_window.get(), Qt::Key_Z);
        QVERIFY(m_action->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_Z);
        QVERIFY(!m_action->isChecked());
    }

    void switchesBackWhenItWasHeld()
    {
        m_key->setHoldTime(0ms);
        QTest::keyPress(m_window.get(), Qt::Key_Z);
        QVERIFY(m_action->isChecked());
        QTest::keyRelease(m_window.get(), Qt::Key_Z);
        QVERIFY(!m_action->isChecked());
    }

    void staysOnThroughTheRepeatsOfAHeldKey()
    {
        m_key->setHoldTime(0ms);
        QTest::keyPress(m_window.get(), Qt::Key_Z);
        QKeyEvent repeated(QEvent::KeyRelease, Qt::Key_Z, Qt::NoModifier, QStringLiteral("z"), true);
        QCoreApplication::sendEvent(m_window.get(), &repeated);
        QVERIFY(m_action->isChecked());
        QTest::keyRelease(m_window.get(), Qt::Key_Z);
        QVERIFY(!m_action->isChecked());
    }

    void otherKeysEndTheWait()
    {
        m_key->setHoldTime(0ms);
        m_action->trigger(); // by a click: there is no key to let go of
        QTest::keyClick(m_window.get(), Qt::Key_Q);
        QVERIFY(m_action->isChecked());
        QTest::keyRelease(m_window.get(), Qt::Key_Z);
        QVERIFY(m_action->isChecked());
    }

    void isALetterWhileSomebodyTypes()
    {
        auto* edit = new QLineEdit(m_window.get());
        edit->show();
        edit->setFocus();
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClick(edit, Qt::Key_Z);
        QCOMPARE(edit->text(), QStringLiteral("z"));
        QVERIFY(!m_action->isChecked());
    }
};

QTEST_MAIN(TestHeldKey)
#include "tst_heldkey.moc"
