#include "review/outbox/decisionnotes.h"
#include "review/outbox/outbox.h"
#include "review/sampleintent.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
const UserId Officer(QStringLiteral("o-1"));
const DecisionText Words{QStringLiteral("Rasa Vaitkus, your passport is too old."),
                         QStringLiteral("Called Rasa on +37060012345")};

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}
} // namespace

/// Intents on the disk.
class TestOutbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsEverything_data();
    void keepsEverything();
    void keepsStates();
    void keepsNothingPersonal();
    void belongsToItsOwner();
    void takesOneDecisionOnACase();
    void leavesAloneWhatARunningConsoleWorksOn();
    void separatesOfficersAndConnections();
    void forgetsTheLineThatWasBeingWritten();
    void noticesEveryChangedByte();
    void keepsWhatItCannotRead_data();
    void keepsWhatItCannotRead();
    void survivesAnything();
    void refusesWhenTheDiskIsFull();
    void removesAbandonedDemonstrations();
    void composesNotes_data();
    void composesNotes();
    void readsOnlyItsOwnTag_data();
    void readsOnlyItsOwnTag();
    void sealsWords();

private:
    QStringList files() const { return QDir(m_outbox->folder()).entryList(QDir::Files); }
    QString path() const { return m_outbox->folder() + u'/' + files().value(0); }
    Intent add(const Intent& intent)
    {
        m_kept = m_outbox->add(intent).value_or(nullptr);
        return intent;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<KeptIntent> m_kept;
    TextSeal m_seal;
};

void TestOutbox::init()
{
    m_kept.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_outbox = std::make_unique<Outbox>(m_folder->path());
    m_outbox->open(sampleProfile());
}

void TestOutbox::keepsEverything_data()
{
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<bool>("words");
    for (const auto& [verdict, name] : WireNames<Verdict>::table) {
        QTest::addRow("%s", name) << verdict << false;
        QTest::addRow("%s with words", name) << verdict << true;
    }
}

void TestOutbox::keepsEverything()
{
    QFETCH(Verdict, verdict);
    QFETCH(bool, words);
    Intent intent = sampleIntent(verdict, sampleVerification(), words ? &m_seal : nullptr);
    intent.snapshot = QByteArray(64, '7');
    add(intent);
    QVERIFY(m_kept);
    m_kept.reset();
    const auto left = m_outbox->takeOver(Officer);
    QCOMPARE(left.size(), std::size_t(1));
    QVERIFY(left.front()->intent() == intent);
    QCOMPARE(m_seal.open(left.front()->intent().sealedText).has_value(), words);
}

void TestOutbox::keepsStates()
{
    add(sampleIntent(Verdict::Approve));
    const SendMark mark{QByteArray(64, 'a'), "\"v4\""};
    QVERIFY(m_kept->note(IntentState::Sending, mark));
    QVERIFY(m_kept->note(IntentState::Unknown));
    m_kept.reset();
    m_kept = std::move(m_outbox->takeOver(Officer).front());
    QCOMPARE(m_kept->intent().state, IntentState::Unknown);
    QVERIFY(m_kept->intent().sent == mark);

    // Confirmed again: what may have arrived before is not forgotten.
    QVERIFY(m_kept->confirmAgain(sampleIntent(Verdict::Approve)));
    m_kept.reset();
    m_kept = std::move(m_outbox->takeOver(Officer).front());
    QCOMPARE(m_kept->intent().state, IntentState::Held);
    QVERIFY(m_kept->intent().sentBefore);
    QVERIFY(m_kept->intent().mayBeThere());
    QVERIFY(m_kept->close());
    QVERIFY(files().isEmpty());
}

void TestOutbox::keepsNothingPersonal()
{
    Intent intent = sampleIntent(Verdict::Reject);
    intent.hasText = true;
    intent.sealedText = m_seal.seal(Words);
    add(intent);
    const QByteArray content = readAll(path());
    for (const char* personal : {"Rasa", "Vaitkus", "passport", "37060012345", "UmFzYQ", "rasa"})
        QVERIFY2(!content.contains(personal), personal);
    // Neither does the name of the file.
    QVERIFY(!files().first().contains(QLatin1String("v-1")));
}

void TestOutbox::belongsToItsOwner()
{
    add(sampleIntent(Verdict::Approve));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0600));
    QCOMPARE(::stat(QFile::encodeName(m_outbox->folder()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0700));
    QCOMPARE(files().size(), 1); // no draft is left
}

void TestOutbox::takesOneDecisionOnACase()
{
    add(sampleIntent(Verdict::Approve));
    const auto second = m_outbox->add(sampleIntent(Verdict::Reject));
    QVERIFY(!second);
    QCOMPARE(second.error(), IntentFileFault::Busy);
    m_kept.reset(); // its console has ended
    const auto third = m_outbox->add(sampleIntent(Verdict::Reject));
    QVERIFY(!third);
    QCOMPARE(third.error(), IntentFileFault::Exists);
    QCOMPARE(files().size(), 1);
    QCOMPARE(m_outbox->takeOver(Officer).front()->intent().verdict, Verdict::Approve);
}

void TestOutbox::leavesAloneWhatARunningConsoleWorksOn()
{
    add(sampleIntent(Verdict::Approve));
    Outbox other(m_folder->path());
    other.open(sampleProfile());
    QVERIFY(other.takeOver(Officer).empty());
    QVERIFY(other.unreadable().isEmpty());
    m_kept.reset();
    QCOMPARE(other.takeOver(Officer).size(), std::size_t(1));
}

void TestOutbox::separatesOfficersAndConnections()
{
    add(sampleIntent(Verdict::Approve));
    Intent theirs = sampleIntent(Verdict::Reject);
    theirs.officer = UserId(QStringLiteral("o-2"));
    const auto second = m_outbox->add(theirs);
    QVERIFY(second);
    m_kept.reset();
    QCOMPARE(m_outbox->takeOver(Officer).size(), std::size_t(1));

    api::ConnectionProfile elsewhere = sampleProfile();
    elsewhere.tenantId = TenantId(QStringLiteral("t-2"));
    m_outbox->open(elsewhere);
    QVERIFY(m_outbox->takeOver(Officer).empty());
    QVERIFY(m_outbox->add(sampleIntent(Verdict::Approve)));
}

void TestOutbox::forgetsTheLineThatWasBeingWritten()
{
    add(sampleIntent(Verdict::Approve));
    const QByteArray first = readAll(path());
    QVERIFY(m_kept->note(IntentState::Sending));
    m_kept.reset();
    const QByteArray whole = readAll(path());
    for (qsizetype size = first.size(); size < whole.size(); ++size) {
        write(path(), whole.left(size));
        auto left = m_outbox->takeOver(Officer);
        QCOMPARE(left.size(), std::size_t(1));
        QCOMPARE(left.front()->intent().state, IntentState::Held);
        QCOMPARE(readAll(path()), first);
        QVERIFY(left.front()->note(IntentState::NotSent));
        left.clear();
        QCOMPARE(m_outbox->takeOver(Officer).front()->intent().state, IntentState::NotSent);
    }
}

void TestOutbox::noticesEveryChangedByte()
{
    add(sampleIntent(Verdict::Approve, sampleVerification(), &m_seal));
    QVERIFY(m_kept->note(IntentState::Sending, {QByteArray(64, 'b'), "\"v4\""}));
    m_kept.reset();
    const QByteArray whole = readAll(path());
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray changed = whole;
        changed[at] = char(changed[at] ^ 1);
        const auto reading = readIntent(changed);
        // The end of the last line alone is the same as a line that was being written.
        QVERIFY2(!reading || at == whole.size() - 1, qPrintable(QString::number(at)));
    }
}

void TestOutbox::keepsWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<RecordFault>("fault");
    const QByteArray good = intentLine(sampleIntent(Verdict::Approve));
    QTest::newRow("empty") << QByteArray() << RecordFault::Damaged;
    QTest::newRow("not ours") << QByteArray("hello\n") << RecordFault::Damaged;
    QTest::newRow("zeros") << QByteArray(4096, '\0') << RecordFault::Damaged;
    QTest::newRow("a later version") << QByteArray("intent 2 whatever=it&may-be {json} there\n")
                                     << RecordFault::Newer;
    QTest::newRow("huge") << QByteArray(MaxIntentBytes + 10, 'x') << RecordFault::Damaged;
    QTest::newRow("no check") << good.left(good.size() - 18) + '\n' << RecordFault::Damaged;
    Intent wrong = sampleIntent(Verdict::Approve);
    wrong.verification = VerificationId(QStringLiteral("../../admin"));
    QTest::newRow("an id that walks") << intentLine(wrong) << RecordFault::Damaged;
    wrong = sampleIntent(Verdict::Approve);
    wrong.id = "no uuid";
    QTest::newRow("no key") << intentLine(wrong) << RecordFault::Damaged;
    wrong = sampleIntent(Verdict::Unknown);
    QTest::newRow("no verdict") << intentLine(wrong) << RecordFault::Damaged;
    QTest::newRow("a header in the etag")
        << good + stateLine(IntentState::Sending, QDateTime::currentDateTimeUtc(), {{}, "\"v1\"\r\nX: y"})
        << RecordFault::Damaged;
    Intent another = sampleIntent(Verdict::Approve);
    another.id = "11111111-2222-4333-8444-555555555555";
    QTest::newRow("two keys") << good + intentLine(another) << RecordFault::Damaged;
}

void TestOutbox::keepsWhatItCannotRead()
{
    QFETCH(QByteArray, content);
    QFETCH(RecordFault, fault);
    add(sampleIntent(Verdict::Approve));
    m_kept.reset();
    const QString name = files().first();
    write(path(), content);
    QVERIFY(m_outbox->takeOver(Officer).empty());
    const QList<UnreadableIntent> unreadable = m_outbox->unreadable();
    QCOMPARE(unreadable.size(), 1);
    QCOMPARE(unreadable.first().name, name);
    QCOMPARE(unreadable.first().fault, fault);
    // Nothing is decided over it, and it is never lost.
    QCOMPARE(m_outbox->add(sampleIntent(Verdict::Approve)).error(), IntentFileFault::Exists);
    QVERIFY(m_outbox->setAside(name));
    QVERIFY(m_outbox->unreadable().isEmpty());
    QCOMPARE(files().size(), 1);
    QCOMPARE(readAll(path()), content);
    QVERIFY(m_outbox->add(sampleIntent(Verdict::Approve)));
}

/// Whatever bytes stand there, reading them ends.
void TestOutbox::survivesAnything()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QByteArray good = intentLine(sampleIntent(Verdict::Reject, sampleVerification(), &m_seal)) +
                            stateLine(IntentState::Sending, QDateTime::currentDateTimeUtc(), {});
    for (int i = 0; i < 20'000; ++i) {
        QByteArray content = good;
        const int changes = random.bounded(1, 6);
        for (int c = 0; c < changes; ++c) {
            const auto at = random.bounded(int(content.size()));
            switch (random.bounded(3)) {
            case 0:
                content[at] = char(random.bounded(256));
                break;
            case 1:
                content.remove(at, random.bounded(1, 40));
                break;
            default:
                content.insert(at, content.mid(random.bounded(int(content.size())), 30));
                break;
            }
            if (content.isEmpty())
                break;
        }
        if (const auto reading = readIntent(content))
            QVERIFY(reading->intent.verification.isValid() && reading->wholeBytes <= content.size());
    }
}

void TestOutbox::refusesWhenTheDiskIsFull()
{
    QDir().mkpath(m_outbox->folder());
    rlimit before = {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit little{100, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &little);
    const auto kept = m_outbox->add(sampleIntent(Verdict::Approve));
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!kept);
    QCOMPARE(kept.error(), IntentFileFault::CannotWrite);
    QVERIFY(files().isEmpty());
    QVERIFY(m_outbox->add(sampleIntent(Verdict::Approve)));
}

void TestOutbox::removesAbandonedDemonstrations()
{
    Outbox demo(m_folder->path(), QStringLiteral("demo-outbox"));
    demo.open(sampleProfile());
    auto kept = demo.add(sampleIntent(Verdict::Approve));
    add(sampleIntent(Verdict::Approve));
    Outbox::removeAbandoned(m_folder->path(), QStringLiteral("demo-outbox"));
    QVERIFY(QDir(demo.folder()).exists()); // that demonstration still runs
    kept->reset();
    Outbox::removeAbandoned(m_folder->path(), QStringLiteral("demo-outbox"));
    QVERIFY(!QDir(demo.folder()).exists());
    QCOMPARE(files().size(), 1);
}

void TestOutbox::composesNotes_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("nothing") << QString() << QByteArray();
    QTest::newRow("words") << QStringLiteral("Called the customer.") << QByteArray(64, 'c');
    QTest::newRow("lines") << QStringLiteral("One\nTwo\n\nThree") << QByteArray(64, '0');
    QTest::newRow("as much as there is room") << QString(MaxOfficerNotes, u'x') << QByteArray(64, 'f');
}

void TestOutbox::composesNotes()
{
    QFETCH(QString, words);
    QFETCH(QByteArray, head);
    const QByteArray id = sampleIntent(Verdict::Approve).id;
    const auto notes = composeNotes(words, id, head);
    QVERIFY(notes);
    QVERIFY(notes->size() <= 4000);
    QVERIFY(readNotesTag(*notes) == (NotesTag{shortIntent(id), head}));
    QVERIFY(readNotesTag(notes->trimmed()).has_value());
    QCOMPARE(wordsOfNotes(*notes), words);
    QVERIFY(!composeNotes(QString(MaxOfficerNotes + 1, u'x'), id, head));
}

void TestOutbox::readsOnlyItsOwnTag_data()
{
    QTest::addColumn<QString>("notes");
    const QString tag = QStringLiteral("[finhub-console intent=0123456789abcdef journal=none]");
    QTest::newRow("none") << QString();
    QTest::newRow("words") << QStringLiteral("Looks fine");
    QTest::newRow("not the last line") << tag + QStringLiteral("\nand more");
    QTest::newRow("behind words") << QStringLiteral("See ") + tag;
    QTest::newRow("short") << QStringLiteral("[finhub-console intent=0123 journal=none]");
    QTest::newRow("upper case") << QStringLiteral("[finhub-console intent=0123456789ABCDEF journal=none]");
    QTest::newRow("cut") << tag.left(tag.size() - 1);
}

void TestOutbox::readsOnlyItsOwnTag()
{
    QFETCH(QString, notes);
    QVERIFY(!readNotesTag(notes));
    QCOMPARE(wordsOfNotes(notes), notes);
}

void TestOutbox::sealsWords()
{
    const QByteArray sealed = m_seal.seal(Words);
    QVERIFY(m_seal.open(sealed) == Words);
    QVERIFY(m_seal.seal(Words) != sealed);
    QByteArray changed = sealed;
    changed[changed.size() / 2] = char(changed[changed.size() / 2] ^ 1);
    QVERIFY(!m_seal.open(changed));
    QVERIFY(!m_seal.open({}));
    QVERIFY(!TextSeal().open(sealed));
    // How long the words are does not show.
    QCOMPARE(m_seal.seal({QStringLiteral("a"), {}}).size(), m_seal.seal({QString(200, u'b'), {}}).size());
    m_seal.renew();
    QVERIFY(!m_seal.open(sealed));
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
