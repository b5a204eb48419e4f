#pragma once

#include "core/enums.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace finhub::sandbox {

/// The extensions (section 3) that this sandbox implements, in the order in which it lists them.
QList<Extension> implementedExtensions();

/// Section 6's switches, for the program and for an embedded server alike.
struct SandboxOptions {
    quint16 port = 0; ///< 0: a free one
    /// Which customers there are, and how many (0 to MaxCustomers). Not said: those of a store that exists
    /// already, else DefaultSeed and DefaultCustomers. A store that was made with others than those said here
    /// is refused.
    std::optional<quint64> seed;
    std::optional<int> customers;
    /// What StoreLocation reads: a file for SQLite, `postgresql://...` for PostgreSQL; empty: in memory. May
    /// hold a password, so nobody shows it. A store keeps everything that was answered over a restart, but
    /// sessions (section 6) and armed faults. It also keeps the start instant from which its customers were
    /// seeded.
    QString store;
    bool strictHeaders = false;
    QList<Extension> extensions = implementedExtensions(); ///< those switched on
    QDateTime now; ///< what the clock shows at start, UTC; invalid: the real time
    std::chrono::seconds tokenTtl{3600};
    std::chrono::seconds lockout{1800};
    std::chrono::seconds claimTtl{1800};
    /// For tests: replaces the clock altogether. Called from the server's threads.
    std::function<QDateTime()> clock;

    static constexpr quint64 DefaultSeed = 1;
    static constexpr int DefaultCustomers = 200;
    static constexpr int MaxCustomers = 1'000'000;
};

} // namespace finhub::sandbox
