#pragma once

#include "api/finhub.h"
#include "models/customertablemodel.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace finhub::models {

/// The oldest case that waits for a review among the customers of a view and that no other officer has
/// claimed (3.8), for whoever takes one after the other. GUI thread.
class NextWaiting : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    NextWaiting(api::FinHub& finhub, const CustomerTableModel& customers, QObject* parent = nullptr);
    ~NextWaiting() override;

    /// What the rows that have arrived say. `certain` is false where they do not tell: another order, or
    /// rows that have not arrived.
    struct Known {
        bool certain = false;
        std::optional<DirectoryEntry> entry;
    };
    Known known(const QSet<CustomerId>& passedOver) const;

    /// Finds the oldest one but for these, from the rows or else from the directory (3.1), and says so with
    /// exactly one signal from the event loop. Does nothing while it is looking already.
    void find(const QSet<CustomerId>& passedOver);
    /// Nobody wants to know any more: no signal.
    void cancel();
    bool isLooking() const { return m_looking; }

Q_SIGNALS:
    void found(const finhub::DirectoryEntry& entry);
    void nobodyWaits();
    void failed(const finhub::Error& error);

private:
    void ask(int page);
    void onAnswer(const Result<DirectoryPage>& answer);
    bool isWanted(const DirectoryEntry& entry, const QSet<CustomerId>& passedOver) const;
    std::optional<DirectoryQuery> wantedQuery() const;

    api::FinHub& m_finhub;
    const CustomerTableModel& m_customers;
    QSet<CustomerId> m_passedOver;
    DirectoryQuery m_query;
    bool m_looking = false;
    int m_page = 0;
    CallPtr<DirectoryPage> m_call;
};

/// The customers of a view who wait for a review, the oldest first; nullopt for a view that holds none of
/// them.
std::optional<DirectoryQuery> waitingQuery(const DirectoryQuery& view);

} // namespace finhub::models
