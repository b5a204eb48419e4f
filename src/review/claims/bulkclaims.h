#pragma once

#include "api/finhub.h"
#include "review/claims/caseclaim.h"

#include <QObject>

namespace finhub::review {

/// How far one case of many has come.
enum class BulkState {
    Waiting,
    Running,
    Done,
    NothingOpen, ///< not asked for: there is no open verification
    NotMine,     ///< not asked for: somebody else has it, or nobody
    Failed,      ///< the item's error says why
    Cancelled,   ///< not asked for any more
};

/// One case of many, and what became of it.
struct BulkItem {
    DirectoryEntry entry;
    BulkState state = BulkState::Waiting;
    std::optional<Claim> claim = {}; ///< Done, after taking
    Error error = {};
};

/// Takes or gives back the claims (3.8) on many cases, one after the other, with a result for each. Nothing
/// is sent twice: an answer that was lost is an item that failed. Claims that are taken here run out by
/// themselves unless their cases are opened. GUI thread; deleting it aborts the call that is under way.
class BulkClaims : public QObject {
    Q_OBJECT

public:
    /// `deed` is Take or Release.
    BulkClaims(api::FinHub& finhub, ClaimDeed deed, const QList<DirectoryEntry>& entries,
               QObject* parent = nullptr);

    ClaimDeed deed() const { return m_deed; }
    const QList<BulkItem>& items() const { return m_items; }
    /// How many have come to an end, whatever it is.
    int ended() const;
    bool isRunning() const { return m_running; }

    /// Goes through all of them; once.
    void start();
    /// After the one that is under way no other is asked for.
    void cancel();

Q_SIGNALS:
    void itemChanged(int index);
    /// The server says that this was done.
    void done(const finhub::CustomerId& customer, const finhub::VerificationId& id,
              finhub::review::ClaimDeed deed);
    void finished();

private:
    BulkState reasonToSkip(const DirectoryEntry& entry) const;
    void next();
    void set(BulkState state);
    void onDone(const std::optional<Claim>& claim);
    void onError(const Error& error);

    api::FinHub& m_finhub;
    ClaimDeed m_deed;
    QList<BulkItem> m_items;
    qsizetype m_at = -1;
    bool m_running = false;
    bool m_cancelled = false;
    CallPtr<Claim> m_take;
    CallPtr<Done> m_release;
};

} // namespace finhub::review
