#pragma once

#include "core/enums.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>

namespace finhub::sandbox {

/// The extensions (section 3) that this sandbox implements, in the order in which it lists them.
QList<Extension> implementedExtensions();

/// Section 6's switches, for the program and for an embedded server alike.
struct SandboxOptions {
    quint16 port = 0; ///< 0: a free one
    quint64 seed = 1;
    int customers = 200; ///< 0 to MaxCustomers
    /// File of the SQLite store; empty: in memory. A store that exists keeps the seed, the number of
    /// customers and the start instant that it was made with.
    QString store;
    bool strictHeaders = false;
    QList<Extension> extensions = implementedExtensions(); ///< those switched on
    QDateTime now; ///< what the clock shows at start, UTC; invalid: the real time
    std::chrono::seconds tokenTtl{3600};
    std::chrono::seconds lockout{1800};
    std::chrono::seconds claimTtl{1800};
    /// For tests: replaces the clock altogether. Called from the server's threads.
    std::function<QDateTime()> clock;

    static constexpr int MaxCustomers = 1'000'000;
};

} // namespace finhub::sandbox
