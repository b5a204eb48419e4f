#include "views/support/scrollkeeper.h"

#include <QListView>
#include <QScrollBar>

namespace finhub::views {

ScrollKeeper::ScrollKeeper(QListView* list)
    : QObject(list)
    , m_list(list)
{
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    const QAbstractItemModel* model = list->model();
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &ScrollKeeper::remember);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ScrollKeeper::restore);
}

void ScrollKeeper::remember()
{
    m_anchor = QModelIndex();
    if (m_list->verticalScrollBar()->value() == 0)
        return;
    const QModelIndex top = m_list->indexAt(QPoint(0, 0));
    m_anchor = top;
    m_offset = m_list->visualRect(top).top();
}

void ScrollKeeper::restore()
{
    if (!m_anchor.isValid())
        return;
    m_list->scrollTo(m_anchor, QAbstractItemView::PositionAtTop);
    QScrollBar* bar = m_list->verticalScrollBar();
    bar->setValue(bar->value() - m_offset);
}

} // namespace finhub::views
