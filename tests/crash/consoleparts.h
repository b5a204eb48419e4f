#pragma once

#include "api/httpfinhub.h"
#include "crash/killingfinhub.h"
#include "review/decisiondesk.h"
#include "review/knowncustomers.h"
#include "support/fakejournal.h"
#include "support/memorystore.h"

#include <chrono>
#include <memory>

namespace finhub::test {

/// What decides in the console, without its window: the real client, outbox and desk, put together as the
/// program does, and a journal in memory.
class ConsoleParts {
public:
    ConsoleParts(const QString& folder, std::chrono::milliseconds hold, std::chrono::milliseconds deadline)
        : client(optionsOf(deadline))
        , known(store)
        , finhub(client, known)
        , outbox(folder)
        , desk(finhub, outbox, &journal, {hold, std::chrono::milliseconds(20), std::chrono::milliseconds(200)})
    {
    }

    api::HttpFinHub client;
    MemoryStore store;
    review::KnownCustomers known;
    KillingFinHub finhub;
    FakeJournal journal;
    review::Outbox outbox;
    review::DecisionDesk desk;

private:
    static api::ClientOptions optionsOf(std::chrono::milliseconds deadline)
    {
        api::ClientOptions options;
        options.deviceId = "crash";
        options.callDeadline = deadline;
        options.firstPause = std::chrono::milliseconds(5);
        options.longestPause = std::chrono::milliseconds(20);
        return options;
    }
};

/// Section 6's officer on the sandbox at this address.
inline api::ConnectionProfile officerProfile(const QUrl& url)
{
    return {QStringLiteral("Sandbox"),
            url,
            TenantId(QStringLiteral("3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10")),
            OrganizationId(QStringLiteral("8c1d2e3f-4a5b-4c6d-9e7f-0a1b2c3d4e5f")),
            UserId(QStringLiteral("0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50")),
            QStringLiteral("officer@sandbox.test")};
}
inline api::SignInSecrets officerSecrets()
{
    return {Secret(QByteArrayView("Sandbox-Officer-1")), {}, {}};
}

/// The word that stands for how a decision ended in the client's history.
inline const char* wordOf(const review::DecisionOutcome& outcome)
{
    switch (outcome.end) {
    case review::DecisionEnd::Applied:
        return "applied";
    case review::DecisionEnd::Refused:
        return outcome.stop == review::DecisionStop::NotSent ? "not-sent" : "refused";
    case review::DecisionEnd::Unknown:
        break;
    }
    return "unknown";
}

} // namespace finhub::test
