#include "review/knowncustomers.h"

#include <utility>

namespace finhub::review {

namespace {
/// Whether both are the same connection for what is stored: a server and a tenant.
bool isSameConnection(const api::ConnectionProfile& a, const api::ConnectionProfile& b)
{
    return a.baseUrl == b.baseUrl && a.tenantId == b.tenantId;
}
} // namespace

KnownCustomers::KnownCustomers(KnownCustomersStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
}

KnownCustomers::~KnownCustomers() = default;

void KnownCustomers::begin(const api::ConnectionProfile& profile)
{
    if (m_begun && isSameConnection(profile, m_profile))
        return;
    end();
    m_begun = true;
    m_profile = profile;
    m_read = m_store.read(profile);
    m_read->onFinished(this, [this](const Result<QList<KnownCustomer>>& stored) {
        m_loaded = true;
        if (stored)
            takeStored(*stored);
        else
            setStorageFault(stored.error());
        ++m_generation;
        Q_EMIT loaded();
        Q_EMIT listChanged();
    });
}

void KnownCustomers::takeStored(const QList<KnownCustomer>& stored)
{
    // Those who were added before are newer.
    const QList<KnownCustomer> early = std::exchange(m_customers, stored);
    rebuildPlaces();
    for (const KnownCustomer& customer : early) {
        const auto there = m_places.constFind(customer.id);
        if (there != m_places.constEnd()) {
            bringUpToDate(m_customers[*there], customer);
        } else {
            m_places.insert(customer.id, m_customers.size());
            m_customers << customer;
        }
    }
    if (m_waiting != KnownChange())
        store(std::exchange(m_waiting, {}));
}

void KnownCustomers::forgetLearned()
{
    m_learned.clear();
    ++m_generation;
    Q_EMIT listChanged();
}

void KnownCustomers::end()
{
    m_read.reset();
    m_changes.clear();
    m_waiting = {};
    m_customers.clear();
    m_places.clear();
    m_learned.clear();
    m_begun = false;
    m_loaded = false;
    ++m_generation;
    setStorageFault(std::nullopt);
}

const KnownCustomer* KnownCustomers::find(const CustomerId& id) const
{
    const auto there = m_places.constFind(id);
    return there == m_places.constEnd() ? nullptr : &m_customers.at(*there);
}

const Learned* KnownCustomers::learned(const CustomerId& id) const
{
    const auto there = m_learned.constFind(id);
    return there == m_learned.constEnd() ? nullptr : &*there;
}

DirectoryEntry KnownCustomers::entry(const CustomerId& id) const
{
    static const Learned nothing;
    const KnownCustomer* known = find(id);
    Q_ASSERT(known);
    const Learned* more = learned(id);
    return composedEntry(*known, more ? *more : nothing);
}

KnownCustomers::Addition KnownCustomers::add(const QList<KnownCustomer>& customers)
{
    Addition addition;
    KnownChange change;
    for (const KnownCustomer& told : customers) {
        const auto there = m_places.constFind(told.id);
        if (there != m_places.constEnd()) {
            ++addition.known;
            KnownCustomer& known = m_customers[*there];
            if (bringUpToDate(known, told))
                change.told << known;
            continue;
        }
        if (m_customers.size() >= MaxKnownCustomers) {
            ++addition.tooMany;
            continue;
        }
        KnownCustomer fresh = told;
        if (!fresh.addedAt.isValid())
            fresh.addedAt = QDateTime::currentDateTimeUtc();
        m_places.insert(fresh.id, m_customers.size());
        m_customers << fresh;
        change.told << fresh;
        ++addition.added;
    }
    if (change.told.isEmpty())
        return addition;
    store(change);
    ++m_generation;
    Q_EMIT listChanged();
    return addition;
}

void KnownCustomers::remove(const CustomerId& id)
{
    const auto there = m_places.constFind(id);
    if (there == m_places.constEnd())
        return;
    m_customers.removeAt(*there);
    rebuildPlaces();
    m_learned.remove(id);
    store({.told = {}, .removed = {id}});
    ++m_generation;
    Q_EMIT listChanged();
}

void KnownCustomers::learn(const CustomerId& id, const std::function<void(Learned&)>& take)
{
    take(m_learned[id]);
    ++m_generation;
    Q_EMIT learnedOf(id);
}

void KnownCustomers::readAgain()
{
    for (Learned& one : m_learned)
        one.asked = false;
    ++m_generation;
}

void KnownCustomers::store(const KnownChange& change)
{
    if (!m_loaded) {
        m_waiting.told += change.told;
        m_waiting.removed += change.removed;
        return;
    }
    CallPtr<Done> call = m_store.change(m_profile, change);
    Call<Done>* const asked = call.get();
    m_changes.push_back(std::move(call));
    asked->onFinished(this, [this, asked](const Result<Done>& done) {
        setStorageFault(done ? std::nullopt : std::optional(done.error()));
        std::erase_if(m_changes, [asked](const CallPtr<Done>& one) { return one.get() == asked; });
    });
}

void KnownCustomers::setStorageFault(const std::optional<Error>& fault)
{
    const bool changed = m_storageFault.has_value() != fault.has_value();
    m_storageFault = fault;
    if (changed)
        Q_EMIT storageFaultChanged();
}

void KnownCustomers::rebuildPlaces()
{
    m_places.clear();
    for (qsizetype i = 0; i < m_customers.size(); ++i)
        m_places.insert(m_customers.at(i).id, i);
}

} // namespace finhub::review
