#include "review/journal/journalcheck.h"
#include "review/journal/journalfile.h"
#include "review/powercutdisk.h"
#include "review/sampleintent.h"

#include <QTest>

#include <map>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
const UserId Officer(QStringLiteral("o-1"));
const QString Root = QStringLiteral("/data");
const QString JournalName = Root + QStringLiteral("/journal.jsonl");
constexpr int Chances = 40; ///< what is left of the unsynced is drawn so often for each moment

/// What a console knows of one decision: what it was told to be on the disk, and what it was doing when the
/// power went.
struct Promise {
    bool kept = false; ///< it is to be found
    bool gone = false; ///< it is not to be found
    std::optional<IntentState> state;
    std::optional<IntentState> begun; ///< possibly this one already
};

/// A console that makes decisions and writes its journal until the power goes.
class Run {
public:
    explicit Run(PowerCutDisk& disk)
        : m_outbox(Root, QStringLiteral("outbox"), disk)
        , m_key(Root + QStringLiteral("/journal-key"), disk)
        , m_journal(JournalName, m_key, disk)
    {
        m_outbox.open(sampleProfile());
    }

    void play()
    {
        append();
        add("v-1");
        note("v-1", IntentState::Sending);
        append();
        add("v-2");
        note("v-1", IntentState::Unknown);
        note("v-2", IntentState::Sending);
        confirmAgain("v-1");
        note("v-2", IntentState::Applied);
        append();
        close("v-2");
        add("v-3");
        note("v-3", IntentState::NotSent);
        close("v-3");
        add("v-2");
        append();
        note("v-1", IntentState::Sending);
    }

    std::map<QString, Promise> promises;
    int appended = 0; ///< entries that are to be found; one more may be

private:
    void append()
    {
        JournalEvent event{.kind = JournalKind::CaseOpened, .officer = QStringLiteral("o-1")};
        event.detail = QString::number(appended);
        if (!m_cut && m_journal.append(event))
            ++appended;
        else
            m_cut = true;
    }

    void add(const char* id)
    {
        if (m_cut)
            return;
        Intent intent = sampleIntent(Verdict::Approve);
        intent.verification = VerificationId(QString::fromLatin1(id));
        Promise& promise = promises[intent.verification.text()];
        promise = {.begun = IntentState::Held};
        auto kept = m_outbox.add(intent);
        m_cut = !kept;
        if (!kept)
            return;
        promise = {.kept = true, .state = IntentState::Held};
        m_kept[intent.verification.text()] = std::move(*kept);
    }

    void note(const char* id, IntentState state)
    {
        const QString name = QString::fromLatin1(id);
        if (m_cut)
            return;
        promises[name].begun = state;
        m_cut = !m_kept[name]->note(state);
        if (!m_cut)
            promises[name].state = state;
    }

    void confirmAgain(const char* id)
    {
        const QString name = QString::fromLatin1(id);
        if (m_cut)
            return;
        promises[name].begun = IntentState::Held;
        Intent again = sampleIntent(Verdict::Approve);
        again.verification = VerificationId(name);
        m_cut = !m_kept[name]->confirmAgain(again);
        if (!m_cut)
            promises[name].state = IntentState::Held;
    }

    void close(const char* id)
    {
        const QString name = QString::fromLatin1(id);
        if (m_cut)
            return;
        promises[name].kept = false;
        m_cut = !m_kept[name]->close();
        promises[name].gone = !m_cut;
        m_kept.erase(name);
    }

    Outbox m_outbox;
    JournalKeyFile m_key;
    JournalFile m_journal;
    std::map<QString, std::unique_ptr<KeptIntent>> m_kept;
    bool m_cut = false;
};
} // namespace

/// The power goes at every single step of decisions and journal entries, with everything lost that the disk
/// was not asked to keep.
class TestPowerCut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losesNothingThatWasPromised_data();
    void losesNothingThatWasPromised();

private:
    static void checkOutbox(PowerCutDisk& disk, const Run& run);
    static void checkJournal(PowerCutDisk& disk, const Run& run);
};

void TestPowerCut::losesNothingThatWasPromised_data()
{
    PowerCutDisk whole;
    Run run(whole);
    run.play();
    QCOMPARE(run.appended, 4);
    QVERIFY(whole.calls > 60);
    QTest::addColumn<int>("call");
    for (int call = 0; call <= whole.calls; ++call)
        QTest::addRow("before call %d", call) << call;
}

void TestPowerCut::losesNothingThatWasPromised()
{
    QFETCH(int, call);
    PowerCutDisk disk;
    disk.powerOffAt = call;
    Run run(disk);
    run.play();
    for (int chance = 0; chance < Chances && !QTest::currentTestFailed(); ++chance) {
        QRandomGenerator random(quint32(call * Chances + chance));
        const std::unique_ptr<PowerCutDisk> left = disk.afterwards(random);
        checkOutbox(*left, run);
        checkJournal(*left, run);
        if (QTest::currentTestFailed())
            qWarning("call %d, chance %d", call, chance);
    }
}

void TestPowerCut::checkOutbox(PowerCutDisk& disk, const Run& run)
{
    Outbox outbox(Root, QStringLiteral("outbox"), disk);
    outbox.open(sampleProfile());
    QCOMPARE(outbox.unreadable(), QList<UnreadableIntent>());
    std::map<QString, IntentState> found;
    for (const auto& kept : outbox.takeOver(Officer))
        found[kept->intent().verification.text()] = kept->intent().state;
    for (const auto& [id, promise] : run.promises) {
        const auto present = found.find(id);
        QVERIFY2(!promise.kept || present != found.end(), qPrintable(id));
        QVERIFY2(!promise.gone || present == found.end(), qPrintable(id));
        if (present != found.end())
            QVERIFY2(present->second == promise.state || present->second == promise.begun, qPrintable(id));
    }
    QVERIFY(found.size() <= run.promises.size());
}

void TestPowerCut::checkJournal(PowerCutDisk& disk, const Run& run)
{
    const auto entries = [&disk](JournalReport& report) {
        QStringList details;
        report = review::checkJournal(disk.content(JournalName), {}, [&details](const JournalEntry& entry) {
            if (entry.kind == QLatin1String("case-opened"))
                details << entry.event.detail;
        });
        return details;
    };
    JournalReport report;
    const QStringList before = entries(report);
    if (run.appended > 0)
        QVERIFY(report.isIntact());
    QVERIFY(before.size() == run.appended || before.size() == run.appended + 1);
    for (int i = 0; i < before.size(); ++i)
        QCOMPARE(before.at(i), QString::number(i));
    // It goes on from there.
    JournalKeyFile key(Root + QStringLiteral("/journal-key"), disk);
    JournalFile journal(JournalName, key, disk);
    QVERIFY(journal.append({.kind = JournalKind::SignedIn, .officer = QStringLiteral("o-1")}));
    const QStringList after = entries(report);
    QVERIFY(report.isIntact());
    QCOMPARE(report.unfinished, 0);
    // Unless nobody was promised anything yet, what was there has stayed.
    QVERIFY(run.appended == 0 || after == before);
    QVERIFY(run.appended == 0 || journal.damagedFile().isEmpty());
}

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_powercut.moc"
