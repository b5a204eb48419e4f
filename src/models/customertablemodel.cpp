#include "models/customertablemodel.h"

#include "models/customersort.h"
#include "models/pagechange.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace finhub::models {

CustomerTableModel::CustomerTableModel(api::FinHub& finhub, CustomerTexts texts, QObject* parent)
    : QAbstractTableModel(parent)
    , m_texts(std::move(texts))
    , m_requests(finhub, PageSize,
                 [this](int page, bool together, const Result<DirectoryPage>& result) {
                     onAnswer(page, together, result);
                 })
    , m_pages(PageSize)
{
    Q_ASSERT(m_texts.cell && m_texts.header);
}

CustomerTableModel::~CustomerTableModel() = default;

void CustomerTableModel::setQuery(const DirectoryQuery& query)
{
    if (query == m_query && m_state != State::Empty) {
        if (m_error)
            retry();
        return;
    }
    m_query = query;
    askFirstPage();
}

void CustomerTableModel::setVisibleRows(int first, int last)
{
    if (last < 0 || last < first)
        return;
    // No screen shows this many rows; without the limit a careless caller could load the whole directory.
    constexpr int most = (MaxPagesKept - 4) * PageSize;
    m_visible.first = std::max(first, 0);
    m_visible.last = std::min(last, m_visible.first + most);
    if (m_exchanging || m_settling)
        return;

    const int sentBefore = m_requests.sent();
    const Range wanted = wantedPages();
    const bool aborted = m_requests.abortOutside(wanted.first, wanted.last);
    takeInHeld();
    askWantedPages();
    if (aborted || m_requests.sent() != sentBefore)
        Q_EMIT stateChanged();
}

void CustomerTableModel::refresh()
{
    if (m_state == State::Empty)
        return;
    if (m_exchanging) {
        askFirstPage();
        return;
    }
    m_requests.abortAll();
    m_held.clear();
    m_failedPages.clear();
    m_pages.markAllStale();
    askWantedPages();
    Q_EMIT stateChanged();
}

void CustomerTableModel::clear()
{
    m_requests.abortAll();
    m_held.clear();
    m_failedPages.clear();
    m_error.reset();
    m_exchanging = false;
    m_state = State::Empty;
    m_visible = {};
    shrinkTo(0);
    m_pages.clear();
    m_extent = {};
    setCounts(std::nullopt);
    Q_EMIT stateChanged();
}

void CustomerTableModel::apply(const DirectoryEntry& entry)
{
    // What is under way was asked for before this was known.
    m_requests.askAgain(m_query);
    for (const auto& [page, answer] : std::exchange(m_held, {}))
        m_requests.ask(m_query, page, true);

    const int row = m_pages.rowOf(entry.id);
    if (row < 0 || *m_pages.at(row) == entry)
        return;
    m_pages.replace(row, entry);
    emitChanged(row, row);
}

std::optional<DirectoryEntry> CustomerTableModel::entry(int row) const
{
    const DirectoryEntry* there = m_pages.at(row);
    return there ? std::optional(*there) : std::nullopt;
}

void CustomerTableModel::retry()
{
    if (!m_error)
        return;
    if (m_exchanging) {
        askFirstPage();
        return;
    }
    m_error.reset();
    m_failedPages.clear();
    askWantedPages();
    Q_EMIT stateChanged();
}

std::optional<qint64> CustomerTableModel::total() const
{
    return m_extent.endKnown ? std::optional<qint64>(m_extent.rows) : std::nullopt;
}

std::pair<int, int> CustomerTableModel::loadingRows() const
{
    if (m_requests.isEmpty() || m_extent.rows == 0)
        return {-1, -1};
    const auto [first, last] = m_requests.pages();
    const int end = m_extent.rows - 1;
    // A page beyond the last row that is known (R21) has no rows yet.
    if (m_pages.firstRow(first) > end)
        return {-1, -1};
    return {m_pages.firstRow(first), std::min(m_pages.lastRow(last), end)};
}

int CustomerTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_extent.rows;
}

int CustomerTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : CustomerColumnCount;
}

QVariant CustomerTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DirectoryEntry* there = m_pages.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return there ? m_texts.cell(*there, static_cast<CustomerColumn>(index.column())) : QVariant();
    case EntryRole:
        return there ? QVariant::fromValue(*there) : QVariant();
    case LoadedRole:
        return there != nullptr;
    case IdRole:
        return there ? there->id.text() : QVariant();
    default:
        return {};
    }
}

QVariant CustomerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 ||
        section >= CustomerColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    return m_texts.header(static_cast<CustomerColumn>(section));
}

void CustomerTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= CustomerColumnCount)
        return;
    const std::optional<DirectorySort> by = sortOf(static_cast<CustomerColumn>(column));
    if (!by)
        return;
    DirectoryQuery query = m_query;
    query.sort = *by;
    query.descending = order == Qt::DescendingOrder;
    if (m_state == State::Empty)
        m_query = query;
    else
        setQuery(query);
}

void CustomerTableModel::askFirstPage()
{
    m_requests.abortAll();
    m_held.clear();
    m_failedPages.clear();
    m_error.reset();
    m_exchanging = true;
    m_state = m_extent.rows > 0 ? State::Ready : State::Loading;
    m_requests.ask(m_query, 0, false);
    Q_EMIT stateChanged();
}

void CustomerTableModel::askWantedPages()
{
    if (m_state == State::Empty || m_exchanging || m_settling)
        return;
    const Range visible = visiblePages();
    const Range wanted = wantedPages();
    m_pages.touch(wanted.first, wanted.last);

    const auto isLeftAlone = [this](int page) {
        return m_failedPages.contains(page) || m_requests.has(page) || m_held.contains(page);
    };
    QList<int> lookedAt;
    // Pages that replace what is shown are taken in together: a row that moves from one to the other would
    // otherwise be lost in between.
    bool together = m_requests.hasTogether();
    for (int page = visible.first; page <= visible.last; ++page) {
        if (isLeftAlone(page) || (m_pages.has(page) && !m_pages.isStale(page)))
            continue;
        lookedAt.append(page);
        together = together || m_pages.has(page);
    }
    for (const int page : lookedAt)
        m_requests.ask(m_query, page, together);
    for (int page = wanted.first; page <= wanted.last; ++page) {
        if (!visible.contains(page) && !m_pages.has(page) && !isLeftAlone(page))
            m_requests.ask(m_query, page, false);
    }
}

void CustomerTableModel::onAnswer(int page, bool together, const Result<DirectoryPage>& result)
{
    if (!result) {
        m_error = result.error();
        if (m_exchanging)
            m_state = m_extent.rows > 0 ? State::Ready : State::Failed;
        else
            m_failedPages.insert(page);
        takeInHeld();
    } else if (m_exchanging) {
        exchange(*result);
    } else if (together) {
        m_held.insert_or_assign(page, *result);
        takeInHeld();
    } else {
        takeIn({{page, *result}});
    }
    Q_EMIT stateChanged();
}

void CustomerTableModel::exchange(const DirectoryPage& answer)
{
    m_exchanging = false;
    m_state = State::Ready;
    const DirectoryExtent extent = extentAfter({}, answer.rows, 0, PageSize);
    const int rowsKept = std::min(m_extent.rows, extent.rows);
    {
        const QScopedValueRollback settling(m_settling, true);
        growTo(extent.rows);
        Q_EMIT layoutAboutToBeChanged();
        const Followed followed = followedIndexes();
        m_pages.clear();
        m_pages.put(0, answer.rows.items.mid(0, PageSize));
        moveFollowed(followed);
        Q_EMIT layoutChanged();
        if (rowsKept > 0)
            emitChanged(0, rowsKept - 1);
        shrinkTo(extent.rows);
        m_extent.endKnown = extent.endKnown;
    }
    // The view goes to the top, where it sees as much as before.
    m_visible = {0, m_visible.last - m_visible.first};
    setCounts(answer.stageCounts);
    askWantedPages();
    Q_EMIT rowsExchanged();
}

void CustomerTableModel::takeInHeld()
{
    if (!m_held.empty() && !m_requests.hasTogether())
        takeIn(std::exchange(m_held, {}));
}

void CustomerTableModel::takeIn(const std::map<int, DirectoryPage>& answers)
{
    DirectoryExtent extent = m_extent;
    std::map<int, QList<DirectoryEntry>> readings;
    for (const auto& [page, answer] : answers) {
        extent = extentAfter(extent, answer.rows, page, PageSize);
        readings.emplace(page, answer.rows.items.mid(0, PageSize));
        m_failedPages.remove(page);
    }
    if (m_failedPages.isEmpty())
        m_error.reset();
    {
        const QScopedValueRollback settling(m_settling, true);
        growTo(extent.rows);
        place(readings, extent.rows);
        shrinkTo(extent.rows);
        m_extent.endKnown = extent.endKnown;
        forgetLeastWanted();
    }
    setCounts(answers.rbegin()->second.stageCounts);
    askWantedPages();
}

void CustomerTableModel::place(const std::map<int, QList<DirectoryEntry>>& readings, int rows)
{
    const PageChange change = changeOf(m_pages, readings, rows);
    if (change.moves)
        Q_EMIT layoutAboutToBeChanged();
    const Followed followed = change.moves ? followedIndexes() : Followed{};
    for (const auto& [page, entries] : readings)
        m_pages.put(page, entries);
    if (change.moves) {
        moveFollowed(followed);
        Q_EMIT layoutChanged();
    }
    for (const auto& [first, last] : change.changed)
        emitChanged(first, last);
}

CustomerTableModel::Followed CustomerTableModel::followedIndexes() const
{
    Followed followed;
    followed.indexes = persistentIndexList();
    followed.ids.reserve(followed.indexes.size());
    for (const QModelIndex& index : followed.indexes)
        followed.ids.append(m_pages.idAt(index.row()));
    return followed;
}

void CustomerTableModel::moveFollowed(const Followed& followed)
{
    QModelIndexList moved;
    moved.reserve(followed.indexes.size());
    for (int i = 0; i < followed.indexes.size(); ++i) {
        const QModelIndex& former = followed.indexes.at(i);
        const CustomerId& id = followed.ids.at(i);
        const int row = m_pages.rowOf(id);
        if (row >= 0)
            moved.append(index(row, former.column()));
        else if (m_pages.idAt(former.row()) == id)
            moved.append(former); // nobody knows who is there, now as before, or it is only remembered
        else
            moved.append(QModelIndex());
    }
    changePersistentIndexList(followed.indexes, moved);
}

void CustomerTableModel::setCounts(const std::optional<StageCounts>& counts)
{
    if (m_stageCounts == counts)
        return;
    m_stageCounts = counts;
    Q_EMIT stageCountsChanged();
}

void CustomerTableModel::emitChanged(int firstRow, int lastRow)
{
    Q_EMIT dataChanged(index(firstRow, 0), index(lastRow, CustomerColumnCount - 1));
}

void CustomerTableModel::growTo(int rows)
{
    if (rows <= m_extent.rows)
        return;
    beginInsertRows({}, m_extent.rows, rows - 1);
    m_extent.rows = rows;
    endInsertRows();
}

void CustomerTableModel::shrinkTo(int rows)
{
    if (rows >= m_extent.rows)
        return;
    beginRemoveRows({}, rows, m_extent.rows - 1);
    m_extent.rows = rows;
    m_pages.truncate(rows);
    endRemoveRows();
}

void CustomerTableModel::forgetLeastWanted()
{
    const Range wanted = wantedPages();
    while (m_pages.count() > MaxPagesKept) {
        const std::optional<int> page = m_pages.leastWanted(wanted.first, wanted.last);
        if (!page)
            return;
        QSet<int> followedRows;
        for (const QModelIndex& index : persistentIndexList())
            followedRows.insert(index.row());
        m_pages.remove(*page, followedRows);
        emitChanged(m_pages.firstRow(*page), std::min(m_pages.lastRow(*page), m_extent.rows - 1));
    }
}

CustomerTableModel::Range CustomerTableModel::visiblePages() const
{
    const int lastRow = std::max(0, m_extent.rows - 1);
    return {m_pages.pageOf(std::min(m_visible.first, lastRow)),
            m_pages.pageOf(std::clamp(m_visible.last, 0, lastRow))};
}

CustomerTableModel::Range CustomerTableModel::wantedPages() const
{
    const Range visible = visiblePages();
    // Nobody has looked yet: nothing around either.
    if (m_visible.last < 0)
        return visible;
    // Where the end has not been seen (R21), the page after the last full one may exist.
    const int lastPage = m_pages.pageOf(m_extent.endKnown ? std::max(0, m_extent.rows - 1) : m_extent.rows);
    return {std::max(0, visible.first - 1), std::min(visible.last + 1, lastPage)};
}

} // namespace finhub::models
