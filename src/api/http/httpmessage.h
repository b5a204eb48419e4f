#pragma once

#include "api/http/requestbody.h"
#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <utility>

namespace finhub::api {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// Is told from the event loop how many bytes of a body have been handed over for sending, the whole of it at
/// the end. It may delete whoever tells it.
using SendProgress = std::function<void(qint64 sent, qint64 total)>;

/// One request, ready to be put on the wire. Headers and address have been checked by those who built them.
struct RawRequest {
    QByteArray method;
    QUrl url;
    HeaderList headers;
    RequestBody body; ///< empty: none is sent
    SendProgress progress;
    std::chrono::milliseconds deadline{};
    qint64 maxBytes = 0; ///< of the answer's body
};

/// Why there is no complete answer.
enum class TransportFault {
    None,
    Unreachable, ///< no connection; nothing was sent
    Tls,         ///< the server's identity could not be established; nothing was sent
    Timeout,     ///< the overall deadline passed
    TooLarge,    ///< the answer grew beyond its limit
    Lost,        ///< the connection broke off
    Garbled,     ///< what came back was not HTTP, or could not be decompressed
};

/// What came back. The status is the first thing to look at: a refusal arrives together with a Qt error, and
/// a status of 200 does not mean that the body is whole (docs/architecture.md, "Calls").
struct RawAnswer {
    int status = 0; ///< HTTP status, 0 when there was none
    HeaderList headers;
    QByteArray body;
    TransportFault fault = TransportFault::None;
    TlsFault tls = TlsFault::Unknown; ///< with TransportFault::Tls
    bool sent = false;                ///< whether any byte of the request may have reached the server
    QString technical;                ///< name of the Qt error, for diagnostics

    bool isSuccess() const { return status >= 200 && status <= 299; }

    /// The first header of that name, without case; empty when there is none.
    QByteArray header(const char* name) const
    {
        for (const auto& [key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

} // namespace finhub::api
