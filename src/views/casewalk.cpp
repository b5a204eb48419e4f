#include "views/casewalk.h"

#include "views/caseview.h"
#include "views/errortext.h"
#include "views/officers/claimtext.h"

#include <QLocale>

#include <utility>

namespace finhub::views {

namespace {
/// What makes a view: who is in it, not in which order.
DirectoryQuery unordered(DirectoryQuery query)
{
    query.sort = DirectoryQuery().sort;
    query.descending = DirectoryQuery().descending;
    return query;
}
} // namespace

CaseWalk::CaseWalk(api::FinHub& finhub, documents::DocumentService& documents, review::DecisionDesk& desk,
                   models::CustomerTableModel& customers, CaseView& view, std::function<QDateTime()> now,
                   QObject* parent)
    : QObject(parent)
    , m_customers(customers)
    , m_view(view)
    , m_now(std::move(now))
    , m_nextWaiting(finhub, customers)
    , m_prefetcher(finhub, documents, m_now)
{
    connect(&m_view, &CaseView::nextWanted, this, [this] { openNeighbour(1); });
    connect(&m_view, &CaseView::previousWanted, this, [this] { openNeighbour(-1); });
    connect(&m_view, &CaseView::takeNextWanted, this, &CaseWalk::takeNext);
    connect(&m_view, &CaseView::claimRefused, this, &CaseWalk::onClaimRefused);
    connect(&m_view, &CaseView::changed, this, &CaseWalk::refresh);
    connect(&m_customers, &models::CustomerTableModel::stateChanged, this, &CaseWalk::refresh);
    // By then the viewer knows how large it is.
    connect(&documents, &documents::DocumentService::busyChanged, this, &CaseWalk::prepare);
    connect(&desk, &review::DecisionDesk::decided, this, &CaseWalk::onDecided);
    connect(&m_nextWaiting, &models::NextWaiting::found, this, &CaseWalk::onFound);
    connect(&m_nextWaiting, &models::NextWaiting::nobodyWaits, this, &CaseWalk::onNobodyWaits);
    connect(&m_nextWaiting, &models::NextWaiting::failed, this,
            [this](const Error& error) { m_view.say(errorText(error, Attempt::LoadCustomers).sentence()); });
}

CaseWalk::~CaseWalk() = default;

void CaseWalk::refresh()
{
    const DirectoryQuery view = unordered(m_customers.query());
    if (m_viewOfTaken != view) {
        m_viewOfTaken = view;
        m_taken.clear();
        m_decided.clear();
        m_nextWaiting.cancel();
    }
    if (m_view.isOpen()) {
        showPosition();
        m_view.showWaiting(m_now());
    } else {
        m_nextWaiting.cancel();
    }
    prepare();
}

void CaseWalk::leave()
{
    m_nextWaiting.cancel();
    m_prefetcher.cancel();
    m_taken.clear();
    m_decided.clear();
    m_step = Step::TakeNext;
}

void CaseWalk::openNeighbour(int step)
{
    m_nextWaiting.cancel();
    m_step = step > 0 ? Step::Next : Step::Previous;
    if (const auto entry = m_customers.entry(neighbourRow(step)))
        Q_EMIT openWanted(*entry);
}

int CaseWalk::neighbourRow(int step) const
{
    const int row = m_customers.rowOf(m_view.customerId());
    if (row >= 0)
        return row + step;
    // A case that has left the view by its decision: the one that moved up into its place is the next.
    return step > 0 ? m_lastRow : m_lastRow - 1;
}

void CaseWalk::takeNext()
{
    if (!m_view.isOpen())
        return;
    m_step = Step::TakeNext;
    m_taken.insert(m_view.customerId());
    const models::NextWaiting::Known known = m_nextWaiting.known(passedOver());
    if (known.certain && known.entry)
        onFound(*known.entry);
    else
        m_nextWaiting.find(passedOver());
}

void CaseWalk::onFound(const DirectoryEntry& entry)
{
    m_taken.insert(entry.id);
    const DirectoryEntry found = entry;
    Q_EMIT openWanted(found);
    m_view.claimCase();
    if (!m_wasQuicker.isEmpty())
        m_view.say(std::exchange(m_wasQuicker, {}));
}

/// Somebody else was quicker: the one after that.
void CaseWalk::onClaimRefused(const Claim& claim)
{
    m_wasQuicker =
        tr("%1 was quicker with the case before; this is the next one.").arg(officerText(claim.by));
    takeNext();
}

void CaseWalk::onNobodyWaits()
{
    // All of them have been seen: from the oldest again, but for the one that is open.
    const QSet<CustomerId> open{m_view.customerId()};
    if (m_taken != open) {
        m_taken = open;
        m_nextWaiting.find(passedOver());
        return;
    }
    m_wasQuicker.clear();
    m_view.say(tr("No other case in this view waits for a review."));
}

void CaseWalk::onDecided(const DecisionRequest& request, const review::DecisionOutcome& outcome)
{
    if (outcome.end == review::DecisionEnd::Refused)
        return;
    m_decided.insert(request.customerId);
    prepare();
}

QSet<CustomerId> CaseWalk::passedOver() const
{
    QSet<CustomerId> all = m_taken | m_decided;
    all.insert(m_view.customerId());
    return all;
}

void CaseWalk::showPosition()
{
    const int row = m_customers.rowOf(m_view.customerId());
    QString text;
    if (row >= 0) {
        m_lastRow = row;
        const QLocale locale;
        text = m_customers.total()
                   ? tr("Case %1 of %2").arg(locale.toString(row + 1), locale.toString(*m_customers.total()))
                   : tr("Case %1").arg(locale.toString(row + 1));
    }
    m_view.setPosition(text, m_customers.entry(neighbourRow(-1)).has_value(),
                       m_customers.entry(neighbourRow(1)).has_value());
}

void CaseWalk::prepare()
{
    m_prefetcher.setVisibleBusy(m_view.isReading() || m_customers.isLoading());
    m_prefetcher.expect(expected(), m_view.firstPageBoxes());
}

std::optional<DirectoryEntry> CaseWalk::expected() const
{
    if (!m_view.isOpen())
        return std::nullopt;
    if (m_step == Step::TakeNext) {
        const models::NextWaiting::Known known = m_nextWaiting.known(passedOver());
        if (known.certain && known.entry)
            return known.entry;
    }
    return m_customers.entry(neighbourRow(m_step == Step::Previous ? -1 : 1));
}

} // namespace finhub::views
