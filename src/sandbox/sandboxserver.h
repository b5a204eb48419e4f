#pragma once

#include "core/result.h"
#include "sandbox/sandboxoptions.h"

#include <QUrl>

#include <memory>

namespace finhub::sandbox {

/// The FinHub simulator (sections 2 to 7) as an object: a server on loopback with threads of its own. A
/// QGuiApplication must exist, since documents are drawn with its fonts. The object itself belongs to one
/// thread; several servers may run beside each other.
class SandboxServer {
public:
    explicit SandboxServer(SandboxOptions options);
    /// Stops.
    ~SandboxServer();

    SandboxServer(const SandboxServer&) = delete;
    SandboxServer& operator=(const SandboxServer&) = delete;

    /// Opens the store, binds and listens: when this returns `http://127.0.0.1:PORT`, calls are answered.
    /// Fails with ErrorKind::Refused when the store cannot be opened, and its technical text is then the rest
    /// of the sentence "the store cannot be opened: ..."; with ErrorKind::Unreachable when the port is taken.
    Result<QUrl> start();
    /// Cuts all connections and ends all threads. What was answered is in the store; an in-memory one is
    /// gone.
    void stop();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace finhub::sandbox
