#include "documents/pagegeometry.h"
#include "documents/workeranswer.h"
#include "documents/workerprotocol.h"
#include "writablemapping.h"

#include <QTest>

#include <cstring>
#include <functional>
#include <limits>

using namespace finhub;
using namespace finhub::documents;

namespace {

constexpr QSize Box{40, 40};

// A page of 20 x 10 pixels as an honest worker answers it.
WorkerAnswer honest(MimeType kind)
{
    WorkerAnswer answer{};
    answer.magic = AnswerMagic;
    answer.version = AnswerVersion;
    answer.width = kind == MimeType::Pdf ? 40 : 20;
    answer.height = kind == MimeType::Pdf ? 20 : 10;
    answer.stride = answer.width * 4;
    answer.format = static_cast<quint32>(PixelFormat::Rgb32);
    answer.pageCount = kind == MimeType::Pdf ? 3 : 1;
    answer.pageWidth = 20;
    answer.pageHeight = 10;
    return answer;
}

SealedMemory memoryWith(const WorkerAnswer& answer, qint64 size)
{
    std::optional<SealedMemory> memory = SealedMemory::ofSize(size);
    const WritableMapping writer(memory->fd(), size);
    std::memset(writer.data(), 0x5A, static_cast<std::size_t>(size));
    std::memcpy(writer.data(), &answer, sizeof answer);
    return std::move(*memory);
}

Result<RenderedPage> read(const WorkerAnswer& answer, MimeType kind, int exitCode = 0, int page = 0)
{
    const WorkerTask task{{}, kind, {.page = page, .box = Box}};
    return readAnswer(memoryWith(answer, task.answerSize()), exitCode, task);
}

// 30 x 20 pixels of a page of 20 x 10 points that would have 400 x 200; cut off at its right edge.
const RenderRequest Part{.page = 1, .box = {400, 400}, .region = {380, 100, 30, 20}};

WorkerAnswer honestPart()
{
    WorkerAnswer answer = honest(MimeType::Pdf);
    answer.width = 20;
    answer.height = 20;
    answer.stride = 80;
    return answer;
}

Result<RenderedPage> readPart(const WorkerAnswer& answer)
{
    const WorkerTask task{{}, MimeType::Pdf, Part};
    return readAnswer(memoryWith(answer, task.answerSize()), 0, task);
}

using Change = std::function<void(WorkerAnswer&)>;

} // namespace

class TestWorkerAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void honestAnswer();
    void pixelsOutliveEverythingElse();
    void lies_data();
    void lies();
    void honestRegion();
    void liesAboutARegion_data();
    void liesAboutARegion();
    void pageOutsideOfDocument();
    void memoryTooShort();
    void memoryStillMapped();
    void exitCodes_data();
    void exitCodes();
    void numberOfRefusal_data();
    void numberOfRefusal();
    void numberThatNoHonestWorkerTells_data();
    void numberThatNoHonestWorkerTells();
};

void TestWorkerAnswer::honestAnswer()
{
    const Result<RenderedPage> image = read(honest(MimeType::Png), MimeType::Png);
    QVERIFY(image);
    QCOMPARE(image->image.size(), QSize(20, 10));
    QCOMPARE(image->image.format(), QImage::Format_RGB32);
    QCOMPARE(image->pageSize, QSizeF(20, 10));
    QCOMPARE(image->pageCount, 1);

    WorkerAnswer transparent = honest(MimeType::Pdf);
    transparent.format = static_cast<quint32>(PixelFormat::Argb32Premultiplied);
    const Result<RenderedPage> page = read(transparent, MimeType::Pdf, 0, 2);
    QVERIFY(page);
    QCOMPARE(page->image.size(), QSize(40, 20));
    QCOMPARE(page->image.format(), QImage::Format_ARGB32_Premultiplied);
    QCOMPARE(page->page, 2);
    QCOMPARE(page->pageCount, 3);
}

void TestWorkerAnswer::pixelsOutliveEverythingElse()
{
    QImage image = read(honest(MimeType::Png), MimeType::Png)->image;
    QCOMPARE(image.pixel(19, 9), QRgb(0xFF5A5A5A));
    const QImage copy = image;
    image.fill(0); // detaches instead of writing to memory that is only to be read
    QCOMPARE(copy.pixel(19, 9), QRgb(0xFF5A5A5A));
}

void TestWorkerAnswer::lies_data()
{
    QTest::addColumn<MimeType>("kind");
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, MimeType kind, Change change) {
        QTest::newRow(name) << kind << std::move(change);
    };
    const MimeType png = MimeType::Png;
    const MimeType pdf = MimeType::Pdf;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    row("no magic", png, [](WorkerAnswer& a) { a.magic = 0; });
    row("other version", png, [](WorkerAnswer& a) { a.version = 2; });
    row("no pages", png, [](WorkerAnswer& a) { a.pageCount = 0; });
    row("image of two pages", png, [](WorkerAnswer& a) { a.pageCount = 2; });
    row("a million pages", pdf, [](WorkerAnswer& a) { a.pageCount = 1'000'000; });
    row("501 pages", pdf, [](WorkerAnswer& a) { a.pageCount = 501; });
    row("negative page count", pdf, [](WorkerAnswer& a) { a.pageCount = 0xFFFFFFFF; });
    row("no width", png, [](WorkerAnswer& a) { a.width = 0; });
    row("wider", png, [](WorkerAnswer& a) { a.width = 21; });
    row("higher", png, [](WorkerAnswer& a) { a.height = 11; });
    row("wider than an int", png, [](WorkerAnswer& a) { a.width = 0xFFFFFFFF; });
    row("huge", png, [](WorkerAnswer& a) { a.width = a.height = 30000, a.stride = 120000; });
    row("larger than the box", png, [](WorkerAnswer& a) {
        a.width = 400, a.height = 200, a.stride = 1600, a.pageWidth = 400, a.pageHeight = 200;
    });
    row("enlarged image", png, [](WorkerAnswer& a) { a.width = 40, a.height = 20, a.stride = 160; });
    row("short stride", png, [](WorkerAnswer& a) { a.stride = 4; });
    row("long stride", png, [](WorkerAnswer& a) { a.stride = 0x40000000; });
    row("no format", png, [](WorkerAnswer& a) { a.format = 0; });
    row("indexed format", png, [](WorkerAnswer& a) { a.format = 3; });
    row("page without size", pdf, [](WorkerAnswer& a) { a.pageWidth = 0; });
    row("negative page", pdf, [](WorkerAnswer& a) { a.pageWidth = -20, a.pageHeight = -10; });
    row("page of no number", pdf, [nan](WorkerAnswer& a) { a.pageWidth = nan; });
    row("endless page", pdf, [](WorkerAnswer& a) { a.pageWidth = 1e308, a.pageHeight = 5e307; });
    row("vanishing page", pdf, [](WorkerAnswer& a) { a.pageWidth = 2e-308, a.pageHeight = 1e-308; });
    row("page of other shape", pdf, [](WorkerAnswer& a) { a.pageWidth = 10, a.pageHeight = 20; });
}

void TestWorkerAnswer::lies()
{
    QFETCH(MimeType, kind);
    QFETCH(Change, change);
    WorkerAnswer answer = honest(kind);
    QVERIFY(read(answer, kind));
    change(answer);
    const Result<RenderedPage> page = read(answer, kind);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::BrokenDocument);
    QCOMPARE(page.error().documentFault, DocumentFault::WorkerFailed);
}

void TestWorkerAnswer::honestRegion()
{
    const Result<RenderedPage> page = readPart(honestPart());
    QVERIFY(page);
    QCOMPARE(page->image.size(), QSize(20, 20));
    QCOMPARE(page->whole, QSize(400, 200));
    QCOMPARE(page->region, QRect(380, 100, 20, 20));
    const Result<RenderedPage> all = read(honest(MimeType::Pdf), MimeType::Pdf);
    QCOMPARE(all->whole, all->image.size());
    QVERIFY(all->region.isEmpty());
}

void TestWorkerAnswer::liesAboutARegion_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << std::move(change); };
    row("all that was asked for", [](WorkerAnswer& a) { a.width = 30, a.stride = 120; });
    row("less", [](WorkerAnswer& a) { a.width = 19, a.stride = 76; });
    row("the whole page", [](WorkerAnswer& a) { a.width = 400, a.height = 200, a.stride = 1600; });
    row("page without the region", [](WorkerAnswer& a) { a.pageWidth = 1, a.pageHeight = 1000; });
    row("wider than an int", [](WorkerAnswer& a) { a.width = 0xFFFFFFFF; });
}

void TestWorkerAnswer::liesAboutARegion()
{
    QFETCH(Change, change);
    WorkerAnswer answer = honestPart();
    change(answer);
    const Result<RenderedPage> page = readPart(answer);
    QVERIFY(!page);
    QCOMPARE(page.error().documentFault, DocumentFault::WorkerFailed);
}

void TestWorkerAnswer::pageOutsideOfDocument()
{
    QVERIFY(read(honest(MimeType::Pdf), MimeType::Pdf, 0, 2));
    QVERIFY(!read(honest(MimeType::Pdf), MimeType::Pdf, 0, 3));
    QVERIFY(!read(honest(MimeType::Pdf), MimeType::Pdf, 0, -1));
}

// Cannot happen with memory that the console made, so nothing hangs on it being right elsewhere.
void TestWorkerAnswer::memoryTooShort()
{
    const WorkerTask task{{}, MimeType::Png, {.page = 0, .box = Box}};
    for (const qint64 size : {qint64(sizeof(WorkerAnswer)), PixelOffset, PixelOffset + 799}) {
        const Result<RenderedPage> page = readAnswer(memoryWith(honest(MimeType::Png), size), 0, task);
        QVERIFY(!page);
        QCOMPARE(page.error().documentFault, DocumentFault::WorkerFailed);
    }
    QVERIFY(readAnswer(memoryWith(honest(MimeType::Png), PixelOffset + 800), 0, task));
}

void TestWorkerAnswer::memoryStillMapped()
{
    const WorkerTask task{{}, MimeType::Png, {.page = 0, .box = Box}};
    SealedMemory memory = memoryWith(honest(MimeType::Png), task.answerSize());
    const WritableMapping writer(memory.fd(), memory.size());
    QVERIFY(writer.isValid());
    const Result<RenderedPage> page = readAnswer(std::move(memory), 0, task);
    QVERIFY(!page);
    QCOMPARE(page.error().documentFault, DocumentFault::WorkerFailed);
}

void TestWorkerAnswer::exitCodes_data()
{
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<DocumentFault>("fault");
    const auto row = [](const char* name, WorkerExit exit, DocumentFault fault) {
        QTest::newRow(name) << static_cast<int>(exit) << fault;
    };
    row("bad request", WorkerExit::BadRequest, DocumentFault::WorkerFailed);
    row("no walls", WorkerExit::NoWalls, DocumentFault::WorkerMissing);
    row("unsupported kind", WorkerExit::UnsupportedKind, DocumentFault::UnsupportedKind);
    row("unreadable", WorkerExit::Unreadable, DocumentFault::Unreadable);
    row("no such page", WorkerExit::NoSuchPage, DocumentFault::Unreadable);
    row("too many pixels", WorkerExit::TooManyPixels, DocumentFault::TooLarge);
    row("too many pages", WorkerExit::TooManyPages, DocumentFault::TooLarge);
    row("out of memory", WorkerExit::OutOfMemory, DocumentFault::TooLarge);
    QTest::newRow("loader failed") << 127 << DocumentFault::WorkerMissing;
    QTest::newRow("sanitizer report") << 1 << DocumentFault::WorkerFailed;
    QTest::newRow("anything else") << 255 << DocumentFault::WorkerFailed;
}

void TestWorkerAnswer::exitCodes()
{
    QFETCH(int, exitCode);
    WorkerAnswer answer = honest(MimeType::Pdf);
    answer.number = MaxPagePixels + 1; // too many of whatever is counted
    const Result<RenderedPage> page = read(answer, MimeType::Pdf, exitCode);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::BrokenDocument);
    QTEST(page.error().documentFault, "fault");
}

void TestWorkerAnswer::numberOfRefusal_data()
{
    QTest::addColumn<MimeType>("kind");
    QTest::addColumn<WorkerExit>("exit");
    QTest::addColumn<quint64>("number");
    QTest::addColumn<DocumentExcess>("excess");
    QTest::addColumn<QString>("technical");
    const auto row = [](const char* name, MimeType kind, WorkerExit exit, DocumentMeasure measure,
                        qint64 number, qint64 limit, const char* technical) {
        QTest::newRow(name) << kind << exit << static_cast<quint64>(number)
                            << DocumentExcess{measure, number, limit} << QString::fromLatin1(technical);
    };
    row("pixels of an image", MimeType::Png, WorkerExit::TooManyPixels, DocumentMeasure::Pixels, 900'000'000,
        MaxPagePixels, "900000000 pixels");
    row("one pixel of a PDF", MimeType::Pdf, WorkerExit::TooManyPixels, DocumentMeasure::Pixels,
        MaxPagePixels + 1, MaxPagePixels, "100000001 pixels");
    row("the most pixels", MimeType::Jpeg, WorkerExit::TooManyPixels, DocumentMeasure::Pixels,
        static_cast<qint64>(MaxRefusedNumber), MaxPagePixels, "1000000000000000000 pixels");
    row("pages", MimeType::Pdf, WorkerExit::TooManyPages, DocumentMeasure::Pages, 1204, MaxPages,
        "1204 pages");
    row("one page", MimeType::Pdf, WorkerExit::TooManyPages, DocumentMeasure::Pages, 501, MaxPages,
        "501 pages");
}

void TestWorkerAnswer::numberOfRefusal()
{
    QFETCH(MimeType, kind);
    QFETCH(WorkerExit, exit);
    QFETCH(quint64, number);
    QFETCH(DocumentExcess, excess);
    WorkerAnswer answer = honest(kind);
    answer.number = number;
    const Error error = read(answer, kind, static_cast<int>(exit)).error();
    QCOMPARE(error.documentFault, DocumentFault::TooLarge);
    QVERIFY(error.documentExcess == excess);
    QTEST(error.technical, "technical");

    // Whoever asked for the text is told the same.
    const WorkerTask text{{}, kind, {0, Box}, TextDetail::Text};
    const Result<PageText> page =
        readTextAnswer(memoryWith(answer, text.answerSize()), static_cast<int>(exit), text);
    QVERIFY(!page);
    QVERIFY(page.error().documentExcess == excess);
}

void TestWorkerAnswer::numberThatNoHonestWorkerTells_data()
{
    QTest::addColumn<MimeType>("kind");
    QTest::addColumn<WorkerExit>("exit");
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, MimeType kind, WorkerExit exit, Change change) {
        QTest::newRow(name) << kind << exit << std::move(change);
    };
    const WorkerExit pages = WorkerExit::TooManyPages;
    const WorkerExit pixels = WorkerExit::TooManyPixels;
    row("no header", MimeType::Pdf, pages, [](WorkerAnswer& a) { a.magic = 0; });
    row("no pages", MimeType::Pdf, pages, [](WorkerAnswer& a) { a.number = 0; });
    row("as many pages as may be", MimeType::Pdf, pages, [](WorkerAnswer& a) { a.number = MaxPages; });
    row("more pages than can be counted", MimeType::Pdf, pages,
        [](WorkerAnswer& a) { a.number = 1UL << 31; });
    row("no number of pages", MimeType::Pdf, pages, [](WorkerAnswer& a) { a.number = ~quint64(0); });
    row("pages of an image", MimeType::Png, pages, [](WorkerAnswer& a) { a.number = 501; });
    row("no pixels", MimeType::Png, pixels, [](WorkerAnswer& a) { a.number = 0; });
    row("as many pixels as may be", MimeType::Png, pixels, [](WorkerAnswer& a) { a.number = MaxPagePixels; });
    row("negative pixels", MimeType::Png, pixels, [](WorkerAnswer& a) { a.number = quint64(1) << 63; });
    row("more pixels than are told", MimeType::Pdf, pixels,
        [](WorkerAnswer& a) { a.number = MaxRefusedNumber + 1; });
}

void TestWorkerAnswer::numberThatNoHonestWorkerTells()
{
    QFETCH(MimeType, kind);
    QFETCH(WorkerExit, exit);
    QFETCH(Change, change);
    WorkerAnswer answer = honest(kind);
    answer.number = MaxPagePixels + 1;
    change(answer);
    const Error error = read(answer, kind, static_cast<int>(exit)).error();
    QCOMPARE(error.documentFault, DocumentFault::WorkerFailed);
    QVERIFY(!error.documentExcess);
}

QTEST_APPLESS_MAIN(TestWorkerAnswer)
#include "tst_workeranswer.moc"
