#include "documents/documentcache.h"

#include <QTest>

using namespace finhub::documents;

namespace {
QByteArray kilobytes(int count, char content)
{
    return QByteArray(count * 1024, content);
}

// 16 pixels a row of 64 bytes: 16 rows are a kilobyte.
RenderedPage pageOfKilobytes(int count, char content)
{
    RenderedPage page;
    page.image = QImage(16, 16 * count, QImage::Format_RGB32);
    page.image.fill(static_cast<uint>(content));
    return page;
}
} // namespace

class TestDocumentCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leastRecentlyUsedGoesFirst();
    void staysWithinBudget();
    void whatIsInUseStays();
    void replacesUnderTheSameKey();
    void clearOverwritesSharedBytesToo();
    void pagesAndBytesShareTheBudget();
    void pagesInUseStay();
    void pagesAreOverwritten();
    void textsAreOverwritten();
    void pagesOfADocumentGo();
    void knowsTheVeryBytes();
};

void TestDocumentCache::leastRecentlyUsedGoesFirst()
{
    DocumentCache cache(qint64(3 * 1024));
    cache.insert("a", kilobytes(1, 'a'));
    cache.insert("b", kilobytes(1, 'b'));
    cache.insert("c", kilobytes(1, 'c'));
    QCOMPARE(cache.count(), 3);
    QVERIFY(cache.find("a")); // now b is the oldest
    cache.insert("d", kilobytes(1, 'd'));
    QCOMPARE(cache.count(), 3);
    QVERIFY(!cache.find("b"));
    cache.insert("e", kilobytes(2, 'e'));
    QVERIFY(!cache.find("c"));
    QVERIFY(!cache.find("a"));
    QCOMPARE(*cache.find("d"), kilobytes(1, 'd'));
    QCOMPARE(*cache.find("e"), kilobytes(2, 'e'));
}

void TestDocumentCache::staysWithinBudget()
{
    constexpr qint64 Budget = 10 * 1024;
    DocumentCache cache(Budget);
    for (int i = 0; i < 50; ++i) {
        cache.insert(QByteArray::number(i), kilobytes(1 + i % 4, 'x'));
        QVERIFY(cache.bytes() <= Budget);
        QVERIFY(cache.find(QByteArray::number(i)));
    }
    // Larger than all of it: kept alone, as the one that is in use now, until the next one comes.
    cache.insert("whole budget and more", kilobytes(11, 'y'));
    QCOMPARE(cache.count(), 1);
    cache.insert("next", kilobytes(1, 'z'));
    QCOMPARE(cache.count(), 1);
    QCOMPARE(cache.bytes(), 1024);
}

void TestDocumentCache::whatIsInUseStays()
{
    DocumentCache cache(qint64(2 * 1024));
    cache.insert("viewed", kilobytes(1, 'v'));
    std::optional<QByteArray> viewed = cache.find("viewed");
    cache.insert("b", kilobytes(1, 'b'));
    cache.insert("c", kilobytes(1, 'c'));
    QVERIFY(cache.find("viewed"));
    QVERIFY(!cache.find("b"));
    QCOMPARE(*viewed, kilobytes(1, 'v'));

    QVERIFY(cache.find("c"));
    viewed.reset();
    cache.insert("d", kilobytes(1, 'd'));
    QVERIFY(!cache.find("viewed"));
    QCOMPARE(cache.bytes(), qint64(2 * 1024));
}

void TestDocumentCache::replacesUnderTheSameKey()
{
    DocumentCache cache(qint64(10 * 1024));
    cache.insert("a", kilobytes(3, 'a'));
    cache.insert("a", kilobytes(1, 'b'));
    QCOMPARE(cache.count(), 1);
    QCOMPARE(cache.bytes(), 1024);
    QCOMPARE(*cache.find("a"), kilobytes(1, 'b'));
}

void TestDocumentCache::clearOverwritesSharedBytesToo()
{
    DocumentCache cache(qint64(10 * 1024));
    const QByteArray bytes = kilobytes(1, 'a');
    cache.insert("a", bytes);
    cache.insert("b", kilobytes(1, 'b'));
    cache.clear();
    QCOMPARE(cache.count(), 0);
    QCOMPARE(cache.bytes(), 0);
    QVERIFY(!cache.find("a"));
    QCOMPARE(bytes, QByteArray(1024, '\0'));
}

void TestDocumentCache::pagesAndBytesShareTheBudget()
{
    DocumentCache cache(qint64(4 * 1024));
    cache.insert("a", kilobytes(1, 'a'));
    cache.insertPage("page of a", pageOfKilobytes(2, 'p'));
    cache.insert("b", kilobytes(1, 'b'));
    QCOMPARE(cache.bytes(), qint64(4 * 1024));
    QCOMPARE(cache.documents(), 2);
    QCOMPARE(cache.pages(), 1);
    QVERIFY(!cache.find("page of a"));
    QVERIFY(!cache.findPage("b"));

    // Whatever was used longest ago goes, of either kind. The questions of above were uses too.
    QVERIFY(cache.find("a"));
    cache.insert("c", kilobytes(2, 'c'));
    QVERIFY(!cache.findPage("page of a"));
    QCOMPARE(cache.bytes(), qint64(4 * 1024));
    cache.insertPage("page of c", pageOfKilobytes(1, 'q'));
    QVERIFY(!cache.find("b"));
    QVERIFY(cache.find("a"));
    QCOMPARE(cache.findPage("page of c")->image.size(), QSize(16, 16));
    QCOMPARE(cache.count(), 3);
    QCOMPARE(cache.bytes(), qint64(4 * 1024));
}

void TestDocumentCache::pagesInUseStay()
{
    DocumentCache cache(qint64(2 * 1024));
    cache.insertPage("viewed", pageOfKilobytes(1, 'v'));
    std::optional<RenderedPage> viewed = cache.findPage("viewed");
    cache.insert("b", kilobytes(1, 'b'));
    cache.insert("c", kilobytes(1, 'c'));
    QVERIFY(!cache.find("b"));
    QCOMPARE(viewed->image, pageOfKilobytes(1, 'v').image);
    viewed.reset();
    cache.insert("d", kilobytes(1, 'd'));
    QVERIFY(!cache.findPage("viewed"));
    QCOMPARE(cache.bytes(), qint64(2 * 1024));
}

// The pixels lie in memory of the test, which stays when the image has gone.
void TestDocumentCache::pagesAreOverwritten()
{
    const auto over = [](QByteArray& pixels) {
        RenderedPage page;
        page.image = QImage(reinterpret_cast<uchar*>(pixels.data()), 16, 16, 64, QImage::Format_RGB32);
        return page;
    };
    QByteArray evicted = kilobytes(1, 'e');
    QByteArray cleared = kilobytes(1, 'c');
    QByteArray replaced = kilobytes(1, 'r');
    DocumentCache cache(qint64(2 * 1024));
    cache.insertPage("evicted", over(evicted));
    cache.insertPage("replaced", over(replaced));
    cache.insertPage("replaced", over(cleared));
    QCOMPARE(replaced, QByteArray(1024, '\0'));
    QCOMPARE(evicted, kilobytes(1, 'e'));
    cache.insert("a", kilobytes(1, 'a'));
    QCOMPARE(evicted, QByteArray(1024, '\0'));
    const RenderedPage held = *cache.findPage("replaced");
    cache.clear();
    QCOMPARE(cleared, QByteArray(1024, '\0'));
    QCOMPARE(held.image.pixel(3, 3), QRgb(0xff000000));
    QCOMPARE(cache.count(), 0);
    QCOMPARE(cache.pages(), 0);
    QCOMPARE(cache.bytes(), 0);
}

void TestDocumentCache::textsAreOverwritten()
{
    const auto kilobyteOf = [](char16_t character) {
        PageText text;
        constexpr int Length = 1024 / (sizeof(QChar) + sizeof(QRectF));
        text.text = QString(Length, QChar(character));
        text.places = QList<QRectF>(Length, QRectF(1, 2, 3, 4));
        return text;
    };
    DocumentCache cache(qint64(2 * 1024));
    const PageText held = kilobyteOf(u'h');
    PageText copy = held; // as a view keeps one
    cache.insertText("held", held);
    QVERIFY(!cache.find("held"));
    QVERIFY(!cache.findPage("held"));
    QCOMPARE(cache.findText("held")->text, held.text);
    QCOMPARE(cache.texts(), 1);
    QCOMPARE(cache.documents(), 0);
    const qint64 size = cache.bytes();
    QVERIFY(size > 900 && size <= 1024);

    // What somebody holds stays; the other one makes room.
    cache.insertText("other", kilobyteOf(u'o'));
    cache.insert("document", kilobytes(1, 'd'));
    QVERIFY(!cache.findText("other"));
    QCOMPARE(copy.text.at(3), QChar(u'h'));
    QCOMPARE(copy.places.at(3), QRectF(1, 2, 3, 4));

    cache.clear();
    QCOMPARE(copy.text, QString(held.text.size(), QChar(0)));
    QCOMPARE(copy.places.at(3), QRectF());
    QCOMPARE(cache.texts(), 0);
    QCOMPARE(cache.bytes(), 0);
    QVERIFY(!cache.findText("held"));
}

void TestDocumentCache::pagesOfADocumentGo()
{
    DocumentCache cache(qint64(10 * 1024));
    cache.insert("page of a, but a document", kilobytes(1, 'a'));
    cache.insertPage("page of a 1", pageOfKilobytes(1, '1'));
    cache.insertPage("page of a 2", pageOfKilobytes(1, '2'));
    cache.insertPage("page of b 1", pageOfKilobytes(1, '1'));
    PageText text;
    text.text = QStringLiteral("a");
    cache.insertText("page of a text 1", text);
    cache.removePages("page of a");
    QCOMPARE(cache.pages(), 1);
    QCOMPARE(cache.texts(), 0);
    QCOMPARE(cache.documents(), 1);
    QVERIFY(cache.findPage("page of b 1"));
    QCOMPARE(cache.bytes(), qint64(2 * 1024));
}

void TestDocumentCache::knowsTheVeryBytes()
{
    DocumentCache cache(qint64(10 * 1024));
    const QByteArray bytes = kilobytes(1, 'a');
    cache.insert("a", bytes);
    QVERIFY(cache.holds("a", bytes));
    QVERIFY(!cache.holds("b", bytes));
    QVERIFY(!cache.holds("a", kilobytes(1, 'a')));
}

QTEST_APPLESS_MAIN(TestDocumentCache)
#include "tst_documentcache.moc"
