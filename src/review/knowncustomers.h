#pragma once

#include "review/knowncustomersstore.h"
#include "review/learned.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <vector>

namespace finhub::review {

/// The customers that this console knows on the present connection, for servers that do not list them: their
/// ids, which are stored from one day to the next, and what was learned of them while the console runs, which
/// is in memory only. GUI thread.
class KnownCustomers : public QObject {
    Q_OBJECT

public:
    /// The store outlives it.
    explicit KnownCustomers(KnownCustomersStore& store, QObject* parent = nullptr);
    ~KnownCustomers() override;

    /// Somebody has signed in to this connection: reads what is stored of it, unless it is there already.
    void begin(const api::ConnectionProfile& profile);
    /// Forgets what was learned of people; the ids stay.
    void forgetLearned();
    /// Forgets everything; what is stored stays.
    void end();

    /// Whether what is stored has been read, or could not be.
    bool isLoaded() const { return m_loaded; }
    /// Why the ids are good for this run only; nullopt when they are stored.
    const std::optional<Error>& storageFault() const { return m_storageFault; }

    /// In the order of their adding, the last one last.
    const QList<KnownCustomer>& all() const { return m_customers; }
    const KnownCustomer* find(const CustomerId& id) const;
    /// What was learned of a customer, also of one who is not known; nullptr for nothing.
    const Learned* learned(const CustomerId& id) const;
    const QHash<CustomerId, Learned>& allLearned() const { return m_learned; }
    /// The customer as a row of the list; they must be known.
    DirectoryEntry entry(const CustomerId& id) const;

    /// How an adding ended.
    struct Addition {
        int added = 0;
        int known = 0;   ///< were there already; their verifications have been brought up to date
        int tooMany = 0; ///< were left out, since there are MaxKnownCustomers
    };
    /// Adds customers, or brings those who are there up to date. Without a time they are added now.
    Addition add(const QList<KnownCustomer>& customers);
    void remove(const CustomerId& id);
    /// Takes something in that was learned of a customer, known or not.
    void learn(const CustomerId& id, const std::function<void(Learned&)>& take);
    /// What was read of everybody's state is old from now on: it is shown, and read again.
    void readAgain();

    /// Grows with every change of who is known or what is learned.
    int generation() const { return m_generation; }

Q_SIGNALS:
    /// What is stored has been read, or could not be.
    void loaded();
    /// Somebody was added or removed.
    void listChanged();
    void learnedOf(const finhub::CustomerId& id);
    void storageFaultChanged();

private:
    void takeStored(const QList<KnownCustomer>& stored);
    void store(const KnownChange& change);
    void setStorageFault(const std::optional<Error>& fault);
    void rebuildPlaces();

    KnownCustomersStore& m_store;
    api::ConnectionProfile m_profile;
    QList<KnownCustomer> m_customers;
    QHash<CustomerId, qsizetype> m_places;
    QHash<CustomerId, Learned> m_learned;
    bool m_begun = false;
    bool m_loaded = false;
    int m_generation = 0;
    std::optional<Error> m_storageFault;
    KnownChange m_waiting; ///< what has changed before the stored ones were there
    CallPtr<QList<KnownCustomer>> m_read;
    std::vector<CallPtr<Done>> m_changes;
};

} // namespace finhub::review
