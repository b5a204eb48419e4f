#pragma once

#include "api/servertrust.h"
#include "core/id.h"

#include <QString>
#include <QUrl>

namespace finhub::api {

/// How to reach a FinHub tenant: everything but secrets. Stored in the settings file and read from
/// `--profile FILE`.
struct ConnectionProfile {
    QString name;
    QUrl baseUrl; ///< scheme, host and port (1.1)
    TenantId tenantId;
    OrganizationId organizationId;
    UserId userId;
    QString username;
    ServerTrust trust = {}; ///< for https only

    friend bool operator==(const ConnectionProfile&, const ConnectionProfile&) = default;
};

/// Why a profile cannot be used; `None` when it can.
enum class ProfileFault {
    None,
    NameMissing,
    AddressInvalid,   ///< no absolute http(s) address, or one with a path, query or user info
    PlainHttpRefused, ///< http to anything but loopback (1.1)
    TenantInvalid,
    OrganizationInvalid,
    UserInvalid,
    UsernameMissing,
    AuthoritiesUnreadable, ///< see TrustFault
    AuthoritiesTooLarge,
    PinInvalid,
    TooManyPins,
    TrustWithoutTls, ///< an authority or a pin for plain http, where nothing would look at it
};

/// Checks a profile against 1.1 and 1.6.
ProfileFault faultOf(const ConnectionProfile& profile);

/// Whether the address is this machine itself, where plain http is allowed: `localhost`, 127.0.0.0/8 and ::1,
/// as literal text, never by a name look-up.
bool isLoopback(const QUrl& url);

} // namespace finhub::api
