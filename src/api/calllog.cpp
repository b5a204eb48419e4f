#include "api/calllog.h"

#include <utility>

namespace finhub::api {

bool CallRecord::isAbout(const QString& id) const
{
    return !id.isEmpty() && path.split(u'/').contains(id);
}

void CallLog::add(CallRecord record)
{
    m_records.push_front(std::move(record));
    if (m_records.size() > MaxRecords)
        m_records.pop_back();
    Q_EMIT changed();
}

void CallLog::clear()
{
    m_records.clear();
    Q_EMIT changed();
}

} // namespace finhub::api
