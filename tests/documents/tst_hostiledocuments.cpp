#include "core/validation.h"
#include "documents/workerrenderer.h"
#include "peakmemory.h"
#include "samples.h"
#include "support/outcome.h"

#include <QTest>

#include <memory>
#include <random>
#include <vector>

using namespace finhub;
using namespace finhub::documents;
using Rendering = test::Outcome<RenderedPage>;

/// The real worker on documents that mean no good. The console must come through every one of them with a
/// page or with ErrorKind::BrokenDocument, and be able to render the next one.
class TestHostileDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bombs_data();
    void bombs();
    void openBrackets();
    void tooManyPixelsCarriesTheNumber();
    void tooManyPagesCarriesTheNumber();
    void deepPdfPage();
    void workWithoutEnd_data();
    void workWithoutEnd();
    void largestPicturesAllowed_data();
    void largestPicturesAllowed();
    void longTexts();
    void truncated_data();
    void truncated();
    void flippedBits_data();
    void flippedBits();
    void jpegWithoutItsEnd();

private:
    CallPtr<RenderedPage> render(const QByteArray& bytes, const RenderRequest& request = {})
    {
        return m_renderer.render(bytes, kindByContent(bytes), request);
    }
    void survives(const QList<QByteArray>& variants);

    std::optional<test::PeakMemory> m_memory;

    // On a busy machine the clock on the wall says little; the limit on CPU time holds as ever.
    WorkerRenderer m_renderer{QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"),
                              std::chrono::minutes(1)};
};

namespace {

QByteArray pdfWithBox(const QByteArray& box)
{
    return samples::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                           "<</Type/Page/Parent 2 0 R/MediaBox[" + box + "]>>"});
}

QByteArray pdfWithStream(const QByteArray& entries, const QByteArray& data)
{
    return samples::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                           "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>",
                           "<<" + entries + "/Length " + QByteArray::number(data.size()) + ">>\nstream\n" +
                               data + "\nendstream"});
}

QByteArray pngOfZeros(quint32 width, quint32 height, quint8 colourType, int bytesPerPixel)
{
    const qint64 size = height * (1 + static_cast<qint64>(width) * bytesPerPixel);
    return samples::pngOf({{"IHDR", samples::pngHeader(width, height, colourType)},
                           {"IDAT", samples::deflatedZeros(size)},
                           {"IEND", {}}});
}

// A JPEG is told that it is this large.
QByteArray jpegThatClaims(quint16 width, quint16 height)
{
    QByteArray bytes = samples::jpeg(samples::quarters({64, 64}));
    const qsizetype frame = bytes.indexOf("\xFF\xC0");
    bytes[frame + 5] = static_cast<char>(height >> 8);
    bytes[frame + 6] = static_cast<char>(height & 0xFF);
    bytes[frame + 7] = static_cast<char>(width >> 8);
    bytes[frame + 8] = static_cast<char>(width & 0xFF);
    return bytes;
}

// The same of a progressive one, for which a decoder has to keep the whole picture.
QByteArray progressiveThatClaims(quint16 width, quint16 height)
{
    QByteArray bytes = samples::jpeg(samples::quarters({64, 64}), true);
    const qsizetype frame = bytes.indexOf("\xFF\xC2");
    bytes[frame + 5] = static_cast<char>(height >> 8);
    bytes[frame + 6] = static_cast<char>(height & 0xFF);
    bytes[frame + 7] = static_cast<char>(width >> 8);
    bytes[frame + 8] = static_cast<char>(width & 0xFF);
    return bytes;
}

QByteArray deflated(const QByteArray& bytes)
{
    return qCompress(bytes, 9).sliced(4); // without the length that Qt puts before it
}

QByteArray stream(const QByteArray& entries, const QByteArray& data)
{
    return "<<" + entries + "/Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data +
           "\nendstream";
}

// A page of 100 x 100 points with this content and resources; further objects from 5 on.
QByteArray pdfPage(const QByteArray& content, const QByteArray& resources, const QList<QByteArray>& objects)
{
    return samples::pdfOf(QList<QByteArray>{"<</Type/Catalog/Pages 2 0 R>>",
                                            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R"
                                            "/Resources<<" +
                                                resources + ">>>>",
                                            stream({}, content)} +
                          objects);
}

QByteArray form(const QByteArray& content, int inner)
{
    return stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</XObject<</F " +
                      QByteArray::number(inner) + " 0 R>>>>",
                  content);
}

// Every form shows the next one twice: two to the power of so many.
QByteArray pdfOfNestedForms(int depth)
{
    QList<QByteArray> forms;
    for (int i = 0; i < depth; ++i)
        forms.append(form("/F Do /F Do", 6 + i));
    forms.append(form("1 0 0 rg 0 0 100 100 re f", 5));
    return pdfPage("/F Do", "/XObject<</F 5 0 R>>", forms);
}

QByteArray pdfOfTiles(const QByteArray& step)
{
    const QByteArray tile = "0 0 1 rg 0 0 0.5 0.5 re f";
    return pdfPage("/Pattern cs /P scn 0 0 100 100 re f", "/Pattern<</P 5 0 R>>",
                   {stream("/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep " +
                               step + "/YStep " + step + "/Resources<<>>",
                           tile)});
}

QByteArray pdfWithImage(int side, const QByteArray& filters, const QByteArray& data)
{
    const QByteArray length = QByteArray::number(side);
    return pdfPage("100 0 0 100 0 0 cm /I Do", "/XObject<</I 5 0 R>>",
                   {stream("/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Width " +
                               length + "/Height " + length + "/Filter[" + filters + "]",
                           data)});
}

constexpr char Twice[] = "/FlateDecode/FlateDecode";

QByteArray honest(const QByteArray& kind)
{
    if (kind == "pdf")
        return samples::pdfWithText();
    if (kind == "pdf with an image")
        return pdfWithImage(100, "/FlateDecode", deflated(QByteArray(10'000, 'x')));
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
}

// Whatever happened, this process has hardly felt it, and the next document is readable.
void TestHostileDocuments::cleanup()
{
#ifndef FINHUB_SANITIZED // AddressSanitizer keeps what was freed
    QVERIFY(m_memory->works());
    constexpr double Megabytes = 80;
    QVERIFY2(m_memory->megabytes() < Megabytes, qPrintable(QString::number(m_memory->megabytes())));
#endif
    Rendering page(render(samples::png(samples::quarters({8, 8}))));
    QTRY_VERIFY_WITH_TIMEOUT(page.hasValue(), test::Patience);
}

void TestHostileDocuments::bombs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<DocumentFault>("fault");
    QTest::newRow("PDF page of a square kilometre")
        << pdfWithBox("0 0 1000000000 1000000000") << DocumentFault::TooLarge;
    QTest::newRow("PDF whose page tree contains itself")
        << samples::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"})
        << DocumentFault::WorkerFailed; // never comes back; ended from outside
    QTest::newRow("PDF that claims a million pages")
        << samples::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1000000>>",
                           "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"})
        << DocumentFault::Unreadable;
    QTest::newRow("PDF that is its header alone") << QByteArray("%PDF-1.7\n") << DocumentFault::Unreadable;
    QTest::newRow("PNG of 900 megapixels") << pngOfZeros(30000, 30000, 2, 0) << DocumentFault::TooLarge;
    QTest::newRow("PNG of a width that is none")
        << pngOfZeros(0x80000000, 1, 2, 0) << DocumentFault::Unreadable;
    QTest::newRow("JPEG of 4 gigapixels") << jpegThatClaims(65500, 65500) << DocumentFault::TooLarge;
    QTest::newRow("progressive JPEG of 20,000 x 20,000")
        << progressiveThatClaims(20000, 20000) << DocumentFault::TooLarge;
    QTest::newRow("JPEG of 98 megapixels without them")
        << jpegThatClaims(9900, 9900) << DocumentFault::Unreadable;
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

void TestHostileDocuments::bombs()
{
    QFETCH(QByteArray, bytes);
    Rendering page(render(bytes));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QCOMPARE(page.error().kind, ErrorKind::BrokenDocument);
    QTEST(page.error().documentFault, "fault");
}

void TestHostileDocuments::tooManyPixelsCarriesTheNumber()
{
    Rendering image(render(pngOfZeros(30000, 30000, 2, 0), {0, {100, 100}}));
    Rendering page(render(pdfWithBox("0 0 7200 7200"), {0, {100, 100}}));
    Rendering allowed(render(pdfWithBox("0 0 4800 4800"), {0, {100, 100}}));
    QTRY_VERIFY_WITH_TIMEOUT(image.isThere() && page.isThere() && allowed.isThere(), test::Patience);
    QCOMPARE(image.error().technical, QStringLiteral("900000000 pixels"));
    QCOMPARE(page.error().technical, QStringLiteral("225000000 pixels"));
    QVERIFY(allowed.hasValue());
}

void TestHostileDocuments::tooManyPagesCarriesTheNumber()
{
    const auto withPages = [](int count) {
        QByteArray kids;
        QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>", {}};
        for (int i = 0; i < count; ++i) {
            kids += QByteArray::number(i + 3) + " 0 R ";
            objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>");
        }
        objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(count) + ">>";
        return samples::pdfOf(objects);
    };
    Rendering most(render(withPages(500), {499, {10, 10}}));
    Rendering more(render(withPages(501), {0, {10, 10}}));
    QTRY_VERIFY_WITH_TIMEOUT(most.isThere() && more.isThere(), test::Patience);
    QVERIFY2(most.hasValue(), qPrintable(most.error().technical));
    QCOMPARE(most->pageCount, 500);
    QCOMPARE(more.error().documentFault, DocumentFault::TooLarge);
    QCOMPARE(more.error().technical, QStringLiteral("501 pages"));
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
    const QByteArray deep = pdfWithStream({}, nested);
    const QByteArray busy = pdfWithStream({}, painting);
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
    QTest::newRow("form that contains itself")
        << pdfPage("/F Do", "/XObject<</F 5 0 R>>", {form("/F Do /F Do", 5)});
    QTest::newRow("nested forms") << pdfOfNestedForms(40);
    QTest::newRow("tiny tiling step") << pdfOfTiles("0.0001");
    QTest::newRow("tiling without a step") << pdfOfTiles("0");
    constexpr qint64 Many = 900'000'000;
    QTest::newRow("doubly compressed blanks")
        << pdfWithStream("/Filter[" + QByteArray(Twice) + "]", deflated(samples::deflatedZeros(Many)));
    QTest::newRow("image of 30,000 x 30,000 in a PDF")
        << pdfWithImage(30'000, Twice, deflated(samples::deflatedZeros(Many)));
    QTest::newRow("progressive JPEG of 98 megapixels without them") << progressiveThatClaims(9900, 9900);
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
    QTest::newRow("grey") << pngOfZeros(10000, 10000, 0, 1);
    QTest::newRow("colour") << pngOfZeros(10000, 10000, 2, 3);
    QTest::newRow("colour with alpha") << pngOfZeros(10000, 10000, 6, 4);
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

void TestHostileDocuments::longTexts()
{
    const QByteArray pixels = samples::deflatedZeros(8 * (1 + 8 * 3));
    const auto withText = [&pixels](const QByteArray& type, const QByteArray& text) {
        return samples::pngOf(
            {{"IHDR", samples::pngHeader(8, 8, 2)}, {type, text}, {"IDAT", pixels}, {"IEND", {}}});
    };
    const QByteArray plain("Comment\0", 8);
    const QByteArray compressed("Comment\0\0", 9);
    Rendering first(render(withText("tEXt", plain + QByteArray(8'000'000, 'x'))));
    Rendering second(render(withText("zTXt", compressed + samples::deflatedZeros(150'000'000))));
    QTRY_VERIFY_WITH_TIMEOUT(first.isThere() && second.isThere(), test::Patience);
    for (const Rendering* page : {&first, &second}) {
        QVERIFY2(page->hasValue(), qPrintable(page->error().technical));
        QCOMPARE((*page)->image.size(), QSize(8, 8));
    }
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

QTEST_MAIN(TestHostileDocuments)
#include "tst_hostiledocuments.moc"
