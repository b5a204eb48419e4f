#pragma once

#include "sandbox/routes/route.h"

#include <QHash>

namespace finhub::sandbox {

/// Finds the route of a request among those that are switched on.
class Router {
public:
    /// Routes of an extension that is not in `offered` are not there at all (section 6, extensions off).
    Router(QList<Route> routes, const QList<Extension>& offered);

    struct Match {
        const Route* route = nullptr;
        QHash<QString, QString> values; ///< of the `{name}` segments
        QList<QByteArray> otherMethods; ///< when only the method is wrong: what `Allow` names
    };
    Match find(const QByteArray& method, const QByteArray& path) const;

private:
    struct Entry {
        Route route;
        QList<QByteArray> segments;
        int literals = 0;
        bool offered = true;
    };
    std::vector<Entry> m_entries;
};

} // namespace finhub::sandbox
