#pragma once

#include "api/clientoptions.h"
#include "api/http/httpmessage.h"
#include "core/id.h"
#include "core/result.h"
#include "core/secret.h"

namespace finhub::api {

/// What the headers of 1.2 are made of.
struct HeaderSources {
    const ClientOptions& options;
    const TenantId& tenant;
    const Secret* token = nullptr; ///< null on the calls that carry none
    QByteArray accept;
    bool hasBody = false;
    QByteArray workstation; ///< the officer's workstation as FinHub will keep it
};

/// Whether this may be the value of a header: visible ASCII and single spaces inside. Qt itself lets CR and
/// LF through, and with them a second request.
bool isHeaderValue(QByteArrayView value);

/// The nine headers of 1.2 and the given further ones. ErrorKind::Refused with the header's name when a value
/// is not fit for one. The token is copied into the list, so that it should live no longer than the send.
Result<HeaderList> requestHeaders(const HeaderSources& sources, const HeaderList& further);

} // namespace finhub::api
