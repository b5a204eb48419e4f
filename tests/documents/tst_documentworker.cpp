#include "core/validation.h"
#include "documents/workerrenderer.h"
#include "samples.h"
#include "support/outcome.h"

#include <QColorSpace>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QTest>

#include <cstdlib>

using namespace finhub;
using namespace finhub::documents;
using Rendering = test::Outcome<RenderedPage>;

namespace {

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sharedData(const char* folder)
{
    return QStringLiteral(FINHUB_SHARED_DATA) + QLatin1Char('/') + QLatin1String(folder);
}

bool isLike(QRgb pixel, const QColor& color)
{
    constexpr int Tolerance = 40; // JPEG
    return std::abs(qRed(pixel) - color.red()) < Tolerance &&
           std::abs(qGreen(pixel) - color.green()) < Tolerance &&
           std::abs(qBlue(pixel) - color.blue()) < Tolerance;
}

bool showsQuarters(const QImage& image)
{
    const int left = image.width() / 4;
    const int right = image.width() - 1 - left;
    const int top = image.height() / 4;
    const int bottom = image.height() - 1 - top;
    return isLike(image.pixel(left, top), Qt::red) && isLike(image.pixel(right, top), Qt::green) &&
           isLike(image.pixel(right, bottom), Qt::blue) && isLike(image.pixel(left, bottom), Qt::white);
}

// The mean difference of two pictures of one size, in levels of 0 to 255.
double difference(const QImage& first, const QImage& second)
{
    double sum = 0;
    for (int y = 0; y < first.height(); ++y) {
        for (int x = 0; x < first.width(); ++x)
            sum += std::abs(qGray(first.pixel(x, y)) - qGray(second.pixel(x, y)));
    }
    return sum / first.width() / first.height();
}

} // namespace

/// The real worker, behind its real walls, on honest documents.
class TestDocumentWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pdfPages_data();
    void pdfPages();
    void pdfIsWhiteWherePaperIs();
    void pdfShowsAnnotations();
    void pdfFitsTheBox_data();
    void pdfFitsTheBox();
    void pageThatIsNotThere();
    void images_data();
    void images();
    void imageInGreyAndWithAlpha();
    void photoOf48Megapixels_data();
    void photoOf48Megapixels();
    void sharedDataIsWhole();
    void regionsOfPdf_data();
    void regionsOfPdf();
    void regionsOfImages_data();
    void regionsOfImages();
    void regionsOfTurnedPhotos_data();
    void regionsOfTurnedPhotos();
    void scaledRegions();
    void regionOf48MegapixelsIsSharp_data();
    void regionOf48MegapixelsIsSharp();
    void regionBesideThePage();
    void pngSuite_data();
    void pngSuite();
    void exifOrientation_data();
    void exifOrientation();
    void kindIsWhatTheConsoleSaid();

private:
    CallPtr<RenderedPage> render(const QByteArray& bytes, const RenderRequest& request = {})
    {
        return m_renderer.render(bytes, kindByContent(bytes), request);
    }

    // On a busy machine the clock on the wall says little; the limit on CPU time holds as ever.
    WorkerRenderer m_renderer{QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"),
                              std::chrono::minutes(1)};
};

void TestDocumentWorker::pdfPages_data()
{
    QTest::addColumn<int>("pages");
    for (int pages = 1; pages <= 4; ++pages)
        QTest::addRow("%d", pages) << pages;
}

void TestDocumentWorker::pdfPages()
{
    QFETCH(int, pages);
    const QByteArray bytes = samples::pdf(pages);
    for (int number = 0; number < pages; ++number) {
        Rendering page(render(bytes, {number, {}}));
        QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
        QVERIFY2(page.hasValue(), qPrintable(page.error().technical));
        QCOMPARE(page->page, number);
        QCOMPARE(page->pageCount, pages);
        QCOMPARE(page->pageSize.toSize(), QSize(595, 842));
        QCOMPARE(page->image.format(), QImage::Format_RGB32);
        // A4 at 150 dpi, give or take the rounding of the points.
        QVERIFY(std::abs(page->image.width() - 1240) <= 1);
        QVERIFY(std::abs(page->image.height() - 1754) <= 1);
        QVERIFY(isLike(page->image.pixel(600, 800), samples::pageColor(number)));
    }
}

void TestDocumentWorker::pdfIsWhiteWherePaperIs()
{
    Rendering page(render(samples::pdfWithText(), {0, {600, 850}}));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QVERIFY(page.hasValue());
    QCOMPARE(page->image.pixel(0, 0), QRgb(0xFFFFFFFF));
    int dark = 0;
    for (int y = 0; y < page->image.height(); ++y) {
        for (int x = 0; x < page->image.width(); ++x)
            dark += qGray(page->image.pixel(x, y)) < 128 ? 1 : 0;
    }
    QVERIFY2(dark > 1000 && dark < page->image.width() * page->image.height() / 4,
             qPrintable(QString::number(dark)));
}

// What people write into a form on their screen often is an annotation; the browser shows it, and so do we.
void TestDocumentWorker::pdfShowsAnnotations()
{
    const QByteArray appearance = "0 1 0 rg 0 0 100 100 re f";
    const QByteArray bytes = samples::pdfOf(
        {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
         "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Annots[4 0 R]>>",
         "<</Type/Annot/Subtype/Stamp/F 4/Rect[0 0 100 100]/AP<</N 5 0 R>>>>",
         "<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Length " + QByteArray::number(appearance.size()) +
             ">>\nstream\n" + appearance + "\nendstream"});
    Rendering page(render(bytes, {0, {50, 50}}));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QVERIFY2(page.hasValue(), qPrintable(page.error().technical));
    QVERIFY(isLike(page->image.pixel(25, 25), Qt::green));
}

void TestDocumentWorker::pdfFitsTheBox_data()
{
    QTest::addColumn<QSize>("box");
    QTest::addColumn<QSize>("size");
    QTest::newRow("high") << QSize(595, 5000) << QSize(595, 842);
    QTest::newRow("wide") << QSize(5000, 842) << QSize(595, 842);
    QTest::newRow("enlarged") << QSize(1190, 1684) << QSize(1190, 1684);
    QTest::newRow("tiny") << QSize(2, 2) << QSize(1, 2);
    QTest::newRow("beyond all limits") << QSize(1'000'000, 1'000'000) << QSize(3443, 4872);
}

void TestDocumentWorker::pdfFitsTheBox()
{
    QFETCH(QSize, box);
    QFETCH(QSize, size);
    Rendering page(render(samples::pdf(1), {0, box}));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QVERIFY2(page.hasValue(), qPrintable(page.error().technical));
    QVERIFY(std::abs(page->image.width() - size.width()) <= 1);
    QVERIFY(std::abs(page->image.height() - size.height()) <= 1);
}

void TestDocumentWorker::pageThatIsNotThere()
{
    for (const int page : {-1, 2, 1'000'000}) {
        Rendering outcome(render(samples::pdf(2), {page, {}}));
        QTRY_VERIFY_WITH_TIMEOUT(outcome.isThere(), test::Patience);
        QCOMPARE(outcome.error().documentFault, DocumentFault::Unreadable);
    }
    Rendering second(render(samples::png(samples::quarters({8, 8})), {1, {}}));
    QTRY_VERIFY_WITH_TIMEOUT(second.isThere(), test::Patience);
    QCOMPARE(second.error().documentFault, DocumentFault::Unreadable);
}

void TestDocumentWorker::images_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QSize>("box");
    QTest::addColumn<QSize>("size");
    const QImage image = samples::quarters({1200, 800});
    const QList<std::pair<const char*, QByteArray>> kinds{{"png", samples::png(image)},
                                                          {"jpeg", samples::jpeg(image)},
                                                          {"progressive", samples::jpeg(image, true)}};
    for (const auto& [name, bytes] : kinds) {
        QTest::addRow("%s full size", name) << bytes << QSize() << QSize(1200, 800);
        QTest::addRow("%s in a box", name) << bytes << QSize(300, 300) << QSize(300, 200);
        QTest::addRow("%s in an odd box", name) << bytes << QSize(1000, 1111) << QSize(1000, 666);
        QTest::addRow("%s in a large box", name) << bytes << QSize(4000, 4000) << QSize(1200, 800);
    }
}

void TestDocumentWorker::images()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QSize, box);
    Rendering page(render(bytes, {0, box}));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QVERIFY2(page.hasValue(), qPrintable(page.error().technical));
    QTEST(page->image.size(), "size");
    QCOMPARE(page->pageSize, QSizeF(1200, 800));
    QCOMPARE(page->pageCount, 1);
    QCOMPARE(page->image.format(), QImage::Format_RGB32);
    QVERIFY(showsQuarters(page->image));
}

void TestDocumentWorker::imageInGreyAndWithAlpha()
{
    const QByteArray bytes =
        samples::jpeg(samples::quarters({600, 600}).convertToFormat(QImage::Format_Grayscale8));
    const QImage expected = QImage::fromData(bytes, "jpeg");
    QVERIFY(expected.isGrayscale());
    Rendering grey(render(bytes));
    QTRY_VERIFY_WITH_TIMEOUT(grey.hasValue(), test::Patience);
    QCOMPARE(grey->image.format(), QImage::Format_RGB32);
    QCOMPARE(grey->image, expected.convertToFormat(QImage::Format_RGB32));

    QImage transparent(600, 600, QImage::Format_ARGB32);
    transparent.fill(QColor(255, 0, 0, 128));
    Rendering alpha(render(samples::png(transparent), {0, {300, 300}}));
    QTRY_VERIFY_WITH_TIMEOUT(alpha.hasValue(), test::Patience);
    QCOMPARE(alpha->image.format(), QImage::Format_ARGB32_Premultiplied);
    QCOMPARE(alpha->image.pixelColor(150, 150).alpha(), 128);
    QCOMPARE(alpha->image.pixelColor(150, 150).red(), 255);
}

void TestDocumentWorker::photoOf48Megapixels_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QImage photo = samples::quarters({8000, 6000});
    QTest::newRow("jpeg") << samples::jpeg(photo);
    QTest::newRow("progressive jpeg") << samples::jpeg(photo, true);
    QTest::newRow("png") << samples::png(photo);
}

// An honest phone makes these; Qt's own limit on images would refuse them.
void TestDocumentWorker::photoOf48Megapixels()
{
    QFETCH(QByteArray, bytes);
    for (const QSize& box : {QSize(), QSize(1000, 1000)}) {
        Rendering page(render(bytes, {0, box}));
        QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
        QVERIFY2(page.hasValue(), qPrintable(page.error().technical));
        QCOMPARE(page->pageSize, QSizeF(8000, 6000));
        QCOMPARE(page->image.size(), box.isEmpty() ? QSize(4729, 3547) : QSize(1000, 750));
        QVERIFY(showsQuarters(page->image));
    }
}

// So that the tests below, which walk what is there, have walked all that its README tells of.
void TestDocumentWorker::sharedDataIsWhole()
{
    const auto count = [](const char* folder, const QString& names) {
        return QDir(sharedData(folder)).entryList({names}, QDir::Files).size();
    };
    if (!QDir(sharedData("pngsuite")).exists())
        QSKIP("the shared test data (FINHUB_SHARED_DATA) is not here");
    QCOMPARE(count("pngsuite", QStringLiteral("*.png")), 175);
    QCOMPARE(count("pngsuite", QStringLiteral("x*.png")), 14);
    QCOMPARE(count("exif-orientation", QStringLiteral("Landscape_?.jpg")), 9);
}

void TestDocumentWorker::regionsOfPdf_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << samples::pdfWithText();
    QTest::newRow("table") << samples::pdfWithTable();
    const QByteArray content = "0.9 0.1 0.1 rg 20 30 200 100 re f 0 0 1 rg 300 500 50 300 re f "
                               "BT /F 40 Tf 60 400 Td (Turned page) Tj ET";
    for (const char* turn : {"0", "90", "180", "270"}) {
        QTest::addRow("turned by %s", turn)
            << samples::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                               "<</Type/Page/Parent 2 0 R/MediaBox[10 20 430 860]/Contents 4 0 R/Rotate " +
                                   QByteArray(turn) +
                                   "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
                               "<</Length " + QByteArray::number(content.size()) + ">>\nstream\n" + content +
                                   "\nendstream"});
    }
}

// A part is what it would be of the whole, to the pixel.
void TestDocumentWorker::regionsOfPdf()
{
    QFETCH(QByteArray, bytes);
    constexpr QSize Box(1600, 1600);
    Rendering whole(render(bytes, {.page = 0, .box = Box}));
    QTRY_VERIFY_WITH_TIMEOUT(whole.hasValue(), test::Patience);
    const QSize size = whole->image.size();
    const int right = size.width() - 311;
    const int low = size.height() - 405;
    double own = 0;
    double beside = 0;
    for (const QRect& region : {QRect(0, 0, 300, 400), QRect(137, 211, 512, 633), QRect(right, low, 400, 500)}) {
        Rendering part(render(bytes, {.page = 0, .box = Box, .region = region}));
        QTRY_VERIFY_WITH_TIMEOUT(part.isThere(), test::Patience);
        QVERIFY2(part.hasValue(), qPrintable(part.error().technical));
        QCOMPARE(part->whole, size);
        QCOMPARE(part->region, region & QRect(QPoint(), size));
        QCOMPARE(part->image.size(), part->region.size());
        own += difference(part->image, whole->image.copy(part->region));
        beside += difference(part->image, whole->image.copy(part->region.translated(-1, -1)));
    }
    // A single pixel beside its place would be noticed.
    QVERIFY2(own < 0.2 && own * 4 < beside, qPrintable(QStringLiteral("%1, beside %2").arg(own).arg(beside)));
}

void TestDocumentWorker::regionsOfImages_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QImage picture = samples::quarters({900, 700});
    QPainter painter(&picture);
    for (int i = 0; i < 70; ++i)
        painter.drawLine(i * 13, 0, 900 - i * 7, 700);
    painter.end();
    QTest::newRow("JPEG") << samples::jpeg(picture);
    QTest::newRow("progressive JPEG") << samples::jpeg(picture, true);
    QTest::newRow("PNG") << samples::png(picture);
    QImage glass = picture.convertToFormat(QImage::Format_ARGB32);
    glass.setAlphaChannel(picture.convertToFormat(QImage::Format_Alpha8));
    QTest::newRow("PNG with alpha") << samples::png(glass);
}

void TestDocumentWorker::regionsOfImages()
{
    QFETCH(QByteArray, bytes);
    Rendering whole(render(bytes));
    QTRY_VERIFY_WITH_TIMEOUT(whole.hasValue(), test::Patience);
    for (const QRect& region : {QRect(0, 0, 100, 100), QRect(333, 217, 256, 301), QRect(800, 600, 500, 500)}) {
        Rendering part(render(bytes, {.page = 0, .box = {90000, 90000}, .region = region}));
        QTRY_VERIFY_WITH_TIMEOUT(part.isThere(), test::Patience);
        QVERIFY2(part.hasValue(), qPrintable(part.error().technical));
        QCOMPARE(part->whole, QSize(900, 700));
        QCOMPARE(part->pageSize, QSizeF(900, 700));
        QVERIFY(difference(part->image, whole->image.copy(part->region)) < 0.5);
    }
}

void TestDocumentWorker::regionsOfTurnedPhotos_data()
{
    exifOrientation_data();
}

void TestDocumentWorker::regionsOfTurnedPhotos()
{
    QFETCH(int, orientation);
    QFile file(sharedData("exif-orientation") + QStringLiteral("/Landscape_%1.jpg").arg(orientation));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared test data (FINHUB_SHARED_DATA) is not here");
    const QByteArray bytes = file.readAll();
    const QRect region(1111, 77, 400, 300);
    Rendering whole(render(bytes));
    Rendering part(render(bytes, {.page = 0, .box = {1800, 1200}, .region = region}));
    QTRY_VERIFY_WITH_TIMEOUT(whole.isThere() && part.isThere(), test::Patience);
    QVERIFY(whole.hasValue() && part.hasValue());
    QVERIFY(difference(part->image, whole->image.copy(region)) < 0.5);
    QVERIFY(difference(part->image, whole->image.copy(region.translated(40, 30))) > 2);
}

void TestDocumentWorker::scaledRegions()
{
    const QByteArray bytes = samples::jpeg(samples::quarters({1000, 800}));
    // The corner where all four colours meet, at 70 %.
    const QRect region(250, 180, 200, 200);
    Rendering part(render(bytes, {.page = 0, .box = {700, 560}, .region = region}));
    QTRY_VERIFY_WITH_TIMEOUT(part.isThere(), test::Patience);
    QVERIFY2(part.hasValue(), qPrintable(part.error().technical));
    QCOMPARE(part->whole, QSize(700, 560));
    QCOMPARE(part->image.size(), region.size());
    QVERIFY(showsQuarters(part->image));
    const QPoint middle(100, 100); // 350 and 280 of 700 and 560
    QVERIFY(isLike(part->image.pixel(middle - QPoint(4, 4)), Qt::red));
    QVERIFY(isLike(part->image.pixel(middle + QPoint(4, -4)), Qt::green));
    QVERIFY(isLike(part->image.pixel(middle + QPoint(4, 4)), Qt::blue));
}

void TestDocumentWorker::regionOf48MegapixelsIsSharp_data()
{
    QTest::addColumn<bool>("png");
    QTest::addColumn<bool>("progressive");
    QTest::newRow("JPEG") << false << false;
    QTest::newRow("progressive JPEG") << false << true;
    QTest::newRow("PNG") << true << false;
}

void TestDocumentWorker::regionOf48MegapixelsIsSharp()
{
    QFETCH(bool, png);
    QFETCH(bool, progressive);
    // Stripes of two pixels, which only the true pixels show.
    QImage picture(8000, 6000, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 5000; y < 5400; ++y) {
        auto* const row = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 6000; x < 6600; ++x)
            row[x] = x % 4 < 2 ? 0xff000000 : 0xffffffff;
    }
    const QByteArray bytes = png ? samples::png(picture) : samples::jpeg(picture, progressive);
    picture = QImage();
    Rendering part(render(bytes, {.page = 0, .box = {8000, 6000}, .region = {6100, 5100, 400, 200}}));
    QTRY_VERIFY_WITH_TIMEOUT(part.isThere(), test::Patience);
    QVERIFY2(part.hasValue(), qPrintable(part.error().technical));
    int dark = 0;
    int light = 0;
    for (int x = 0; x < 400; ++x) {
        const int grey = qGray(part->image.pixel(x, 100));
        dark += grey < 60;
        light += grey > 195;
    }
    QCOMPARE(dark, 200);
    QCOMPARE(light, 200);
}

void TestDocumentWorker::regionBesideThePage()
{
    for (const QByteArray& bytes : {samples::pdf(1), samples::jpeg(samples::quarters({80, 60}))}) {
        for (const QRect& region : {QRect(5000, 5000, 10, 10), QRect(-50, -50, 20, 20)}) {
            Rendering part(render(bytes, {.page = 0, .box = {80, 60}, .region = region}));
            QTRY_VERIFY_WITH_TIMEOUT(part.isThere(), test::Patience);
            QCOMPARE(part.error().kind, ErrorKind::BrokenDocument);
        }
    }
}

void TestDocumentWorker::pngSuite_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("broken");
    const QDir folder(sharedData("pngsuite"));
    const QStringList names = folder.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    for (const QString& name : names)
        QTest::addRow("%s", qPrintable(name)) << folder.filePath(name) << name.startsWith(u'x');
    if (names.isEmpty())
        QTest::newRow("absent") << QString() << false;
}

void TestDocumentWorker::pngSuite()
{
    QFETCH(QString, path);
    QFETCH(bool, broken);
    if (path.isEmpty())
        QSKIP("the shared test data (FINHUB_SHARED_DATA) is not here");
    const QByteArray bytes = read(path);
    // As PNG whatever it begins with: files whose signature is damaged must be refused by the worker too.
    Rendering page(m_renderer.render(bytes, MimeType::Png, {}));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QCOMPARE(page.hasValue(), !broken);
    if (broken) {
        QCOMPARE(page.error().kind, ErrorKind::BrokenDocument);
        QCOMPARE(page.error().documentFault, kindByContent(bytes) == MimeType::Png
                                                 ? DocumentFault::Unreadable
                                                 : DocumentFault::UnsupportedKind);
        return;
    }
    QImage expected(path);
    expected.setColorSpace({}); // pixels travel without theirs
    QCOMPARE(page->image.size(), expected.size());
    // For a transparent colour in 16 bits the decoder reads memory that it never wrote (MALLOC_PERTURB_ shows
    // it), so some pixels are a matter of luck.
    const QString name = QFileInfo(path).baseName();
    if (name == QLatin1String("tbbn2c16") || name == QLatin1String("tbgn2c16"))
        return;
    // The pixels are the decoder's, with or without a process in between.
    QCOMPARE(page->image.convertToFormat(QImage::Format_ARGB32_Premultiplied),
             expected.convertToFormat(QImage::Format_ARGB32_Premultiplied));
}

void TestDocumentWorker::exifOrientation_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 0; orientation <= 8; ++orientation)
        QTest::addRow("%d", orientation) << orientation;
}

void TestDocumentWorker::exifOrientation()
{
    QFETCH(int, orientation);
    const QString folder = sharedData("exif-orientation");
    if (!QDir(folder).exists())
        QSKIP("the shared test data (FINHUB_SHARED_DATA) is not here");
    const auto file = [&folder](int number) {
        return read(folder + QStringLiteral("/Landscape_%1.jpg").arg(number));
    };
    Rendering upright(render(file(1), {0, {60, 60}}));
    Rendering turned(render(file(orientation), {0, {60, 60}}));
    Rendering whole(render(file(orientation)));
    QTRY_VERIFY_WITH_TIMEOUT(upright.isThere() && turned.isThere() && whole.isThere(), test::Patience);
    QVERIFY(upright.hasValue() && turned.hasValue() && whole.hasValue());
    QCOMPARE(whole->image.size(), QSize(1800, 1200));
    QCOMPARE(turned->pageSize, QSizeF(1800, 1200));
    QCOMPARE(turned->image.size(), QSize(60, 40));
    // Small enough that the eight files differ by their coding only. Wrongly turned they differ by far more.
    QVERIFY(difference(upright->image, turned->image) < 6);
    QVERIFY(difference(upright->image, turned->image.mirrored(true, false)) > 15);
    QVERIFY(difference(upright->image, turned->image.mirrored(false, true)) > 15);
}

void TestDocumentWorker::kindIsWhatTheConsoleSaid()
{
    const QByteArray png = samples::png(samples::quarters({8, 8}));
    for (const MimeType kind : {MimeType::Pdf, MimeType::Jpeg}) {
        Rendering page(m_renderer.render(png, kind, {}));
        QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
        QCOMPARE(page.error().documentFault, DocumentFault::UnsupportedKind);
    }
    // What the installed plugins could read as well, but nobody may send.
    const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>";
    for (const QByteArray& bytes :
         {svg, QByteArray("GIF89a\x01\x00\x01\x00\x00\x00\x00;", 14), QByteArray()}) {
        Rendering page(m_renderer.render(bytes, MimeType::Png, {}));
        QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
        QCOMPARE(page.error().kind, ErrorKind::BrokenDocument);
    }
}

QTEST_MAIN(TestDocumentWorker)
#include "tst_documentworker.moc"
