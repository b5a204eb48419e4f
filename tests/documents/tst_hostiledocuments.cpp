#include "childrenusage.h"
#include "core/validation.h"
#include "documents/workerprocess.h"
#include "documents/workerrenderer.h"
#include "hostile.h"
#include "peakmemory.h"
#include "support/outcome.h"

#include <QTest>

#include <signal.h>

#include <memory>
#include <random>
#include <vector>

using namespace finhub;
using namespace finhub::documents;
using Rendering = test::Outcome<RenderedPage>;

/// The real worker on documents that mean no good. The console must come through every one of them with a
/// page or with ErrorKind::BrokenDocument, hardly feel it, and be able to render the next one; the worker
/// must end within its limits.
class TestHostileDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bombs_data();
    void bombs();
    void openBrackets();
    void carriesTheNumber_data();
    void carriesTheNumber();
    void textOfBombs_data();
    void textOfBombs();
    void deepPdfPage();
    void workWithoutEnd_data();
    void workWithoutEnd();
    void largestPicturesAllowed_data();
    void largestPicturesAllowed();
    void longTexts_data();
    void longTexts();
    void truncated_data();
    void truncated();
    void flippedBits_data();
    void flippedBits();
    void mangled_data();
    void mangled();
    void jpegWithoutItsEnd();
    void outOfMemory();
    void killedAtWork();
    void hangs();

private:
    CallPtr<RenderedPage> render(const QByteArray& bytes, const RenderRequest& request = {})
    {
        return m_renderer.render(bytes, kindByContent(bytes), request);
    }
    void survives(const QList<QByteArray>& variants);
    // Those at work, or dying; not those that wait in the pool.
    QList<WorkerProcess*> workers() const
    {
        return m_renderer.findChildren<WorkerProcess*>(QString(), Qt::FindDirectChildrenOnly);
    }

    std::optional<test::PeakMemory> m_memory;
    test::ChildrenUsage m_usage;
    int m_started = 0;

    // On a busy machine the clock on the wall says little; the limit on CPU time holds as ever.
    WorkerRenderer m_renderer{QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"),
                              std::chrono::minutes(1)};
};

namespace {

QByteArray honest(const QByteArray& kind)
{
    if (kind == "pdf")
        return samples::pdfWithText();
    if (kind == "pdf with an image")
        return samples::pdfWithImage(100, "/FlateDecode", samples::deflated(QByteArray(10'000, 'x')));
    const QImage image = samples::quarters({200, 150});
    return kind == "png" ? samples::png(image) : samples::jpeg(image, kind == "progressive jpeg");
}

void honestKinds()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char* kind : {"pdf", "pdf with an image", "png", "jpeg", "progressive jpeg"})
        QTest::newRow(kind) << honest(kind);
}

} // namespace

void TestHostileDocuments::init()
{
    m_memory.emplace();
    m_usage = test::ChildrenUsage::now();
    m_started = m_renderer.pool().started();
}

// Whatever happened, this process has hardly felt it, the worker has ended and kept to its limits, and the
// next document is readable.
void TestHostileDocuments::cleanup()
{
#ifndef FINHUB_SANITIZED // AddressSanitizer keeps what was freed
    QVERIFY(m_memory->works());
    constexpr double Megabytes = 80;
    QVERIFY2(m_memory->megabytes() < Megabytes, qPrintable(QString::number(m_memory->megabytes())));
#endif
    Rendering page(render(samples::png(samples::quarters({8, 8}))));
    QTRY_VERIFY_WITH_TIMEOUT(page.hasValue(), test::Patience);
    QTRY_VERIFY_WITH_TIMEOUT(workers().isEmpty(), test::Patience);
    QCOMPARE(m_renderer.running() + m_renderer.waiting(), 0);

    const test::ChildrenUsage usage = test::ChildrenUsage::now();
    constexpr double SecondsEach = 5 + 1; // the kernel looks once a tick, and ending takes a moment
    const int started = m_renderer.pool().started() - m_started + WorkerRenderer::MaxReady;
    QVERIFY2(usage.cpuSeconds - m_usage.cpuSeconds < SecondsEach * started,
             qPrintable(QString::number(usage.cpuSeconds - m_usage.cpuSeconds)));
#ifndef FINHUB_SANITIZED
    constexpr double AddressSpace = 512;
    QVERIFY2(usage.mostMegabytes < AddressSpace, qPrintable(QString::number(usage.mostMegabytes)));
#endif
}

void TestHostileDocuments::bombs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<DocumentFault>("fault");
    QTest::newRow("PDF page of a square kilometre")
        << samples::pdfWithBox("0 0 1000000000 1000000000") << DocumentFault::TooLarge;
    QTest::newRow("PDF whose page tree contains itself")
        << samples::pdfThatContainsItself()
        << DocumentFault::WorkerFailed; // never comes back; ended from outside
    QTest::newRow("PDF that claims a million pages")
        << samples::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1000000>>",
                           "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"})
        << DocumentFault::Unreadable;
    QTest::newRow("PDF that is its header alone") << QByteArray("%PDF-1.7\n") << DocumentFault::Unreadable;
    QTest::newRow("PNG of 30,000 x 30,000, the header alone")
        << samples::pngOfZeros(30000, 30000, 2, 0) << DocumentFault::TooLarge;
    QTest::newRow("PNG of 30,000 x 30,000 with all its pixels")
        << samples::pngOfZeros(30000, 30000, 0, 1) << DocumentFault::TooLarge;
    QTest::newRow("PNG of a width that is none")
        << samples::pngOfZeros(0x80000000, 1, 2, 0) << DocumentFault::Unreadable;
    QTest::newRow("PNG of the largest sides")
        << samples::pngOfZeros(0x7FFFFFFF, 0x7FFFFFFF, 2, 0) << DocumentFault::Unreadable;
    QTest::newRow("JPEG of 4 gigapixels") << samples::jpegThatClaims(65500, 65500) << DocumentFault::TooLarge;
    QTest::newRow("JPEG of 30,000 x 30,000, the header alone")
        << samples::jpegThatClaims(30000, 30000) << DocumentFault::TooLarge;
    QTest::newRow("JPEG of 30,000 x 30,000 with all its blocks")
        << samples::jpegOfGrey(30000, 30000) << DocumentFault::TooLarge;
    QTest::newRow("progressive JPEG of 20,000 x 20,000, the header alone")
        << samples::jpegThatClaims(20000, 20000, true) << DocumentFault::TooLarge;
    QTest::newRow("progressive JPEG of 20,000 x 20,000 with all its blocks")
        << samples::progressiveOfGrey(20000, 20000, 1, 1) << DocumentFault::TooLarge;
    QTest::newRow("JPEG of 98 megapixels without them")
        << samples::jpegThatClaims(9900, 9900) << DocumentFault::Unreadable;
    QTest::newRow("progressive JPEG of 98 megapixels and 20,000 scans")
        << samples::progressiveOfGrey(9900, 9900, 1, 20'000) << DocumentFault::WorkerFailed;
}

void TestHostileDocuments::bombs()
{
    QFETCH(QByteArray, bytes);
    Rendering page(render(bytes));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QCOMPARE(page.error().kind, ErrorKind::BrokenDocument);
    QTEST(page.error().documentFault, "fault");
    QCOMPARE(page.error().documentExcess.has_value(), page.error().documentFault == DocumentFault::TooLarge);
}

/// Two million open brackets take seconds of CPU time: on a slow machine, or under sanitizers, the worker is
/// ended by its limit before it has found that the file is damaged. Either way it is this document's message
/// only.
void TestHostileDocuments::openBrackets()
{
    Rendering page(render("%PDF-1.7\n1 0 obj\n" + QByteArray(2'000'000, '[')));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QCOMPARE(page.error().kind, ErrorKind::BrokenDocument);
    const DocumentFault fault = page.error().documentFault;
    QVERIFY(fault == DocumentFault::Unreadable || fault == DocumentFault::WorkerFailed);
}

void TestHostileDocuments::carriesTheNumber_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("page");
    QTest::addColumn<std::optional<DocumentExcess>>("excess");
    const auto row = [](const char* name, const QByteArray& bytes, int page,
                        std::optional<DocumentExcess> excess) {
        QTest::newRow(name) << bytes << page << excess;
    };
    const auto pixels = [](qint64 number) {
        return DocumentExcess{DocumentMeasure::Pixels, number, 100'000'000};
    };
    const auto pages = [](qint64 number) { return DocumentExcess{DocumentMeasure::Pages, number, 500}; };
    row("PNG", samples::pngOfZeros(30000, 30000, 2, 0), 0, pixels(900'000'000));
    row("JPEG", samples::jpegOfGrey(10001, 10000), 0, pixels(100'010'000));
    row("JPEG that is allowed", samples::jpegOfGrey(10000, 10000), 0, std::nullopt);
    row("PDF page", samples::pdfWithBox("0 0 7200 7200"), 0, pixels(225'000'000));
    row("PDF page that is allowed", samples::pdfWithBox("0 0 4800 4800"), 0, std::nullopt);
    row("PDF page beyond all numbers", samples::pdfWithBox("0 0 1000000000 1000000000"), 0,
        pixels(1'000'000'000'000'000'000));
    row("501 pages", samples::pdfOfEmptyPages(501), 0, pages(501));
    row("1204 pages", samples::pdfOfEmptyPages(1204), 0, pages(1204));
    row("500 pages", samples::pdfOfEmptyPages(500), 499, std::nullopt);
}

void TestHostileDocuments::carriesTheNumber()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, page);
    QFETCH(std::optional<DocumentExcess>, excess);
    Rendering rendered(render(bytes, {page, {100, 100}}));
    QTRY_VERIFY_WITH_TIMEOUT(rendered.isThere(), test::Patience);
    QVERIFY2(rendered.hasValue() == !excess, qPrintable(rendered.error().technical));
    QVERIFY2(rendered.error().documentExcess == excess, qPrintable(rendered.error().technical));
    QCOMPARE(rendered.error().documentFault, excess ? DocumentFault::TooLarge : DocumentFault::None);
}

void TestHostileDocuments::textOfBombs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("page tree that contains itself") << samples::pdfThatContainsItself();
    QTest::newRow("form that contains itself") << samples::pdfOfAFormInItself();
    QTest::newRow("nested forms") << samples::pdfOfNestedForms(40);
    QTest::newRow("square kilometre") << samples::pdfWithBox("0 0 1000000000 1000000000");
    QTest::newRow("1204 pages") << samples::pdfOfEmptyPages(1204);
    QTest::newRow("doubly compressed blanks") << samples::pdfWithStream(
        "/Filter[" + QByteArray(samples::Twice) + "]", samples::doublyDeflatedZeros(900'000'000));
    QByteArray words;
    for (int i = 0; i < 60'000; ++i)
        words += "BT /F 1 Tf 5 5 Td (The quick brown fox jumps over the lazy dog) Tj ET\n";
    QTest::newRow("60,000 lines in one place")
        << samples::pdfPage(words, "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>");
}

// Whoever reads the text stands behind the same walls.
void TestHostileDocuments::textOfBombs()
{
    QFETCH(QByteArray, bytes);
    test::Outcome<PageText> text(m_renderer.text(bytes, 0, TextDetail::Places));
    QTRY_VERIFY_WITH_TIMEOUT(text.isThere(), test::Patience);
    QVERIFY2(text.hasValue() || text.error().kind == ErrorKind::BrokenDocument,
             qPrintable(text.error().technical));
}

// Work without end: the page ends as a page that shows something, or by the limit on CPU time.
void TestHostileDocuments::deepPdfPage()
{
    QByteArray nested;
    for (int i = 0; i < 500'000; ++i)
        nested += "q 1 0 0 1 0 0 cm ";
    QByteArray painting;
    for (int i = 0; i < 100'000; ++i)
        painting += "0 0 100 100 re f* 0 0 m 100 100 l 7 3 99 1 5 5 c S\n";
    const QByteArray deep = samples::pdfWithStream({}, nested);
    const QByteArray busy = samples::pdfWithStream({}, painting);
    m_memory.emplace(); // making them took more than reading them may
    Rendering first(render(deep, {0, {2000, 2000}}));
    Rendering second(render(busy, {0, {4000, 4000}}));
    QTRY_VERIFY_WITH_TIMEOUT(first.isThere() && second.isThere(), test::Patience);
    for (const Rendering* page : {&first, &second})
        QVERIFY(page->hasValue() || page->error().kind == ErrorKind::BrokenDocument);
}

void TestHostileDocuments::workWithoutEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("form that contains itself") << samples::pdfOfAFormInItself();
    QTest::newRow("nested forms") << samples::pdfOfNestedForms(40);
    QTest::newRow("tiny tiling step") << samples::pdfOfTiles("0.0001");
    QTest::newRow("tiling without a step") << samples::pdfOfTiles("0");
    constexpr qint64 Many = 900'000'000;
    const QByteArray blanks = samples::doublyDeflatedZeros(Many);
    QTest::newRow("doubly compressed blanks")
        << samples::pdfWithStream("/Filter[" + QByteArray(samples::Twice) + "]", blanks);
    QTest::newRow("image of 30,000 x 30,000 in a PDF")
        << samples::pdfWithImage(30'000, samples::Twice, blanks);
    QTest::newRow("JPEG of 30,000 x 30,000 in a PDF")
        << samples::pdfWithImage(30'000, "/DCTDecode", samples::jpegOfGrey(30'000, 30'000));
    QTest::newRow("progressive JPEG of 20,000 x 20,000 in a PDF")
        << samples::pdfWithImage(20'000, "/DCTDecode", samples::progressiveOfGrey(20'000, 20'000, 1, 200));
    QTest::newRow("progressive JPEG of 98 megapixels without them")
        << samples::jpegThatClaims(9900, 9900, true);
}

// A page that shows something, or this document's message; that of the limit on CPU time or memory, most
// likely.
void TestHostileDocuments::workWithoutEnd()
{
    QFETCH(QByteArray, bytes);
    Rendering page(render(bytes, {0, {1000, 1000}}));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    const DocumentFault fault = page.error().documentFault;
    QVERIFY2(page.hasValue() || fault == DocumentFault::TooLarge || fault == DocumentFault::Unreadable ||
                 fault == DocumentFault::WorkerFailed,
             qPrintable(page.error().technical));
}

void TestHostileDocuments::largestPicturesAllowed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("grey") << samples::pngOfZeros(10000, 10000, 0, 1);
    QTest::newRow("colour") << samples::pngOfZeros(10000, 10000, 2, 3);
    QTest::newRow("colour with alpha") << samples::pngOfZeros(10000, 10000, 6, 4);
    QTest::newRow("JPEG") << samples::jpegOfGrey(10000, 10000);
    QTest::newRow("progressive JPEG") << samples::progressiveOfGrey(10000, 10000, 1, 1);
}

// 100 megapixels from a few hundred kilobytes. Allowed by size; what matters is that it ends in time.
void TestHostileDocuments::largestPicturesAllowed()
{
    QFETCH(QByteArray, bytes);
    Rendering page(render(bytes, {0, {1000, 1000}}));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QVERIFY2(page.hasValue() || page.error().kind == ErrorKind::BrokenDocument,
             qPrintable(page.error().technical));
    if (page.hasValue())
        QCOMPARE(page->image.size(), QSize(1000, 1000));
}

void TestHostileDocuments::longTexts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray plain = QByteArray("Comment\0", 8) + QByteArray(8'000'000, 'x');
    QTest::newRow("8 MB of text") << samples::pngWithChunks({{"tEXt", plain}});
    QTest::newRow("150 MB of compressed text") << samples::pngWithChunks(
        {{"zTXt", QByteArray("Comment\0\0", 9) + samples::deflatedZeros(150'000'000)}});
    QTest::newRow("150 MB of compressed international text") << samples::pngWithChunks(
        {{"iTXt", QByteArray("Comment\0\1\0\0\0", 12) + samples::deflatedZeros(150'000'000)}});
    constexpr int Many = 90'000;
    QTest::newRow("90,000 texts") << samples::pngWithChunks(QList<std::pair<QByteArray, QByteArray>>(
        Many, {"tEXt", QByteArray("Comment\0", 8) + QByteArray(80, 'x')}));
    QTest::newRow("profile of 150 MB") << samples::pngWithChunks(
        {{"iCCP", QByteArray("Profile\0\0", 9) + samples::deflatedZeros(150'000'000)}});
}

// They are skipped, and the picture is shown.
void TestHostileDocuments::longTexts()
{
    QFETCH(QByteArray, bytes);
    Rendering page(render(bytes));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QVERIFY2(page.hasValue(), qPrintable(page.error().technical));
    QCOMPARE(page->image.size(), QSize(8, 8));
}

void TestHostileDocuments::survives(const QList<QByteArray>& variants)
{
    std::vector<std::unique_ptr<Rendering>> pages;
    for (const QByteArray& bytes : variants)
        pages.push_back(std::make_unique<Rendering>(render(bytes, {0, {100, 100}})));
    int broken = 0;
    for (const auto& page : pages) {
        QTRY_VERIFY_WITH_TIMEOUT(page->isThere(), test::Patience);
        QVERIFY(page->hasValue() || page->error().kind == ErrorKind::BrokenDocument);
        broken += page->hasValue() ? 0 : 1;
    }
    QVERIFY2(broken > 0, "not one of them was really broken");
}

void TestHostileDocuments::truncated_data()
{
    honestKinds();
}

void TestHostileDocuments::truncated()
{
    QFETCH(QByteArray, bytes);
    QList<QByteArray> variants;
    constexpr int Steps = 24;
    for (int step = 0; step < Steps; ++step)
        variants.append(bytes.left(bytes.size() * step / Steps));
    survives(variants);
}

void TestHostileDocuments::flippedBits_data()
{
    honestKinds();
}

void TestHostileDocuments::flippedBits()
{
    QFETCH(QByteArray, bytes);
    QList<QByteArray> variants;
    std::mt19937 random(1); // the same faults every time
    for (int i = 0; i < 40; ++i) {
        QByteArray variant = bytes;
        const int flips = 1 << (i % 6);
        for (int flip = 0; flip < flips; ++flip) {
            const auto place = static_cast<qsizetype>(random() % static_cast<quint32>(bytes.size()));
            variant[place] = static_cast<char>(variant[place] ^ (1 << (random() % 8)));
        }
        variants.append(variant);
    }
    survives(variants);
}

void TestHostileDocuments::mangled_data()
{
    honestKinds();
}

// Longer damage: a piece that is missing, blank, twice there or in another place.
void TestHostileDocuments::mangled()
{
    QFETCH(QByteArray, bytes);
    QList<QByteArray> variants;
    std::mt19937 random(2); // the same faults every time
    for (int i = 0; i < 32; ++i) {
        const auto below = [&random](qsizetype most) {
            return static_cast<qsizetype>(random() % static_cast<quint32>(most));
        };
        const qsizetype from = below(bytes.size());
        const qsizetype length = 1 + below(bytes.size() - from);
        const QByteArray piece = bytes.mid(from, length);
        QByteArray variant = bytes;
        switch (i % 4) {
        case 0:
            variant.remove(from, length);
            break;
        case 1:
            variant.replace(from, length, QByteArray(length, '\0'));
            break;
        case 2:
            variant.insert(from, piece);
            break;
        default:
            variant.remove(from, length).insert(below(variant.size() + 1), piece);
            break;
        }
        variants.append(variant);
    }
    survives(variants);
}

// A decoder fills in grey what is missing. A decision must not rest on pixels that nobody has sent.
void TestHostileDocuments::jpegWithoutItsEnd()
{
    const QByteArray bytes = samples::jpeg(samples::quarters({640, 480}));
    Rendering half(render(bytes.left(bytes.size() / 2)));
    Rendering withoutMarker(render(bytes.chopped(2))); // all pixels are there; only the end mark is missing
    QTRY_VERIFY_WITH_TIMEOUT(half.isThere() && withoutMarker.isThere(), test::Patience);
    QCOMPARE(half.error().documentFault, DocumentFault::Unreadable);
    QVERIFY(withoutMarker.hasValue());
}

/// A progressive picture of three colours is kept as coefficients of two bytes, which is more than a worker
/// may have.
void TestHostileDocuments::outOfMemory()
{
#ifdef FINHUB_SANITIZED
    QSKIP("the limit on address space is left out of sanitized builds; see raiseOuterWalls()");
#endif
    Rendering page(render(samples::progressiveOfGrey(9900, 9900, 3, 1), {0, {100, 100}}));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QCOMPARE(page.error().documentFault, DocumentFault::TooLarge);
    QCOMPARE(page.error().technical, QStringLiteral("out of memory"));
    QVERIFY(!page.error().documentExcess);
}

void TestHostileDocuments::killedAtWork()
{
    Rendering page(render(samples::pdfThatContainsItself()));
    QTRY_COMPARE_WITH_TIMEOUT(workers().size(), 1, test::Patience);
    QTRY_VERIFY_WITH_TIMEOUT(workers().value(0)->processId() > 0, test::Patience);
    QCOMPARE(kill(static_cast<pid_t>(workers().constFirst()->processId()), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QCOMPARE(page.error().documentFault, DocumentFault::WorkerFailed);
    QCOMPARE(page.error().technical, QStringLiteral("crashed"));
}

/// Stopped, it uses no CPU time, so only the clock on the wall can end it.
void TestHostileDocuments::hangs()
{
    using namespace std::chrono_literals;
    QCOMPARE(WorkerRenderer::Deadline, std::chrono::milliseconds(8s));
    WorkerRenderer impatient(QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"), 3s);
    Rendering page(impatient.render(samples::pdfThatContainsItself(), MimeType::Pdf, {}));
    const auto atWork = [&impatient] {
        return impatient.findChildren<WorkerProcess*>(QString(), Qt::FindDirectChildrenOnly);
    };
    QTRY_VERIFY_WITH_TIMEOUT(!atWork().isEmpty() && atWork().constFirst()->processId() > 0, test::Patience);
    const auto process = static_cast<pid_t>(atWork().constFirst()->processId());
    QCOMPARE(kill(process, SIGSTOP), 0);
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QCOMPARE(page.error().documentFault, DocumentFault::WorkerFailed);
    QCOMPARE(page.error().technical, QStringLiteral("deadline"));
    QTRY_VERIFY_WITH_TIMEOUT(kill(process, 0) != 0, test::Patience); // even a stopped one can be killed
    const Rendering next(impatient.render(samples::png(samples::quarters({8, 8})), MimeType::Png, {}));
    QTRY_VERIFY_WITH_TIMEOUT(next.isThere(), test::Patience);
}

QTEST_MAIN(TestHostileDocuments)
#include "tst_hostiledocuments.moc"
