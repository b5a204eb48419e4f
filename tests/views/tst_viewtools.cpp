#include "views/viewtools.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace finhub::views;

class TestViewTools : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keysReachTheActions();
    void keysAreLettersWhileSomebodyTypes();
    void buttonsFollowTheirAction();
    void everyEntryOfTheMenuHasAKey();

private:
    std::unique_ptr<QWidget> m_window;
    ViewTools* m_tools = nullptr;
    QAction* m_flip = nullptr;
    QAction* m_loupe = nullptr;
    int m_flips = 0;
};

void TestViewTools::init()
{
    m_window = std::make_unique<QWidget>();
    m_tools = new ViewTools(m_window.get());
    m_flip = m_tools->addToMenu(QStringLiteral("flipAction"));
    m_loupe = m_tools->addToggle(QStringLiteral("loupeAction"));
    m_flips = 0;
    connect(m_flip, &QAction::triggered, this, [this] { ++m_flips; });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestViewTools::keysReachTheActions()
{
    QTest::keyClick(m_window.get(), Qt::Key_H);
    QCOMPARE(m_flips, 1);
    QTest::keyClick(m_window.get(), Qt::Key_Z);
    QVERIFY(m_loupe->isChecked());
}

void TestViewTools::keysAreLettersWhileSomebodyTypes()
{
    auto* edit = new QLineEdit(m_window.get());
    edit->show();
    edit->setFocus();
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, QStringLiteral("zh0"));
    QCOMPARE(edit->text(), QStringLiteral("zh0"));
    QCOMPARE(m_flips, 0);
    QVERIFY(!m_loupe->isChecked());
}

void TestViewTools::buttonsFollowTheirAction()
{
    QPushButton flip;
    QPushButton loupe;
    ViewTools::bind(&flip, m_flip, IconName::Fit);
    ViewTools::bind(&loupe, m_loupe, IconName::Loupe);
    QCOMPARE(flip.toolTip(), QStringLiteral("Mirror (H)"));
    QCOMPARE(flip.accessibleName(), QStringLiteral("Mirror (H)"));
    flip.click();
    QCOMPARE(m_flips, 1);
    loupe.click();
    QVERIFY(m_loupe->isChecked());
    QVERIFY(loupe.isChecked());
    m_loupe->setChecked(false);
    QVERIFY(!loupe.isChecked());
    m_flip->setEnabled(false);
    QVERIFY(!flip.isEnabled());
}

void TestViewTools::everyEntryOfTheMenuHasAKey()
{
    const QList<QAction*> actions = m_tools->menu()->actions();
    QCOMPARE(actions.size(), 2);
    for (const QAction* action : actions)
        QVERIFY(!action->shortcut().isEmpty());
}

QTEST_MAIN(TestViewTools)
#include "tst_viewtools.moc"
