#include "views/widgets/adjustedpage.h"
#include "views/widgets/pageadjustment.h"

#include <QPainter>
#include <QtTest>

using namespace finhub::views;

namespace {
QImage filled(QRgb colour, QSize size = QSize(4, 4))
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

PageView viewOf(QSizeF page, QSizeF viewport)
{
    PageView view;
    view.setViewport(viewport);
    view.setPageSize(page);
    return view;
}
} // namespace

class TestPageAdjustment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesThePixelsAloneWhenNeutral()
    {
        const auto table = toneTable({});
        for (int value = 0; value < 256; ++value)
            QCOMPARE(int(table.at(std::size_t(value))), value);
        QImage image = filled(qRgb(12, 200, 77));
        const QImage before = image;
        adjust(image, {});
        QCOMPARE(image.cacheKey(), before.cacheKey());
    }

    void goesToTheEndsAndNoFurther()
    {
        QCOMPARE(int(toneTable({.brightness = 100})[0]), 255);
        QCOMPARE(int(toneTable({.brightness = -100})[255]), 0);
        QCOMPARE(int(toneTable({.brightness = 5000})[0]), 255);
        QCOMPARE(int(toneTable({.contrast = -100})[0]), 128);
        QCOMPARE(int(toneTable({.contrast = -100})[255]), 128);
        const auto hard = toneTable({.contrast = 100});
        QCOMPARE(int(hard[127]), 0);
        QCOMPARE(int(hard[129]), 255);
        QCOMPARE(int(toneTable({.contrast = 5000})[129]), 255);
    }

    void keepsTheOrderOfTones_data()
    {
        QTest::addColumn<int>("brightness");
        QTest::addColumn<int>("contrast");
        for (int brightness = -100; brightness <= 100; brightness += 50) {
            for (int contrast = -100; contrast <= 100; contrast += 50)
                QTest::addRow("brightness %d contrast %d", brightness, contrast) << brightness << contrast;
        }
    }

    void keepsTheOrderOfTones()
    {
        QFETCH(int, brightness);
        QFETCH(int, contrast);
        const auto table = toneTable({.brightness = brightness, .contrast = contrast});
        const auto inverted = toneTable({.brightness = brightness, .contrast = contrast, .inverted = true});
        for (std::size_t value = 0; value < 256; ++value) {
            if (value > 0)
                QVERIFY(table.at(value) >= table.at(value - 1));
            QCOMPARE(int(inverted.at(value)), 255 - int(table.at(value)));
        }
    }

    void makesEveryChannelTheSameWhenGrey()
    {
        QImage image = filled(qRgb(250, 100, 10));
        adjust(image, {.grey = true});
        const QRgb pixel = image.pixel(3, 3);
        QCOMPARE(qRed(pixel), qGray(250, 100, 10));
        QCOMPARE(qGreen(pixel), qRed(pixel));
        QCOMPARE(qBlue(pixel), qRed(pixel));
        QCOMPARE(qAlpha(pixel), 255);
    }

    void invertsAfterTheRest()
    {
        QImage image = filled(qRgb(10, 20, 30));
        adjust(image, {.brightness = 100, .inverted = true});
        QCOMPARE(image.pixel(0, 0), qRgb(0, 0, 0));
    }

    void keepsWhatItHasMadeUntilSomethingChanges()
    {
        QImage target(300, 200, QImage::Format_RGB32);
        const QImage page = filled(qRgb(200, 10, 10), QSize(600, 400));
        PageView view = viewOf(QSizeF(600, 400), QSizeF(300, 200));
        AdjustedPage adjusted;
        const auto paint = [&](const PageAdjustment& adjustment) {
            target.fill(0);
            QPainter painter(&target);
            adjusted.paint(painter, view, page, adjustment);
            painter.end();
            return target.pixel(150, 100);
        };
        QCOMPARE(paint({}), page.pixel(0, 0));
        QCOMPARE(adjusted.renewals(), 0);
        QCOMPARE(paint({.inverted = true}), qRgb(55, 245, 245));
        QCOMPARE(paint({.inverted = true}), qRgb(55, 245, 245));
        QCOMPARE(adjusted.renewals(), 1);
        view.panBy(QPointF(10, 0));
        QCOMPARE(paint({.inverted = true}), qRgb(55, 245, 245));
        QCOMPARE(adjusted.renewals(), 2);
        QVERIFY(paint({.grey = true}) != qRgb(55, 245, 245));
        QCOMPARE(adjusted.renewals(), 3);
        QCOMPARE(paint({}), page.pixel(0, 0));
    }

    /// Measured, not asserted: a frame of a page of 16 megapixels on a screen of 1920 x 1200.
    void framesOfALargePage()
    {
        QImage target(1920, 1200, QImage::Format_RGB32);
        const QImage page = filled(qRgb(200, 10, 10), QSize(4600, 3450));
        PageView view = viewOf(page.size(), target.size());
        view.zoomTo(1, QPointF(960, 600));
        AdjustedPage adjusted;
        double pan = 1;
        QBENCHMARK
        {
            view.panBy(QPointF(pan, 0));
            pan = -pan;
            QPainter painter(&target);
            adjusted.paint(painter, view, page, {.contrast = 40, .grey = true});
        }
        // However large the page, only what is seen has been changed.
        QVERIFY(adjusted.renewals() > 0);
        QCOMPARE(target.pixel(960, 600) & 0xffffff, target.pixel(0, 0) & 0xffffff);
    }
};

QTEST_MAIN(TestPageAdjustment)
#include "tst_pageadjustment.moc"
