#include "api/connectionkey.h"
#include "app/profilejournal.h"
#include "review/journal/journalfixture.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"

#include <QDir>
#include <QTest>

using namespace finhub;
using namespace finhub::app;
using namespace finhub::review;
using namespace finhub::test;

namespace {
api::ConnectionProfile profile(const QString& address)
{
    api::ConnectionProfile one;
    one.name = QStringLiteral("Production");
    one.baseUrl = QUrl(address);
    one.tenantId = TenantId(QStringLiteral("t-1"));
    one.username = QStringLiteral("officer@example.com");
    return one;
}
} // namespace

class TestProfileJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasAFilePerConnection();
    void hasOneFileForTheDemo();
    void isWritableUntilItIsNot();
};

void TestProfileJournal::hasAFilePerConnection()
{
    const QTemporaryDir folder;
    FakeFinHub finhub;
    ProfileJournal journal(finhub, folder.path());
    QVERIFY(journal.head().isEmpty());
    finhub.openSession(sampleOfficer(), profile(QStringLiteral("https://api.finhub.cloud")));
    QVERIFY(journal.append(sampleEvent(1)));
    const QByteArray head = journal.head();
    const QString first = journal.file();
    QVERIFY(!first.contains(QStringLiteral("finhub.cloud")));
    QVERIFY(first.contains(QStringLiteral("journal")));
    finhub.openSession(sampleOfficer(), profile(QStringLiteral("https://other.finhub.cloud")));
    QVERIFY(journal.head().isEmpty());
    QVERIFY(journal.append(sampleEvent(2)));
    QVERIFY(journal.file() != first);
    finhub.openSession(sampleOfficer(), profile(QStringLiteral("https://api.finhub.cloud")));
    QCOMPARE(journal.head(), head);
    QCOMPARE(checkJournal(contentOf(first)).entries, 2);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3); // and the key
    QVERIFY(journal.slice(CustomerId(QStringLiteral("c-1"))));
    QVERIFY(!journal.slice(CustomerId(QStringLiteral("c-2"))));
}

void TestProfileJournal::hasOneFileForTheDemo()
{
    const QTemporaryDir folder;
    FakeFinHub finhub;
    for (const char* address : {"http://127.0.0.1:4001", "http://127.0.0.1:4002"}) {
        ProfileJournal journal(finhub, folder.path());
        journal.setDemo(QUrl(QLatin1String(address)));
        finhub.openSession(sampleOfficer(), profile(QLatin1String(address)));
        QVERIFY(journal.append(sampleEvent(1)));
        QCOMPARE(journal.file(), folder.filePath(QStringLiteral("journal-demo.jsonl")));
        QCOMPARE(checkJournal(contentOf(journal.file())).head, journal.head());
        // Any other connection keeps its own.
        finhub.openSession(sampleOfficer(), profile(QStringLiteral("https://api.finhub.cloud")));
        QVERIFY(!journal.file().contains(QStringLiteral("demo")));
    }
    QCOMPARE(checkJournal(contentOf(folder.filePath(QStringLiteral("journal-demo.jsonl")))).entries, 3);
}

void TestProfileJournal::isWritableUntilItIsNot()
{
    const QTemporaryDir folder;
    FakeFinHub finhub;
    finhub.openSession(sampleOfficer(), profile(QStringLiteral("https://api.finhub.cloud")));
    ProfileJournal journal(finhub, folder.path());
    QVERIFY(journal.isWritable());
    QVERIFY(QDir().mkdir(journal.file()));
    QVERIFY(!journal.append(sampleEvent(1)));
    QVERIFY(!journal.isWritable());
    QVERIFY(!journal.retry());
    QVERIFY(QDir().rmdir(journal.file()));
    QVERIFY(journal.retry());
    QVERIFY(journal.isWritable());
}

QTEST_GUILESS_MAIN(TestProfileJournal)
#include "tst_profilejournal.moc"
