#pragma once

#include "models/rowdiff.h"

#include <QList>
#include <QString>

#include <utility>

namespace finhub::models {

/// Carries the steps of diffRows() out on a flat model that keeps its rows in a QList, with the model's
/// signals. A row that is equal stays untouched. The model names it a friend; rows compare with `==`.
template <typename Model, typename Row>
class ListDiff {
public:
    /// Makes `rows`, which belong to the model, the wanted ones. `keyOf` gives a row its id.
    template <typename KeyOf>
    static void apply(Model& model, QList<Row>& rows, const QList<Row>& wanted, KeyOf keyOf)
    {
        ListDiff diff(model, rows, wanted, keysOf(rows, keyOf));
        diffRows(keysOf(wanted, keyOf), diff);
    }

    const QList<QString>& ids() const { return m_ids; }

    void remove(int first, int count)
    {
        m_model.beginRemoveRows({}, first, first + count - 1);
        m_rows.remove(first, count);
        m_model.endRemoveRows();
    }

    void insert(int first, int wantedFirst, int count)
    {
        m_model.beginInsertRows({}, first, first + count - 1);
        for (int i = 0; i < count; ++i)
            m_rows.insert(first + i, m_wanted.at(wantedFirst + i));
        m_model.endInsertRows();
    }

    void move(int from, int to)
    {
        m_model.beginMoveRows({}, from, from, {}, to);
        m_rows.move(from, to);
        m_model.endMoveRows();
    }

    void update(int row, int wantedRow)
    {
        if (m_rows.at(row) == m_wanted.at(wantedRow))
            return;
        m_rows[row] = m_wanted.at(wantedRow);
        Q_EMIT m_model.dataChanged(m_model.index(row), m_model.index(row));
    }

private:
    ListDiff(Model& model, QList<Row>& rows, const QList<Row>& wanted, QList<QString> ids)
        : m_model(model)
        , m_rows(rows)
        , m_wanted(wanted)
        , m_ids(std::move(ids))
    {
    }

    template <typename KeyOf>
    static QList<QString> keysOf(const QList<Row>& rows, KeyOf keyOf)
    {
        QList<QString> keys;
        keys.reserve(rows.size());
        for (const Row& row : rows)
            keys.append(keyOf(row));
        return keys;
    }

    Model& m_model;
    QList<Row>& m_rows;
    const QList<Row>& m_wanted;
    QList<QString> m_ids; ///< of the rows as they were; diffRows() asks once, before its first step
};

} // namespace finhub::models
