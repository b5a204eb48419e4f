#include "app/profilestore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace finhub;
using namespace finhub::app;

namespace {
api::ConnectionProfile sample()
{
    api::ConnectionProfile profile;
    profile.name = QStringLiteral("Production");
    profile.baseUrl = QUrl(QStringLiteral("https://api.finhub.cloud"));
    profile.tenantId = TenantId(QStringLiteral("t-1"));
    profile.organizationId = OrganizationId(QStringLiteral("o-1"));
    profile.userId = UserId(QStringLiteral("u-1"));
    profile.username = QStringLiteral("officer@example.com");
    return profile;
}
} // namespace

class TestProfileStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsEmpty();
    void keepsConnections();
    void leavesADamagedFileAsItIs();
    void saysThatItCannotWrite();
};

void TestProfileStore::startsEmpty()
{
    const QTemporaryDir folder;
    ProfileStore store(folder.filePath(QStringLiteral("deep/below/connections.json")));
    QVERIFY(store.read());
    QVERIFY(store.read()->isEmpty());
}

void TestProfileStore::keepsConnections()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("deep/below/connections.json"));
    QVERIFY(ProfileStore(file).write({sample()}));
    const auto read = ProfileStore(file).read();
    QVERIFY(read);
    QCOMPARE(read->size(), 1);
    QVERIFY(read->first() == sample());
}

/// Somebody's connections are worth more than the one that would be saved over them.
void TestProfileStore::leavesADamagedFileAsItIs()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("connections.json"));
    const QByteArray damaged("{\"profiles\":[{\"name\":");
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(damaged);
    file.close();
    ProfileStore store(name);
    QVERIFY(!store.read());
    QVERIFY(!store.write({sample()}));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), damaged);
}

void TestProfileStore::saysThatItCannotWrite()
{
    ProfileStore store(QStringLiteral("/proc/nowhere/connections.json"));
    const auto written = store.write({sample()});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Refused);
}

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
