#pragma once

#include "core/result.h"
#include "sandbox/http/httpmessage.h"

#include <functional>
#include <memory>

namespace finhub::sandbox {

/// The HTTP side of the sandbox: cpp-httplib bound to 127.0.0.1. Every connection has a thread of its own, so
/// that an idle kept-alive connection or an injected delay never keeps another caller waiting.
class HttpListener {
public:
    /// Answers a request; called from the connections' threads, several at once.
    using Handler = std::function<HttpReply(const HttpRequest&)>;

    explicit HttpListener(Handler handler);
    ~HttpListener();
    HttpListener(const HttpListener&) = delete;
    HttpListener& operator=(const HttpListener&) = delete;

    /// Listens on the port, 0 for a free one, and returns it. Fails with ErrorKind::Unreachable.
    Result<quint16> start(quint16 port);
    /// Cuts every connection and joins every thread; handlers under way are waited for.
    void stop();

private:
    class Server;
    std::unique_ptr<Server> m_server;
};

} // namespace finhub::sandbox
