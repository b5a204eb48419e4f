#pragma once

#include "api/connectionprofile.h"
#include "review/outbox/intent.h"
#include "review/outbox/intentfile.h"
#include "review/outbox/intentrecord.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace finhub::review {

/// An intent and its file. Whoever has it is the only one, over all consoles of this computer, who works on
/// this decision.
class KeptIntent {
public:
    KeptIntent(std::unique_ptr<IntentFile> file, Intent intent);

    const Intent& intent() const { return m_intent; }
    /// The decision has come to this state; true when it is on the disk. `sent` is for IntentState::Sending.
    bool note(IntentState state, const SendMark& sent = {});
    /// The officer has confirmed it again: new words, and what is on the screen now, under the old key.
    bool confirmAgain(Intent intent);
    /// Drops the words, which nobody can open any more.
    void forgetText();
    /// It is settled: the file goes.
    bool close();

private:
    std::unique_ptr<IntentFile> m_file;
    Intent m_intent;
};

/// A file of the outbox that this program cannot make sense of. It stays as it is until a person sets it
/// aside, and even then it is only renamed.
struct UnreadableIntent {
    QString name;
    RecordFault fault = RecordFault::Damaged;
    QDateTime changedAt; ///< of the file, UTC

    friend bool operator==(const UnreadableIntent&, const UnreadableIntent&) = default;
};

/// The decisions of this computer that are not settled, as files: for every connection (address and tenant) a
/// folder with `outbox` in its name, and in it for every officer and verification at most one file, made
/// before anything is sent and removed when the outcome is known.
///
/// One small file each and not one log, because the name is the lock: making a file that exists already
/// fails, so two windows and two consoles make one decision of it; and the lock of its holder goes with the
/// process, so what a crash leaves behind can be taken over, and nothing else. Inside, a file is a log of its
/// states. GUI thread; every change waits for the disk, which takes some milliseconds.
class Outbox {
public:
    /// `folder` is the program's for data; `prefix` begins the names of the folders in it. The disk outlives
    /// it.
    explicit Outbox(QString folder, QString prefix = QStringLiteral("outbox"), Disk& disk = Disk::system());

    /// Works on the decisions of this connection from now on.
    void open(const api::ConnectionProfile& profile);
    /// The folder of the connection; it is made with the first intent.
    QString folder() const;

    /// Takes a new intent in. IntentFileFault::Exists when there is one for this officer and verification,
    /// Busy when another console works on it.
    tl::expected<std::unique_ptr<KeptIntent>, IntentFileFault> add(const Intent& intent);
    /// Takes over what is left of this officer's decisions and nobody works on.
    std::vector<std::unique_ptr<KeptIntent>> takeOver(const UserId& officer);
    /// What cannot be read, whoever's it is.
    QList<UnreadableIntent> unreadable() const;
    /// A person has seen it: it is renamed and never looked at again.
    bool setAside(const QString& name);

    /// Removes the folders with this prefix of consoles that are not running any more: those of
    /// demonstrations, whose FinHub has ended with them.
    static void removeAbandoned(const QString& folder, const QString& prefix);

private:
    QStringList names() const;

    Disk& m_disk;
    QString m_root;
    QString m_prefix;
    QString m_connection; ///< empty: none is open
};

} // namespace finhub::review
