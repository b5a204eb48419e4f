#include "core/reasoncode.h"
#include "views/evidence/reasonkeys.h"
#include "views/evidence/reasonpalette.h"

#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace finhub;
using namespace finhub::views;

namespace {
const QString Expired = QStringLiteral("DOCUMENT_EXPIRED");
const QString Forged = QStringLiteral("FORGED");
const QString Name = QStringLiteral("DATA_MISMATCH_NAME");

/// The palette in a window that has keys of its own, as the case has.
struct Desk {
    Desk()
        : palette(new ReasonPalette)
        , accepted(palette, &ReasonPalette::accepted)
        , closed(palette, &ReasonPalette::closed)
    {
        (new QVBoxLayout(&window))->addWidget(palette);
        window.resize(900, 300);
        window.show();
        for (const Qt::Key key : {Qt::Key_E, Qt::Key_Escape}) {
            auto* shortcut = new QShortcut(QKeySequence(key), &window);
            QObject::connect(shortcut, &QShortcut::activated, &window, [this] { ++shortcuts; });
        }
    }
    QPushButton* reason(const QString& code)
    {
        return palette->findChild<QPushButton*>(QStringLiteral("reason_") + code);
    }
    bool waitForKeys() { return QTest::qWaitForWindowActive(&window); }

    QWidget window;
    ReasonPalette* palette;
    QSignalSpy accepted;
    QSignalSpy closed;
    int shortcuts = 0;
};
} // namespace

class TestReasonPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasAKeyForEveryReasonOfADocument();
    void isChosenByKeysAlone();
    void keepsTheKeysOfTheCaseAway();
    void beginsWithWhatIsSuggested();
    void needsAReason();
    void goesBack();
};

void TestReasonPalette::hasAKeyForEveryReasonOfADocument()
{
    Desk desk;
    desk.palette->open({}, {});
    for (const ReasonCode& reason : reasonCatalogue()) {
        const QPushButton* button = desk.reason(reason.codeText());
        if (reason.scope == ReasonScope::Document) {
            QVERIFY2(button && button->isVisible(), reason.code);
            QCOMPARE(button->property("keyHint").toString(), reasonKey(reason.codeText()));
            QCOMPARE(button->text().contains(QStringLiteral("(internal)")), reason.internal);
        } else if (!reason.codeText().startsWith(QLatin1String("DATA_MISMATCH"))) {
            QVERIFY2(!button, reason.code);
        }
    }
}

void TestReasonPalette::isChosenByKeysAlone()
{
    Desk desk;
    QVERIFY(desk.waitForKeys());
    desk.palette->open({}, {});
    QVERIFY(desk.palette->hasFocus());
    QTest::keyClick(desk.palette, Qt::Key_S);
    QTest::keyClick(desk.palette, Qt::Key_E);
    QTest::keyClick(desk.palette, Qt::Key_L);
    QTest::keyClick(desk.palette, Qt::Key_L);
    QTest::keyClick(desk.palette, Qt::Key_Return);
    QCOMPARE(desk.accepted.count(), 1);
    const QStringList expected{Expired, QStringLiteral("SCREENSHOT")};
    QCOMPARE(desk.accepted.first().first().toStringList(), expected);
    QVERIFY(!desk.palette->isVisible());
}

void TestReasonPalette::keepsTheKeysOfTheCaseAway()
{
    Desk desk;
    QVERIFY(desk.waitForKeys());
    desk.palette->open({}, {});
    QTest::keyClick(desk.palette, Qt::Key_E);
    QCOMPARE(desk.shortcuts, 0);
    QVERIFY(desk.reason(Expired)->isChecked());
    // Also from one of its buttons.
    desk.reason(Forged)->setFocus();
    QTest::keyClick(desk.reason(Forged), Qt::Key_E);
    QVERIFY(!desk.reason(Expired)->isChecked());
    QTest::keyClick(desk.reason(Forged), Qt::Key_Escape);
    QCOMPARE(desk.shortcuts, 0);
    QCOMPARE(desk.closed.count(), 1);
}

void TestReasonPalette::beginsWithWhatIsSuggested()
{
    Desk desk;
    desk.palette->open({Name}, {Name});
    QCOMPARE(desk.palette->reasonCodes(), QStringList{Name});
    QVERIFY(desk.palette->findChild<QLabel*>(QStringLiteral("paletteTitle"))
                ->text()
                .contains(QStringLiteral("Data mismatch: name")));
    // Of another document nothing is left.
    desk.palette->open({}, {});
    QVERIFY(desk.palette->reasonCodes().isEmpty());
}

void TestReasonPalette::needsAReason()
{
    Desk desk;
    QVERIFY(desk.waitForKeys());
    desk.palette->open({}, {});
    auto* take = desk.palette->findChild<QPushButton*>(QStringLiteral("paletteTakeButton"));
    QVERIFY(!take->isEnabled());
    QTest::keyClick(desk.palette, Qt::Key_Return);
    QCOMPARE(desk.accepted.count(), 0);
    QVERIFY(desk.palette->isVisible());
    QTest::mouseClick(desk.reason(Forged), Qt::LeftButton);
    QVERIFY(take->isEnabled());
    QTest::mouseClick(take, Qt::LeftButton);
    QCOMPARE(desk.accepted.first().first().toStringList(), QStringList{Forged});
}

void TestReasonPalette::goesBack()
{
    Desk desk;
    QVERIFY(desk.waitForKeys());
    desk.palette->open({Forged}, {});
    QTest::keyClick(desk.palette, Qt::Key_Escape);
    QCOMPARE(desk.closed.count(), 1);
    QCOMPARE(desk.accepted.count(), 0);
    QVERIFY(!desk.palette->isVisible());
}

QTEST_MAIN(TestReasonPalette)
#include "tst_reasonpalette.moc"
