#include "memory/imagesearch.h"

#include <QTest>

using namespace finhub::test;

/// The search that the promises about memory rest on finds what is there.
class TestImageSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("memory");
        QTest::addColumn<int>("whole");
        QTest::addColumn<int>("windows");
        const QByteArray secret = text();
        const auto wide = [](const QByteArray& bytes) {
            const QString utf16 = QString::fromLatin1(bytes);
            return QByteArray(reinterpret_cast<const char*>(utf16.utf16()), utf16.size() * 2);
        };
        const QByteArray noise(1000, 'x');
        QTest::newRow("nothing") << noise << 0 << 0;
        QTest::newRow("whole") << noise + secret + noise << 1 << 0;
        QTest::newRow("at the edges") << secret + noise + secret << 2 << 0;
        QTest::newRow("at an odd place") << QByteArray(3, 'x') + secret << 1 << 0;
        QTest::newRow("UTF-16") << noise + wide(secret) + noise << 1 << 0;
        QTest::newRow("UTF-16 at an odd place") << QByteArray(1, 'x') + wide(secret) << 1 << 0;
        QTest::newRow("twice in a row") << secret + secret << 2 << 0;
        for (const int from : {0, 1, 7, 15, 16, 17, 31, 68}) {
            QTest::addRow("32 from %d", from) << noise + secret.mid(from, 32) + noise << 0 << 1;
            QTest::addRow("32 wide from %d", from) << noise + wide(secret.mid(from, 32)) + noise << 0 << 1;
            QTest::addRow("31 from %d", from) << noise + secret.mid(from, 31) + noise << 0 << 0;
        }
        QTest::newRow("all but one") << secret.chopped(1) << 0 << 1;
    }
    void finds()
    {
        QFETCH(QByteArray, memory);
        QFETCH(int, whole);
        QFETCH(int, windows);
        ImageSearch search;
        search.add(QByteArray("something else that is longer than thirty-two characters"));
        search.add(text());
        ImageSearch::Found found;
        search.look(memory.constData(), memory.size(), found);
        QCOMPARE(found.whole, whole);
        QCOMPARE(found.windows, windows);
        QCOMPARE(search.wholeIn(memory.constData(), memory.size()).size(), qsizetype(whole > 0 ? 1 : 0));
    }

    void findsShortTexts()
    {
        ImageSearch search;
        search.add("a.b@c.example");
        const QByteArray memory = "xx a.b@c.example a.b@c.exampl";
        QCOMPARE(search.wholeIn(memory.constData(), memory.size()), QByteArrayList{"a.b@c.example"});
        ImageSearch::Found found;
        search.look(memory.constData(), memory.size(), found);
        QCOMPARE(found.whole, 1);
    }

private:
    static QByteArray text()
    {
        QByteArray bytes;
        for (int i = 0; i < 100; ++i)
            bytes += static_cast<char>('!' + (i * 37 + i / 7) % 90);
        return bytes;
    }
};

QTEST_GUILESS_MAIN(TestImageSearch)
#include "tst_imagesearch.moc"
