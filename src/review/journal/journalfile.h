#pragma once

#include "review/journal/journalentry.h"
#include "review/journal/journalkeyfile.h"
#include "review/journal/journaltail.h"

#include <QString>

#include <chrono>
#include <functional>

namespace finhub::review {

/// What a journal knows of time.
struct JournalClock {
    std::function<QDateTime()> utc;
    std::function<std::chrono::milliseconds()> monotonic; ///< since some moment of this machine's run

    static JournalClock system();
};

/// A journal in a file: lines of JSON, only ever appended to. Every append opens the file, takes its lock,
/// looks where the file ends now, writes and waits for the disk, so that two consoles on one profile take
/// turns and a file that was moved away is begun anew. A few milliseconds, nearly all of them the disk's.
///
/// Entries that could not be written are counted, and the next one that can be is preceded by their number.
///
/// An unfinished last entry, as a power cut leaves it, is cut off; its bytes are kept beside the journal
/// (`.torn-<hash>`), and an entry says so. A journal that cannot be continued, since its end or its beginning
/// is not ours, is kept beside the new one (`.damaged-<time>`), whose first entry names it, and the last hash
/// where that is known. GUI thread.
class JournalFile : public Journal {
public:
    /// `key` and `disk` outlive it. Nothing is touched before the first append().
    JournalFile(QString file, JournalKeyFile& key, Disk& disk, JournalClock clock = JournalClock::system());
    ~JournalFile() override;

    bool append(const JournalEvent& event) override;
    QByteArray head() const override { return m_head; }
    bool isWritable() const override { return m_writable; }
    bool retry() override;
    QString damagedFile() const override { return m_damaged; }
    std::optional<QByteArray> slice(const CustomerId& customer) const override;

    const QString& file() const { return m_file; }

private:
    enum class Attempt { Done, Failed, Again };

    bool attempt(const std::optional<JournalEvent>& event);
    Attempt tryAppend(const std::optional<JournalEvent>& event, const JournalKey& key);
    bool isContinuable(const JournalTail& tail, int file, const JournalKey& key, bool& readable);
    bool keepTorn(const QByteArray& torn);
    bool setAside();
    JournalEntry entryAfter(quint64 sequence, const QByteArray& previous) const;
    QByteArray write(const std::optional<JournalEvent>& event, const JournalTail& tail, const JournalKey& key,
                     JournalEntry& last) const;

    QString m_file;
    QString m_folder;
    JournalKeyFile& m_key;
    Disk& m_disk;
    JournalClock m_clock;
    QByteArray m_run;
    quint64 m_sequence = 0; ///< of the last entry that was written or found here
    QByteArray m_head;
    QString m_setAside;   ///< how the name of the file that was set aside ends, until a new one tells
    QString m_damaged;    ///< that file's path, also after the new one has told
    int m_lost = 0;       ///< entries that could not be written since the last that could
    bool m_begun = false; ///< the file's first entry has been looked at
    bool m_writable = true;
};

} // namespace finhub::review
