#include "views/textspans.h"

#include <QTest>

using namespace finhub;
using namespace finhub::views;

namespace {
/// Two lines of ten characters of 10 x 12 points with a line break between.
documents::PageText twoLines()
{
    documents::PageText page;
    page.text = QStringLiteral("abcdefghij\r\nklmnopqrst");
    page.pageSize = QSizeF(200, 200);
    for (int i = 0; i < 10; ++i)
        page.places << QRectF(20 + i * 10, 50, 10, 12);
    page.places << QRectF() << QRectF();
    for (int i = 0; i < 10; ++i)
        page.places << QRectF(20 + i * 10, 80, 10, 12);
    return page;
}
} // namespace

class TestTextSpans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QList<int>>("starts");
        const auto row = [](const char* name, const QString& text, const QString& wanted,
                            const QList<int>& starts) { QTest::newRow(name) << text << wanted << starts; };
        row("every one", QStringLiteral("pay, Pay, PAY"), QStringLiteral("pay"), {0, 5, 10});
        row("nothing", QStringLiteral("pay"), QStringLiteral("paid"), {});
        row("nothing wanted", QStringLiteral("pay"), QStringLiteral("  "), {});
        row("over a line's end", QStringLiteral("Linkora\r\nTelecom"), QStringLiteral("linkora telecom"),
            {0});
        row("letters with marks", QStringLiteral("KÖHLER Köhler"), QStringLiteral("köhler"), {0, 7});
        row("signs are themselves", QStringLiteral("a.b axb (1)"), QStringLiteral("a.b"), {0});
        row("brackets", QStringLiteral("a.b axb (1)"), QStringLiteral("(1)"), {8});
    }

    void findsText()
    {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        QFETCH(QList<int>, starts);
        QList<int> found;
        for (const TextSpan& span : findSpans(text, wanted))
            found << span.from;
        QCOMPARE(found, starts);
    }

    void joinsThePlacesOfALine()
    {
        const documents::PageText page = twoLines();
        QCOMPARE(placesOf(page, {2, 3}), QList<QRectF>{QRectF(40, 50, 30, 12)});
        QCOMPARE(placesOf(page, {8, 6}), (QList<QRectF>{{100, 50, 20, 12}, {20, 80, 20, 12}}));
        QVERIFY(placesOf(page, {10, 2}).isEmpty());
        QVERIFY(placesOf(page, {100, 50}).isEmpty());
        QCOMPARE(placesOf(page, {-5, 6}).size(), 1);
    }

    void selectsBetweenTwoPoints()
    {
        const documents::PageText page = twoLines();
        QCOMPARE(spanBetween(page, {45, 55}, {65, 55}), (TextSpan{2, 3}));
        QCOMPARE(spanBetween(page, {65, 55}, {45, 55}), (TextSpan{2, 3}));
        QCOMPARE(spanBetween(page, {45, 55}, {25, 85}), (TextSpan{2, 11}));
        // Beside the text the nearest character counts, a line being farther than a letter.
        QCOMPARE(spanBetween(page, {0, 0}, {300, 58}), (TextSpan{0, 10}));
        documents::PageText none = page;
        none.places.fill(QRectF());
        QCOMPARE(spanBetween(none, {45, 55}, {65, 55}).length, 0);
    }
};

QTEST_GUILESS_MAIN(TestTextSpans)
#include "tst_textspans.moc"
