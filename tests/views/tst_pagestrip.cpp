#include "review/samplecase.h"
#include "views/fakedocuments.h"
#include "views/pagestrip.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;
using namespace std::chrono_literals;

class TestPageStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isNotThereForOnePage();
    void rendersOnlyThePagesInSight();
    void cancelsWhatIsScrolledAway();
    void rendersNothingWhileItIsNotWanted();
    void goesOnWhenAPageIsBroken();
    void keepsItsThumbnailsForTheSameDocument();
    void asksForThePageThatIsChosen();
    void aLongWalkLeavesNothingBehind();

private:
    QListView* list() { return m_strip->findChild<QListView*>(QStringLiteral("pageList")); }
    models::PageListModel* model() { return static_cast<models::PageListModel*>(list()->model()); }
    int renders() { return m_documents->renders.count(); }
    void show(const char* id, int pages)
    {
        m_strip->setDocument(loaded(sampleDocument(QString::fromLatin1(id), DocumentType::BankStatement)),
                             pages);
        m_strip->setCurrentPage(0);
    }

    QAction m_previous{QStringLiteral("Previous page")};
    QAction m_next{QStringLiteral("Next page")};
    std::unique_ptr<FakeDocuments> m_documents;
    std::unique_ptr<PageStrip> m_strip;
};

void TestPageStrip::init()
{
    m_documents = std::make_unique<FakeDocuments>();
    m_strip = std::make_unique<PageStrip>();
    m_strip->attach(*m_documents, &m_previous, &m_next);
    m_strip->setDebounce(0ms);
    m_strip->resize(112, 500);
}

void TestPageStrip::cleanup()
{
    m_strip.reset();
    m_documents.reset();
}

void TestPageStrip::isNotThereForOnePage()
{
    show("d-1", 1);
    QVERIFY(!m_strip->isVisible());
    show("d-2", 2);
    QVERIFY(m_strip->isVisible());
    QTRY_COMPARE(renders(), 1);
    m_strip->clear();
    QVERIFY(!m_strip->isVisible());
    QCOMPARE(m_documents->renders.open(), 0);
}

void TestPageStrip::rendersOnlyThePagesInSight()
{
    m_documents->renders.answer = [](const RenderArguments& asked) { return pageOf(asked, 300); };
    show("d-1", 300);
    QTRY_VERIFY(model()->thumbnails() >= 4);
    QTRY_COMPARE(m_documents->renders.open(), 0);
    QCOMPARE(renders(), model()->thumbnails());
    QVERIFY2(renders() <= 6, qPrintable(QString::number(renders())));
    for (int i = 0; i < renders(); ++i)
        QCOMPARE(m_documents->renders.arguments(i).request.page, i);
    // No larger than what is shown.
    const QSize box = m_documents->renders.arguments(0).request.box / m_strip->devicePixelRatioF();
    QVERIFY(box.width() <= 112 && box.height() <= 112);

    list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum());
    QTRY_VERIFY(!model()->isMissing(299));
    QVERIFY(model()->isMissing(150));
}

void TestPageStrip::cancelsWhatIsScrolledAway()
{
    show("d-1", 300);
    QTRY_COMPARE(renders(), 1);
    list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum() / 2);
    QTRY_COMPARE(renders(), 2);
    QVERIFY(m_documents->renders.isAborted(0));
    const int page = m_documents->renders.arguments(1).request.page;
    QVERIFY2(page > 140 && page < 155, qPrintable(QString::number(page)));
    // A little further it is still in sight and goes on.
    list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->value() + 5);
    m_documents->renders.finish(1, pageOf(m_documents->renders.arguments(1), 300));
    QVERIFY(!model()->isMissing(page));
    QCOMPARE(m_documents->renders.open(), 1);
}

void TestPageStrip::rendersNothingWhileItIsNotWanted()
{
    m_strip->setWanted(false);
    show("d-1", 30);
    QVERIFY(m_strip->isVisible());
    QVERIFY(!list()->isVisible());
    // What was due before this has happened.
    bool later = false;
    QTimer::singleShot(0, m_strip.get(), [&later] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(renders(), 0);
    m_strip->setWanted(true);
    QTRY_COMPARE(renders(), 1);
    m_strip->setWanted(false);
    QVERIFY(m_documents->renders.isAborted(0));
}

void TestPageStrip::goesOnWhenAPageIsBroken()
{
    show("d-1", 2);
    QTRY_COMPARE(renders(), 1);
    m_documents->renders.fail(0, Error::of(ErrorKind::BrokenDocument));
    QVERIFY(model()->index(0).data(models::PageListModel::FailedRole).toBool());
    QCOMPARE(renders(), 2);
    m_documents->renders.finish(1, pageOf(m_documents->renders.arguments(1), 2));
    QCOMPARE(m_documents->renders.open(), 0);
}

void TestPageStrip::keepsItsThumbnailsForTheSameDocument()
{
    m_documents->renders.answer = [](const RenderArguments& asked) { return pageOf(asked, 3); };
    show("d-1", 3);
    QTRY_COMPARE(model()->thumbnails(), 3);
    show("d-1", 3);
    QCOMPARE(model()->thumbnails(), 3);
    QCOMPARE(renders(), 3);
    show("d-2", 3);
    QTRY_COMPARE(renders(), 6);
    QCOMPARE(m_documents->renders.lastArguments().document.document.id, DocumentId(QStringLiteral("d-2")));
}

void TestPageStrip::asksForThePageThatIsChosen()
{
    show("d-1", 12);
    QSignalSpy wanted(m_strip.get(), &PageStrip::pageWanted);
    m_strip->setCurrentPage(3);
    QCOMPARE(wanted.count(), 0);
    QCOMPARE(list()->currentIndex().row(), 3);
    QCOMPARE(m_strip->findChild<QLabel*>(QStringLiteral("pageLabel"))->text(), QStringLiteral("4 of 12"));
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toInt(), 4);
    const QRect first = list()->visualRect(model()->index(2));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, first.center());
    QCOMPARE(wanted.count(), 2);
    QCOMPARE(wanted.last().first().toInt(), 2);
}

void TestPageStrip::aLongWalkLeavesNothingBehind()
{
    show("d-1", 300);
    QScrollBar* bar = list()->verticalScrollBar();
    for (int value = 0; value <= bar->maximum(); value += 40)
        bar->setValue(value);
    QTRY_VERIFY(m_documents->renders.open() == 1);
    // While the list moved nothing was begun; only what it came to rest at.
    QCOMPARE(renders(), 1);
    QVERIFY(m_documents->renders.arguments(0).request.page > 280);
}

QTEST_MAIN(TestPageStrip)
#include "tst_pagestrip.moc"
