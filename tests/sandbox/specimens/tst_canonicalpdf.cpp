#include "sandbox/specimens/canonicalpdf.h"
#include "sandbox/specimens/typeface.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTest>

using namespace finhub::sandbox;

/// What is changed in QPdfWriter's files, and that they stay files.
class TestCanonicalPdf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tableIsRight();
    void rendersTheSame();
    void datesAndSpaces();
    void twiceIsOnce();
    void otherBytesAreLeftAlone_data();
    void otherBytesAreLeftAlone();
};

namespace {
/// Two pages, all fonts, a picture.
QByteArray written()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setResolution(254);
        QPainter painter(&writer);
        for (int page = 0; page < 2; ++page) {
            if (page > 0)
                writer.newPage();
            int y = 200;
            for (const Typeface face :
                 {Typeface::Sans, Typeface::SansBold, Typeface::Mono, Typeface::Serif}) {
                painter.setFont(typeface(face, 60));
                painter.drawText(200, y += 100, QStringLiteral("Office of Ąžuolas, page %1").arg(page));
            }
            QImage image(64, 64, QImage::Format_RGB32);
            image.fill(QColor(20, 90, 160));
            painter.drawImage(QRectF(200, 1000, 400, 400), image);
        }
    }
    return buffer.data();
}

void load(QPdfDocument& document, QBuffer& buffer, const QByteArray& bytes)
{
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    document.load(&buffer);
}
} // namespace

void TestCanonicalPdf::tableIsRight()
{
    const QByteArray pdf = canonicalPdf(written(), QDate(2026, 3, 31));
    const qsizetype start =
        pdf.mid(pdf.lastIndexOf("startxref\n") + 10).split('\n').constFirst().toLongLong();
    QVERIFY(pdf.mid(start).startsWith("xref\n0 "));
    const QByteArrayList rows = pdf.mid(start).split('\n');
    const int count = rows.at(1).split(' ').at(1).toInt();
    QVERIFY(count > 20);
    for (int object = 1; object < count; ++object) {
        const qsizetype offset = rows.at(2 + object).left(10).toLongLong();
        QVERIFY(pdf.mid(offset).startsWith(QByteArray::number(object) + " 0 obj\n"));
    }
    QVERIFY(pdf.mid(start).contains("/Root 1 0 R"));
}

void TestCanonicalPdf::rendersTheSame()
{
    const QByteArray before = written();
    QPdfDocument original;
    QPdfDocument canonical;
    QBuffer first;
    QBuffer second;
    load(original, first, before);
    load(canonical, second, canonicalPdf(before, QDate(2026, 3, 31)));
    QCOMPARE(canonical.pageCount(), 2);
    for (int page = 0; page < 2; ++page) {
        const QImage image = canonical.render(page, QSize(400, 566));
        QVERIFY(!image.isNull());
        QCOMPARE(image, original.render(page, QSize(400, 566)));
    }
}

void TestCanonicalPdf::datesAndSpaces()
{
    const QByteArray pdf = canonicalPdf(written(), QDate(2026, 3, 31));
    QVERIFY(pdf.contains("/CreationDate (D:20260331090000Z)"));
    QPdfDocument document;
    QBuffer buffer;
    load(document, buffer, pdf);
    // Neither a tabulator nor a ligature.
    QVERIFY(document.getAllText(1).text().contains(QStringLiteral("Office of Ąžuolas, page 1")));
}

void TestCanonicalPdf::twiceIsOnce()
{
    const QByteArray once = canonicalPdf(written(), QDate(2026, 3, 31));
    QCOMPARE(canonicalPdf(once, QDate(2026, 3, 31)), once);
}

void TestCanonicalPdf::otherBytesAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("no PDF at all");
    QTest::newRow("start beyond the end") << QByteArray("%PDF-1.4\nstartxref\n999999\n%%EOF\n");
    QTest::newRow("no table there") << QByteArray("%PDF-1.4\nstartxref\n3\n%%EOF\n");
}

void TestCanonicalPdf::otherBytesAreLeftAlone()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(canonicalPdf(bytes, QDate(2026, 3, 31)), bytes);
}

QTEST_MAIN(TestCanonicalPdf)
#include "tst_canonicalpdf.moc"
