#include "walkthrough/bubbleplacement.h"

#include <QTest>

using namespace finhub::walkthrough;

class TestBubblePlacement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placed_data();
    void placed();
    void staysInsideAndBesideWhereverThePartIs();
};

void TestBubblePlacement::placed_data()
{
    QTest::addColumn<QRect>("used");
    QTest::addColumn<QRect>("dialog");
    QTest::addColumn<QPoint>("position");
    // Area 1000 × 800, bubble 300 × 100, gaps of 16.
    QTest::newRow("right") << QRect(100, 300, 80, 40) << QRect() << QPoint(196, 270);
    QTest::newRow("left") << QRect(880, 300, 80, 40) << QRect() << QPoint(564, 270);
    QTest::newRow("below") << QRect(20, 20, 960, 40) << QRect() << QPoint(350, 76);
    QTest::newRow("above") << QRect(20, 740, 960, 40) << QRect() << QPoint(350, 624);
    QTest::newRow("at the lower edge of what fills the window")
        << QRect(0, 0, 1000, 800) << QRect() << QPoint(350, 684);
    QTest::newRow("at the bottom when nothing is used") << QRect() << QRect() << QPoint(350, 684);
    QTest::newRow("pushed down from the top edge") << QRect(100, 0, 80, 20) << QRect() << QPoint(196, 16);
    QTest::newRow("right of the dialog")
        << QRect(400, 400, 80, 30) << QRect(300, 300, 200, 150) << QPoint(516, 365);
    QTest::newRow("left of the dialog")
        << QRect(700, 400, 80, 30) << QRect(400, 300, 560, 150) << QPoint(84, 365);
}

void TestBubblePlacement::placed()
{
    QFETCH(QRect, used);
    QFETCH(QRect, dialog);
    QFETCH(QPoint, position);
    QCOMPARE(placeBubble(QRect(0, 0, 1000, 800), used, dialog, QSize(300, 100)), position);
    // The same anywhere on the screen.
    const QPoint offset(-40, 2000);
    QCOMPARE(placeBubble(QRect(offset, QSize(1000, 800)), used.isEmpty() ? used : used.translated(offset),
                         dialog.isEmpty() ? dialog : dialog.translated(offset), QSize(300, 100)),
             position + offset);
}

void TestBubblePlacement::staysInsideAndBesideWhereverThePartIs()
{
    const QRect area(0, 0, 1000, 800);
    int places = 0;
    for (int x = 0; x <= 900; x += 60) {
        for (int y = 0; y <= 760; y += 40) {
            const QRect used(x, y, 100, 40);
            const QRect bubble(placeBubble(area, used, {}, QSize(300, 100)), QSize(300, 100));
            QVERIFY(area.contains(bubble));
            QVERIFY(!bubble.intersects(used));
            ++places;
        }
    }
    QCOMPARE(places, 16 * 20);
}

QTEST_APPLESS_MAIN(TestBubblePlacement)
#include "tst_bubbleplacement.moc"
