#include "sandbox/routes/listquery.h"

#include <limits>

namespace finhub::sandbox {

namespace {
constexpr int LargestPage = 1000;
}

ListQuery::ListQuery(const HttpRequest& request)
    : m_request(request)
{
    m_page = number("page", 0, 0, std::numeric_limits<int>::max());
    m_size = number("size", 50, 1, LargestPage);
}

QString ListQuery::text(const char* name) const
{
    return m_request.queryValue(QString::fromLatin1(name));
}

QStringList ListQuery::alternatives(const char* name) const
{
    QStringList list;
    for (const QString& part : text(name).split(u',')) {
        if (const QString alternative = part.trimmed(); !alternative.isEmpty())
            list << alternative;
    }
    return list;
}

void ListQuery::fault(const char* name, const QString& message)
{
    m_faults.append({QString::fromLatin1(name), message});
}

Json ListQuery::paginationView(qint64 total) const
{
    return Json{{"total", total}, {"page", m_page}, {"size", m_size}};
}

int ListQuery::number(const char* name, int fallback, int least, int most)
{
    const QString value = text(name).trimmed();
    if (value.isEmpty())
        return fallback;
    bool ok = false;
    const int number = value.toInt(&ok);
    if (ok && number >= least && number <= most)
        return number;
    fault(name, QStringLiteral("must be a whole number from %1 to %2").arg(least).arg(most));
    return fallback;
}

} // namespace finhub::sandbox
