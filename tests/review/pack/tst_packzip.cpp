#include "review/pack/packzip.h"

#include <QRandomGenerator>
#include <QTest>

using namespace finhub::review;

class TestPackZip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsFiles();
    void knowsNames_data();
    void knowsNames();
    void refusesNamesThatLeaveTheFolder();
    void refusesTheSameNameTwice();
    void refusesWhatIsNoZip_data();
    void refusesWhatIsNoZip();
    void noticesChangedBytes();

private:
    QDateTime m_time{QDate(2026, 3, 31), QTime(9, 0), Qt::UTC};
    QList<PackFile> m_files{
        {.name = QStringLiteral("record.json"), .content = "{\"a\":1}"},
        {.name = QStringLiteral("documents/001.pdf"), .content = QByteArray(100'000, 'x')},
        {.name = QStringLiteral("empty"), .content = ""},
    };
};

void TestPackZip::keepsFiles()
{
    const QByteArray zip = zipPack(m_files, m_time);
    QVERIFY(zip.startsWith("PK\x03\x04"));
    QVERIFY(zip.size() < 10'000);
    const auto files = unzipPack(zip);
    QVERIFY(files);
    QCOMPARE(files->size(), m_files.size());
    for (int i = 0; i < m_files.size(); ++i) {
        QCOMPARE(files->at(i).name, m_files.at(i).name);
        QCOMPARE(files->at(i).content, m_files.at(i).content);
    }
}

void TestPackZip::knowsNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("known");
    const auto row = [](const char* name, bool known) {
        QTest::newRow(name) << QString::fromUtf8(name) << known;
    };
    row("record.json", true);
    row("documents/001.pdf", true);
    row("README.txt", true);
    row("", false);
    row("..", false);
    row("../up", false);
    row("/root", false);
    row("a/../b", false);
    row("a/b/c", false);
    row("a\\b", false);
    row(".hidden", false);
    row("a/.hidden", false);
    row("dir/", false);
    row("a b", false);
    row("a\n", false);
    row("ü", false);
    QTest::newRow("long") << QString(101, u'a') << false;
}

void TestPackZip::knowsNames()
{
    QFETCH(const QString, name);
    QFETCH(const bool, known);
    QCOMPARE(isPackName(name), known);
    QCOMPARE(!zipPack({{.name = name, .content = "x"}}, m_time).isEmpty(), known);
}

void TestPackZip::refusesNamesThatLeaveTheFolder()
{
    QByteArray zip = zipPack({{.name = QStringLiteral("aa/aaaaa"), .content = "x"}}, m_time);
    QVERIFY(unzipPack(zip));
    zip.replace("aa/aaaaa", "../aaaaa");
    QVERIFY(!unzipPack(zip));
}

void TestPackZip::refusesTheSameNameTwice()
{
    QByteArray zip = zipPack({{.name = QStringLiteral("aaaaa"), .content = "x"},
                              {.name = QStringLiteral("bbbbb"), .content = "y"}},
                             m_time);
    QVERIFY(unzipPack(zip));
    zip.replace("bbbbb", "aaaaa");
    QVERIFY(!unzipPack(zip));
}

void TestPackZip::refusesWhatIsNoZip_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray zip = zipPack(m_files, m_time);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("a mark only") << QByteArray("PK\x03\x04");
    QTest::newRow("the first half") << zip.first(zip.size() / 2);
    QTest::newRow("the second half") << zip.last(zip.size() / 2);
    QTest::newRow("zeros") << QByteArray(1000, '\0');
}

void TestPackZip::refusesWhatIsNoZip()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!unzipPack(bytes));
}

/// Whatever is changed, the contents that come out are those that went in, or nothing comes out.
void TestPackZip::noticesChangedBytes()
{
    const QByteArray zip = zipPack(m_files, m_time);
    QRandomGenerator random(1);
    int refused = 0;
    for (qsizetype at = 0; at < zip.size(); ++at) {
        QByteArray changed = zip;
        changed[at] = static_cast<char>(changed.at(at) ^ static_cast<char>(1 + random.bounded(255)));
        const auto files = unzipPack(changed);
        refused += files ? 0 : 1;
        if (!files)
            continue;
        for (const PackFile& file : *files) {
            for (const PackFile& was : m_files)
                QVERIFY(file.name != was.name || file.content == was.content);
        }
    }
    QVERIFY(refused > 0);
}

QTEST_APPLESS_MAIN(TestPackZip)
#include "tst_packzip.moc"
