#include "views/actions/actionmenu.h"
#include "views/actions/actionregistry.h"
#include "views/actions/keytexts.h"
#include "views/widgets/keyhint.h"

#include <QAction>
#include <QLineEdit>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace finhub::views;

namespace {
QKeySequence key(const char* text)
{
    return QKeySequence(QLatin1String(text), QKeySequence::PortableText);
}
} // namespace

class TestActionRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theTableNamesEachActionOnce();
    void noTwoActionsShareAKeyWhereBothAct();
    void everyUsualKeyMayBeAKey();
    void actionsHaveTheirUsualKeys();
    void aChangedKeyIsHeardAtOnce();
    void clashesAreRefusedByName();
    void keysOfControlsAreRefused();
    void theSameKeyMayActElsewhere();
    void keysCanBeSwitchedOffAndMadeUsual();
    void singleKeysCanBeSwitchedOff();
    void singleKeysAreLettersWhileSomebodyTypes();
    void storedKeysComeBack();
    void storedNonsenseIsLeftOut_data();
    void storedNonsenseIsLeftOut();
    void storedKeysMayBeExchanged();
    void textsOfButtonsFollow();
    void menusShowWhatIsPossible();

private:
    std::unique_ptr<QWidget> m_window;
    ActionRegistry& m_registry = ActionRegistry::instance();
};

void TestActionRegistry::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestActionRegistry::cleanup()
{
    m_window.reset();
    m_registry.resetAll();
    m_registry.setSingleKeys(true);
}

void TestActionRegistry::theTableNamesEachActionOnce()
{
    QSet<QString> ids;
    for (const ActionInfo& info : actionTable()) {
        QVERIFY2(!ids.contains(QLatin1String(info.id)), info.id);
        ids << QLatin1String(info.id);
        QVERIFY2(!textOf(info).isEmpty(), info.id);
        QVERIFY2(QLatin1String(info.id).endsWith(QLatin1String("Action")), info.id);
        QCOMPARE(findAction(QLatin1String(info.id)), &info);
    }
    QVERIFY(ids.size() > 60);
    QVERIFY(!findAction(QStringLiteral("nothing")));
}

void TestActionRegistry::noTwoActionsShareAKeyWhereBothAct()
{
    for (const ActionInfo& one : actionTable()) {
        for (const ActionInfo& other : actionTable()) {
            if (&one == &other || !overlap(one.scope, other.scope))
                continue;
            for (const QKeySequence& shared : defaultKeys(one))
                QVERIFY2(!defaultKeys(other).contains(shared),
                         qPrintable(QLatin1String(one.id) + QLatin1String(other.id)));
        }
    }
}

void TestActionRegistry::everyUsualKeyMayBeAKey()
{
    for (const ActionInfo& info : actionTable()) {
        for (const QKeySequence& usual : defaultKeys(info))
            QVERIFY2(m_registry.refusal(QLatin1String(info.id), usual).isEmpty(), info.id);
    }
}

void TestActionRegistry::actionsHaveTheirUsualKeys()
{
    const QAction* sheet = m_registry.make(QStringLiteral("shortcutsAction"), m_window.get());
    QCOMPARE(sheet->shortcuts(), (QList<QKeySequence>{key("F1"), key("?")}));
    QCOMPARE(sheet->objectName(), QStringLiteral("shortcutsAction"));
    QVERIFY(m_registry.available(QStringLiteral("shortcutsAction")));
    m_window->hide();
    QVERIFY(!m_registry.available(QStringLiteral("shortcutsAction")));
    QVERIFY(m_registry.isMade(QStringLiteral("shortcutsAction")));
    m_window.reset();
    QVERIFY(!m_registry.isMade(QStringLiteral("shortcutsAction")));
}

void TestActionRegistry::aChangedKeyIsHeardAtOnce()
{
    QAction* approve = m_registry.make(QStringLiteral("approveAction"), m_window.get());
    QSignalSpy triggered(approve, &QAction::triggered);
    QSignalSpy changed(&m_registry, &ActionRegistry::changed);
    QVERIFY(m_registry.setKeys(QStringLiteral("approveAction"), {key("Ctrl+Return")}));
    QCOMPARE(changed.count(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_A);
    QCOMPARE(triggered.count(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(triggered.count(), 1);
    // One that is made later has it as well.
    QWidget other;
    QCOMPARE(m_registry.make(QStringLiteral("approveAction"), &other)->shortcut(), key("Ctrl+Return"));
}

void TestActionRegistry::clashesAreRefusedByName()
{
    const QString refusal = m_registry.refusal(QStringLiteral("approveAction"), key("X"));
    QVERIFY2(refusal.contains(QStringLiteral("“Reject”")), qPrintable(refusal));
    QVERIFY2(refusal.contains(QStringLiteral("in an open case")), qPrintable(refusal));
    QVERIFY(!m_registry.setKeys(QStringLiteral("approveAction"), {key("X")}));
    QCOMPARE(m_registry.keys(QStringLiteral("approveAction")), QList<QKeySequence>{key("A")});
    QVERIFY(m_registry.changes().isEmpty());
    // What acts everywhere is in the way everywhere.
    QVERIFY(m_registry.refusal(QStringLiteral("approveAction"), key("Ctrl+K"))
                .contains(QStringLiteral("“Find an action, a customer or a setting”")));
    // A key that was given away is free.
    QVERIFY(m_registry.setKeys(QStringLiteral("rejectAction"), {key("Ctrl+D")}));
    QVERIFY(m_registry.setKeys(QStringLiteral("approveAction"), {key("X")}));
    // Its usual key is not free any more for the one that had it.
    QVERIFY(!m_registry.resetKeys(QStringLiteral("rejectAction")));
}

void TestActionRegistry::keysOfControlsAreRefused()
{
    for (const char* text :
         {"Return", "Enter", "Tab", "Shift+Tab", "Space", "Left", "Shift+Up", "Backspace"}) {
        const QString refusal = m_registry.refusal(QStringLiteral("approveAction"), key(text));
        QVERIFY2(refusal.contains(QStringLiteral("belongs to the control")), text);
        QVERIFY(!m_registry.setKeys(QStringLiteral("approveAction"), {key(text)}));
    }
    QVERIFY(!m_registry.refusal(QStringLiteral("approveAction"), key("Ctrl+K, Ctrl+C")).isEmpty());
    QVERIFY(!m_registry.refusal(QStringLiteral("nothing"), key("F9")).isEmpty());
}

void TestActionRegistry::theSameKeyMayActElsewhere()
{
    QVERIFY(m_registry.setKeys(QStringLiteral("reloadTextsAction"), {key("A")}));
    QVERIFY(m_registry.setKeys(QStringLiteral("findInJsonAction"), {key("Ctrl+K")}));
}

void TestActionRegistry::keysCanBeSwitchedOffAndMadeUsual()
{
    QAction* approve = m_registry.make(QStringLiteral("approveAction"), m_window.get());
    QSignalSpy triggered(approve, &QAction::triggered);
    QVERIFY(m_registry.setKeys(QStringLiteral("approveAction"), {}));
    QTest::keyClick(m_window.get(), Qt::Key_A);
    QCOMPARE(triggered.count(), 0);
    QCOMPARE(m_registry.changes(), (KeyChanges{{QStringLiteral("approveAction"), QString()}}));
    QVERIFY(m_registry.resetKeys(QStringLiteral("approveAction")));
    QVERIFY(m_registry.changes().isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_A);
    QCOMPARE(triggered.count(), 1);
}

void TestActionRegistry::singleKeysCanBeSwitchedOff()
{
    QAction* approve = m_registry.make(QStringLiteral("approveAction"), m_window.get());
    QAction* detach = m_registry.make(QStringLiteral("detachAction"), m_window.get());
    QAction* reload = m_registry.make(QStringLiteral("reloadCaseAction"), m_window.get());
    QAction* sheet = m_registry.make(QStringLiteral("shortcutsAction"), m_window.get());
    m_registry.setSingleKeys(false);
    QVERIFY(approve->shortcuts().isEmpty());
    // Shift and a letter type a character as well (WCAG 2.1.4).
    QVERIFY(detach->shortcuts().isEmpty());
    QCOMPARE(reload->shortcut(), key("F5"));
    QCOMPARE(sheet->shortcuts(), QList<QKeySequence>{key("F1")});
    QCOMPARE(m_registry.keys(QStringLiteral("approveAction")), QList<QKeySequence>{key("A")});
    m_registry.setSingleKeys(true);
    QCOMPARE(approve->shortcut(), key("A"));
}

void TestActionRegistry::singleKeysAreLettersWhileSomebodyTypes()
{
    int triggered = 0;
    for (const ActionInfo& info : actionTable()) {
        if (!defaultKeys(info).isEmpty() && isSingleKey(defaultKeys(info).first()) &&
            info.scope == ActionScope::Case)
            connect(m_registry.make(QLatin1String(info.id), m_window.get()), &QAction::triggered, this,
                    [&triggered] { ++triggered; });
    }
    auto* edit = new QLineEdit(m_window.get());
    edit->show();
    edit->setFocus();
    QTRY_VERIFY(edit->hasFocus());
    const QString typed = QStringLiteral("axrjknyfomducghizbvtwslLW01+-[]");
    QTest::keyClicks(edit, typed);
    QCOMPARE(edit->text(), typed);
    QCOMPARE(triggered, 0);
    // The test can fail: without the field they are heard.
    m_window->setFocus();
    edit->clearFocus();
    QTest::keyClick(m_window.get(), Qt::Key_A);
    QCOMPARE(triggered, 1);
}

void TestActionRegistry::storedKeysComeBack()
{
    QVERIFY(m_registry.setKeys(QStringLiteral("approveAction"), {key("Ctrl+1"), key("F7")}));
    QVERIFY(m_registry.setKeys(QStringLiteral("rejectAction"), {}));
    const KeyChanges stored = m_registry.changes();
    m_registry.resetAll();
    QVERIFY(m_registry.changes().isEmpty());
    QCOMPARE(m_registry.setChanges(stored), QStringList());
    QCOMPARE(m_registry.changes(), stored);
    QCOMPARE(m_registry.keys(QStringLiteral("approveAction")),
             (QList<QKeySequence>{key("Ctrl+1"), key("F7")}));
}

void TestActionRegistry::storedNonsenseIsLeftOut_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("sentence");
    const QString approve = QStringLiteral("approveAction");
    QTest::newRow("unknown action") << QStringLiteral("selfDestructAction") << QStringLiteral("F9")
                                    << QStringLiteral("does not have");
    QTest::newRow("no key") << approve << QStringLiteral("Banana+Ctrl")
                            << QStringLiteral("“Approve” is no key");
    QTest::newRow("two strokes") << approve << QStringLiteral("Ctrl+A, Ctrl+B")
                                 << QStringLiteral("is no key");
    QTest::newRow("too many") << approve << QStringLiteral("F5; F6; F7; F8; F9")
                              << QStringLiteral("is no key");
    QTest::newRow("endless") << approve << QString(100000, u'A') << QStringLiteral("is no key");
    QTest::newRow("clash") << approve << QStringLiteral("X") << QStringLiteral("“Reject”");
    QTest::newRow("of controls") << approve << QStringLiteral("Return")
                                 << QStringLiteral("belongs to the control");
}

void TestActionRegistry::storedNonsenseIsLeftOut()
{
    QFETCH(QString, id);
    QFETCH(QString, keys);
    QFETCH(QString, sentence);
    const QStringList faults =
        m_registry.setChanges({{id, keys}, {QStringLiteral("flipAction"), QStringLiteral("F9")}});
    QCOMPARE(faults.size(), 1);
    QVERIFY2(faults.first().contains(sentence), qPrintable(faults.first()));
    QVERIFY(faults.first().size() < 300);
    QCOMPARE(m_registry.keys(QStringLiteral("approveAction")), QList<QKeySequence>{key("A")});
    QCOMPARE(m_registry.keys(QStringLiteral("flipAction")), QList<QKeySequence>{key("F9")});
}

void TestActionRegistry::storedKeysMayBeExchanged()
{
    const KeyChanges exchanged{{QStringLiteral("approveAction"), QStringLiteral("X")},
                               {QStringLiteral("rejectAction"), QStringLiteral("A")}};
    QCOMPARE(m_registry.setChanges(exchanged), QStringList());
    QCOMPARE(m_registry.changes(), exchanged);
}

void TestActionRegistry::textsOfButtonsFollow()
{
    const QAction* approve = m_registry.make(QStringLiteral("approveAction"), m_window.get());
    HintButton button(QStringLiteral("Approve"), QString());
    showKey(&button, approve, QStringLiteral("Approve"), QStringLiteral("Approve it"));
    QCOMPARE(button.accessibleName(), QStringLiteral("Approve (A)"));
    QVERIFY(button.toolTip().contains(QStringLiteral("Approve it (A)")));
    QCOMPARE(button.keyHint(), QStringLiteral("A"));
    m_registry.setKeys(QStringLiteral("approveAction"), {key("F7")});
    QCOMPARE(button.accessibleName(), QStringLiteral("Approve (F7)"));
    QVERIFY(button.toolTip().contains(QStringLiteral("Approve it (F7)")));
    QCOMPARE(button.keyHint(), QStringLiteral("F7"));
    m_registry.setKeys(QStringLiteral("approveAction"), {});
    QCOMPARE(button.accessibleName(), QStringLiteral("Approve"));
    QCOMPARE(button.keyHint(), QString());
}

void TestActionRegistry::menusShowWhatIsPossible()
{
    QAction* approve = m_registry.make(QStringLiteral("approveAction"), m_window.get());
    QSignalSpy triggered(approve, &QAction::triggered);
    ActionMenu menu(m_window.get());
    menu.addEntry(QStringLiteral("approveAction"));
    menu.addEntry(QStringLiteral("rejectAction"));
    QVERIFY(QMetaObject::invokeMethod(&menu, "aboutToShow"));
    QAction* entry = menu.actions().first();
    QCOMPARE(entry->text(), QStringLiteral("Approve\tA"));
    QVERIFY(entry->isEnabled());
    // Its key is not the menu's: the entry would hear it where the action does not act.
    QVERIFY(entry->shortcut().isEmpty());
    QVERIFY(!menu.actions().last()->isVisible());
    entry->trigger();
    QCOMPARE(triggered.count(), 1);
    approve->setEnabled(false);
    QVERIFY(QMetaObject::invokeMethod(&menu, "aboutToShow"));
    QVERIFY(!entry->isEnabled());
}

QTEST_MAIN(TestActionRegistry)
#include "tst_actionregistry.moc"
