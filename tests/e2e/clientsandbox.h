#pragma once

#include "api/httpfinhub.h"
#include "sandbox/sandboxserver.h"
#include "support/outcome.h"

#include <QtTest>

#include <atomic>
#include <memory>

namespace finhub::test {

/// The real client and a real sandbox, which meet nowhere but on the wire. All headers of 1.2 are demanded,
/// and the sandbox's clock starts on 31 March 2026 at 9:00 UTC and stands still until a test moves it.
struct ClientSandbox {
    explicit ClientSandbox(const QList<Extension>& extensions = sandbox::implementedExtensions(),
                           int customers = 60);

    /// One of section 6's accounts: 0 the officer, 1 the senior, 2 the viewer.
    api::ConnectionProfile profile(std::size_t account = 0) const;
    /// False when that fails.
    bool signIn(std::size_t account = 0);
    /// Section 6's fault injection; false when it was refused.
    bool arm(const QByteArray& members) const;

    std::atomic<int> hoursLater = 0;
    std::unique_ptr<sandbox::SandboxServer> server;
    QUrl url;
    std::unique_ptr<api::HttpFinHub> client;
};

/// Waits for a call's end, as long as a busy machine may take.
template <typename T>
bool isOver(const Outcome<T>& outcome)
{
    return QTest::qWaitFor([&] { return outcome.isThere(); }, Patience);
}

} // namespace finhub::test
