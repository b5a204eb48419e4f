#include "views/widgets/secretfield.h"

#include <QLineEdit>
#include <QTest>

#include <memory>

using namespace finhub;
using namespace finhub::views;

class TestSecretField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesTheFieldItsText();
    void overwritesWhatTheFieldHeld();
};

void TestSecretField::leavesTheFieldItsText()
{
    QLineEdit edit;
    QTest::keyClicks(&edit, QStringLiteral("Slaptas-1"));
    edit.insert(QStringLiteral("ž"));
    QCOMPARE(secretOf(&edit).view(), QByteArrayView("Slaptas-1\xC5\xBE"));
    QCOMPARE(edit.text(), QStringLiteral("Slaptas-1ž"));
    QCOMPARE(secretOf(&edit).view(), QByteArrayView("Slaptas-1\xC5\xBE"));
    QVERIFY(secretOf(std::make_unique<QLineEdit>().get()).isEmpty());
}

void TestSecretField::overwritesWhatTheFieldHeld()
{
    QLineEdit edit;
    QTest::keyClicks(&edit, QStringLiteral("Slaptas-1"));
    // A second owner keeps the buffer alive, so that what is left in it can be looked at.
    const QString witness = edit.text();
    wipeField(&edit);
    QVERIFY(edit.text().isEmpty());
    QVERIFY(!edit.isUndoAvailable());
    QCOMPARE(witness, QString(9, QChar(u'\0')));
}

QTEST_MAIN(TestSecretField)
#include "tst_secretfield.moc"
