#include "documents/pagegeometry.h"
#include "documents/workerprotocol.h"
#include "documents/workertask.h"

#include <QTest>

using namespace finhub;
using namespace finhub::documents;

class TestWorkerTask : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void order();
    void answerSize();
};

void TestWorkerTask::order()
{
    const auto numbers = [](const WorkerTask& task) {
        const WorkerOrder order = task.order();
        return QList<qint64>{order.magic, order.version, order.kind, order.page, order.width, order.height,
                             order.regionLeft, order.regionTop, order.regionWidth, order.regionHeight};
    };
    const auto expected = [](WorkerJobKind kind, int page, int width, int height,
                             const QList<qint64>& region = {0, 0, 0, 0}) {
        return QList<qint64>{OrderMagic, OrderVersion, static_cast<qint64>(kind), page, width, height} + region;
    };
    QCOMPARE(numbers({{}, MimeType::Pdf, {3, {800, 600}}}), expected(WorkerJobKind::PdfPage, 3, 800, 600));
    QCOMPARE(numbers({{}, MimeType::Jpeg, {0, {}}}), expected(WorkerJobKind::JpegPage, 0, 0, 0));
    QCOMPARE(numbers({{}, MimeType::Png, {0, {-5, 10}}}), expected(WorkerJobKind::PngPage, 0, 0, 0));
    QCOMPARE(numbers({{}, MimeType::Pdf, {1, {}}, TextDetail::Text}),
             expected(WorkerJobKind::PdfText, 1, 0, 0));
    QCOMPARE(numbers({{}, MimeType::Pdf, {1, {}}, TextDetail::Places}),
             expected(WorkerJobKind::PdfPlaces, 1, 0, 0));
    const RenderRequest part{.page = 2, .box = {9000, 9000}, .region = {10, 20, 30, 40}};
    QCOMPARE(numbers({{}, MimeType::Pdf, part}),
             expected(WorkerJobKind::PdfPage, 2, 9000, 9000, {10, 20, 30, 40}));
    const RenderRequest nothing{.page = 2, .box = {9000, 9000}, .region = {10, 20, -30, 40}};
    QCOMPARE(numbers({{}, MimeType::Pdf, nothing}), expected(WorkerJobKind::PdfPage, 2, 9000, 9000));
    QCOMPARE((WorkerTask{{}, MimeType::Unknown, {}}.order().kind), 0U);
}

void TestWorkerTask::answerSize()
{
    const auto size = [](const QSize& box) { return WorkerTask{{}, MimeType::Pdf, {0, box}}.answerSize(); };
    QCOMPARE(size({10, 20}), PixelOffset + 800);
    QCOMPARE(size({}), PixelOffset + MaxOutputPixels * 4);
    QCOMPARE(size({2'000'000'000, 2'000'000'000}), PixelOffset + MaxOutputPixels * 4);
    const RenderRequest part{.page = 0, .box = {9000, 9000}, .region = {10, 20, 30, 40}};
    QCOMPARE((WorkerTask{{}, MimeType::Pdf, part}.answerSize()), PixelOffset + 30 * 40 * 4);
}

QTEST_APPLESS_MAIN(TestWorkerTask)
#include "tst_workertask.moc"
