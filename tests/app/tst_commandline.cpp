#include "app/commandline.h"

#include <QTest>

using namespace finhub::app;

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasDefaults();
    void readsEverything();
    void refuses_data();
    void refuses();
    void readsWhatToCheck();
    void explainsItself();
};

namespace {
tl::expected<CommandLine, QString> read(const QStringList& arguments)
{
    return readCommandLine(QStringList{QStringLiteral("finhub-console")} + arguments,
                           QStringLiteral("/start"));
}
} // namespace

void TestCommandLine::hasDefaults()
{
    const auto line = read({});
    QVERIFY(line);
    QVERIFY(!line->demo);
    QCOMPARE(line->customers, 200);
    QCOMPARE(line->seed, 1u);
    QVERIFY(!line->documentMemory);
    QVERIFY(line->profileFile.isEmpty());
    QVERIFY(line->walkthrough.isEmpty());
}

void TestCommandLine::readsEverything()
{
    const auto line =
        read({QStringLiteral("--demo"), QStringLiteral("--customers"), QStringLiteral("5000"),
              QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--profile"),
              QStringLiteral("tenant.json"), QStringLiteral("--walkthrough"), QStringLiteral("kyc-approval"),
              QStringLiteral("--output"), QStringLiteral("/tmp/out"), QStringLiteral("--theme"),
              QStringLiteral("dark"), QStringLiteral("--document-memory"), QStringLiteral("64")});
    QVERIFY(line);
    QVERIFY(line->demo);
    QCOMPARE(line->customers, 5000);
    QCOMPARE(line->seed, 7u);
    // The program leaves the folder that it was started in, so paths are made absolute at once.
    QCOMPARE(line->profileFile, QStringLiteral("/start/tenant.json"));
    QCOMPARE(line->outputDirectory, QStringLiteral("/tmp/out"));
    QCOMPARE(line->documentMemory, 64);
    QCOMPARE(line->theme, finhub::views::ThemeManager::Mode::Dark);
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char* name, const QStringList& arguments) { QTest::newRow(name) << arguments; };
    row("an unknown option", {QStringLiteral("--frobnicate")});
    row("a stray argument", {QStringLiteral("stray")});
    row("customers without demo", {QStringLiteral("--customers"), QStringLiteral("5")});
    row("no number", {QStringLiteral("--demo"), QStringLiteral("--customers"), QStringLiteral("many")});
    row("too many", {QStringLiteral("--demo"), QStringLiteral("--customers"), QStringLiteral("1000001")});
    row("fewer than none", {QStringLiteral("--demo"), QStringLiteral("--customers=-1")});
    row("no seed", {QStringLiteral("--demo"), QStringLiteral("--seed"), QStringLiteral("x")});
    row("output without walkthrough", {QStringLiteral("--output"), QStringLiteral("/tmp")});
    row("too little memory", {QStringLiteral("--document-memory"), QStringLiteral("15")});
    row("too much memory", {QStringLiteral("--document-memory"), QStringLiteral("4097")});
    row("no amount", {QStringLiteral("--document-memory"), QStringLiteral("lots")});
    row("no theme", {QStringLiteral("--theme"), QStringLiteral("pink")});
    row("a value is missing", {QStringLiteral("--profile")});
    row("an anchor of nothing", {QStringLiteral("--anchor"), QString(64, u'a')});
    row("no anchor", {QStringLiteral("--verify-journal"), QStringLiteral("j"), QStringLiteral("--anchor"),
                      QStringLiteral("head")});
    row("an anchor of no entry", {QStringLiteral("--verify-journal"), QStringLiteral("j"),
                                  QStringLiteral("--anchor"), QStringLiteral("0:") + QString(64, u'a')});
}

void TestCommandLine::refuses()
{
    QFETCH(QStringList, arguments);
    const auto line = read(arguments);
    QVERIFY(!line);
    QVERIFY(line.error().endsWith(u'.'));
}

void TestCommandLine::readsWhatToCheck()
{
    const auto line =
        read({QStringLiteral("--verify-journal"), QStringLiteral("journal.jsonl"), QStringLiteral("--anchor"),
              QStringLiteral("17:") + QString(64, u'A'), QStringLiteral("--anchor"), QString(64, u'b')});
    QVERIFY(line);
    QCOMPARE(line->journalFile, QStringLiteral("/start/journal.jsonl"));
    QCOMPARE(line->anchors.size(), 2);
    QCOMPARE(line->anchors.at(0).sequence, std::optional<quint64>(17));
    QCOMPARE(line->anchors.at(0).hash, QByteArray(64, 'a'));
    QVERIFY(!line->anchors.at(1).sequence);
    QCOMPARE(line->anchors.at(1).hash, QByteArray(64, 'b'));
}

void TestCommandLine::explainsItself()
{
    QVERIFY(read({QStringLiteral("--help")})->help);
    QVERIFY(read({QStringLiteral("--version")})->version);
    const QString help = helpText();
    for (const char* option : {"--demo", "--customers", "--seed", "--profile", "--walkthrough", "--output",
                               "--theme", "--document-memory", "--verify-journal", "--anchor"})
        QVERIFY2(help.contains(QLatin1String(option)), option);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
