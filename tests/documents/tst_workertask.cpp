#include "documents/pagegeometry.h"
#include "documents/workerprotocol.h"
#include "documents/workertask.h"

#include <QTest>

using namespace finhub;
using namespace finhub::documents;

class TestWorkerTask : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void arguments();
    void answerSize();
};

void TestWorkerTask::arguments()
{
    const auto line = [](MimeType kind, int page, const QSize& box) {
        return WorkerTask{{}, kind, {page, box}}.arguments().join(u' ');
    };
    QCOMPARE(line(MimeType::Pdf, 3, {800, 600}), QStringLiteral("pdf 3 800 600"));
    QCOMPARE(line(MimeType::Jpeg, 0, {}), QStringLiteral("jpeg 0 0 0"));
    QCOMPARE(line(MimeType::Png, 0, {-5, 10}), QStringLiteral("png 0 0 0"));
}

void TestWorkerTask::answerSize()
{
    const auto size = [](const QSize& box) { return WorkerTask{{}, MimeType::Pdf, {0, box}}.answerSize(); };
    QCOMPARE(size({10, 20}), PixelOffset + 800);
    QCOMPARE(size({}), PixelOffset + MaxOutputPixels * 4);
    QCOMPARE(size({2'000'000'000, 2'000'000'000}), PixelOffset + MaxOutputPixels * 4);
}

QTEST_APPLESS_MAIN(TestWorkerTask)
#include "tst_workertask.moc"
