#pragma once

#include "core/id.h"

#include <QObject>

class QAbstractItemView;

namespace finhub::models {
class CustomerTableModel;
}

namespace finhub::views {

/// Remembers where a list of customers stood before its rows were let go of, and brings it back there when
/// they have been read again: the scroll bar as soon as there are enough rows, the chosen customer as soon as
/// they are among those that were read. Whoever moves first is not moved any more. Lives as long as its list.
class ListPlace : public QObject {
    Q_OBJECT

public:
    /// `table` shows `model`, which outlives this.
    ListPlace(models::CustomerTableModel& model, QAbstractItemView* table);

    void keep();

private:
    void goOn();
    void scroll();

    models::CustomerTableModel& m_model;
    QAbstractItemView* m_table;
    CustomerId m_current; ///< empty: none, or it is chosen again
    int m_scroll = -1;    ///< -1: it is there again
    bool m_isWaiting = false;
};

} // namespace finhub::views
