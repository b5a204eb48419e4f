#include "e2e/consolefixture.h"
#include "review/journal/journalcheck.h"
#include "review/pack/packcheck.h"
#include "review/pack/packzip.h"
#include "sandbox/accounts/accounts.h"

#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

namespace {
QByteArray contentOf(const QString& file)
{
    QFile open(file);
    return open.open(QIODevice::ReadOnly) ? open.readAll() : QByteArray();
}

QList<review::JournalEntry> entriesOf(const ConsoleFixture& console)
{
    QList<review::JournalEntry> entries;
    const review::JournalReport report =
        review::checkJournal(contentOf(console.journal->file()), {},
                             [&entries](const review::JournalEntry& entry) { entries << entry; });
    return report.isIntact() && report.unfinished == 0 ? entries : QList<review::JournalEntry>();
}

QStringList kindsOf(const ConsoleFixture& console)
{
    QStringList kinds;
    for (const review::JournalEntry& entry : entriesOf(console))
        kinds << entry.kind;
    return kinds;
}

/// Chooses the file in the dialog that stands over the export's.
void saveAs(ConsoleFixture& console, const QString& file)
{
    console.click("exportSaveButton");
    auto* dialog = console.window->findChild<QFileDialog*>(QStringLiteral("exportFileDialog"));
    QVERIFY(dialog);
    dialog->selectFile(file);
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(console.text("exportCloseButton") == QLatin1String("Close"), 20000);
}
} // namespace

/// What the journal has of a day at the console, through the widgets of the real window.
class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWasLookedAt();
    void tellsWhatWasRevealed();
    void stopsDecisionsWhenItCannotBeWritten();
    void exportsTheEvidence();
    void exportsNothingWithoutAnEntry();
    void exportsTheList();
};

void TestJournal::tellsWhatWasLookedAt()
{
    ConsoleFixture console;
    console.signIn();
    QCOMPARE(kindsOf(console), (QStringList{QStringLiteral("journal-begun"), QStringLiteral("signed-in")}));
    console.openRow(QStringLiteral("Medium"));
    QTRY_VERIFY_WITH_TIMEOUT(kindsOf(console).contains(QStringLiteral("document-displayed")), 20000);
    const QList<review::JournalEntry> entries = entriesOf(console);
    QCOMPARE(entries.size(), 4);
    const QString customer = console.text("caseId");
    const QString officer = sandbox::fixedAccounts()[sandbox::OfficerAccount].id.text();
    QCOMPARE(entries.at(2).kind, QStringLiteral("case-opened"));
    QCOMPARE(entries.at(2).event.customer.text(), customer);
    QCOMPARE(entries.at(3).event.customer.text(), customer);
    QVERIFY(!entries.at(3).event.verification.isEmpty());
    QVERIFY(!entries.at(3).event.document.isEmpty());
    QCOMPARE(entries.at(3).event.detail.size(), 64);
    for (const review::JournalEntry& entry : entries.mid(1))
        QCOMPARE(entry.event.officer, officer);
    // Nothing personal.
    const QByteArray journal = contentOf(console.journal->file());
    for (const QString& part : console.text("caseName").split(u' '))
        QVERIFY(!journal.contains(part.toUtf8()));

    console.click("backButton");
    console.click("signOutButton");
    QTRY_COMPARE_WITH_TIMEOUT(kindsOf(console).last(), QStringLiteral("signed-out"), 10000);
}

void TestJournal::tellsWhatWasRevealed()
{
    ConsoleFixture console;
    console.signIn(sandbox::ViewerAccount);
    console.openRow(QStringLiteral("Medium"));
    console.click("overviewPaneButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.window->findChild<QWidget*>(QStringLiteral("revealButton_email")),
                             10000);
    QTRY_VERIFY(console.isShown("revealButton_email"));
    console.click("revealButton_email");
    const QList<review::JournalEntry> entries = entriesOf(console);
    QVERIFY(!entries.isEmpty());
    QCOMPARE(entries.last().kind, QStringLiteral("revealed"));
    QCOMPARE(entries.last().event.detail, QStringLiteral("email"));
    QCOMPARE(entries.last().event.customer.text(), console.text("caseId"));
    // What is masked for this role is not to be had as a file either.
    QVERIFY(!console.isEnabled("exportPackButton"));
}

void TestJournal::stopsDecisionsWhenItCannotBeWritten()
{
    ConsoleFixture console;
    console.signIn();
    QVERIFY(!console.isShown("journalStatus"));
    // A folder stands in its place; that stops root as well.
    const QString file = console.journal->file();
    QVERIFY(QFile::rename(file, file + QStringLiteral(".away")));
    QVERIFY(QDir().mkdir(file));
    console.openRow(QStringLiteral("Medium"));
    QTRY_VERIFY_WITH_TIMEOUT(console.find<views::DocumentCanvas>("documentCanvas")->hasPage(), 20000);
    QTRY_VERIFY(console.isShown("journalStatus"));
    QTRY_VERIFY(console.text("decisionMessage").contains(QStringLiteral("journal")));
    QVERIFY(!console.isEnabled("approveButton"));
    QVERIFY(!console.isEnabled("rejectButton"));
    QVERIFY(!console.isEnabled("resubmissionButton"));
    // It is tried again without anybody doing anything.
    QVERIFY(QDir().rmdir(file));
    QVERIFY(QFile::rename(file + QStringLiteral(".away"), file));
    QTRY_VERIFY_WITH_TIMEOUT(!console.isShown("journalStatus"), 30000);
    QTRY_VERIFY(console.isEnabled("approveButton"));
    QCOMPARE(kindsOf(console).last(), QStringLiteral("journal-gap"));
}

void TestJournal::exportsTheEvidence()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Medium"));
    QTRY_VERIFY_WITH_TIMEOUT(kindsOf(console).contains(QStringLiteral("document-displayed")), 20000);
    console.click("overviewPaneButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("exportPackButton"), 10000);
    for (const bool withDocuments : {false, true}) {
        console.click("exportPackButton");
        QTRY_VERIFY(console.isShown("exportDialog"));
        const QString warning = console.text("exportWarning");
        console.find<QCheckBox>("exportDocumentsBox")->setChecked(withDocuments);
        QCOMPARE(console.text("exportWarning") != warning, withDocuments);
        const QString file = console.folder.filePath(QStringLiteral("pack-%1.zip").arg(withDocuments));
        saveAs(console, file);
        console.click("exportCloseButton");
        QTRY_VERIFY(!console.window->findChild<QDialog*>(QStringLiteral("exportDialog")));

        const QByteArray zip = contentOf(file);
        const review::PackReport report =
            review::checkPack(zip, {{.sequence = {}, .hash = console.journal->head()}});
        QVERIFY(report.isIntact());
        QCOMPARE(report.customer.text(), console.text("caseId"));
        const auto files = review::unzipPack(zip);
        QVERIFY(files);
        int documents = 0;
        for (const review::PackFile& one : *files) {
            documents += one.name.startsWith(QStringLiteral("documents/")) ? 1 : 0;
            if (one.name == QLatin1String("summary.pdf"))
                QVERIFY(one.content.startsWith("%PDF-"));
        }
        QCOMPARE(documents > 0, withDocuments);
        QCOMPARE(kindsOf(console).last(), QStringLiteral("exported"));
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QCOMPARE(QFile::permissions(file) & others, QFileDevice::Permissions());
    }
}

void TestJournal::exportsNothingWithoutAnEntry()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Medium"));
    console.click("overviewPaneButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("exportPackButton"), 10000);
    console.click("exportPackButton");
    QTRY_VERIFY(console.isShown("exportDialog"));
    QVERIFY(QFile::rename(console.journal->file(), console.journal->file() + QStringLiteral(".away")));
    QVERIFY(QDir().mkdir(console.journal->file()));
    const QString file = console.folder.filePath(QStringLiteral("pack.zip"));
    console.click("exportSaveButton");
    auto* dialog = console.window->findChild<QFileDialog*>(QStringLiteral("exportFileDialog"));
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY(console.text("exportResult").contains(QStringLiteral("Nothing was exported")));
    QVERIFY(!QFile::exists(file));
    QVERIFY(console.isEnabled("exportSaveButton"));
}

void TestJournal::exportsTheList()
{
    ConsoleFixture console;
    console.signIn();
    const int rows = console.rows("customerTable");
    console.click("exportListButton");
    QTRY_VERIFY(console.isShown("exportDialog"));
    QVERIFY(!console.isShown("exportDocumentsBox"));
    const QString file = console.folder.filePath(QStringLiteral("list.csv"));
    saveAs(console, file);
    console.click("exportCloseButton");
    const QByteArray csv = contentOf(file);
    QCOMPARE(csv.count("\r\n"), rows + 1);
    QVERIFY(csv.startsWith("\xEF\xBB\xBF\"Customer id\","));
    QCOMPARE(kindsOf(console).last(), QStringLiteral("exported"));
    QCOMPARE(entriesOf(console).last().event.detail.size(), 64);
}

QTEST_MAIN(TestJournal)
#include "tst_journal.moc"
