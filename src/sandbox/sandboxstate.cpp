#include "sandbox/sandboxstate.h"

#include "core/wiretime.h"
#include "sandbox/accounts/accounts.h"

#include <QDebug>

namespace finhub::sandbox {

namespace {
/// What a store was seeded with.
struct Seeding {
    quint64 seed = 0;
    int customers = 0;
    QDateTime start;
};

std::optional<Seeding> storedSeeding(Store& store)
{
    const QString seed = store.setting(QStringLiteral("seed"));
    const QDateTime start = parseWireTime(store.setting(QStringLiteral("start")));
    if (seed.isEmpty() || !start.isValid())
        return std::nullopt;
    return Seeding{seed.toULongLong(), store.setting(QStringLiteral("customers")).toInt(), start};
}

/// Says what was asked for and is not so; empty when the store fits the switches.
QString mismatch(const Seeding& stored, const SandboxOptions& options)
{
    const auto sentence = QStringLiteral("it was made with --%1 %2, not with --%1 %3");
    if (options.seed && *options.seed != stored.seed)
        return sentence.arg(QStringLiteral("seed")).arg(stored.seed).arg(*options.seed);
    if (options.customers && *options.customers != stored.customers)
        return sentence.arg(QStringLiteral("customers")).arg(stored.customers).arg(*options.customers);
    return {};
}

/// A new store remembers what it is seeded with, so that it holds the same customers when it is opened again.
Result<Seeding> seedingOf(Store& store, const SandboxOptions& options, const Clock& clock)
{
    if (const auto stored = storedSeeding(store)) {
        if (const QString fault = mismatch(*stored, options); !fault.isEmpty())
            return failure(Error::of(ErrorKind::Refused, fault));
        return *stored;
    }
    const Seeding made{options.seed.value_or(SandboxOptions::DefaultSeed),
                       options.customers.value_or(SandboxOptions::DefaultCustomers), clock.start()};
    Transaction transaction(store.database());
    const bool kept = store.setSetting(QStringLiteral("seed"), QString::number(made.seed)) &&
                      store.setSetting(QStringLiteral("customers"), QString::number(made.customers)) &&
                      store.setSetting(QStringLiteral("start"), formatWireTime(made.start));
    if (!kept || !transaction.commit())
        return failure(Error::of(ErrorKind::Refused, store.database().fault()));
    return made;
}

/// Section 6 locks an account at start. In a store that is once and for all: whoever resets the login does
/// not want it locked again by a restart.
void lockAtStart(Store& store, Lockouts& lockouts, const QDateTime& now)
{
    const QString locked = QStringLiteral("accounts-locked");
    if (!store.setting(locked).isEmpty())
        return;
    Transaction transaction(store.database());
    for (const AdminAccount& account : fixedAccounts()) {
        if (account.lockedAtStart)
            lockouts.lock(account.id, now);
    }
    store.setSetting(locked, QStringLiteral("1"));
    transaction.commit();
}
} // namespace

SandboxState::SandboxState(const SandboxOptions& switches, const Clock& time, DocumentVault& drawn)
    : options(switches)
    , clock(time)
    , vault(drawn)
    , store(std::make_unique<Store>())
    , idempotency(std::make_unique<Idempotency>(*store))
    , sessions(switches.tokenTtl)
{
}

Result<std::unique_ptr<SandboxState>> SandboxState::open(const SandboxOptions& options, const Clock& clock,
                                                         DocumentVault& vault)
{
    std::unique_ptr<SandboxState> state(new SandboxState(options, clock, vault));
    if (const auto opened = state->store->open(options.store); !opened)
        return failure(opened.error());
    const auto seeding = seedingOf(*state->store, options, clock);
    if (!seeding)
        return failure(seeding.error());
    state->seeded = std::make_unique<SeededCustomers>(seeding->seed, seeding->customers, seeding->start);
    if (!state->readStore())
        return failure(Error::of(ErrorKind::Refused, state->store->database().fault()));
    return state;
}

bool SandboxState::readStore()
{
    cases = std::make_unique<Cases>(*seeded, *store);
    templates = std::make_unique<ConsentTemplates>(*store);
    webhooks = std::make_unique<Webhooks>(*store);
    lockouts = std::make_unique<Lockouts>(*store, options.lockout);
    lockAtStart(*store, *lockouts, clock.now());
    idempotency->read(clock.now());
    return isIntact();
}

bool SandboxState::recover()
{
    if (const auto reopened = store->database().reopen(); !reopened) {
        // Said once, not for every request that finds it so.
        if (m_lastFault != reopened.error().technical)
            qWarning("sandbox: the store is not there: %s", qUtf8Printable(reopened.error().technical));
        m_lastFault = reopened.error().technical;
        return false;
    }
    // Another store in the same place would hold other customers.
    const auto stored = storedSeeding(*store);
    const bool same = stored && stored->seed == seeded->seed() && stored->customers == seeded->count() &&
                      stored->start == seeded->start();
    if (!same) {
        store->database().fail({});
        return false;
    }
    if (m_outbox) {
        for (const WebhookSubscription& subscription : webhooks->subscriptions())
            m_outbox->drop(subscription.id);
    }
    if (!readStore())
        return false;
    if (m_outbox)
        webhooks->begin(*m_outbox);
    m_lastFault.clear();
    return true;
}

void SandboxState::beginPosting(WebhookOutbox& outbox)
{
    m_outbox = &outbox;
    webhooks->begin(outbox);
}

} // namespace finhub::sandbox
