#include "views/lock/listplace.h"

#include "models/customertablemodel.h"

#include <QAbstractItemView>
#include <QItemSelectionModel>
#include <QScrollBar>

namespace finhub::views {

ListPlace::ListPlace(models::CustomerTableModel& model, QAbstractItemView* table)
    : QObject(table)
    , m_model(model)
    , m_table(table)
{
    connect(&m_model, &models::CustomerTableModel::stateChanged, this, &ListPlace::goOn);
}

void ListPlace::keep()
{
    if (m_model.rowCount() == 0)
        return; // what was kept before is not there again yet
    const auto entry = m_model.entry(m_table->currentIndex().row());
    m_current = entry ? entry->id : CustomerId();
    m_scroll = m_table->verticalScrollBar()->value();
    m_isWaiting = true;
}

void ListPlace::goOn()
{
    if (!m_isWaiting || m_model.rowCount() == 0)
        return;
    scroll();
    QItemSelectionModel* selection = m_table->selectionModel();
    const int row = m_current.isEmpty() || selection->currentIndex().isValid() ? -1 : m_model.rowOf(m_current);
    if (row >= 0)
        selection->setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::ClearAndSelect |
                                                              QItemSelectionModel::Rows);
    m_isWaiting = m_scroll >= 0 || (!m_current.isEmpty() && !selection->currentIndex().isValid());
}

void ListPlace::scroll()
{
    if (m_scroll < 0)
        return;
    // The bar reaches so far only when the rows have been laid out.
    m_table->doItemsLayout();
    QScrollBar* bar = m_table->verticalScrollBar();
    if (bar->value() == 0 && bar->maximum() < m_scroll)
        return; // more rows are on their way
    if (bar->value() == 0)
        bar->setValue(m_scroll);
    m_scroll = -1;
}

} // namespace finhub::views
