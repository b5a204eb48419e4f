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
                 {.onAnswers = [this](const DirectoryRequests::Answers& answers) { onAnswers(answers); },
                  .onFailure = [this](int page, const Error& error) { onFailure(page, error); }})
    , m_pages(PageSize)
    , m_window(PageSize, MaxPagesKept)
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
    if (!m_window.lookAt(first, last) || m_exchanging || m_settling)
        return;
    const int sentBefore = m_requests.sent();
    const bool aborted = m_requests.abortOutside(m_window.wanted(m_extent));
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
    m_failedPages.clear();
    m_pages.markAllStale();
    askWantedPages();
    Q_EMIT stateChanged();
}

void CustomerTableModel::clear()
{
    m_requests.abortAll();
    m_failedPages.clear();
    m_error.reset();
    m_exchanging = false;
    m_state = State::Empty;
    m_window.forget();
    shrinkTo(0);
    m_pages.clear();
    m_extent = {};
    setCounts(std::nullopt, 0);
    Q_EMIT stateChanged();
}

void CustomerTableModel::apply(const DirectoryEntry& entry)
{
    // What is under way was asked for before this was known.
    m_requests.askAgain(m_query);

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
    const PageRange pages = m_requests.pages();
    // A page beyond the last row that is known (R21) has no rows yet.
    const int first = m_pages.firstRow(pages.first);
    const int last = std::min(m_pages.lastRow(pages.last), m_extent.rows - 1);
    return last < first ? std::pair(-1, -1) : std::pair(first, last);
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
    m_failedPages.clear();
    m_error.reset();
    m_exchanging = true;
    m_state = m_extent.rows > 0 ? State::Ready : State::Loading;
    m_requests.ask(m_query, 0, false);
    Q_EMIT stateChanged();
}

void CustomerTableModel::askWantedPages()
{
    if (m_state == State::Empty || m_exchanging)
        return;
    const PageRange seen = m_window.seen(m_extent);
    const PageRange wanted = m_window.wanted(m_extent);
    m_pages.touch(wanted.first, wanted.last);

    const auto isUnread = [this](int page) {
        return !m_pages.has(page) && !m_failedPages.contains(page) && !m_requests.has(page);
    };
    const auto isToBeReadAgain = [this](int page) {
        return m_pages.isStale(page) && !m_failedPages.contains(page) && !m_requests.has(page);
    };
    QList<int> pages;
    // When pages replace what is shown, all are taken in together: a row that moves from one to the other
    // would otherwise be lost in between.
    bool together = false;
    for (int page = seen.first; page <= seen.last; ++page) {
        together = together || isToBeReadAgain(page);
        if (isUnread(page) || isToBeReadAgain(page))
            pages.append(page);
    }
    for (int page = wanted.first; page <= wanted.last; ++page) {
        if (!seen.contains(page) && isUnread(page))
            pages.append(page);
    }
    for (const int page : pages)
        m_requests.ask(m_query, page, together);
}

void CustomerTableModel::onAnswers(const DirectoryRequests::Answers& answers)
{
    if (m_exchanging)
        exchange(answers.begin()->second);
    else
        takeIn(answers);
    Q_EMIT stateChanged();
}

void CustomerTableModel::onFailure(int page, const Error& error)
{
    m_error = error;
    if (m_exchanging)
        m_state = m_extent.rows > 0 ? State::Ready : State::Failed;
    else
        m_failedPages.insert(page);
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
    m_window.goToTop();
    setCounts(answer.stageCounts, answer.withoutStage);
    askWantedPages();
    Q_EMIT rowsExchanged();
}

void CustomerTableModel::takeIn(const DirectoryRequests::Answers& answers)
{
    DirectoryExtent extent = m_extent;
    std::map<int, QList<DirectoryEntry>> readings;
    for (const auto& [page, answer] : answers) {
        extent = extentAfter(extent, answer.rows, page, PageSize);
        readings.emplace(page, answer.rows.items.mid(0, PageSize));
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
    setCounts(answers.rbegin()->second.stageCounts, answers.rbegin()->second.withoutStage);
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
    // A customer can have been in two rows, in readings of two ages. Only one index may end in the row that
    // is left: of two that are equal Qt forgets both when one goes, and the other would stay where it is for
    // ever.
    QSet<QModelIndex> taken;
    for (int i = 0; i < followed.indexes.size(); ++i) {
        const QModelIndex& former = followed.indexes.at(i);
        const CustomerId& id = followed.ids.at(i);
        const int row = m_pages.rowOf(id);
        QModelIndex there;
        if (row >= 0)
            there = index(row, former.column());
        else if (m_pages.idAt(former.row()) == id)
            there = former; // nobody knows who is there, now as before, or it is only remembered
        if (taken.contains(there))
            there = {};
        taken.insert(there);
        moved.append(there);
    }
    changePersistentIndexList(followed.indexes, moved);
}

void CustomerTableModel::setCounts(const std::optional<StageCounts>& counts, qint64 withoutStage)
{
    if (m_stageCounts == counts && m_withoutStage == withoutStage)
        return;
    m_stageCounts = counts;
    m_withoutStage = withoutStage;
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
    const PageRange wanted = m_window.wanted(m_extent);
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

} // namespace finhub::models
