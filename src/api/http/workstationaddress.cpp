#include "api/http/workstationaddress.h"

#include <QNetworkInterface>

namespace finhub::api {

namespace {
/// Smaller is better.
int rankOf(const QHostAddress& address)
{
    const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    if (address.isLoopback())
        return v6 ? 5 : 4;
    if (address.isLinkLocal())
        return v6 ? 3 : 2;
    return v6 ? 1 : 0;
}
} // namespace

QByteArray workstationAddress(const QList<QHostAddress>& addresses)
{
    const QHostAddress* best = nullptr;
    for (const QHostAddress& address : addresses) {
        if (address.isNull() || address.isMulticast() || address.isBroadcast())
            continue;
        if (!best || rankOf(address) < rankOf(*best))
            best = &address;
    }
    if (!best)
        return {};
    QHostAddress plain = *best;
    plain.setScopeId({});
    return plain.toString().toLatin1();
}

QByteArray workstationAddress()
{
    return workstationAddress(QNetworkInterface::allAddresses());
}

} // namespace finhub::api
