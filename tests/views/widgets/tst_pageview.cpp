#include "views/widgets/pageview.h"

#include <QtTest>

using namespace finhub::views;

namespace {
bool isNear(QPointF a, QPointF b)
{
    return (a - b).manhattanLength() < 1e-6;
}
} // namespace

class TestPageView : public QObject {
    Q_OBJECT

private:
    static PageView made(QSizeF page = QSizeF(600, 400), QSizeF viewport = QSizeF(900, 700))
    {
        PageView view;
        view.setViewport(viewport);
        view.setPageSize(page);
        return view;
    }

private Q_SLOTS:
    void fitsTheWholePage_data()
    {
        QTest::addColumn<QSizeF>("page");
        QTest::addColumn<int>("quarters");
        for (const QSizeF& page :
             {QSizeF(600, 400), QSizeF(400, 600), QSizeF(5000, 100), QSizeF(8000, 6000)}) {
            for (int quarters = 0; quarters < 4; ++quarters)
                QTest::addRow("%gx%g turned %d", page.width(), page.height(), quarters) << page << quarters;
        }
    }

    void fitsTheWholePage()
    {
        QFETCH(QSizeF, page);
        QFETCH(int, quarters);
        PageView view = made(page);
        view.rotate(quarters);
        QCOMPARE(view.rotation(), quarters * 90);
        const QRectF viewport(QPointF(), view.viewport());
        QVERIFY(viewport.contains(view.pageRect()));
        QVERIFY(isNear(view.pageRect().center(), viewport.center()));
        const QRectF rect = view.pageRect();
        const double spare = std::min(viewport.width() - rect.width(), viewport.height() - rect.height());
        QVERIFY2(spare <= 48 + 1e-6, "there is room left on both axes");
        // It stays fitted when the viewport changes.
        view.setViewport(QSizeF(500, 300));
        QVERIFY(QRectF(0, 0, 500, 300).contains(view.pageRect()));
    }

    void fitsTheWidthFromTheTop()
    {
        PageView view = made(QSizeF(600, 2000));
        view.fitWidth();
        QVERIFY(view.pageRect().width() <= 900 && view.pageRect().width() >= 900 - 48 - 1e-6);
        QVERIFY(view.pageRect().top() > 0 && view.pageRect().top() <= 24);
    }

    void keepsThePointUnderThePointer_data()
    {
        QTest::addColumn<int>("quarters");
        QTest::addColumn<QPointF>("pointer");
        for (int quarters = 0; quarters < 4; ++quarters) {
            const QRectF page = [quarters] {
                PageView view = made();
                view.rotate(quarters);
                return view.pageRect();
            }();
            for (const QPointF share : {QPointF(0.5, 0.5), QPointF(0.02, 0.02), QPointF(0.98, 0.03),
                                        QPointF(0, 1), QPointF(1, 1), QPointF(0.3, 0.8)}) {
                const QPointF pointer(page.left() + share.x() * page.width(),
                                      page.top() + share.y() * page.height());
                QTest::addRow("turned %d at %g,%g", quarters, share.x(), share.y()) << quarters << pointer;
            }
        }
    }

    void keepsThePointUnderThePointer()
    {
        QFETCH(int, quarters);
        QFETCH(QPointF, pointer);
        PageView view = made();
        view.rotate(quarters);
        const double fitted = view.zoom();
        const QPointF held = view.toPage(pointer);
        for (const double factor : {1.2, 1.7, 4.0, 2.5, 3.0, 1.2}) {
            view.zoomTo(fitted * factor, pointer);
            QVERIFY2(isNear(view.toPage(pointer), held), qPrintable(QString::number(factor)));
        }
    }

    void comesBackByTheSameWay()
    {
        PageView view = made();
        const QRectF before = view.pageRect();
        const QPointF pointer = before.topLeft() + QPointF(30, 50);
        const double zoom = view.zoom();
        view.zoomTo(zoom * 5, pointer);
        view.zoomTo(zoom, pointer);
        QVERIFY(isNear(view.pageRect().topLeft(), before.topLeft()));
        QVERIFY(isNear(view.pageRect().bottomRight(), before.bottomRight()));
    }

    void staysWithinTenAndSixteenHundredPercent()
    {
        PageView view = made();
        view.zoomTo(1000, QPointF(10, 10));
        QCOMPARE(view.zoom(), 16.0);
        view.zoomTo(0.0001, QPointF(10, 10));
        QCOMPARE(view.zoom(), 0.1);
        view.zoomTo(-3, QPointF(10, 10));
        QCOMPARE(view.zoom(), 0.1);
    }

    void fitsAHugePageBelowTenPercentAndLetsItGrow()
    {
        PageView view = made(QSizeF(60'000, 40'000));
        const double fitted = view.zoom();
        QVERIFY(fitted < 0.1);
        view.zoomTo(fitted / 2, QPointF(450, 350));
        QCOMPARE(view.zoom(), fitted);
        view.zoomTo(fitted * 1.1, QPointF(450, 350));
        QCOMPARE(view.zoom(), fitted * 1.1);
        view.zoomTo(1, QPointF(450, 350));
        view.zoomTo(0.01, QPointF(450, 350));
        QCOMPARE(view.zoom(), 0.1);
    }

    void turnsCornersClockwise_data()
    {
        QTest::addColumn<int>("quarters");
        QTest::addColumn<Qt::Corner>("where"); // the page's top left corner
        QTest::newRow("upright") << 0 << Qt::TopLeftCorner;
        QTest::newRow("right") << 1 << Qt::TopRightCorner;
        QTest::newRow("upside down") << 2 << Qt::BottomRightCorner;
        QTest::newRow("left") << 3 << Qt::BottomLeftCorner;
        QTest::newRow("left by minus one") << -1 << Qt::BottomLeftCorner;
        QTest::newRow("once round and one more") << 5 << Qt::TopRightCorner;
    }

    void turnsCornersClockwise()
    {
        QFETCH(int, quarters);
        QFETCH(Qt::Corner, where);
        PageView view = made();
        view.rotate(quarters);
        const QRectF rect = view.pageRect();
        const QPointF corner = view.toViewport(QPointF(0, 0));
        const bool right = where == Qt::TopRightCorner || where == Qt::BottomRightCorner;
        const bool bottom = where == Qt::BottomLeftCorner || where == Qt::BottomRightCorner;
        QVERIFY(
            isNear(corner, QPointF(right ? rect.right() : rect.left(), bottom ? rect.bottom() : rect.top())));
        const QPointF inside(123, 45);
        QVERIFY(isNear(view.toPage(view.toViewport(inside)), inside));
    }

    void turnsAboutTheMiddleWhenZoomed()
    {
        PageView view = made();
        view.zoomTo(6, QPointF(300, 200));
        const QPointF middle(450, 350);
        const QPointF held = view.toPage(middle);
        for (int i = 0; i < 4; ++i) {
            view.rotate(1);
            QVERIFY(isNear(view.toPage(middle), held));
        }
        QCOMPARE(view.rotation(), 0);
        QCOMPARE(view.zoom(), 6.0);
    }

    void neverLosesThePage()
    {
        PageView view = made();
        view.zoomTo(3, QPointF(450, 350));
        for (const QPointF& delta : {QPointF(1e6, 0), QPointF(-1e6, 1e6), QPointF(0, -1e6)}) {
            view.panBy(delta);
            QVERIFY(view.pageRect().adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(QPointF(450, 350)));
        }
    }

    void pansByWhatItIsTold()
    {
        PageView view = made();
        view.zoomTo(3, QPointF(450, 350));
        const QPointF before = view.toViewport(QPointF(300, 200));
        view.panBy(QPointF(-40, 25));
        QVERIFY(isNear(view.toViewport(QPointF(300, 200)), before + QPointF(-40, 25)));
    }

    void keepsTheMiddleWhenTheViewportChanges()
    {
        PageView view = made();
        view.zoomTo(4, QPointF(450, 350));
        const QPointF held = view.toPage(QPointF(450, 350));
        view.setViewport(QSizeF(500, 300));
        QVERIFY(isNear(view.toPage(QPointF(250, 150)), held));
        QCOMPARE(view.zoom(), 4.0);
    }

    void resets()
    {
        PageView view = made();
        const double fitted = view.zoom();
        view.zoomTo(4, QPointF(1, 1));
        view.rotate(1);
        view.reset();
        QCOMPARE(view.rotation(), 0);
        QCOMPARE(view.zoom(), fitted);
        QCOMPARE(view.fit(), PageView::Fit::Page);
    }

    void mirrorsWhatIsSeen_data()
    {
        QTest::addColumn<int>("quarters");
        for (int quarters = 0; quarters < 4; ++quarters)
            QTest::addRow("turned %d", quarters) << quarters;
    }

    void mirrorsWhatIsSeen()
    {
        QFETCH(int, quarters);
        PageView view = made();
        view.rotate(quarters);
        view.zoomTo(3, QPointF(300, 200));
        const QPointF point(140, 90);
        const QPointF middle(450, 350);
        const QPointF before = view.toViewport(point);
        const QPointF held = view.toPage(middle);
        view.flip();
        QVERIFY(view.isFlipped());
        // As in a mirror that stands upright in the middle of the viewport, whichever way the page lies.
        QVERIFY(isNear(view.toViewport(point), QPointF(2 * middle.x() - before.x(), before.y())));
        QVERIFY(isNear(view.toPage(middle), held));
        QVERIFY(isNear(view.toPage(view.toViewport(point)), point));
        view.flip();
        QVERIFY(!view.isFlipped());
        QVERIFY(isNear(view.toViewport(point), before));
    }

    void turnsTheSameWayWhenMirrored()
    {
        PageView view = made();
        view.flip();
        const QPointF topRight = view.pageRect().topRight();
        const QPointF corner = view.toPage(topRight);
        view.rotate(1);
        // Clockwise: what was at the top right is at the bottom right.
        QVERIFY(isNear(view.toViewport(corner), view.pageRect().bottomRight()));
        view.reset();
        QVERIFY(!view.isFlipped());
        QCOMPARE(view.rotation(), 0);
    }

    void looksThroughALens()
    {
        PageView view = made();
        view.rotate(1);
        view.flip();
        const PageView lens = view.lens(QSizeF(200, 200), 40, QPointF(590, 20));
        QCOMPARE(lens.zoom(), 40.0);
        QCOMPARE(lens.rotation(), view.rotation());
        QCOMPARE(lens.isFlipped(), view.isFlipped());
        QVERIFY(isNear(lens.toPage(QPointF(100, 100)), QPointF(590, 20)));
        // Beyond the page there is nothing to look at: the middle stays on its edge.
        const PageView edge = view.lens(QSizeF(200, 200), 2, QPointF(-50, 20));
        QVERIFY(isNear(edge.toPage(QPointF(100, 100)), QPointF(0, 20)));
    }
};

QTEST_APPLESS_MAIN(TestPageView)
#include "tst_pageview.moc"
