#include "models/pagechange.h"

namespace finhub::models {

namespace {

using Readings = std::map<int, QList<DirectoryEntry>>;

const DirectoryEntry* readingAt(const QList<DirectoryEntry>& entries, int offset)
{
    return offset < entries.size() ? &entries.at(offset) : nullptr;
}

bool isMove(const DirectoryPages& before, int row, const DirectoryEntry* reading)
{
    const CustomerId former = before.idAt(row);
    if (!former.isEmpty() && (!reading || reading->id != former))
        return true;
    // A reading of another age may have had this customer in another row.
    return reading && before.rowOf(reading->id) >= 0 && before.rowOf(reading->id) != row;
}

bool isNew(const DirectoryEntry* former, const DirectoryEntry* reading)
{
    if (!former || !reading)
        return former != reading;
    return *former != *reading;
}

template <typename Visit>
void forEachRow(const DirectoryPages& pages, const Readings& readings, int rows, Visit visit)
{
    for (const auto& [page, entries] : readings) {
        for (int row = pages.firstRow(page); row <= pages.lastRow(page) && row < rows; ++row)
            visit(row, readingAt(entries, row - pages.firstRow(page)));
    }
}

} // namespace

PageChange changeOf(const DirectoryPages& before, const Readings& readings, int rows)
{
    PageChange change;
    forEachRow(before, readings, rows, [&](int row, const DirectoryEntry* reading) {
        change.moves = change.moves || isMove(before, row, reading);
    });
    forEachRow(before, readings, rows, [&](int row, const DirectoryEntry* reading) {
        const int formerRow = change.moves && reading ? before.rowOf(reading->id) : row;
        if (!isNew(before.at(formerRow), reading))
            return;
        if (!change.changed.isEmpty() && change.changed.last().second == row - 1)
            change.changed.last().second = row;
        else
            change.changed.append({row, row});
    });
    return change;
}

} // namespace finhub::models
