#pragma once

#include "api/http/httpmessage.h"
#include "api/http/requestpath.h"
#include "core/enums.h"

#include <optional>

namespace finhub::api {

/// Whether a request may change something on the server. It decides what a lost answer means (R19) and
/// whether the request may be repeated (W3).
enum class Effect { Read, Write };

/// One request in the terms of the contract; the exchange adds headers and sends it.
struct ApiRequest {
    QByteArray method;
    RequestPath path;
    RequestBody body; ///< JSON; empty: none
    SendProgress progress;
    QByteArray accept = QByteArrayLiteral("application/json");
    HeaderList further; ///< `If-Match`, `Idempotency-Key`
    Effect effect = Effect::Read;
    bool authorized = true;                  ///< carries the token, and W4 applies
    Extension ownRoute = Extension::Unknown; ///< the extension that this route belongs to (section 3)
    std::chrono::milliseconds deadline{};
    qint64 maxBytes = 0;
};

} // namespace finhub::api
