#include "api/http/tlsreason.h"

#include <algorithm>
#include <array>
#include <utility>

namespace finhub::api {

namespace {
TlsFault faultOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return TlsFault::Expired;
    case QSslError::CertificateNotYetValid:
        return TlsFault::NotYetValid;
    case QSslError::HostNameMismatch:
        return TlsFault::WrongHost;
    case QSslError::SelfSignedCertificate:
        return TlsFault::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return TlsFault::UnknownAuthority;
    case QSslError::InvalidPurpose:
    case QSslError::InvalidCaCertificate:
    case QSslError::PathLengthExceeded:
    case QSslError::CertificateRejected:
        return TlsFault::WrongUse;
    default: // Qt has some thirty of them, and may add more.
        return TlsFault::Unknown;
    }
}

/// The first of these that is there is the reason.
constexpr std::array Order{TlsFault::SelfSigned,  TlsFault::UnknownAuthority, TlsFault::Expired,
                           TlsFault::NotYetValid, TlsFault::WrongUse,         TlsFault::WrongHost};
} // namespace

TlsFault tlsFaultOf(const QList<QSslError>& errors)
{
    for (const TlsFault fault : Order) {
        if (std::any_of(errors.begin(), errors.end(),
                        [fault](const QSslError& error) { return faultOf(error.error()) == fault; }))
            return fault;
    }
    return TlsFault::Unknown;
}

TlsFault tlsFaultOf(const QString& handshakeError)
{
    // The names of alerts (RFC 8446, 6.2) and of OpenSSL's own reasons. What is not found here is Unknown,
    // never safe.
    static constexpr std::array<std::pair<const char*, TlsFault>, 8> words{
        {{"protocol version", TlsFault::OldProtocol},
         {"unsupported protocol", TlsFault::OldProtocol},
         {"version too low", TlsFault::OldProtocol},
         {"wrong version number", TlsFault::NotTls},
         {"packet length too long", TlsFault::NotTls},
         {"handshake failure", TlsFault::NoCommonCipher},
         {"insufficient security", TlsFault::NoCommonCipher},
         {"no shared cipher", TlsFault::NoCommonCipher}}};
    for (const auto& [word, fault] : words) {
        if (handshakeError.contains(QLatin1String(word), Qt::CaseInsensitive))
            return fault;
    }
    return TlsFault::Unknown;
}

} // namespace finhub::api
