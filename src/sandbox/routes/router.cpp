#include "sandbox/routes/router.h"

#include <algorithm>
#include <utility>

namespace finhub::sandbox {

namespace {
bool isValue(const QByteArray& segment)
{
    return segment.startsWith('{');
}

bool matches(const QList<QByteArray>& pattern, const QList<QByteArray>& path)
{
    if (pattern.size() != path.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isValue(pattern.at(i)) ? path.at(i).isEmpty() : pattern.at(i) != path.at(i))
            return false;
    }
    return true;
}
} // namespace

Router::Router(QList<Route> routes, const QList<Extension>& offered)
{
    for (Route& route : routes) {
        Entry entry;
        entry.segments = route.pattern.split('/');
        entry.literals = int(std::count_if(entry.segments.begin(), entry.segments.end(),
                                           [](const QByteArray& segment) { return !isValue(segment); }));
        entry.offered = !route.extension || offered.contains(*route.extension);
        entry.route = std::move(route);
        m_entries.push_back(std::move(entry));
    }
}

Router::Match Router::find(const QByteArray& method, const QByteArray& path) const
{
    const QList<QByteArray> segments = path.split('/');
    // `/registration` is itself before it is a customer's id.
    int literals = -1;
    for (const Entry& entry : m_entries) {
        if (matches(entry.segments, segments))
            literals = std::max(literals, entry.literals);
    }
    Match match;
    for (const Entry& entry : m_entries) {
        if (entry.literals != literals || !matches(entry.segments, segments))
            continue;
        if (entry.route.method != method) {
            if (entry.offered)
                match.otherMethods << entry.route.method;
            continue;
        }
        if (!entry.offered)
            return {};
        match.route = &entry.route;
        match.otherMethods.clear();
        for (qsizetype i = 0; i < segments.size(); ++i) {
            const QByteArray& name = entry.segments.at(i);
            if (isValue(name))
                match.values.insert(QString::fromLatin1(name.mid(1, name.size() - 2)),
                                    QString::fromUtf8(QByteArray::fromPercentEncoding(segments.at(i))));
        }
        return match;
    }
    return match;
}

} // namespace finhub::sandbox
