#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace finhub::api {

/// Whom a connection trusts to be its server, beyond what the system says. Public data, no secret.
struct ServerTrust {
    /// PEM of the only authorities that may have signed the server's certificate; empty: those of the system.
    QByteArray authorities;
    /// SHA-256 of the keys (SubjectPublicKeyInfo) of which the server's own certificate must have one, 32
    /// bytes each; empty: any key. Several, so that a server can change its key without a day on which nobody
    /// gets in.
    QList<QByteArray> pins;

    friend bool operator==(const ServerTrust&, const ServerTrust&) = default;
};

/// What is wrong with a ServerTrust.
enum class TrustFault {
    None,
    AuthoritiesTooLarge,   ///< more than MaxAuthorityBytes
    AuthoritiesUnreadable, ///< no certificate in it, or something between the markers that is none
    PinInvalid,            ///< not 32 bytes
    TooManyPins,           ///< more than MaxPins
};

constexpr qsizetype MaxAuthorityBytes = 32 * 1024;
constexpr qsizetype MaxPins = 16;

TrustFault faultOf(const ServerTrust& trust);

/// One certificate of an authority, as far as a person has to see it. Texts from a file: plain text only.
struct AuthorityName {
    QString name; ///< common name, else organization, else the whole subject
    QDateTime validUntil;

    friend bool operator==(const AuthorityName&, const AuthorityName&) = default;
};

/// The certificates in a PEM text, in its order; none when any of them cannot be read.
QList<AuthorityName> authoritiesIn(const QByteArray& pem);

/// Reads a pin as curl, HPKP or `openssl dgst` write it: `sha256/` or `sha256//` and 44 characters of base64,
/// the base64 alone, or 64 hexadecimal digits with or without colons. nullopt for anything else.
std::optional<QByteArray> pinFrom(const QString& text);
/// `sha256/` and base64.
QString pinText(const QByteArray& pin);

/// SHA-256 over the SubjectPublicKeyInfo of a certificate (DER); empty when it cannot be found.
QByteArray publicKeyPin(const QByteArray& certificate);

} // namespace finhub::api
