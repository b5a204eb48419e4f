#include "api/servertrust.h"

#include <QCryptographicHash>
#include <QSslCertificate>

#include <algorithm>

namespace finhub::api {

namespace {
constexpr qsizetype PinBytes = 32;

/// One element of DER: where its content begins and where the next element does.
struct Element {
    uchar tag = 0;
    qsizetype content = 0;
    qsizetype end = 0;
};

/// nullopt at the end, or where it is not DER. Long tags do not occur in what is read here.
std::optional<Element> elementAt(QByteArrayView der, qsizetype at, qsizetype end)
{
    if (end - at < 2)
        return std::nullopt;
    Element element;
    element.tag = uchar(der[at]);
    qsizetype length = uchar(der[at + 1]);
    at += 2;
    if (length >= 0x80) {
        qsizetype octets = length & 0x7f;
        if (octets == 0 || octets > 3 || end - at < octets)
            return std::nullopt;
        for (length = 0; octets > 0; --octets)
            length = length * 256 + uchar(der[at++]);
    }
    element.content = at;
    element.end = at + length;
    if (element.end > end)
        return std::nullopt;
    return element;
}

constexpr uchar Sequence = 0x30;
constexpr uchar Version = 0xa0; ///< explicit tag 0, which the first version of certificates does not have

/// How many PEM texts claim to be a certificate.
qsizetype claimedCertificates(const QByteArray& pem)
{
    return pem.count("-----BEGIN ");
}
} // namespace

QByteArray publicKeyPin(const QByteArray& certificate)
{
    // Certificate { tbsCertificate { version, serialNumber, signature, issuer, validity, subject, key, ... },
    // ... } QSslKey knows the keys of RSA, DSA and elliptic curves only.
    const QByteArrayView der(certificate);
    const auto whole = elementAt(der, 0, der.size());
    if (!whole || whole->tag != Sequence)
        return {};
    const auto signedPart = elementAt(der, whole->content, whole->end);
    if (!signedPart || signedPart->tag != Sequence)
        return {};
    qsizetype at = signedPart->content;
    auto element = elementAt(der, at, signedPart->end);
    if (element && element->tag == Version)
        at = element->end;
    constexpr int before = 5;
    for (int i = 0; i < before; ++i) {
        element = elementAt(der, at, signedPart->end);
        if (!element)
            return {};
        at = element->end;
    }
    const auto key = elementAt(der, at, signedPart->end);
    if (!key || key->tag != Sequence)
        return {};
    return QCryptographicHash::hash(der.sliced(at, key->end - at).toByteArray(), QCryptographicHash::Sha256);
}

QList<AuthorityName> authoritiesIn(const QByteArray& pem)
{
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (certificates.size() != claimedCertificates(pem))
        return {};
    QList<AuthorityName> names;
    for (const QSslCertificate& certificate : certificates) {
        QString name = certificate.subjectInfo(QSslCertificate::CommonName).value(0);
        if (name.isEmpty())
            name = certificate.subjectInfo(QSslCertificate::Organization).value(0);
        if (name.isEmpty())
            name = certificate.subjectDisplayName();
        names.append({name, certificate.expiryDate()});
    }
    return names;
}

TrustFault faultOf(const ServerTrust& trust)
{
    if (trust.authorities.size() > MaxAuthorityBytes)
        return TrustFault::AuthoritiesTooLarge;
    if (!trust.authorities.isEmpty() && authoritiesIn(trust.authorities).isEmpty())
        return TrustFault::AuthoritiesUnreadable;
    if (trust.pins.size() > MaxPins)
        return TrustFault::TooManyPins;
    const bool whole = std::all_of(trust.pins.begin(), trust.pins.end(),
                                   [](const QByteArray& pin) { return pin.size() == PinBytes; });
    return whole ? TrustFault::None : TrustFault::PinInvalid;
}

std::optional<QByteArray> pinFrom(const QString& text)
{
    QByteArray value = text.trimmed().toUtf8();
    for (const char* prefix : {"sha256//", "sha256/"}) {
        if (value.startsWith(prefix)) {
            value = value.mid(qsizetype(qstrlen(prefix)));
            break;
        }
    }
    QByteArray digits = value;
    digits.replace(':', "");
    if (digits.size() == 2 * PinBytes && std::all_of(digits.begin(), digits.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        }))
        return QByteArray::fromHex(digits);
    const auto decoded = QByteArray::fromBase64Encoding(value, QByteArray::AbortOnBase64DecodingErrors);
    // Only the one way of writing it, so that two pins that look different are different.
    if (!decoded || decoded.decoded.size() != PinBytes || decoded.decoded.toBase64() != value)
        return std::nullopt;
    return decoded.decoded;
}

QString pinText(const QByteArray& pin)
{
    return QStringLiteral("sha256/") + QString::fromLatin1(pin.toBase64());
}

} // namespace finhub::api
