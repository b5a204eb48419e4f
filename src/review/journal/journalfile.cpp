#include "review/journal/journalfile.h"

#include "review/journal/journalslice.h"
#include "review/journal/journalwords.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <chrono>
#include <utility>

namespace finhub::review {

namespace {
constexpr int Attempts = 3;

QByteArray newRun()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
}

/// The event with nothing in it that does not belong into a journal.
JournalEvent plain(JournalEvent event)
{
    event.officer = journalText(event.officer);
    event.customer = CustomerId(journalText(event.customer.text()));
    event.verification = VerificationId(journalText(event.verification.text()));
    event.document = DocumentId(journalText(event.document.text()));
    event.snapshot = journalText(QString::fromUtf8(event.snapshot)).toLatin1();
    event.intent = journalText(QString::fromUtf8(event.intent)).toLatin1();
    event.detail = journalText(event.detail);
    for (QString& code : event.reasonCodes)
        code = journalText(code);
    return event;
}
} // namespace

JournalClock JournalClock::system()
{
    return {.utc = QDateTime::currentDateTimeUtc, .monotonic = [] {
                return std::chrono::duration_cast<std::chrono::milliseconds>(
                    std::chrono::steady_clock::now().time_since_epoch());
            }};
}

JournalFile::JournalFile(QString file, JournalKeyFile& key, Disk& disk, JournalClock clock)
    : m_file(std::move(file))
    , m_folder(QFileInfo(m_file).absolutePath())
    , m_key(key)
    , m_disk(disk)
    , m_clock(std::move(clock))
    , m_run(newRun())
{
}

JournalFile::~JournalFile() = default;

bool JournalFile::append(const JournalEvent& event)
{
    if (attempt(plain(event)))
        return true;
    ++m_lost;
    return false;
}

bool JournalFile::retry()
{
    return m_writable || attempt(std::nullopt);
}

std::optional<QByteArray> JournalFile::slice(const CustomerId& customer) const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return journalSlice(file.readAll(), customer);
}

bool JournalFile::attempt(const std::optional<JournalEvent>& event)
{
    m_writable = false;
    const JournalKey* key = m_key.key();
    if (!key)
        return false;
    Attempt attempt = Attempt::Again;
    for (int i = 0; i < Attempts && attempt == Attempt::Again; ++i)
        attempt = tryAppend(event, *key);
    m_writable = attempt == Attempt::Done;
    return m_writable;
}

JournalFile::Attempt JournalFile::tryAppend(const std::optional<JournalEvent>& event, const JournalKey& key)
{
    Disk::Refusal why = Disk::Refusal::None;
    if (!m_disk.makeFolder(m_folder))
        return Attempt::Failed;
    const OpenFile file(m_disk, m_disk.open(m_file, Disk::Mode::Append, why));
    if (!file.isOpen() || !m_disk.lock(file.descriptor()))
        return Attempt::Failed;
    // Another console may have set it aside while this one waited for the lock.
    if (!m_disk.isAt(file.descriptor(), m_file))
        return Attempt::Again;
    const std::optional<JournalTail> tail = readJournalTail(m_disk, file.descriptor(), key.publicKey());
    bool readable = tail.has_value();
    if (readable && !isContinuable(*tail, file.descriptor(), key, readable))
        return readable && setAside() ? Attempt::Again : Attempt::Failed;
    if (!readable)
        return Attempt::Failed;
    if (!tail->torn.isEmpty() && (!keepTorn(tail->torn) || !m_disk.truncate(file.descriptor(), tail->end)))
        return Attempt::Failed;

    JournalEntry last;
    const QByteArray lines = write(event, *tail, key, last);
    const bool begins = tail->state == JournalTail::State::Empty;
    if (lines.isEmpty() || !m_disk.writeAll(file.descriptor(), lines) || !m_disk.sync(file.descriptor()) ||
        (begins && !m_disk.syncFolder(m_folder))) {
        // What was written of it goes; where even that fails, it is an unfinished entry for the next time.
        m_disk.truncate(file.descriptor(), tail->end);
        return Attempt::Failed;
    }
    m_sequence = last.sequence;
    m_head = last.hash;
    m_begun = true;
    m_setAside.clear();
    m_lost = 0;
    return Attempt::Done;
}

/// Not so when its beginning is not ours, or when it has lost what was written from here.
bool JournalFile::isContinuable(const JournalTail& tail, int file, const JournalKey& key, bool& readable)
{
    switch (tail.state) {
    case JournalTail::State::Empty:
        return true;
    case JournalTail::State::Damaged:
        return false;
    case JournalTail::State::Continues:
        break;
    }
    if (!m_begun) {
        const std::optional<bool> ours = hasOurBeginning(m_disk, file, key.publicKey());
        readable = ours.has_value();
        return ours.value_or(false);
    }
    return tail.sequence > m_sequence || (tail.sequence == m_sequence && tail.hash == m_head);
}

bool JournalFile::keepTorn(const QByteArray& torn)
{
    const QByteArray hash = QCryptographicHash::hash(torn, QCryptographicHash::Sha256).toHex();
    const QString name = QStringLiteral("%1.torn-%2").arg(m_file, QLatin1String(hash.left(16)));
    Disk::Refusal why = Disk::Refusal::None;
    const OpenFile file(m_disk, m_disk.open(name, Disk::Mode::New, why));
    // The same bytes were kept when the journal was mended last, and that did not come to its end.
    if (why == Disk::Refusal::Exists)
        return true;
    if (!file.isOpen())
        return false;
    if (m_disk.writeAll(file.descriptor(), torn) && m_disk.sync(file.descriptor()) &&
        m_disk.syncFolder(m_folder))
        return true;
    m_disk.remove(name);
    return false;
}

bool JournalFile::setAside()
{
    const QString time = m_clock.utc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
    m_setAside = QStringLiteral("damaged-%1-%2").arg(time, QLatin1String(newRun().left(4)));
    const QString kept = QStringLiteral("%1.%2").arg(m_file, m_setAside);
    if (!m_disk.rename(m_file, kept))
        return false;
    m_damaged = kept;
    return true;
}

JournalEntry JournalFile::entryAfter(quint64 sequence, const QByteArray& previous) const
{
    JournalEntry entry;
    entry.sequence = sequence + 1;
    entry.previous = previous;
    entry.time = m_clock.utc();
    entry.monotonic = m_clock.monotonic().count();
    entry.run = m_run;
    return entry;
}

/// The lines for an event, with those that the journal has to say of itself before it.
QByteArray JournalFile::write(const std::optional<JournalEvent>& event, const JournalTail& tail,
                              const JournalKey& key, JournalEntry& last) const
{
    QByteArray lines;
    last.sequence = tail.sequence;
    last.hash = tail.state == JournalTail::State::Continues ? tail.hash : noPreviousEntry();
    bool fits = true;
    const auto next = [&](const QString& kind) {
        JournalEntry entry = entryAfter(last.sequence, last.hash);
        entry.kind = kind;
        return entry;
    };
    const auto add = [&](JournalEntry entry) {
        const QByteArray line = writeJournalLine(entry, key);
        fits = fits && !line.isEmpty();
        lines += line;
        last = std::move(entry);
    };
    if (tail.state == JournalTail::State::Empty) {
        JournalEntry begun = next(journalword::Begun);
        begun.publicKey = key.publicKey();
        begun.continues = m_head;
        begun.event.detail = m_setAside;
        add(std::move(begun));
    }
    if (!tail.torn.isEmpty()) {
        JournalEntry mended = next(journalword::Mended);
        const QByteArray hash = QCryptographicHash::hash(tail.torn, QCryptographicHash::Sha256).toHex();
        mended.event.detail = QStringLiteral("%1:%2").arg(tail.torn.size()).arg(QLatin1String(hash));
        add(std::move(mended));
    }
    if (m_lost > 0) {
        JournalEntry gap = next(journalword::Gap);
        gap.event.detail = QString::number(m_lost);
        add(std::move(gap));
    }
    if (event) {
        JournalEntry entry = next(journalWord(event->kind));
        entry.event = *event;
        add(std::move(entry));
    }
    return fits ? lines : QByteArray();
}

} // namespace finhub::review
