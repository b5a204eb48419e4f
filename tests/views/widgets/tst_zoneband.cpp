#include "views/widgets/documentcanvas.h"
#include "views/widgets/zoneband.h"

#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

#include <memory>

using namespace finhub::views;

class TestZoneBand : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DocumentCanvas> m_canvas;
    ZoneBand* m_band = nullptr;

    void draw(QPoint from, QPoint to)
    {
        QTest::mousePress(m_band, Qt::LeftButton, {}, from);
        QTest::mouseMove(m_band, (from + to) / 2);
        QTest::mouseMove(m_band, to);
        QTest::mouseRelease(m_band, Qt::LeftButton, {}, to);
    }
    static bool isNear(const QRectF& a, const QRectF& b)
    {
        return (a.topLeft() - b.topLeft()).manhattanLength() < 0.01 &&
               (a.bottomRight() - b.bottomRight()).manhattanLength() < 0.01;
    }

private Q_SLOTS:
    void init()
    {
        m_canvas = std::make_unique<DocumentCanvas>();
        m_canvas->resize(600, 480);
        m_band = new ZoneBand(m_canvas.get());
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
        QImage page(600, 420, QImage::Format_RGB32);
        page.fill(Qt::white);
        m_canvas->setPage(page, QSizeF(600, 420));
    }

    void cleanup() { m_canvas.reset(); }

    void isNotThereUntilItIsWanted()
    {
        QVERIFY(!m_band->isOn());
        m_canvas->setWaiting();
        m_band->begin();
        QVERIFY(!m_band->isOn()); // there is nothing to choose from
    }

    void givesThePlaceOnThePage_data()
    {
        QTest::addColumn<int>("quarters");
        QTest::addColumn<bool>("flipped");
        for (int quarters = 0; quarters < 4; ++quarters) {
            QTest::addRow("turned by %d", quarters) << quarters << false;
            QTest::addRow("turned by %d and mirrored", quarters) << quarters << true;
        }
    }

    void givesThePlaceOnThePage()
    {
        QFETCH(int, quarters);
        QFETCH(bool, flipped);
        for (int i = 0; i < quarters; ++i)
            m_canvas->rotateRight();
        if (flipped)
            m_canvas->flip();
        const QRectF wanted(100, 300, 400, 60);
        const QRectF seen = m_canvas->view().transform().mapRect(wanted);
        QSignalSpy chosen(m_band, &ZoneBand::chosen);
        QSignalSpy on(m_band, &ZoneBand::onChanged);
        m_band->begin();
        QVERIFY(m_band->hasFocus());
        draw(seen.topLeft().toPoint(), seen.bottomRight().toPoint());
        QCOMPARE(chosen.count(), 1);
        const QTransform back = m_canvas->view().transform().inverted();
        const QRectF drawn(QPointF(seen.topLeft().toPoint()), QPointF(seen.bottomRight().toPoint()));
        QVERIFY(isNear(chosen.first().first().toRectF(), back.mapRect(drawn)));
        QVERIFY(!m_band->isOn());
        QVERIFY(m_canvas->hasFocus());
        QCOMPARE(on.count(), 2);
    }

    void neverReachesBeyondThePage()
    {
        QSignalSpy chosen(m_band, &ZoneBand::chosen);
        m_band->begin();
        draw(QPoint(300, 240), QPoint(5000, 5000));
        QCOMPARE(chosen.count(), 1);
        const QRectF page(QPointF(), m_canvas->view().pageSize());
        QVERIFY(page.contains(chosen.first().first().toRectF()));
    }

    void escapeLeaves()
    {
        QSignalSpy chosen(m_band, &ZoneBand::chosen);
        m_band->begin();
        QTest::mousePress(m_band, Qt::LeftButton, {}, QPoint(100, 100));
        QTest::mouseMove(m_band, QPoint(300, 200));
        // Escape is the frame's, whatever it would do around the canvas.
        QKeyEvent override(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
        override.ignore();
        QCoreApplication::sendEvent(m_band, &override);
        QVERIFY(override.isAccepted());
        QTest::keyClick(m_band, Qt::Key_Escape);
        QVERIFY(!m_band->isOn());
        QCOMPARE(chosen.count(), 0);
        QVERIFY(m_canvas->hasFocus());
    }

    void aClickIsNoChoice()
    {
        QSignalSpy chosen(m_band, &ZoneBand::chosen);
        m_band->begin();
        QTest::mouseClick(m_band, Qt::LeftButton, {}, QPoint(200, 200));
        QVERIFY(m_band->isOn());
        QCOMPARE(chosen.count(), 0);
        // By key alone: what is seen of the page.
        QTest::keyClick(m_band, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(isNear(chosen.first().first().toRectF(), QRectF(0, 0, 600, 420)));
    }

    void theCanvasBelowStillZoomsAndMoves()
    {
        m_band->begin();
        const double zoom = m_canvas->zoom();
        QTest::keyClick(m_band, Qt::Key_Plus);
        QVERIFY(m_canvas->zoom() > zoom);
        QWheelEvent wheel(QPointF(100, 100), m_band->mapToGlobal(QPointF(100, 100)), QPoint(), QPoint(0, 240),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        const double before = m_canvas->zoom();
        QCoreApplication::sendEvent(m_band, &wheel);
        QVERIFY(m_canvas->zoom() > before);
        QVERIFY(m_band->isOn());
        m_canvas->resize(700, 500);
        QTRY_COMPARE(m_band->size(), m_canvas->size());
    }

    void goingOnElsewhereLeaves()
    {
        auto* other = new QWidget(m_canvas.get());
        other->setFocusPolicy(Qt::StrongFocus);
        other->show();
        m_band->begin();
        other->setFocus(Qt::MouseFocusReason);
        QVERIFY(!m_band->isOn());
        QVERIFY(other->hasFocus());
    }
};

QTEST_MAIN(TestZoneBand)
#include "tst_zoneband.moc"
