#include "documents/documentcache.h"

#include <QTest>

using namespace finhub::documents;

namespace {
QByteArray kilobytes(int count, char content)
{
    return QByteArray(count * 1024, content);
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

QTEST_APPLESS_MAIN(TestDocumentCache)
#include "tst_documentcache.moc"
