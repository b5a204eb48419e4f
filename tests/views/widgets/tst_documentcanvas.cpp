#include "views/style/theme.h"
#include "views/widgets/documentcanvas.h"

#include <QPainter>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

#include <memory>

using namespace finhub::views;
using namespace std::chrono_literals;

namespace {
constexpr QSize CanvasSize(600, 480);
const QColor TopLeft(200, 0, 0);
const QColor TopRight(0, 160, 0);
const QColor BottomRight(0, 0, 200);
const QColor BottomLeft(200, 200, 0);

/// A page in four colours, so that it shows which way up it is.
QImage quartered(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    const QSize half = size / 2;
    const QPoint middle(half.width(), half.height());
    painter.fillRect(QRect(QPoint(), half), TopLeft);
    painter.fillRect(QRect(QPoint(middle.x(), 0), half), TopRight);
    painter.fillRect(QRect(QPoint(0, middle.y()), half), BottomLeft);
    painter.fillRect(QRect(middle, half), BottomRight);
    return image;
}

void wheel(DocumentCanvas& canvas, QPointF at, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWheelEvent event(at, canvas.mapToGlobal(at), QPoint(), QPoint(0, delta), Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&canvas, &event);
}

/// Lets the timer of a canvas without delay run out, twice over.
void rest()
{
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
}
} // namespace

class TestDocumentCanvas : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DocumentCanvas> m_canvas;

    /// A page whose present rendering is exactly right for the fitted view, so that nothing is asked for.
    void showFittingPage(QSizeF natural = QSizeF(600, 420))
    {
        m_canvas->setPage(quartered(QSize(8, 8)), natural);
        m_canvas->resetView();
        const QSize pixels = m_canvas->neededPixels();
        m_canvas->setPage(quartered(pixels), natural);
        rest();
    }

    QColor shown(QPointF at) const
    {
        const QImage image = m_canvas->grab().toImage();
        return image.pixelColor((at * image.devicePixelRatio()).toPoint());
    }

private Q_SLOTS:
    void init()
    {
        m_canvas = std::make_unique<DocumentCanvas>();
        m_canvas->setDebounce(0ms);
        m_canvas->resize(CanvasSize);
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
        rest();
    }

    void cleanup() { m_canvas.reset(); }

    void showsThePageFittedAndUpright()
    {
        showFittingPage();
        const QRectF page = m_canvas->view().pageRect();
        QCOMPARE(shown(page.topLeft() + QPointF(5, 5)), TopLeft);
        QCOMPARE(shown(page.bottomRight() - QPointF(5, 5)), BottomRight);
        QCOMPARE(shown(QPointF(1, 1)), Theme::current().color(ColorRole::DocumentGround));
    }

    void turnsThePicture_data()
    {
        QTest::addColumn<int>("quarters");
        QTest::addColumn<QColor>("topLeft");
        QTest::addColumn<QColor>("topRight");
        QTest::newRow("upright") << 0 << TopLeft << TopRight;
        QTest::newRow("right") << 1 << BottomLeft << TopLeft;
        QTest::newRow("upside down") << 2 << BottomRight << BottomLeft;
        QTest::newRow("left") << -1 << TopRight << BottomRight;
    }

    void turnsThePicture()
    {
        QFETCH(int, quarters);
        QFETCH(QColor, topLeft);
        QFETCH(QColor, topRight);
        showFittingPage();
        QSignalSpy rotation(m_canvas.get(), &DocumentCanvas::rotationChanged);
        for (int i = 0; i < std::abs(quarters); ++i)
            quarters > 0 ? m_canvas->rotateRight() : m_canvas->rotateLeft();
        QCOMPARE(rotation.count(), std::abs(quarters));
        const QRectF page = m_canvas->view().pageRect();
        QCOMPARE(shown(page.topLeft() + QPointF(5, 5)), topLeft);
        QCOMPARE(shown(page.topRight() + QPointF(-5, 5)), topRight);
    }

    void zoomsToThePointer_data()
    {
        QTest::addColumn<int>("delta");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::newRow("in") << 120 << Qt::KeyboardModifiers();
        QTest::newRow("in with Ctrl") << 120 << Qt::KeyboardModifiers(Qt::ControlModifier);
        QTest::newRow("finely") << 15 << Qt::KeyboardModifiers();
        QTest::newRow("out") << -120 << Qt::KeyboardModifiers();
        QTest::newRow("out with Ctrl") << -120 << Qt::KeyboardModifiers(Qt::ControlModifier);
    }

    void zoomsToThePointer()
    {
        QFETCH(int, delta);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        showFittingPage();
        const QPointF pointer(210, 170);
        if (delta < 0)
            m_canvas->setZoom(8, pointer);
        const QPointF held = m_canvas->view().toPage(pointer);
        const double before = m_canvas->zoom();
        QSignalSpy zoomed(m_canvas.get(), &DocumentCanvas::zoomChanged);
        for (int i = 0; i < 5; ++i)
            wheel(*m_canvas, pointer, delta, modifiers);
        QCOMPARE(zoomed.count(), 5);
        QCOMPARE(zoomed.last().first().toDouble(), m_canvas->zoom());
        QCOMPARE(m_canvas->zoom() > before, delta > 0);
        QVERIFY((m_canvas->view().toPage(pointer) - held).manhattanLength() < 1e-6);
    }

    void stopsAtTheBounds()
    {
        showFittingPage();
        for (int i = 0; i < 60; ++i)
            wheel(*m_canvas, QPointF(300, 240), 240);
        QCOMPARE(m_canvas->zoom(), 16.0);
        QSignalSpy zoomed(m_canvas.get(), &DocumentCanvas::zoomChanged);
        wheel(*m_canvas, QPointF(300, 240), 240);
        QCOMPARE(zoomed.count(), 0);
        for (int i = 0; i < 120; ++i)
            wheel(*m_canvas, QPointF(300, 240), -240);
        QCOMPARE(m_canvas->zoom(), 0.1);
    }

    void obeysTheKeyboard()
    {
        showFittingPage();
        const double fitted = m_canvas->zoom();
        QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
        QVERIFY(m_canvas->zoom() > fitted);
        QTest::keyClick(m_canvas.get(), Qt::Key_Minus);
        QCOMPARE(m_canvas->zoom(), fitted);
        QTest::keyClick(m_canvas.get(), Qt::Key_1);
        QCOMPARE(m_canvas->zoom(), 1.0);
        QTest::keyClick(m_canvas.get(), Qt::Key_0);
        QCOMPARE(m_canvas->zoom(), fitted);

        m_canvas->setZoom(5, QPointF(300, 240));
        const QPointF before = m_canvas->view().pageRect().topLeft();
        QTest::keyClick(m_canvas.get(), Qt::Key_Right);
        QTest::keyClick(m_canvas.get(), Qt::Key_Down);
        const QPointF after = m_canvas->view().pageRect().topLeft();
        QVERIFY(after.x() < before.x() && after.y() < before.y());
        QTest::keyClick(m_canvas.get(), Qt::Key_Left);
        QTest::keyClick(m_canvas.get(), Qt::Key_Up);
        QCOMPARE(m_canvas->view().pageRect().topLeft(), before);
    }

    void followsTheHandThatDrags()
    {
        showFittingPage();
        m_canvas->setZoom(5, QPointF(300, 240));
        const QPointF before = m_canvas->view().pageRect().topLeft();
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, QPoint(300, 240));
        QTest::mouseMove(m_canvas.get(), QPoint(330, 225));
        QCOMPARE(m_canvas->view().pageRect().topLeft(), before + QPointF(30, -15));
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, QPoint(330, 225));
        QTest::mouseMove(m_canvas.get(), QPoint(10, 10));
        QCOMPARE(m_canvas->view().pageRect().topLeft(), before + QPointF(30, -15));
    }

    void asksOnceForASharperPageWhenTheViewRests()
    {
        showFittingPage();
        QSignalSpy asked(m_canvas.get(), &DocumentCanvas::resolutionNeeded);
        for (int i = 0; i < 10; ++i)
            wheel(*m_canvas, QPointF(300, 240), 60);
        QCOMPARE(asked.count(), 0);
        QTRY_COMPARE(asked.count(), 1);
        rest();
        QCOMPARE(asked.count(), 1);
        const QSize wanted = asked.first().first().toSize();
        QCOMPARE(wanted, m_canvas->neededPixels());
        const QSizeF exact = QSizeF(600, 420) * m_canvas->zoom() * m_canvas->devicePixelRatioF();
        QVERIFY(std::abs(wanted.width() - exact.width()) <= 1);
        QVERIFY(std::abs(wanted.height() - exact.height()) <= 1);

        m_canvas->refinePage(quartered(wanted), wanted);
        wheel(*m_canvas, QPointF(300, 240), -60);
        m_canvas->rotateRight();
        rest();
        QCOMPARE(asked.count(), 1);
    }

    void doesNotAskForAPageThatIsSharpEnough()
    {
        QSignalSpy asked(m_canvas.get(), &DocumentCanvas::resolutionNeeded);
        showFittingPage();
        // The eight pixels of the first image were not enough, but they were replaced before the view rested.
        rest();
        QCOMPARE(asked.count(), 0);
        m_canvas->setZoom(0.5, QPointF(300, 240));
        rest();
        QCOMPARE(asked.count(), 0);
    }

    void doesNotRepeatARequestForTheSameSize()
    {
        showFittingPage();
        QSignalSpy asked(m_canvas.get(), &DocumentCanvas::resolutionNeeded);
        m_canvas->setZoom(3, QPointF(300, 240));
        QTRY_COMPARE(asked.count(), 1);
        QTest::keyClick(m_canvas.get(), Qt::Key_Left);
        rest();
        QCOMPARE(asked.count(), 1);
    }

    void acceptsThatAPageHasNoMoreToGive()
    {
        showFittingPage();
        QSignalSpy asked(m_canvas.get(), &DocumentCanvas::resolutionNeeded);
        m_canvas->setZoom(3, QPointF(300, 240));
        QTRY_COMPARE(asked.count(), 1);
        // The photo behind it is smaller than what was asked for.
        m_canvas->refinePage(quartered(QSize(900, 630)), asked.first().first().toSize());
        m_canvas->setZoom(3.5, QPointF(300, 240));
        rest();
        QCOMPARE(asked.count(), 1);
        // Another page may have more.
        m_canvas->setPage(quartered(QSize(900, 630)), QSizeF(600, 420));
        QTRY_COMPARE(asked.count(), 2);
    }

    void asksAgainAfterALateAnswerToAnEarlierRequest()
    {
        showFittingPage();
        QSignalSpy asked(m_canvas.get(), &DocumentCanvas::resolutionNeeded);
        m_canvas->setZoom(1.5, QPointF(300, 240));
        QTRY_COMPARE(asked.count(), 1);
        const QSize first = asked.first().first().toSize();
        m_canvas->setZoom(2, QPointF(300, 240));
        QTRY_COMPARE(asked.count(), 2);
        m_canvas->refinePage(quartered(first), first);
        m_canvas->setZoom(2.5, QPointF(300, 240));
        QTRY_COMPARE(asked.count(), 3);
    }

    void asksForATileBeyondItsLimit()
    {
        showFittingPage();
        QSignalSpy whole(m_canvas.get(), &DocumentCanvas::resolutionNeeded);
        QSignalSpy tiles(m_canvas.get(), &DocumentCanvas::tileNeeded);
        m_canvas->setZoom(16, QPointF(300, 240));
        QTRY_COMPARE(tiles.count(), 1);
        QCOMPARE(whole.count(), 0);
        const QSizeF exact = QSizeF(600, 420) * 16 * m_canvas->devicePixelRatioF();
        QCOMPARE(tiles.first().at(0).toSize(), exact.toSize());
        const QSize region = tiles.first().at(1).toRect().size();
        QVERIFY(qint64(region.width()) * region.height() <= DocumentCanvas::MaximumPixels);
        QVERIFY(region.width() >= m_canvas->width() * m_canvas->devicePixelRatioF());
    }

    void manyMovesAskForOneTile()
    {
        showFittingPage();
        QSignalSpy tiles(m_canvas.get(), &DocumentCanvas::tileNeeded);
        for (int i = 0; i < 50; ++i)
            wheel(*m_canvas, QPointF(300, 240), 60);
        for (int i = 0; i < 50; ++i)
            m_canvas->movePage(QPointF(-30, -10));
        QCOMPARE(tiles.count(), 0);
        QTRY_COMPARE(tiles.count(), 1);
        rest();
        QCOMPARE(tiles.count(), 1);
    }

    void tilesLieOnThePageWithoutASeam_data()
    {
        QTest::addColumn<int>("quarters");
        QTest::addColumn<bool>("flipped");
        QTest::addColumn<bool>("grey");
        for (int quarters = 0; quarters < 4; ++quarters) {
            QTest::addRow("turned by %d", quarters) << quarters << false << false;
            QTest::addRow("turned by %d and mirrored", quarters) << quarters << true << false;
            QTest::addRow("turned by %d and inverted", quarters) << quarters << false << true;
        }
    }

    /// Half of what is seen is a tile, the other half the page below it: together they look as the page does when
    /// all of it is there in these pixels.
    void tilesLieOnThePageWithoutASeam()
    {
        QFETCH(int, quarters);
        QFETCH(bool, flipped);
        QFETCH(bool, grey);
        const QSizeF natural(5000, 3600);
        QImage sharp(QSize(5000, 3600), QImage::Format_RGB32);
        for (int y = 0; y < sharp.height(); ++y) {
            auto* const row = reinterpret_cast<QRgb*>(sharp.scanLine(y));
            for (int x = 0; x < sharp.width(); ++x)
                row[x] = qRgb(x * 255 / 5000, y * 255 / 3600, (x / 50 + y / 50) % 2 * 80);
        }
        m_canvas->setPage(sharp, natural, {.sharpest = sharp.size(), .grows = false});
        m_canvas->resetView();
        m_canvas->setZoom(1.0 / m_canvas->devicePixelRatioF(), QPointF(300, 240));
        if (quarters > 0) {
            for (int i = 0; i < quarters; ++i)
                m_canvas->rotateRight();
        }
        if (flipped)
            m_canvas->flip();
        if (grey)
            m_canvas->setAdjustment({.inverted = true});
        m_canvas->movePage(QPointF(37, -21));
        rest();
        const QImage expected = m_canvas->grab().toImage();

        // The same page from a coarse image and a tile that ends in the middle of what is seen.
        m_canvas->setPage(sharp.scaled(2500, 1800, Qt::IgnoreAspectRatio, Qt::SmoothTransformation), natural,
                          {.sharpest = sharp.size(), .grows = false});
        const QPoint middle = m_canvas->view().toPage(QPointF(300, 240)).toPoint();
        const QRect region(QPoint(0, 0), QSize(middle.x(), 3600));
        m_canvas->addTile({sharp.copy(region), sharp.size(), region});
        rest();
        const QImage shown = m_canvas->grab().toImage();
        QCOMPARE(shown.size(), expected.size());
        int far = 0;
        int same = 0;
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x) {
                const QColor a = shown.pixelColor(x, y);
                const QColor b = expected.pixelColor(x, y);
                // The checks of the softer half are blurred, and only they.
                far += std::abs(a.red() - b.red()) > 4 || std::abs(a.green() - b.green()) > 4;
                same += a == b;
            }
        }
        QCOMPARE(far, 0);
        QVERIFY(same > shown.width() * shown.height() * 2 / 5);
    }

    void asksForNothingWhileNobodyLooks()
    {
        QSignalSpy asked(m_canvas.get(), &DocumentCanvas::resolutionNeeded);
        m_canvas->hide();
        m_canvas->setPage(quartered(QSize(8, 8)), QSizeF(600, 420));
        rest();
        QCOMPARE(asked.count(), 0);
        m_canvas->show();
        QTRY_COMPARE(asked.count(), 1);
        m_canvas->setWaiting();
        m_canvas->setZoom(9, QPointF(1, 1));
        rest();
        QCOMPARE(asked.count(), 1);
    }

    void showsTheSharpImageWhenCloseAndTheCoarseOneFromAfar()
    {
        QImage coarse(400, 280, QImage::Format_RGB32);
        coarse.fill(TopLeft);
        QImage fine(3200, 2240, QImage::Format_RGB32);
        fine.fill(BottomRight);
        m_canvas->setPage(coarse, QSizeF(400, 280));
        m_canvas->setZoom(8 / m_canvas->devicePixelRatioF(), QPointF(300, 240));
        m_canvas->refinePage(fine, fine.size());
        QCOMPARE(shown(QPointF(300, 240)), BottomRight);
        m_canvas->setZoom(1 / m_canvas->devicePixelRatioF(), QPointF(300, 240));
        QCOMPARE(shown(QPointF(300, 240)), TopLeft);
    }

    void copiesPixelsOneToOneWhereTheyMatch()
    {
        // Stripes of one pixel: any resampling would blend them to grey.
        showFittingPage();
        const QSize pixels = m_canvas->neededPixels();
        QImage stripes(pixels, QImage::Format_RGB32);
        for (int y = 0; y < pixels.height(); ++y) {
            for (int x = 0; x < pixels.width(); ++x)
                stripes.setPixel(x, y, x % 2 == 0 ? 0xff000000 : 0xffffffff);
        }
        m_canvas->setPage(stripes, QSizeF(600, 420));
        const QImage image = m_canvas->grab().toImage();
        const QPoint middle(image.width() / 2, image.height() / 2);
        int pure = 0;
        for (int i = 0; i < 100; ++i) {
            const int value = qGray(image.pixel(middle.x() - 50 + i, middle.y()));
            pure += value == 0 || value == 255;
        }
        QCOMPARE(pure, 100);
    }

    void letsGoOfEveryPixel()
    {
        QImage page = quartered(QSize(60, 42));
        QImage sharp = quartered(QSize(600, 420));
        m_canvas->setPage(page, QSizeF(60, 42));
        m_canvas->refinePage(sharp, sharp.size());
        QVERIFY(!page.isDetached());
        m_canvas->clear();
        QVERIFY(page.isDetached());
        QVERIFY(sharp.isDetached());
        QVERIFY(!m_canvas->hasPage());
    }

    void saysWhyThereIsNoPage()
    {
        showFittingPage();
        m_canvas->setMessage(QStringLiteral("<b>Broken</b>"), QStringLiteral("It cannot be shown.\u202e"));
        QVERIFY(m_canvas->hasMessage());
        QCOMPARE(m_canvas->accessibleDescription(),
                 QStringLiteral("<b>Broken</b>\nIt cannot be shown.⟨U+202E⟩"));
        QVERIFY(m_canvas->grab().toImage().pixelColor(300, 240).isValid());
        m_canvas->setWaiting();
        QVERIFY(m_canvas->isWaiting());
        QVERIFY(!m_canvas->accessibleDescription().isEmpty());
        showFittingPage();
        QVERIFY(m_canvas->accessibleDescription().isEmpty());
        QVERIFY(!m_canvas->accessibleName().isEmpty());
    }

    void ignoresHandsAndKeysWithoutAPage()
    {
        QSignalSpy zoomed(m_canvas.get(), &DocumentCanvas::zoomChanged);
        m_canvas->setWaiting();
        wheel(*m_canvas, QPointF(10, 10), 120);
        QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton);
        QTest::mouseDClick(m_canvas.get(), Qt::LeftButton);
        m_canvas->refinePage(quartered(QSize(10, 10)), QSize(10, 10));
        QCOMPARE(zoomed.count(), 0);
        QVERIFY(m_canvas->isWaiting());
    }

    void keepsTheViewFromPageToPageUntilReset()
    {
        showFittingPage();
        m_canvas->rotateRight();
        m_canvas->setZoom(3, QPointF(300, 240));
        m_canvas->setPage(quartered(QSize(40, 40)), QSizeF(600, 420));
        QCOMPARE(m_canvas->zoom(), 3.0);
        QCOMPARE(m_canvas->rotation(), 90);
        m_canvas->resetView();
        QCOMPARE(m_canvas->rotation(), 0);
        QVERIFY(m_canvas->rect().contains(m_canvas->view().pageRect().toRect()));
    }

    void mirrorsThePicture()
    {
        showFittingPage();
        QSignalSpy flipped(m_canvas.get(), &DocumentCanvas::flippedChanged);
        m_canvas->flip();
        QCOMPARE(flipped.count(), 1);
        const QRectF page = m_canvas->view().pageRect();
        QCOMPARE(shown(page.topLeft() + QPointF(5, 5)), TopRight);
        QCOMPARE(shown(page.topRight() + QPointF(-5, 5)), TopLeft);
        m_canvas->rotateRight();
        const QRectF turned = m_canvas->view().pageRect();
        QCOMPARE(shown(turned.topRight() + QPointF(-5, 5)), TopRight);
        m_canvas->resetView();
        QCOMPARE(flipped.count(), 2);
        QCOMPARE(shown(m_canvas->view().pageRect().topLeft() + QPointF(5, 5)), TopLeft);
    }

    void adjustsWhatIsShownAndNotTheGround()
    {
        showFittingPage();
        QSignalSpy changed(m_canvas.get(), &DocumentCanvas::adjustmentChanged);
        m_canvas->setAdjustment({.inverted = true});
        m_canvas->setAdjustment({.inverted = true});
        QCOMPARE(changed.count(), 1);
        const QRectF page = m_canvas->view().pageRect();
        QCOMPARE(shown(page.topLeft() + QPointF(5, 5)), QColor(55, 255, 255));
        QCOMPARE(shown(page.bottomRight() - QPointF(5, 5)), QColor(255, 255, 55));
        QCOMPARE(shown(QPointF(1, 1)), Theme::current().color(ColorRole::DocumentGround));
        m_canvas->setAdjustment({.grey = true});
        const QColor grey = shown(page.topLeft() + QPointF(5, 5));
        QCOMPARE(grey.red(), grey.green());
        QCOMPARE(grey.red(), grey.blue());
        m_canvas->resetView();
        QCOMPARE(shown(page.topLeft() + QPointF(5, 5)), TopLeft);
        QVERIFY(m_canvas->adjustment().isNeutral());
    }

    void followsTheViewWhileAdjusted()
    {
        showFittingPage();
        m_canvas->setAdjustment({.inverted = true});
        m_canvas->setZoom(4, QPointF(300, 240));
        const QImage still = m_canvas->grab().toImage();
        const QPoint inside(300, 240);
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, inside);
        QTest::mouseMove(m_canvas.get(), inside + QPoint(40, 30));
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, inside + QPoint(40, 30));
        const QImage moved = m_canvas->grab().toImage();
        const double ratio = still.devicePixelRatio();
        const QPoint at = (QPointF(200, 200) * ratio).toPoint();
        const QPoint there = (QPointF(240, 230) * ratio).toPoint();
        QCOMPARE(moved.pixelColor(there), still.pixelColor(at));
        QVERIFY(moved != still);
    }

    void showsTruePixelsUnderTheLoupe()
    {
        // The page shows three pixels as one; under the glass every stripe of one pixel can be told apart.
        const QSize pixels = (QSizeF(1800, 1260) * m_canvas->devicePixelRatioF()).toSize();
        QImage stripes(pixels, QImage::Format_RGB32);
        for (int y = 0; y < pixels.height(); ++y) {
            for (int x = 0; x < pixels.width(); ++x)
                stripes.setPixel(x, y, x % 2 == 0 ? 0xff000000 : 0xffffffff);
        }
        m_canvas->setPage(stripes, QSizeF(pixels) / m_canvas->devicePixelRatioF(), {.sharpest = pixels});
        m_canvas->fitPage();
        QSignalSpy changed(m_canvas.get(), &DocumentCanvas::loupeChanged);
        m_canvas->setLoupeOn(true);
        QCOMPARE(changed.count(), 1);
        QTest::mouseMove(m_canvas.get(), QPoint(250, 200));
        const QImage image = m_canvas->grab().toImage();
        const QPoint middle = (QPointF(250, 200) * image.devicePixelRatio()).toPoint();
        const auto pureAt = [&image](QPoint from) {
            int pure = 0;
            for (int i = 0; i < 60; ++i) {
                const int value = qGray(image.pixel(from.x() + i, from.y()));
                pure += value == 0 || value == 255;
            }
            return pure;
        };
        QCOMPARE(pureAt(middle - QPoint(30, 0)), 60);
        QVERIFY(pureAt((QPointF(430, 200) * image.devicePixelRatio()).toPoint()) < 60);
        // The glass is round: beside it, within the square around it, the page is as it was.
        const QPoint corner(250 - Loupe::Diameter / 2 + 8, 200 - Loupe::Diameter / 2 + 8);
        QVERIFY(m_canvas->view().pageRect().contains(corner));
        m_canvas->setLoupeOn(false);
        const QColor bare = shown(corner);
        m_canvas->setLoupeOn(true);
        QTest::mouseMove(m_canvas.get(), QPoint(250, 201));
        QCOMPARE(shown(corner), bare);
        QTest::mouseMove(m_canvas.get(), QPoint(250, 200));
        changed.clear();
        // Nothing is left of it once the pointer has gone, or when it is switched off.
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_canvas.get(), &leave);
        QVERIFY(pureAt(middle) == 60);
        QVERIFY(m_canvas->grab().toImage() != image);
        QTest::mouseMove(m_canvas.get(), QPoint(260, 200));
        m_canvas->setLoupeOn(false);
        QCOMPARE(changed.count(), 1);
        const QImage without = m_canvas->grab().toImage();
        QVERIFY(without != image);
    }

    void asksForTheSharpestPageForTheLoupe()
    {
        showFittingPage();
        QSignalSpy asked(m_canvas.get(), &DocumentCanvas::resolutionNeeded);
        m_canvas->setPage(quartered(m_canvas->neededPixels()), QSizeF(600, 420), {.sharpest = {2400, 1680}});
        rest();
        QCOMPARE(asked.count(), 0);
        m_canvas->setLoupeOn(true);
        QTRY_COMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toSize(), QSize(2400, 1680));
        m_canvas->refinePage(quartered(QSize(2400, 1680)), QSize(2400, 1680));
        QTest::mouseMove(m_canvas.get(), QPoint(260, 200));
        rest();
        QCOMPARE(asked.count(), 1);
    }

    void asksForATileForTheLoupe()
    {
        m_canvas->setPage(quartered(QSize(1600, 1200)), QSizeF(8000, 6000), {.sharpest = {8000, 6000}, .grows = false});
        m_canvas->resetView();
        rest();
        QSignalSpy whole(m_canvas.get(), &DocumentCanvas::resolutionNeeded);
        QSignalSpy tiles(m_canvas.get(), &DocumentCanvas::tileNeeded);
        m_canvas->setLoupeOn(true);
        QTest::mouseMove(m_canvas.get(), QPoint(200, 240));
        QTRY_COMPARE(tiles.count(), 1);
        QCOMPARE(tiles.first().at(0).toSize(), QSize(8000, 6000));
        const QRect region = tiles.first().at(1).toRect();
        QVERIFY(region.contains(m_canvas->view().toPage(QPointF(200, 240)).toPoint()));
        QVERIFY(region.width() < 3000 && region.height() < 3000);
        // Under the glass it is red where the tile is, whatever the page below it says.
        QImage red(region.size(), QImage::Format_RGB32);
        red.fill(Qt::red);
        m_canvas->addTile({red, QSize(8000, 6000), region});
        QCOMPARE(shown(QPointF(200, 240)), QColor(Qt::red));
        m_canvas->setLoupeOn(false);
        QVERIFY(shown(QPointF(200, 240)) != QColor(Qt::red));
        QCOMPARE(whole.count(), 0);
    }
};

QTEST_MAIN(TestDocumentCanvas)
#include "tst_documentcanvas.moc"
