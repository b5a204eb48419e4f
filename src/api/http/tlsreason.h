#pragma once

#include "core/error.h"

#include <QList>
#include <QSslError>
#include <QString>

namespace finhub::api {

/// Why a certificate was refused: of several reasons the one that explains the others, since a certificate
/// that nobody trusts may well be expired too.
TlsFault tlsFaultOf(const QList<QSslError>& errors);

/// Why a handshake failed before there was a certificate to look at, from what OpenSSL says of it. Qt has one
/// error and one sentence for all of them.
TlsFault tlsFaultOf(const QString& handshakeError);

} // namespace finhub::api
