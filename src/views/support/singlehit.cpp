#include "views/support/singlehit.h"

namespace finhub::views {

SingleHit::SingleHit(const models::CustomerTableModel& customers, QObject* parent)
    : QObject(parent)
    , m_customers(customers)
{
    connect(&m_customers, &models::CustomerTableModel::stateChanged, this, &SingleHit::look);
}

void SingleHit::want()
{
    m_wanted = true;
    look();
}

void SingleHit::look()
{
    if (!m_wanted || m_customers.isLoading())
        return;
    m_wanted = false;
    if (m_customers.query().search.isEmpty() || m_customers.isStale() || m_customers.total() != 1)
        return;
    if (const auto entry = m_customers.entry(0))
        Q_EMIT found(*entry);
}

} // namespace finhub::views
