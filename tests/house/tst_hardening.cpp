#include "house/elffile.h"

#include <QFileInfo>
#include <QTest>

using finhub::house::ElfFile;

/// The programs as they were built for a release. What a compiler or linker does by itself on one system it
/// may not do on another, so it is looked for in what came out.
class TestHardening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void programIsHardened_data();
    void programIsHardened();
    void seesWhatIsMissing();
    void refusesWhatIsNoProgram();
};

void TestHardening::programIsHardened_data()
{
    QTest::addColumn<QString>("program");
    for (const char* name : {"finhub-console", "finhub-sandbox", "finhub-document-worker"})
        QTest::newRow(name) << QStringLiteral(FINHUB_BIN_DIR "/") + QLatin1String(name);
    // Built where Tesseract is.
    const QString reader = QStringLiteral(FINHUB_BIN_DIR "/finhub-zone-reader");
    if (QFileInfo::exists(reader))
        QTest::newRow("finhub-zone-reader") << reader;
}

void TestHardening::programIsHardened()
{
    QFETCH(QString, program);
    const auto file = ElfFile::read(program);
    QVERIFY2(file, qPrintable(program));
    QVERIFY2(file->positionIndependent, "no PIE: its code lies at addresses that are known beforehand");
    QVERIFY2(file->relro, "no RELRO: the loader's tables stay writable");
    QVERIFY2(file->bindNow, "no BIND_NOW: RELRO is partial, the table of functions stays writable");
    QVERIFY2(!file->executableStack, "the stack is executable");
    QVERIFY2(!file->writableCode, "there is memory that can be both written and executed");
    QVERIFY2(file->usesStackProtector(), "no stack protector");
    QVERIFY2(file->usesFortify(), "no FORTIFY_SOURCE");
    QVERIFY2(file->runPath.isEmpty(), file->runPath.constData());
}

void TestHardening::seesWhatIsMissing()
{
    const auto soft = ElfFile::read(QStringLiteral(FINHUB_SOFT_PROGRAM));
    QVERIFY(soft);
    QVERIFY(!soft->positionIndependent);
    QVERIFY(!soft->relro);
    QVERIFY(!soft->bindNow);
    QVERIFY(soft->executableStack);
    QVERIFY(!soft->usesStackProtector());
    QVERIFY(!soft->usesFortify());
    QCOMPARE(soft->runPath, QByteArray("/nowhere"));
    QVERIFY(soft->imports.contains("puts"));
}

void TestHardening::refusesWhatIsNoProgram()
{
    QVERIFY(!ElfFile::read(QStringLiteral("/nowhere/at-all")));
    QVERIFY(!ElfFile::read(QStringLiteral("/etc/passwd")));
}

QTEST_APPLESS_MAIN(TestHardening)
#include "tst_hardening.moc"
