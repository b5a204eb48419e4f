#include "views/widgets/documentcanvas.h"
#include "views/widgets/viewlock.h"

#include <QtTest>

#include <memory>

using namespace finhub::views;

namespace {
QImage blank(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(0xffffffff);
    return image;
}
} // namespace

class TestViewLock : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DocumentCanvas> m_one;
    std::unique_ptr<DocumentCanvas> m_other;
    std::unique_ptr<ViewLock> m_lock;

private Q_SLOTS:
    void init()
    {
        m_one = std::make_unique<DocumentCanvas>();
        m_other = std::make_unique<DocumentCanvas>();
        m_one->resize(400, 400);
        m_other->resize(300, 400);
        m_one->show();
        m_other->show();
        m_one->setPage(blank(QSize(60, 40)), QSizeF(600, 400));
        m_other->setPage(blank(QSize(40, 50)), QSizeF(2000, 2500));
        m_lock = std::make_unique<ViewLock>(m_one.get(), m_other.get());
    }

    void cleanup() { m_lock.reset(); }

    void zoomsBothByTheSameShare()
    {
        const double one = m_one->zoom();
        const double other = m_other->zoom();
        m_one->setZoom(one * 3, QPointF(200, 200));
        QCOMPARE(m_other->zoom(), other * 3);
        m_other->setZoom(m_other->zoom() / 2, QPointF(150, 200));
        QCOMPARE(m_one->zoom(), one * 1.5);
        m_other->fitPage();
        QCOMPARE(m_one->zoom(), one);
        m_one->fitWidth();
        QCOMPARE(m_other->view().fit(), PageView::Fit::Width);
    }

    void zoomsToTheSamePlace()
    {
        // The pointer stands to the upper left: in both, what is there stays.
        const QPointF pointer(120, 130);
        const QPointF held = m_other->view().toPage(pointer);
        m_one->setZoom(m_one->zoom() * 2, pointer);
        QVERIFY((m_other->view().toPage(pointer) - held).manhattanLength() < 1e-6);
    }

    void movesBothByTheSameWay()
    {
        m_one->setZoom(m_one->zoom() * 4, QPointF(200, 200));
        const QPointF before = m_other->view().pageRect().topLeft();
        m_one->movePage(QPointF(-17, 23));
        QCOMPARE(m_other->view().pageRect().topLeft(), before + QPointF(-17, 23));
    }

    void turnsEachOnItsOwn()
    {
        const double other = m_other->zoom();
        m_one->rotateRight();
        m_one->flip();
        QCOMPARE(m_other->rotation(), 0);
        QVERIFY(!m_other->isFlipped());
        QCOMPARE(m_other->zoom(), other);
        // Nor does a window that is dragged wider.
        m_one->resize(800, 800);
        QCOMPARE(m_other->zoom(), other);
    }

    void letsGoWhenItIsOff()
    {
        m_lock->setOn(false);
        const double other = m_other->zoom();
        m_one->setZoom(2, QPointF(200, 200));
        QCOMPARE(m_other->zoom(), other);
        m_lock->setOn(true);
        m_other->setWaiting();
        m_one->setZoom(3, QPointF(200, 200));
        QCOMPARE(m_other->zoom(), other);
    }
};

QTEST_MAIN(TestViewLock)
#include "tst_viewlock.moc"
