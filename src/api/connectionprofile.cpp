#include "api/connectionprofile.h"

#include <QHostAddress>

namespace finhub::api {

namespace {
ProfileFault profileFault(TrustFault fault)
{
    switch (fault) {
    case TrustFault::None:
        break;
    case TrustFault::AuthoritiesTooLarge:
        return ProfileFault::AuthoritiesTooLarge;
    case TrustFault::AuthoritiesUnreadable:
        return ProfileFault::AuthoritiesUnreadable;
    case TrustFault::PinInvalid:
        return ProfileFault::PinInvalid;
    case TrustFault::TooManyPins:
        return ProfileFault::TooManyPins;
    }
    return ProfileFault::None;
}
} // namespace

bool isLoopback(const QUrl& url)
{
    const QString host = url.host(QUrl::FullyDecoded);
    if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        return true;
    // QHostAddress reads literal addresses only and never asks a name server. An IPv4 address that is written
    // as IPv6 is left out: it is the same machine, but nobody types it by accident.
    QHostAddress address;
    if (!address.setAddress(host))
        return false;
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return address.isInSubnet(QHostAddress(QStringLiteral("127.0.0.0")), 8);
    return address == QHostAddress(QHostAddress::LocalHostIPv6);
}

ProfileFault faultOf(const ConnectionProfile& profile)
{
    if (profile.name.trimmed().isEmpty())
        return ProfileFault::NameMissing;

    const QUrl& url = profile.baseUrl;
    const QString path = url.path(QUrl::FullyEncoded);
    const bool http = url.scheme() == QLatin1String("http");
    const bool https = url.scheme() == QLatin1String("https");
    if (!url.isValid() || !(http || https) || url.host().isEmpty() || !url.userInfo().isEmpty() ||
        url.hasQuery() || url.hasFragment() || !(path.isEmpty() || path == QLatin1String("/")))
        return ProfileFault::AddressInvalid;
    if (http && !isLoopback(url))
        return ProfileFault::PlainHttpRefused;

    if (!profile.tenantId.isValid())
        return ProfileFault::TenantInvalid;
    if (!profile.organizationId.isValid())
        return ProfileFault::OrganizationInvalid;
    if (!profile.userId.isValid())
        return ProfileFault::UserInvalid;
    if (profile.username.trimmed().isEmpty())
        return ProfileFault::UsernameMissing;
    if (http && profile.trust != ServerTrust())
        return ProfileFault::TrustWithoutTls;
    return profileFault(faultOf(profile.trust));
}

} // namespace finhub::api
