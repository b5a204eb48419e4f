#include "review/samplecase.h"
#include "views/fakedocuments.h"
#include "views/pageoncanvas.h"
#include "views/widgets/documentcanvas.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;
using namespace std::chrono_literals;

namespace {
/// Lets the timers of a canvas without delay run out, twice over.
void rest()
{
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
}

/// What an honest worker would answer for an A4 page or a part of it.
documents::RenderedPage honest(const RenderArguments& asked, int pages)
{
    documents::RenderedPage page = pageOf(asked, pages);
    page.whole = asked.request.box;
    page.region = asked.request.region;
    if (!page.region.isEmpty()) {
        page.image = QImage(page.region.size(), QImage::Format_RGB32);
        page.image.fill(Qt::white);
    }
    return page;
}
} // namespace

class TestPageOnCanvas : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDocuments> m_documents;
    std::unique_ptr<DocumentCanvas> m_canvas;
    std::unique_ptr<PageOnCanvas> m_pages;

    documents::RenderRequest lastRequest() { return m_documents->renders.lastArguments().request; }
    bool answerLast(int pages = 300)
    {
        return m_documents->renders.finishLast(honest(m_documents->renders.lastArguments(), pages));
    }
    void showFirstPage()
    {
        m_pages->setDocument(loaded(sampleDocument(QStringLiteral("p"), DocumentType::BankStatement)));
        m_pages->showPage(0);
        QVERIFY(answerLast());
        rest();
        QCOMPARE(m_documents->renders.open(), 0);
    }

private Q_SLOTS:
    void init()
    {
        m_pages.reset();
        m_documents = std::make_unique<FakeDocuments>();
        m_canvas = std::make_unique<DocumentCanvas>();
        m_canvas->setDebounce(0ms);
        m_canvas->resize(600, 480);
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
        m_pages = std::make_unique<PageOnCanvas>(*m_documents, m_canvas.get());
    }

    void showsAPage()
    {
        QSignalSpy shown(m_pages.get(), &PageOnCanvas::shown);
        QSignalSpy busy(m_pages.get(), &PageOnCanvas::busyChanged);
        m_pages->showPage(0);
        QCOMPARE(m_documents->renders.count(), 0); // of no document
        showFirstPage();
        QCOMPARE(shown.count(), 1);
        QVERIFY(m_canvas->hasPage());
        QCOMPARE(m_pages->pageCount(), 300);
        QCOMPARE(busy.last().first().toBool(), false);
    }

    void onlyTheLatestPageIsRendered()
    {
        showFirstPage();
        const int before = m_documents->renders.count();
        QSignalSpy shown(m_pages.get(), &PageOnCanvas::shown);
        for (int i = 0; i < 50; ++i)
            m_pages->turn(1);
        QCOMPARE(m_pages->wantedPage(), 50);
        QCOMPARE(m_documents->renders.count(), before + 50);
        QCOMPARE(m_documents->renders.open(), 1);
        QVERIFY(answerLast());
        QCOMPARE(shown.count(), 1);
        QCOMPARE(m_pages->page(), 50);
        m_pages->turn(-51);
        QCOMPARE(m_documents->renders.open(), 0);
    }

    void tilesFollowTheLatestWish()
    {
        showFirstPage();
        m_canvas->setZoom(16, QPointF(300, 240));
        QTRY_COMPARE(m_documents->renders.open(), 1);
        QVERIFY(!lastRequest().region.isEmpty());
        // A tile for every rest of the view, and never more than one under way.
        int asked = m_documents->renders.count();
        for (int i = 0; i < 20; ++i) {
            m_canvas->movePage(QPointF(i % 2 ? 900 : -1500, -150));
            rest();
            QVERIFY(m_documents->renders.open() <= 1);
            QVERIFY(m_documents->renders.count() <= ++asked);
        }
        QVERIFY(answerLast());
        const QRect region = lastRequest().region;
        const QPointF middle = m_canvas->view().toPage(QPointF(300, 240)) * 16 * m_canvas->devicePixelRatioF();
        QVERIFY(region.contains(middle.toPoint()));
        int aborted = 0;
        for (int i = 0; i < m_documents->renders.count(); ++i)
            aborted += m_documents->renders.isAborted(i);
        QCOMPARE(aborted, m_documents->renders.count() - 2 - m_documents->renders.open());
    }

    void manyMovesWithoutARestAreOneTile()
    {
        showFirstPage();
        const int before = m_documents->renders.count();
        m_canvas->setZoom(16, QPointF(300, 240));
        for (int i = 0; i < 200; ++i)
            m_canvas->movePage(QPointF(-20, -20));
        rest();
        QCOMPARE(m_documents->renders.count(), before + 1);
    }

    void anotherPageEndsTheTileOfThisOne()
    {
        showFirstPage();
        m_canvas->setZoom(16, QPointF(300, 240));
        QTRY_COMPARE(m_documents->renders.open(), 1);
        const int tile = m_documents->renders.count() - 1;
        m_pages->showPage(7);
        QVERIFY(m_documents->renders.isAborted(tile));
        QCOMPARE(lastRequest().page, 7);
        // The page is rendered to move about in, not in all the pixels of 1600 %.
        QVERIFY(qint64(lastRequest().box.width()) * lastRequest().box.height() <= 4'000'000);
        // Moving what is still on the screen does not take the place of what was wanted.
        m_canvas->movePage(QPointF(-5000, 0));
        rest();
        QCOMPARE(lastRequest().page, 7);
        QVERIFY(answerLast());
        QCOMPARE(m_pages->page(), 7);
        QTRY_VERIFY(!lastRequest().region.isEmpty());
        QCOMPARE(lastRequest().page, 7);
    }

    void whatCannotBeSharpenedStays()
    {
        showFirstPage();
        QSignalSpy failed(m_pages.get(), &PageOnCanvas::failed);
        m_canvas->setZoom(16, QPointF(300, 240));
        for (int i = 0; i < 5; ++i) {
            m_canvas->movePage(QPointF(-900, -900));
            rest();
            if (m_documents->renders.open() > 0)
                m_documents->renders.failLast(Error::of(ErrorKind::BrokenDocument));
        }
        QVERIFY(m_canvas->hasPage());
        QCOMPARE(failed.count(), 0);
        // Once the tile, once the page around it.
        QCOMPARE(m_documents->renders.count(), 3);
    }

    void saysWhyAPageCannotBeShown()
    {
        showFirstPage();
        QSignalSpy failed(m_pages.get(), &PageOnCanvas::failed);
        m_pages->showPage(3);
        m_documents->renders.failLast(Error::of(ErrorKind::BrokenDocument));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(m_pages->page(), 0);
    }

    void letsGoOfTheDocument()
    {
        showFirstPage();
        m_pages->showPage(3);
        m_pages->setDocument(std::nullopt);
        QCOMPARE(m_documents->renders.open(), 0);
        QCOMPARE(m_pages->pageCount(), 0);
        m_canvas->setZoom(16, QPointF(300, 240));
        rest();
        QCOMPARE(m_documents->renders.open(), 0);
    }
};

QTEST_MAIN(TestPageOnCanvas)
#include "tst_pageoncanvas.moc"
