#include "core/validation.h"
#include "documents/cachingdocumentservice.h"
#include "documents/documentcheck.h"
#include "documents/workerrenderer.h"
#include "review/samplecase.h"
#include "samples.h"
#include "support/fakefinhub.h"
#include "support/outcome.h"
#include "views/documentviewer.h"
#include "views/widgets/documentcanvas.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <ctime>
#include <memory>

using namespace finhub;
using namespace finhub::documents;
using namespace finhub::views;

namespace {
constexpr QSize Photo(6000, 4000);
/// Where the photo has stripes of two pixels, which only its own pixels show.
constexpr QRect Stripes(3800, 2400, 600, 400);

QByteArray photoWithStripes()
{
    QImage picture(Photo, QImage::Format_RGB32);
    picture.fill(0xffd8d4cc);
    for (int y = Stripes.top(); y <= Stripes.bottom(); ++y) {
        auto* const row = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = Stripes.left(); x <= Stripes.right(); ++x)
            row[x] = x % 4 < 2 ? 0xff000000 : 0xffffffff;
    }
    return samples::jpeg(picture);
}

/// Counts how often the GUI thread came round to answer.
class Heartbeat : public QObject {
public:
    Heartbeat()
    {
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            ++beats;
            longest = std::max(longest, m_since.restart());
            const double now = cpuTime();
            busiest = std::max(busiest, now - m_cpuBefore);
            m_cpuBefore = now;
        });
        m_since.start();
        m_timer.start();
    }
    /// Making the documents is not what is looked at.
    void begin()
    {
        longest = 0;
        busiest = 0;
        m_since.restart();
        m_cpuBefore = cpuTime();
    }
    qint64 beats = 0;
    /// For people to read, in ms: by the clock on the wall, and what of it this thread has worked.
    qint64 longest = 0;
    double busiest = 0;

private:
    static double cpuTime()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_cpuBefore = 0;
};
} // namespace

/// Large documents through the whole viewer, decoded by the real worker: the GUI thread answers all the while.
class TestLargeDocuments : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<test::FakeFinHub> m_finHub;
    std::unique_ptr<WorkerRenderer> m_renderer;
    std::unique_ptr<CachingDocumentService> m_service;
    std::unique_ptr<DocumentViewer> m_viewer;
    std::unique_ptr<Heartbeat> m_heart;
    qint64 m_beatsAtStart = 0;
    int m_waits = 0;
    int m_unanswered = 0; ///< waits during which the GUI thread did nothing else

    DocumentCanvas* canvas() { return m_viewer->findChild<DocumentCanvas*>(QStringLiteral("documentCanvas")); }

    Document uploaded(const QString& id, DocumentType type, MimeType kind, const QByteArray& bytes)
    {
        Document document = test::sampleDocument(id, type);
        document.mimeType = kind;
        document.size = bytes.size();
        document.sha256 = sha256Of(bytes);
        if (!m_service->keep(document, bytes))
            qFatal("the document cannot be kept");
        return document;
    }
    /// Until nobody waits for anything, and the view has had its rest.
    bool settles()
    {
        m_quiet = 0;
        return QTest::qWaitFor(
            [this] {
                const bool quiet = !m_service->isBusy() && m_renderer->running() == 0;
                m_quiet = quiet ? m_quiet + 1 : 0;
                return m_quiet > 40; // turns of ten milliseconds: longer than the view rests before it asks
            },
            test::Patience);
    }
    void drag(QPoint by, int steps)
    {
        const QPoint from = canvas()->rect().center();
        QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= steps; ++i) {
            QTest::mouseMove(canvas(), from + by * i / steps);
            canvas()->repaint();
            neverMoreThanTheLatest();
        }
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, from + by);
    }
    /// No queue: what is wanted now has a worker, and what was wanted before has none.
    void neverMoreThanTheLatest()
    {
        m_mostRunning = std::max(m_mostRunning, m_renderer->running());
        m_mostWaiting = std::max(m_mostWaiting, m_renderer->waiting());
    }
    /// Dark and light pixels in a row of the screen, of those that are one or the other.
    int stripesSeen(QPoint from, int length)
    {
        const QImage image = canvas()->grab().toImage();
        int changes = 0;
        for (int x = 1; x < length; ++x)
            changes += (qGray(image.pixel(from.x() + x, from.y())) < 100) !=
                       (qGray(image.pixel(from.x() + x - 1, from.y())) < 100);
        return changes;
    }

    int m_quiet = 0;
    int m_mostRunning = 0;
    int m_mostWaiting = 0;

private Q_SLOTS:
    void init()
    {
        m_viewer.reset();
        m_finHub = std::make_unique<test::FakeFinHub>();
        m_renderer = std::make_unique<WorkerRenderer>(QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"),
                                                      std::chrono::minutes(1));
        m_service = std::make_unique<CachingDocumentService>(*m_finHub, *m_renderer);
        m_heart = std::make_unique<Heartbeat>();
        m_waits = 0;
        m_unanswered = 0;
        m_mostRunning = 0;
        m_mostWaiting = 0;
        connect(m_service.get(), &DocumentService::busyChanged, this, [this](bool busy) {
            if (busy) {
                m_beatsAtStart = m_heart->beats;
                return;
            }
            ++m_waits;
            m_unanswered += m_heart->beats == m_beatsAtStart;
        });
        m_viewer = std::make_unique<DocumentViewer>(*m_service);
        m_viewer->resize(900, 700);
        m_viewer->show();
        QVERIFY(QTest::qWaitForWindowActive(m_viewer.get()));
    }

    void cleanup()
    {
        qInfo("%d waits, longest gap between two beats %lld ms, of which at most %.0f ms of work", m_waits,
              m_heart->longest, m_heart->busiest);
        m_viewer.reset();
        m_service.reset();
        m_renderer.reset();
    }

    void photoOf24Megapixels()
    {
        const QByteArray bytes = photoWithStripes();
        const Document document = uploaded(QStringLiteral("p"), DocumentType::Passport, MimeType::Jpeg, bytes);
        m_heart->begin();
        m_viewer->setDocuments({document});
        QTRY_VERIFY_WITH_TIMEOUT(canvas()->hasPage(), test::Patience);
        // To the stripes at 100 %: what is there is shown at once, and the true pixels when they have come.
        const double ratio = canvas()->devicePixelRatioF();
        const QPointF at = canvas()->view().toViewport(QRectF(Stripes).center());
        canvas()->setZoom(1 / ratio, at);
        canvas()->movePage(QRectF(canvas()->rect()).center() - at);
        const QPoint middle = (QPointF(canvas()->rect().center()) * ratio).toPoint();
        QVERIFY(stripesSeen(middle - QPoint(100, 0), 200) < 90);
        QVERIFY(settles());
        QCOMPARE(stripesSeen(middle - QPoint(100, 0), 200), 100);
        // A small step needs no other tile.
        const int before = m_service->rendersStarted();
        drag({30, 20}, 10);
        QVERIFY(settles());
        QCOMPARE(m_service->rendersStarted(), before);
        QCOMPARE(stripesSeen(middle - QPoint(100, 0), 200), 100);
        // Away and back: what has been seen is kept.
        drag({-400, -250}, 40);
        drag({-400, -250}, 40);
        QVERIFY(settles());
        const int away = m_service->rendersStarted();
        QVERIFY(away > before);
        drag({400, 250}, 40);
        drag({400, 250}, 40);
        QVERIFY(settles());
        QCOMPARE(m_service->rendersStarted(), away);
        QCOMPARE(stripesSeen(middle - QPoint(100, 0), 200), 100);
        // Turned and mirrored the stripes lie across or along, and stay as sharp; so they do inverted.
        canvas()->flip();
        canvas()->setAdjustment({.inverted = true});
        QVERIFY(settles());
        QCOMPARE(stripesSeen(middle - QPoint(100, 0), 200), 100);
        canvas()->rotateRight();
        QVERIFY(settles());
        QCOMPARE(stripesSeen(middle - QPoint(50, 0), 100), 0);

        QVERIFY(m_waits > 0);
        QCOMPARE(m_unanswered, 0);
        QVERIFY(m_mostRunning <= WorkerRenderer::MaxWorkers);
        QVERIFY(m_service->bytesCached() <= CachingDocumentService::DefaultBudget);
    }

    void loupeOverAPhotoOf24Megapixels()
    {
        const Document document =
            uploaded(QStringLiteral("p"), DocumentType::Passport, MimeType::Jpeg, photoWithStripes());
        m_heart->begin();
        m_viewer->setDocuments({document});
        QTRY_VERIFY_WITH_TIMEOUT(canvas()->hasPage(), test::Patience);
        QVERIFY(settles());
        const QPoint at = canvas()->view().toViewport(QRectF(Stripes).center()).toPoint();
        canvas()->setLoupeOn(true);
        QTest::mouseMove(canvas(), at);
        QVERIFY(settles());
        const QPoint middle = (QPointF(at) * canvas()->devicePixelRatioF()).toPoint();
        // One may stand at the edge of what is counted.
        QVERIFY(stripesSeen(middle - QPoint(50, 0), 100) >= 49);
        QCOMPARE(m_unanswered, 0);
    }

    void pdfOf300Pages()
    {
        const QByteArray bytes = samples::pdf(300);
        const Document document =
            uploaded(QStringLiteral("b"), DocumentType::BankStatement, MimeType::Pdf, bytes);
        m_heart->begin();
        m_viewer->setDocuments({document});
        QTRY_VERIFY_WITH_TIMEOUT(canvas()->hasPage(), test::Patience);
        QVERIFY(settles());
        const auto showsPage = [this](int page) {
            const QColor middle = canvas()->grab().toImage().pixelColor(canvas()->rect().center() *
                                                                        canvas()->devicePixelRatioF());
            return middle == samples::pageColor(page);
        };
        QVERIFY(showsPage(0));

        // 90 presses, of which the last one counts.
        const int before = m_service->rendersStarted();
        for (int i = 0; i < 90; ++i) {
            QTest::keyClick(m_viewer.get(), Qt::Key_PageDown);
            neverMoreThanTheLatest();
            QVERIFY(m_renderer->waiting() <= 1);
        }
        QVERIFY(settles());
        QVERIFY(showsPage(90));
        QVERIFY(m_service->rendersStarted() - before <= 90 + 64);

        // In to 1600 %, and about.
        canvas()->setZoom(1, QRectF(canvas()->rect()).center());
        for (int i = 0; i < 20; ++i) {
            canvas()->zoomIn();
            canvas()->repaint();
            neverMoreThanTheLatest();
        }
        QCOMPARE(canvas()->zoom(), PageView::MaximumZoom);
        drag({300, 200}, 60);
        drag({-300, 100}, 60);
        QVERIFY(settles());
        QVERIFY(showsPage(90));
        // On at this zoom.
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(m_viewer.get(), Qt::Key_PageUp);
        QVERIFY(settles());
        QVERIFY(showsPage(80));

        QVERIFY(m_waits > 0);
        QCOMPARE(m_unanswered, 0);
        QVERIFY(m_mostRunning <= WorkerRenderer::MaxWorkers);
        QVERIFY(m_service->bytesCached() <= CachingDocumentService::DefaultBudget);
    }
};

QTEST_MAIN(TestLargeDocuments)
#include "tst_largedocuments.moc"
