#include "sandbox/store/directoryindex.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <limits>
#include <thread>

namespace finhub::sandbox {

namespace {
constexpr std::size_t WorthSharing = 5000; ///< rows from which on sorting takes longer than starting a thread

template <typename E>
std::size_t placeOf(E value)
{
    return static_cast<std::size_t>(value);
}

template <typename T>
int threeWay(const T& a, const T& b)
{
    return a < b ? -1 : (b < a ? 1 : 0);
}

/// The rows that have one of the values; the columns are indexed by the enum.
template <typename Columns, typename E>
Bitset anyOf(const Columns& columns, const QList<E>& values, std::size_t rows)
{
    Bitset any(rows);
    for (const E value : values)
        any |= columns[placeOf(value)];
    return any;
}

/// The text's first eight bytes as a number that orders as they do.
quint64 firstBytes(std::string_view text)
{
    quint64 number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = number << 8 | (i < text.size() ? quint8(text[i]) : 0);
    return number;
}

void restrictTo(std::optional<Bitset>& rows, const Bitset& more)
{
    if (rows)
        *rows &= more;
    else
        rows = more;
}
} // namespace

void DirectoryIndex::reserve(std::size_t rows)
{
    m_rows.reserve(rows);
    m_search.reserve(rows);
}

void DirectoryIndex::append(const DirectoryFacts& facts, const DirectoryState& state)
{
    const Person& person = facts.person;
    Row row;
    row.id = facts.id;
    row.texts = m_search.append(facts.id, person.firstName, person.lastName, person.email, person.phone);
    row.state = state;
    row.createdAt = facts.createdAt;
    row.risk = facts.risk;
    row.category = m_categories.placeOf(facts.categoryId.text(), m_rows.size());
    row.nationality = m_nationalities.placeOf(person.nationality.toCaseFolded(), m_rows.size());

    const auto number = quint32(m_rows.size());
    m_rows.push_back(row);
    for (Bitset& column : m_stages)
        column.append(false);
    for (Bitset& column : m_statuses)
        column.append(false);
    for (Bitset& column : m_risks)
        column.append(false);
    for (Bitset& column : m_categories.rows)
        column.append(false);
    for (Bitset& column : m_nationalities.rows)
        column.append(false);
    setBits(number, state, true);
    m_risks[placeOf(row.risk)].set(number, true);
    m_categories.rows[row.category].set(number, true);
    m_nationalities.rows[row.nationality].set(number, true);
    for (const auto& [sort, name] : WireNames<DirectorySort>::table) {
        for (const bool descending : {false, true}) {
            if (m_isOrdered)
                m_orders[placeOf(sort)][descending].insert(number, Before{this, sort, descending});
        }
    }
}

void DirectoryIndex::update(quint32 number, const DirectoryState& state)
{
    Row& row = m_rows[number];
    Row changed = row;
    changed.state = state;
    const auto forMovedOrders = [&](const Row& other, auto work) {
        for (const auto& [sort, name] : WireNames<DirectorySort>::table) {
            const bool moves =
                isMissing(sort, row) != isMissing(sort, other) || compared(sort, row, other) != 0;
            for (const bool descending : {false, true}) {
                if (m_isOrdered && moves)
                    work(m_orders[placeOf(sort)][descending], Before{this, sort, descending});
            }
        }
    };
    forMovedOrders(changed,
                   [number](RowOrder& order, const Before& before) { order.remove(number, before); });
    setBits(number, row.state, false);
    std::swap(row, changed);
    setBits(number, state, true);
    forMovedOrders(changed,
                   [number](RowOrder& order, const Before& before) { order.insert(number, before); });
}

DirectoryHits DirectoryIndex::find(const DirectorySelection& selection, qint64 offset, int limit)
{
    std::optional<Bitset> rows = filtered(selection);
    DirectoryHits hits;
    for (const auto& [stage, name] : WireNames<Stage>::table) {
        const Bitset& column = m_stages[placeOf(stage)];
        hits.stages[placeOf(stage)] = qint64(rows ? Bitset::countBoth(*rows, column) : column.count());
    }
    if (!selection.stages.isEmpty())
        restrictTo(rows, anyOf(m_stages, selection.stages, m_rows.size()));
    hits.total = qint64(rows ? rows->count() : m_rows.size());
    if (offset < hits.total)
        hits.rows = m_orders[placeOf(selection.sort)][selection.descending].page(rows ? &*rows : nullptr,
                                                                                 offset, limit);
    return hits;
}

std::optional<Bitset> DirectoryIndex::filtered(const DirectorySelection& selection)
{
    const std::size_t size = m_rows.size();
    std::optional<Bitset> rows;
    for (const QString& word : selection.search.simplified().split(u' ', Qt::SkipEmptyParts))
        restrictTo(rows, m_search.rowsWith(word));
    if (!selection.statuses.isEmpty())
        restrictTo(rows, anyOf(m_statuses, selection.statuses, size));
    if (!selection.risks.isEmpty())
        restrictTo(rows, anyOf(m_risks, selection.risks, size));
    if (!selection.categories.isEmpty()) {
        QStringList ids;
        for (const CategoryId& id : selection.categories)
            ids << id.text();
        restrictTo(rows, m_categories.rowsOf(ids, size));
    }
    if (!selection.nationalities.isEmpty()) {
        QStringList countries;
        for (const QString& country : selection.nationalities)
            countries << country.toCaseFolded();
        restrictTo(rows, m_nationalities.rowsOf(countries, size));
    }
    if (selection.createdFrom || selection.createdTo) {
        const qint64 from = selection.createdFrom.value_or(std::numeric_limits<qint64>::min());
        const qint64 to = selection.createdTo.value_or(std::numeric_limits<qint64>::max());
        Bitset created(size);
        for (std::size_t i = 0; i < size; ++i) {
            if (m_rows[i].createdAt >= from && m_rows[i].createdAt <= to)
                created.set(i, true);
        }
        restrictTo(rows, created);
    }
    return rows;
}

void DirectoryIndex::buildOrders()
{
    std::vector<std::future<void>> helpers;
    std::atomic<std::size_t> next = 0;
    // Each order is sorted by one thread; what they read does not change meanwhile.
    const auto sortSome = [this, &next] {
        const auto& sorts = WireNames<DirectorySort>::table;
        for (std::size_t i = next++; i < sorts.size() * 2; i = next++) {
            const DirectorySort sort = sorts[i / 2].first;
            const bool descending = i % 2 != 0;
            const auto keyOf = [&](quint32 row) { return sortKey(sort, descending, m_rows[row]); };
            m_orders[placeOf(sort)][descending].build(m_rows.size(), keyOf, Before{this, sort, descending});
        }
    };
    for (unsigned i = 1; m_rows.size() > WorthSharing && i < std::thread::hardware_concurrency(); ++i)
        helpers.push_back(std::async(std::launch::async, sortSome));
    sortSome();
    for (std::future<void>& helper : helpers)
        helper.get();
    m_isOrdered = true;
}

bool DirectoryIndex::Before::operator()(quint32 a, quint32 b) const
{
    const Row& left = index->m_rows[a];
    const Row& right = index->m_rows[b];
    const bool missing = index->isMissing(sort, left);
    if (missing != index->isMissing(sort, right))
        return !missing;
    const int order = missing ? 0 : index->compared(sort, left, right);
    if (order != 0)
        return descending ? order > 0 : order < 0;
    return left.id < right.id;
}

bool DirectoryIndex::isMissing(DirectorySort sort, const Row& row) const
{
    if (sort == DirectorySort::SubmittedAt)
        return row.state.submittedAt == 0;
    return sort == DirectorySort::Nationality && row.nationality == 0;
}

int DirectoryIndex::compared(DirectorySort sort, const Row& a, const Row& b) const
{
    switch (sort) {
    case DirectorySort::CreatedAt:
    case DirectorySort::Unknown:
        return threeWay(a.createdAt, b.createdAt);
    case DirectorySort::UpdatedAt:
        return threeWay(a.state.updatedAt, b.state.updatedAt);
    case DirectorySort::SubmittedAt:
        return threeWay(a.state.submittedAt, b.state.submittedAt);
    case DirectorySort::Name: {
        const int last = m_search.lastName(a.texts).compare(m_search.lastName(b.texts));
        return last != 0 ? last : m_search.firstName(a.texts).compare(m_search.firstName(b.texts));
    }
    case DirectorySort::Email:
        return m_search.email(a.texts).compare(m_search.email(b.texts));
    case DirectorySort::Stage:
        return threeWay(a.state.stage, b.state.stage);
    case DirectorySort::Risk:
        return threeWay(a.risk, b.risk);
    case DirectorySort::Nationality:
        return a.nationality == b.nationality
                   ? 0
                   : m_nationalities.keys.at(a.nationality).compare(m_nationalities.keys.at(b.nationality));
    case DirectorySort::Category:
        return a.category == b.category
                   ? 0
                   : m_categories.keys.at(a.category).compare(m_categories.keys.at(b.category));
    }
    return 0;
}

quint64 DirectoryIndex::sortKey(DirectorySort sort, bool descending, const Row& row) const
{
    constexpr quint64 Last = ~quint64(0);
    if (isMissing(sort, row))
        return Last;
    quint64 key = 0;
    switch (sort) {
    case DirectorySort::CreatedAt:
    case DirectorySort::Unknown:
        key = quint64(row.createdAt);
        break;
    case DirectorySort::UpdatedAt:
        key = quint64(row.state.updatedAt);
        break;
    case DirectorySort::SubmittedAt:
        key = quint64(row.state.submittedAt);
        break;
    case DirectorySort::Name:
        key = firstBytes(m_search.lastName(row.texts));
        break;
    case DirectorySort::Email:
        key = firstBytes(m_search.email(row.texts));
        break;
    case DirectorySort::Stage:
        key = quint64(row.state.stage);
        break;
    case DirectorySort::Risk:
        key = quint64(row.risk);
        break;
    case DirectorySort::Nationality:
        key = firstBytes(m_nationalities.keys.at(row.nationality).toStdString());
        break;
    case DirectorySort::Category:
        return 0;
    }
    // One less than the last, which missing values have to themselves.
    return std::min(descending ? ~key : key, Last - 1);
}

void DirectoryIndex::setBits(std::size_t row, const DirectoryState& state, bool value)
{
    m_stages[placeOf(state.stage)].set(row, value);
    m_statuses[placeOf(state.status)].set(row, value);
}

quint16 DirectoryIndex::Dictionary::placeOf(const QString& key, std::size_t rowCount)
{
    const qsizetype known = keys.indexOf(key);
    if (known >= 0)
        return quint16(known);
    keys << key;
    rows.emplace_back(rowCount);
    return quint16(keys.size() - 1);
}

Bitset DirectoryIndex::Dictionary::rowsOf(const QStringList& wanted, std::size_t rowCount) const
{
    Bitset any(rowCount);
    for (const QString& key : wanted) {
        if (const qsizetype known = keys.indexOf(key); known >= 0)
            any |= rows[std::size_t(known)];
    }
    return any;
}

} // namespace finhub::sandbox
