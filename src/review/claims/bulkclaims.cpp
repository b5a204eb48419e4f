#include "review/claims/bulkclaims.h"

#include "core/lifecycle.h"

#include <algorithm>

namespace finhub::review {

BulkClaims::BulkClaims(api::FinHub& finhub, ClaimDeed deed, const QList<DirectoryEntry>& entries,
                       QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_deed(deed)
{
    Q_ASSERT(deed == ClaimDeed::Take || deed == ClaimDeed::Release);
    for (const DirectoryEntry& entry : entries)
        m_items << BulkItem{entry};
}

int BulkClaims::ended() const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [](const BulkItem& item) {
        return item.state != BulkState::Waiting && item.state != BulkState::Running;
    }));
}

void BulkClaims::start()
{
    if (m_at >= 0)
        return;
    m_running = true;
    next();
}

void BulkClaims::cancel()
{
    m_cancelled = true;
}

/// What the list knows already is not asked for; whether it is still so is the server's to say.
BulkState BulkClaims::reasonToSkip(const DirectoryEntry& entry) const
{
    if (m_cancelled)
        return BulkState::Cancelled;
    if (!entry.verification || entry.verification->id.isEmpty() ||
        !isOpen(entry.verification->status.value()))
        return BulkState::NothingOpen;
    return m_deed == ClaimDeed::Release && !isOwn(entry.verification->claim, m_finhub) ? BulkState::NotMine
                                                                                       : BulkState::Waiting;
}

void BulkClaims::next()
{
    for (++m_at; m_at < m_items.size(); ++m_at) {
        const DirectoryEntry& entry = m_items.at(m_at).entry;
        const BulkState skipped = reasonToSkip(entry);
        if (skipped != BulkState::Waiting) {
            set(skipped);
            continue;
        }
        set(BulkState::Running);
        const VerificationId& id = entry.verification->id;
        if (m_deed == ClaimDeed::Take) {
            m_take = m_finhub.claim(id);
            m_take->onFinished(this, [this](const Result<Claim>& answer) {
                answer ? onDone(*answer) : onError(answer.error());
            });
        } else {
            m_release = m_finhub.release(id);
            m_release->onFinished(this, [this](const Result<Done>& answer) {
                answer ? onDone(std::nullopt) : onError(answer.error());
            });
        }
        return;
    }
    m_running = false;
    Q_EMIT finished();
}

void BulkClaims::set(BulkState state)
{
    m_items[m_at].state = state;
    Q_EMIT itemChanged(static_cast<int>(m_at));
}

void BulkClaims::onDone(const std::optional<Claim>& claim)
{
    const DirectoryEntry& entry = m_items.at(m_at).entry;
    m_items[m_at].claim = claim;
    set(BulkState::Done);
    Q_EMIT done(entry.id, entry.verification->id, m_deed);
    next();
}

void BulkClaims::onError(const Error& error)
{
    m_items[m_at].error = error;
    set(BulkState::Failed);
    // Nobody will answer the others either.
    if (error.kind == ErrorKind::SessionEnded || error.kind == ErrorKind::NotOffered)
        m_cancelled = true;
    next();
}

} // namespace finhub::review
