#include "app/installation.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace finhub::app;

class TestInstallation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysTheSame();
    void replacesWhatIsNoId();
    void worksWithoutADisk();
};

void TestInstallation::staysTheSame()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("deep/installation-id"));
    const QByteArray first = installationId(file);
    QVERIFY(!QUuid::fromString(QString::fromLatin1(first)).isNull());
    QCOMPARE(installationId(file), first);
    QVERIFY(installationId(folder.filePath(QStringLiteral("another"))) != first);
}

void TestInstallation::replacesWhatIsNoId()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("installation-id"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x\r\nAuthorization: y");
    file.close();
    QVERIFY(!installationId(name).contains("Authorization"));
    QCOMPARE(installationId(name), installationId(name));
}

void TestInstallation::worksWithoutADisk()
{
    QVERIFY(!installationId(QStringLiteral("/proc/nowhere/id")).isEmpty());
}

QTEST_GUILESS_MAIN(TestInstallation)
#include "tst_installation.moc"
