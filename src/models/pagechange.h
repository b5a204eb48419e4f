#pragma once

#include "models/directorypages.h"

#include <QList>

#include <map>
#include <utility>

namespace finhub::models {

/// What taking in new readings of some pages does to the rows.
struct PageChange {
    bool moves = false; ///< somebody is in another row than before, or no longer there
    /// First and last row of every run whose data is new, in order. When somebody moves, data that only moved
    /// is not new.
    QList<std::pair<int, int>> changed;
};

/// Compares the rows that are there with these readings, by the customers' ids. Rows from `rows` on are left
/// out.
PageChange changeOf(const DirectoryPages& before, const std::map<int, QList<DirectoryEntry>>& readings,
                    int rows);

} // namespace finhub::models
