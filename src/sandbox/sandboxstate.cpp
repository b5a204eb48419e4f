#include "sandbox/sandboxstate.h"

#include "core/wiretime.h"
#include "sandbox/accounts/accounts.h"

namespace finhub::sandbox {

namespace {
/// What a store was seeded with; a new store remembers what it is seeded with now. So a store that is opened
/// again holds the same customers whatever the switches say.
struct Seeding {
    quint64 seed;
    int customers;
    QDateTime start;
};

Seeding seedingOf(Store& store, const SandboxOptions& options, const Clock& clock)
{
    const QString seed = store.setting(QStringLiteral("seed"));
    const QDateTime start = parseWireTime(store.setting(QStringLiteral("start")));
    if (!seed.isEmpty() && start.isValid())
        return {seed.toULongLong(), store.setting(QStringLiteral("customers")).toInt(), start};
    store.setSetting(QStringLiteral("seed"), QString::number(options.seed));
    store.setSetting(QStringLiteral("customers"), QString::number(options.customers));
    store.setSetting(QStringLiteral("start"), formatWireTime(clock.start()));
    return {options.seed, options.customers, clock.start()};
}
} // namespace

SandboxState::SandboxState(const SandboxOptions& switches, const Clock& time, DocumentVault& drawn)
    : options(switches)
    , clock(time)
    , vault(drawn)
    , store(std::make_unique<Store>())
    , sessions(switches.tokenTtl)
    , lockouts(switches.lockout)
{
}

Result<std::unique_ptr<SandboxState>> SandboxState::open(const SandboxOptions& options, const Clock& clock,
                                                         DocumentVault& vault)
{
    std::unique_ptr<SandboxState> state(new SandboxState(options, clock, vault));
    if (const auto opened = state->store->open(options.store); !opened)
        return failure(opened.error());
    const Seeding seeding = seedingOf(*state->store, options, clock);
    state->seeded = std::make_unique<SeededCustomers>(seeding.seed, seeding.customers, seeding.start);
    state->cases = std::make_unique<Cases>(*state->seeded, *state->store);
    state->templates = std::make_unique<ConsentTemplates>(*state->store);
    state->webhooks = std::make_unique<Webhooks>(*state->store);
    for (const AdminAccount& account : fixedAccounts()) {
        if (account.lockedAtStart)
            state->lockouts.lock(account.id, clock.start());
    }
    return state;
}

} // namespace finhub::sandbox
