#pragma once

#include <QList>
#include <QSet>

#include <algorithm>

namespace finhub::models {

/// Turns the rows of a list model into the wanted ones by the fewest kinds of signals, by id: rows whose id
/// is not wanted go, new ones come, those in another order move, the rest stay and are updated in place. Ids
/// that occur twice are kept twice.
///
/// `Model` says how: `ids()`, `remove(first, count)`, `insert(first, wantedFirst, count)`, `move(from, to)`
/// with `to` before `from`, and `update(row, wantedRow)`; each is to emit the model's signals.
template <typename Id, typename Model>
void diffRows(const QList<Id>& wanted, Model& model)
{
    const QSet<Id> wantedIds(wanted.begin(), wanted.end());
    QList<Id> ids = model.ids();
    for (int last = int(ids.size()) - 1; last >= 0;) {
        int first = last + 1;
        while (first > 0 && !wantedIds.contains(ids.at(first - 1)))
            --first;
        if (first <= last) {
            model.remove(first, last - first + 1);
            ids.remove(first, last - first + 1);
        }
        last = first - 2;
    }

    const QSet<Id> present(ids.begin(), ids.end());
    for (int row = 0; row < wanted.size();) {
        int fresh = 0;
        while (row + fresh < wanted.size() && !present.contains(wanted.at(row + fresh)))
            ++fresh;
        if (fresh > 0) {
            model.insert(row, row, fresh);
            ids = ids.mid(0, row) + wanted.mid(row, fresh) + ids.mid(row);
            row += fresh;
            continue;
        }
        const auto from = ids.indexOf(wanted.at(row), row);
        if (from < 0) {
            model.insert(row, row, 1);
            ids.insert(row, wanted.at(row));
        } else {
            if (from > row) {
                model.move(int(from), row);
                ids.move(from, row);
            }
            model.update(row, row);
        }
        ++row;
    }
    if (ids.size() > wanted.size())
        model.remove(int(wanted.size()), int(ids.size() - wanted.size()));
}

} // namespace finhub::models
