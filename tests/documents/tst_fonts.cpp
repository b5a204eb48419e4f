#include "documents/workerrenderer.h"
#include "hostile.h"
#include "support/outcome.h"

#include <QTest>

using namespace finhub;
using namespace finhub::documents;

/// Text in fonts that are not in the file (docs/architecture.md, "The document worker"): behind the walls the
/// engine has only those built into it.
class TestFonts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void latinIsDrawn_data();
    void latinIsDrawn();
    void chineseIsReadButNotDrawn();

private:
    // On a busy machine the clock on the wall says little.
    WorkerRenderer m_renderer{QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"),
                              std::chrono::minutes(1)};
};

namespace {
QByteArray pdfOfText(const QByteArray& string, const QByteArray& font, const QList<QByteArray>& objects = {})
{
    return samples::pdfPage("BT /F 40 Tf 5 40 Td " + string + " Tj ET", "/Font<</F " + font + ">>", objects);
}

QByteArray chinese()
{
    const QByteArray name = "/STSong-Light";
    return pdfOfText(
        "<4E2D6587>", "5 0 R",
        {"<</Type/Font/Subtype/Type0/BaseFont" + name + "/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
         "<</Type/Font/Subtype/CIDFontType0/BaseFont" + name +
             "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000"
             "/FontDescriptor 7 0 R>>",
         "<</Type/FontDescriptor/FontName" + name +
             "/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120"
             "/CapHeight 880/StemV 93>>"});
}

int inkOf(const QImage& image)
{
    int dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    }
    return dark;
}
} // namespace

void TestFonts::latinIsDrawn_data()
{
    QTest::addColumn<QByteArray>("font");
    QTest::newRow("one of the fourteen") << QByteArray("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>");
    QTest::newRow("one that nobody knows")
        << QByteArray("<</Type/Font/Subtype/TrueType/BaseFont/Unheard-Of>>");
    QTest::newRow("one that this computer has")
        << QByteArray("<</Type/Font/Subtype/TrueType/BaseFont/DejaVuSans>>");
}

void TestFonts::latinIsDrawn()
{
    QFETCH(QByteArray, font);
    test::Outcome<RenderedPage> page(m_renderer.render(pdfOfText("(Ham)", font), MimeType::Pdf, {}));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QVERIFY2(page.hasValue(), qPrintable(page.error().technical));
    QVERIFY(inkOf(page->image) > 100);
}

/// A limit that is told in the documentation. What is not drawn can still be found.
void TestFonts::chineseIsReadButNotDrawn()
{
    test::Outcome<RenderedPage> page(m_renderer.render(chinese(), MimeType::Pdf, {}));
    test::Outcome<PageText> text(m_renderer.text(chinese(), 0, TextDetail::Text));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere() && text.isThere(), test::Patience);
    QVERIFY2(page.hasValue() && text.hasValue(), qPrintable(page.error().technical));
    QCOMPARE(text->text.trimmed(), QStringLiteral("\u4E2D\u6587"));
    QCOMPARE(inkOf(page->image), 0);
}

QTEST_MAIN(TestFonts)
#include "tst_fonts.moc"
