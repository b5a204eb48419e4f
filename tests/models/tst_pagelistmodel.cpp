#include "models/pagelistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace finhub::models;

namespace {
QImage thumbnail()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(0);
    return image;
}
} // namespace

class TestPageListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasARowForEveryPage()
    {
        PageListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setPageCount(300);
        QCOMPARE(model.rowCount(), 300);
        QCOMPARE(model.index(299).data().toInt(), 300);
        QVERIFY(model.isMissing(299));
        QVERIFY(!model.isMissing(300));
        QVERIFY(!model.isMissing(-1));
        model.setThumbnail(4, thumbnail());
        model.setFailed(5);
        // Another document has nothing of this one.
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setPageCount(7);
        QCOMPARE(model.rowCount(), 7);
        QVERIFY(model.isMissing(4));
        QVERIFY(model.isMissing(5));
        QCOMPARE(reset.count(), 0);
        model.setPageCount(0);
        QCOMPARE(model.rowCount(), 0);
    }

    void tellsWhatHasChanged()
    {
        PageListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPageCount(3);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setThumbnail(1, thumbnail());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.last().first().toModelIndex().row(), 1);
        QVERIFY(!model.index(1).data(PageListModel::ThumbnailRole).value<QImage>().isNull());
        QVERIFY(!model.isMissing(1));
        model.setFailed(2);
        QVERIFY(model.index(2).data(PageListModel::FailedRole).toBool());
        QVERIFY(!model.isMissing(2));
        // A late answer for a document that has gone.
        model.setThumbnail(3, thumbnail());
        model.setThumbnail(-1, thumbnail());
        model.setFailed(99);
        QCOMPARE(changed.count(), 2);
    }

    void marksWhatHasBeenDisplayed()
    {
        PageListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPageCount(4);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setDisplayed({0, 2, 9});
        QCOMPARE(changed.count(), 2);
        QVERIFY(model.index(2).data(PageListModel::DisplayedRole).toBool());
        QVERIFY(!model.index(1).data(PageListModel::DisplayedRole).toBool());
        model.setDisplayed({2, 3});
        QCOMPARE(changed.count(), 4); // only what is another now
        QVERIFY(!model.index(0).data(PageListModel::DisplayedRole).toBool());
        model.setPageCount(4);
        QVERIFY(!model.index(2).data(PageListModel::DisplayedRole).toBool());
    }

    void keepsOnlyWhatIsNear()
    {
        PageListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPageCount(300);
        for (int page = 0; page < 300; ++page) {
            model.setThumbnail(page, thumbnail());
            QVERIFY(model.thumbnails() <= PageListModel::MostThumbnails);
        }
        QVERIFY(model.isMissing(0));
        QVERIFY(!model.isMissing(299));
        QVERIFY(!model.isMissing(300 - PageListModel::MostThumbnails));
        QVERIFY(model.isMissing(299 - PageListModel::MostThumbnails));
    }
};

QTEST_GUILESS_MAIN(TestPageListModel)
#include "tst_pagelistmodel.moc"
