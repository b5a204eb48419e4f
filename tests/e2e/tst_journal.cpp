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
#include <QFileInfo>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

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

/// What somebody did, without what the window displayed: that is written when it is seen, which may be during
/// or after.
QList<review::JournalEntry> deedsOf(const ConsoleFixture& console)
{
    QList<review::JournalEntry> deeds = entriesOf(console);
    deeds.removeIf(
        [](const review::JournalEntry& entry) { return entry.kind == QLatin1String("document-displayed"); });
    return deeds;
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
    void tellsWhatWasJudged();
    void tellsWhatWasRevealed();
    void tellsWhatOfficersShare();
    void stopsDecisionsWhenItCannotBeWritten();
    void saysThatItWasDamaged();
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
    const auto first = [&entries](const char* kind) {
        const auto found = std::find_if(entries.begin(), entries.end(), [kind](const auto& entry) {
            return entry.kind == QLatin1String(kind);
        });
        return found == entries.end() ? review::JournalEntry() : *found;
    };
    const QString customer = console.text("caseId");
    const QString officer = sandbox::fixedAccounts()[sandbox::OfficerAccount].id.text();
    QCOMPARE(first("case-opened").event.customer.text(), customer);
    const review::JournalEntry displayed = first("document-displayed");
    QCOMPARE(displayed.event.customer.text(), customer);
    QVERIFY(!displayed.event.verification.isEmpty());
    QVERIFY(!displayed.event.document.isEmpty());
    QCOMPARE(displayed.event.detail.size(), 64);
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

void TestJournal::tellsWhatWasJudged()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("acceptDocumentButton"), 20000);
    console.click("acceptDocumentButton");
    QList<review::JournalEntry> entries = entriesOf(console);
    const auto judged = std::find_if(entries.begin(), entries.end(), [](const review::JournalEntry& entry) {
        return entry.kind == QLatin1String("document-judged");
    });
    QVERIFY(judged != entries.end());
    QCOMPARE(judged->event.detail, QStringLiteral("ACCEPTED"));
    QCOMPARE(judged->event.customer.text(), console.text("caseId"));
    QVERIFY(!judged->event.document.isEmpty() && judged->event.reasonCodes.isEmpty());
    console.find<QAbstractItemView>("documentStrip")
        ->setCurrentIndex(console.find<QAbstractItemView>("documentStrip")->model()->index(0, 0));
    console.press(Qt::Key_F);
    QTest::keyClick(console.find("reasonPalette"), Qt::Key_E);
    QTest::keyClick(console.find("reasonPalette"), Qt::Key_Return);
    entries = entriesOf(console);
    const auto refused = std::find_if(entries.begin(), entries.end(), [](const review::JournalEntry& entry) {
        return entry.event.detail == QLatin1String("NOT_ACCEPTED");
    });
    QVERIFY(refused != entries.end());
    QCOMPARE(refused->event.reasonCodes, QStringList{QStringLiteral("DOCUMENT_EXPIRED")});
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

void TestJournal::tellsWhatOfficersShare()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("High"));
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("claimButton") && console.isEnabled("claimButton"), 20000);
    console.click("claimButton");
    QTRY_COMPARE_WITH_TIMEOUT(deedsOf(console).last().kind, QStringLiteral("claimed"), 10000);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("recommendButton") && console.isEnabled("recommendButton"),
                             20000);
    console.click("recommendButton");
    QTRY_VERIFY(console.isShown("recommendDialog"));
    console.click("rejectChoice");
    console.find<QListWidget>("reasonList")->item(0)->setCheckState(Qt::Checked);
    console.find<QPlainTextEdit>("notesEdit")->setPlainText(QStringLiteral("Not convinced"));
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(deedsOf(console).last().kind, QStringLiteral("recommended"), 10000);
    const QString customer = console.text("caseId");
    const review::JournalEntry recommended = deedsOf(console).last();
    QCOMPARE(recommended.event.customer.text(), customer);
    QCOMPARE(recommended.event.detail, QStringLiteral("REJECTED"));
    QCOMPARE(recommended.event.reasonCodes.size(), 1);
    QCOMPARE(recommended.event.snapshot.size(), 64);
    // Also what is given back after the case has been left tells whose it was.
    console.click("backButton");
    QTRY_COMPARE_WITH_TIMEOUT(deedsOf(console).last().kind, QStringLiteral("released"), 10000);
    const review::JournalEntry released = deedsOf(console).last();
    QCOMPARE(released.event.customer.text(), customer);
    QCOMPARE(released.event.verification, recommended.event.verification);
    QVERIFY(!contentOf(console.journal->file()).contains("convinced"));
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
    QTRY_VERIFY(console.isEnabled("rejectButton"));
    QVERIFY(kindsOf(console).contains(QStringLiteral("journal-gap")));
}

/// What somebody did to the file is told to whoever works with it, and stops nobody.
void TestJournal::saysThatItWasDamaged()
{
    ConsoleFixture console;
    console.signIn();
    QVERIFY(!console.isShown("journalStatus"));
    const QString name = console.journal->file();
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("{\"kind\":\"signed-in\"}\n");
    file.close();
    console.openRow(QStringLiteral("Medium"));
    QTRY_VERIFY(console.isShown("journalStatus"));
    QVERIFY(console.text("journalStatus").contains(QStringLiteral("damaged")));
    const QString kept = console.journal->damagedFile();
    QVERIFY(kept.startsWith(name) && QFile::exists(kept));
    QVERIFY(console.find("journalStatus")->accessibleDescription().contains(QFileInfo(kept).fileName()));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 20000);
    QCOMPARE(kindsOf(console).first(), QStringLiteral("journal-begun"));
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
