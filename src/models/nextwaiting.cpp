#include "models/nextwaiting.h"

#include "review/claims/caseclaim.h"

#include <algorithm>

namespace finhub::models {

namespace {
bool waits(const DirectoryEntry& entry)
{
    return entry.stage.value() == Stage::Approval;
}
} // namespace

NextWaiting::NextWaiting(api::FinHub& finhub, const CustomerTableModel& customers, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_customers(customers)
{
}

NextWaiting::~NextWaiting() = default;

NextWaiting::Known NextWaiting::known(const QSet<CustomerId>& passedOver) const
{
    const DirectoryQuery& query = m_customers.query();
    if (!wantedQuery())
        return {true, std::nullopt};
    const bool oldestFirst = query.sort == DirectorySort::SubmittedAt && !query.descending;
    if (!oldestFirst || m_customers.isStale() || m_customers.state() != CustomerTableModel::State::Ready)
        return {};
    for (int row = 0; row < m_customers.rowCount(); ++row) {
        const std::optional<DirectoryEntry> entry = m_customers.entry(row);
        if (!entry)
            return {};
        if (isWanted(*entry, passedOver))
            return {true, entry};
    }
    return {m_customers.total().has_value(), std::nullopt};
}

void NextWaiting::find(const QSet<CustomerId>& passedOver)
{
    if (m_looking)
        return;
    m_looking = true;
    m_passedOver = passedOver;
    const std::optional<DirectoryQuery> query = wantedQuery();
    m_query = query.value_or(DirectoryQuery());
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_looking || m_call)
                return;
            const Known there = known(m_passedOver);
            if (!there.certain) {
                ask(0);
                return;
            }
            m_looking = false;
            if (there.entry)
                Q_EMIT found(*there.entry);
            else
                Q_EMIT nobodyWaits();
        },
        Qt::QueuedConnection);
}

void NextWaiting::cancel()
{
    m_looking = false;
    m_call.reset();
}

void NextWaiting::ask(int page)
{
    m_page = page;
    m_call = m_finhub.directory(m_query, page, CustomerTableModel::PageSize);
    m_call->onFinished(this, [this](const Result<DirectoryPage>& answer) { onAnswer(answer); });
}

void NextWaiting::onAnswer(const Result<DirectoryPage>& answer)
{
    m_call.reset();
    if (!answer) {
        m_looking = false;
        Q_EMIT failed(answer.error());
        return;
    }
    const QList<DirectoryEntry>& entries = answer->rows.items;
    const auto wanted = std::find_if(entries.begin(), entries.end(), [this](const DirectoryEntry& entry) {
        return isWanted(entry, m_passedOver);
    });
    if (wanted != entries.end()) {
        m_looking = false;
        // A copy, since whoever hears of it may let go of the answer that it stands in.
        const DirectoryEntry entry = *wanted; // NOLINT(performance-unnecessary-copy-initialization)
        Q_EMIT found(entry);
    } else if (entries.size() < CustomerTableModel::PageSize) {
        m_looking = false;
        Q_EMIT nobodyWaits();
    } else {
        // A full page of cases that are passed over: as many pages as there are of those, and one.
        ask(m_page + 1);
    }
}

bool NextWaiting::isWanted(const DirectoryEntry& entry, const QSet<CustomerId>& passedOver) const
{
    const bool others = entry.verification && entry.verification->claim &&
                        !review::isOwn(entry.verification->claim, m_finhub);
    return waits(entry) && !others && !passedOver.contains(entry.id);
}

/// The query of those who wait, without what other officers have.
std::optional<DirectoryQuery> NextWaiting::wantedQuery() const
{
    std::optional<DirectoryQuery> query = waitingQuery(m_customers.query());
    if (!query || !m_finhub.offers(Extension::Claims))
        return query;
    if (query->claims.isEmpty())
        query->claims = {ClaimFilter::Mine, ClaimFilter::Free};
    query->claims.removeAll(ClaimFilter::Others);
    // Somebody who looks at what others have takes none of it.
    return query->claims.isEmpty() ? std::nullopt : query;
}

std::optional<DirectoryQuery> waitingQuery(const DirectoryQuery& view)
{
    if (!view.stages.isEmpty() && !view.stages.contains(Stage::Approval))
        return std::nullopt;
    DirectoryQuery query = view;
    query.stages = {Stage::Approval};
    query.sort = DirectorySort::SubmittedAt;
    query.descending = false;
    return query;
}

} // namespace finhub::models
