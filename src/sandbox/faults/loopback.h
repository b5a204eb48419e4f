#pragma once

#include <QString>

namespace finhub::sandbox {

/// Whether the caller is this machine: the test routes are for nobody else.
inline bool isLoopback(const QString& peer)
{
    return peer.startsWith(QLatin1String("127.")) || peer == QLatin1String("::1");
}

} // namespace finhub::sandbox
