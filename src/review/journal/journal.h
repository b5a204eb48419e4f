#pragma once

#include "core/id.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace finhub::review {

/// What the journal tells of. A new kind goes to the end: the word that stands in the file is made from it in
/// `review/journal/journalwords`, and a file of this year is read in ten.
enum class JournalKind {
    SignedIn,
    SignedOut,
    CaseOpened,
    DocumentDisplayed,
    Revealed,
    DocumentJudged,
    DecisionIntended,
    DecisionSent,
    DecisionApplied,
    DecisionRefused,
    DecisionUnknown,
    DecisionUndone,
    DecisionClosedByPerson,
    Recommended,
    Claimed,
    Released,
    Exported,
};

/// One event as it goes into the journal: ids, codes and hashes, never personal data and never free text.
/// What does not apply stays empty.
struct JournalEvent {
    JournalKind kind = JournalKind::SignedIn;
    QString officer; ///< user id of who is signed in
    CustomerId customer = {};
    VerificationId verification = {};
    DocumentId document = {};
    QByteArray snapshot = {};     ///< SHA-256 of what was on the screen, 64 lower-case hex digits
    QStringList reasonCodes = {}; ///< as in the catalogue of section 5
    QByteArray intent = {};       ///< UUID of the decision's intent, without braces
    QString detail = {};          ///< a word or a hash: the verdict, a field's name; never free text

    friend bool operator==(const JournalEvent&, const JournalEvent&) = default;
};

/// The console's own record, which nobody edits unnoticed: entries that are chained by hash and signed. GUI
/// thread.
///
/// Whoever decides something appends before it happens and stops when that fails. Whoever only looks goes on:
/// an entry that could not be written then is missing, and isWritable() is false until one could be.
class Journal {
public:
    virtual ~Journal();

    /// Writes one entry and returns when it is on the disk. False when it could not be written: nothing of it
    /// stays, and decisions stop. Every call tries anew.
    [[nodiscard]] virtual bool append(const JournalEvent& event) = 0;
    /// The hash of the last entry, 64 lower-case hex digits; empty while there is none. It anchors all
    /// entries up to that one wherever it is noted.
    virtual QByteArray head() const = 0;
    /// Whether the last attempt to write succeeded.
    virtual bool isWritable() const = 0;
    /// After a failure: tries to write that entries are missing, and how many. True when the journal is
    /// writable; then nothing is written.
    virtual bool retry() { return isWritable(); }
    /// Where the journal lies that could not be continued and was put away in this run, the last one; empty
    /// while there is none.
    virtual QString damagedFile() const;
    /// The entries of one customer with what it takes to check them without the rest (see journalSlice());
    /// nullopt when there is none, or the journal cannot be read.
    virtual std::optional<QByteArray> slice(const CustomerId& customer) const;

protected:
    Journal() = default;
    Q_DISABLE_COPY_MOVE(Journal)
};

} // namespace finhub::review
