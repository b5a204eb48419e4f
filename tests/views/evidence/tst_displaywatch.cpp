#include "review/samplecase.h"
#include "views/evidence/displaywatch.h"
#include "views/widgets/documentcanvas.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
constexpr QSizeF A4(794, 1123);

QImage imageOf(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(0xffdddddd);
    return image;
}
} // namespace

/// What counts as displayed is what the canvas has really painted. Resting is made short, never waited for.
class TestDisplayWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsAFittedPageOnce();
    void waitsForTheSharpRendering();
    void countsAPageThatHasNoMoreToGive();
    void doesNotCountWhatNobodySees();
    void doesNotCountWhatIsFlickedPast();
    void countsPartsThatAreSeenOneAfterTheOther();
    void forgetsThePartsOfAnotherPage();
    void saysThatAPageIsTooSmall();

private:
    void showPage(QSize pixels, QSizeF natural = {1600, 1000});

    const Document m_document = sampleDocument(QStringLiteral("d-1"), DocumentType::Passport);
    std::unique_ptr<DocumentCanvas> m_canvas;
    DisplayWatch* m_watch = nullptr;
    std::unique_ptr<QSignalSpy> m_displayed;
    std::unique_ptr<QSignalSpy> m_settled;
};

void TestDisplayWatch::init()
{
    m_canvas = std::make_unique<DocumentCanvas>();
    m_canvas->setDebounce(std::chrono::milliseconds(0));
    m_canvas->resize(800, 600);
    m_watch = new DisplayWatch(m_canvas.get());
    m_displayed = std::make_unique<QSignalSpy>(m_watch, &DisplayWatch::pageDisplayed);
    m_settled = std::make_unique<QSignalSpy>(m_canvas.get(), &DocumentCanvas::settled);
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
}

void TestDisplayWatch::showPage(QSize pixels, QSizeF natural)
{
    m_canvas->resetView();
    m_canvas->setPage(imageOf(pixels), natural);
    m_watch->setPage(m_document, 0, 1);
}

void TestDisplayWatch::countsAFittedPageOnce()
{
    showPage({1600, 1000});
    QTRY_COMPARE(m_displayed->count(), 1);
    QVERIFY(m_displayed->first().at(0).value<Document>() == m_document);
    QCOMPARE(m_displayed->first().at(1).toInt(), 0);
    QCOMPARE(m_displayed->first().at(2).toInt(), 1);
    QCOMPARE(m_watch->progress(), DisplayWatch::Progress::Whole);
    m_canvas->zoomIn();
    QTRY_COMPARE(m_settled->count(), 2);
    QCOMPARE(m_displayed->count(), 1);
}

/// A thumbnail blown up to the size of the page shows nothing.
void TestDisplayWatch::waitsForTheSharpRendering()
{
    QSignalSpy needed(m_canvas.get(), &DocumentCanvas::resolutionNeeded);
    showPage({160, 100});
    QTRY_COMPARE(needed.count(), 1);
    QVERIFY(!m_canvas->isSharp());
    QCOMPARE(m_displayed->count(), 0);
    m_canvas->refinePage(imageOf(needed.first().first().toSize()));
    QTRY_COMPARE(m_displayed->count(), 1);
    QVERIFY(m_canvas->isSharp());
}

void TestDisplayWatch::countsAPageThatHasNoMoreToGive()
{
    QSignalSpy needed(m_canvas.get(), &DocumentCanvas::resolutionNeeded);
    showPage({160, 100});
    QTRY_COMPARE(needed.count(), 1);
    m_canvas->refinePage(imageOf({160, 100}));
    QTRY_COMPARE(m_displayed->count(), 1);
}

void TestDisplayWatch::doesNotCountWhatNobodySees()
{
    m_canvas->hide();
    showPage({1600, 1000});
    QSignalSpy needed(m_canvas.get(), &DocumentCanvas::resolutionNeeded);
    // The canvas has rested by the time that another event of no delay has come round.
    QTimer::singleShot(0, m_canvas.get(), [this] { m_canvas->setProperty("rested", true); });
    QTRY_VERIFY(m_canvas->property("rested").toBool());
    QCOMPARE(m_displayed->count(), 0);
    m_canvas->show();
    QTRY_COMPARE(m_displayed->count(), 1);
}

/// While the view moves nothing counts, however sharp it is.
void TestDisplayWatch::doesNotCountWhatIsFlickedPast()
{
    m_canvas->setDebounce(std::chrono::hours(1));
    showPage({1600, 1000});
    QVERIFY(m_canvas->grab().size().isValid());
    QVERIFY(m_canvas->isSharp());
    m_canvas->setWaiting();
    m_canvas->setDebounce(std::chrono::milliseconds(0));
    m_canvas->setPage(imageOf({1600, 1000}), {1600, 1000});
    m_watch->setPage(m_document, 1, 2);
    QTRY_COMPARE(m_displayed->count(), 1);
    QCOMPARE(m_displayed->first().at(1).toInt(), 1);
}

void TestDisplayWatch::countsPartsThatAreSeenOneAfterTheOther()
{
    showPage({3176, 4492}, A4);
    m_canvas->actualSize();
    QTRY_COMPARE(m_watch->progress(), DisplayWatch::Progress::Part);
    QCOMPARE(m_displayed->count(), 0);
    const int before = m_settled->count();
    m_canvas->movePage({0, 1000});
    QTRY_COMPARE(m_settled->count(), before + 1);
    QCOMPARE(m_displayed->count(), 0);
    m_canvas->movePage({0, -500});
    QTRY_COMPARE(m_settled->count(), before + 2);
    m_canvas->movePage({0, -500});
    QTRY_COMPARE(m_displayed->count(), 1);
}

void TestDisplayWatch::forgetsThePartsOfAnotherPage()
{
    showPage({1600, 1000});
    QTRY_COMPARE(m_displayed->count(), 1);
    m_watch->setPage(m_document, 1, 2);
    QCOMPARE(m_watch->progress(), DisplayWatch::Progress::None);
    m_watch->setNothing();
    m_canvas->zoomIn();
    QTRY_COMPARE(m_settled->count(), 2);
    QCOMPARE(m_displayed->count(), 1);
}

void TestDisplayWatch::saysThatAPageIsTooSmall()
{
    m_canvas->resize(400, 300);
    showPage({794, 1123}, A4);
    QTRY_COMPARE(m_watch->progress(), DisplayWatch::Progress::TooSmall);
    QCOMPARE(m_displayed->count(), 0);
    m_canvas->resize(1000, 1300);
    QTRY_COMPARE(m_displayed->count(), 1);
}

QTEST_MAIN(TestDisplayWatch)
#include "tst_displaywatch.moc"
