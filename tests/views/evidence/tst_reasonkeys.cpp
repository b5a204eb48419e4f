#include "core/reasoncode.h"
#include "views/evidence/reasonkeys.h"

#include <QSet>
#include <QTest>

using namespace finhub;
using namespace finhub::views;

class TestReasonKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasOneKeyOfItsOwn();
    void otherKeysChooseNothing();
};

void TestReasonKeys::everyReasonHasOneKeyOfItsOwn()
{
    QSet<QString> keys;
    for (const ReasonCode& reason : reasonCatalogue()) {
        const QString key = reasonKey(reason.codeText());
        QCOMPARE(key.size(), 1);
        QVERIFY2(!keys.contains(key), reason.code);
        keys.insert(key);
        QCOMPARE(reasonOf(QKeyEvent(QEvent::KeyPress, key.at(0).unicode(), Qt::NoModifier)), reason.codeText());
        QCOMPARE(reasonOf(QKeyEvent(QEvent::KeyPress, key.at(0).unicode(), Qt::ShiftModifier)),
                 reason.codeText());
    }
}

void TestReasonKeys::otherKeysChooseNothing()
{
    QCOMPARE(reasonOf(QKeyEvent(QEvent::KeyPress, Qt::Key_E, Qt::ControlModifier)), QString());
    QCOMPARE(reasonOf(QKeyEvent(QEvent::KeyPress, Qt::Key_1, Qt::NoModifier)), QString());
    QCOMPARE(reasonOf(QKeyEvent(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier)), QString());
    QCOMPARE(reasonKey(QStringLiteral("CODE_OF_TOMORROW")), QString());
}

// Not APPLESS: key events ask Qt Gui for its keyboard, which only an application takes back.
QTEST_MAIN(TestReasonKeys)
#include "tst_reasonkeys.moc"
