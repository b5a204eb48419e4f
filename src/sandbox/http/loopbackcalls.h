#pragma once

#include "sandbox/http/httpmessage.h"

#include <functional>
#include <list>
#include <thread>

namespace finhub::sandbox {

/// Calls to the sandbox from beside the program that it serves, over the wire like everybody's: for
/// walkthroughs, in which others work on the same cases and faults happen. Each call has a thread of its own.
class LoopbackCalls {
public:
    /// `port` is that of the sandbox on 127.0.0.1.
    explicit LoopbackCalls(quint16 port)
        : m_port(port)
    {
    }
    LoopbackCalls(const LoopbackCalls&) = delete;
    LoopbackCalls& operator=(const LoopbackCalls&) = delete;
    /// Waits for the calls under way, 30 s at most.
    ~LoopbackCalls();

    /// Sends once, the path with its query as it stands. `done` is called on the call's thread, with status 0
    /// when no whole answer came.
    void send(HttpRequest request, std::function<void(const HttpReply&)> done);

private:
    quint16 m_port;
    std::list<std::thread> m_threads;
};

} // namespace finhub::sandbox
