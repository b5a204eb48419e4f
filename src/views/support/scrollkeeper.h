#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QAbstractItemModel;
class QListView;

namespace finhub::views {

/// Keeps what somebody reads in a list under their eyes while rows come in above it. A list that stands at
/// its top stays there and shows what is new. Rows are of one height. Lives as long as its list.
class ScrollKeeper : public QObject {
    Q_OBJECT

public:
    /// The list has its model already.
    explicit ScrollKeeper(QListView* list);

private:
    void remember();
    void restore();

    QListView* m_list;
    QPersistentModelIndex m_anchor; ///< the row at the upper edge
    int m_offset = 0;               ///< where its upper edge is, in pixels of the viewport
};

} // namespace finhub::views
