#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>

namespace finhub::api {

/// 1.2: the address of the officer's workstation for `X-Forwarded-For`, which FinHub keeps for its audit: the
/// first of these that others can reach, IPv4 before IPv6, else a link-local one, else a loopback one.
/// Without a scope id. Empty when there is none at all.
QByteArray workstationAddress(const QList<QHostAddress>& addresses);

/// The same among the addresses that this machine has now; they change with the network it is in.
QByteArray workstationAddress();

} // namespace finhub::api
