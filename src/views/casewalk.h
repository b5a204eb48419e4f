#pragma once

#include "models/caseprefetcher.h"
#include "models/customertablemodel.h"
#include "models/nextwaiting.h"
#include "review/decisiondesk.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace finhub::views {

class CaseView;

/// The way from case to case without the list: the neighbours in it, the one that has waited longest, where
/// the open case stands, and the one that will probably be next, which is got ready meanwhile. GUI thread.
class CaseWalk : public QObject {
    Q_OBJECT

public:
    /// All of them outlive it.
    CaseWalk(api::FinHub& finhub, documents::DocumentService& documents, review::DecisionDesk& desk,
             models::CustomerTableModel& customers, CaseView& view, std::function<QDateTime()> now,
             QObject* parent = nullptr);
    ~CaseWalk() override;

    /// The case as far as it has been got ready; nullptr when another one was expected.
    std::unique_ptr<review::CaseFile> ready(const CustomerId& id) { return m_prefetcher.take(id); }
    /// Shows where the open case stands now, in the list and in time, and gets the next one ready.
    void refresh();
    /// Lets go of what has been got ready, and of who has been passed over.
    void leave();

Q_SIGNALS:
    void openWanted(const finhub::DirectoryEntry& entry);

private:
    /// How the person has gone on the last time, which is how they will go on.
    enum class Step { TakeNext, Next, Previous };

    void openNeighbour(int step);
    int neighbourRow(int step) const;
    void takeNext();
    void onFound(const DirectoryEntry& entry);
    void onNobodyWaits();
    void onClaimRefused(const Claim& claim);
    void onDecided(const DecisionRequest& request, const review::DecisionOutcome& outcome);
    QSet<CustomerId> passedOver() const;
    void showPosition();
    void prepare();
    std::optional<DirectoryEntry> expected() const;

    models::CustomerTableModel& m_customers;
    CaseView& m_view;
    std::function<QDateTime()> m_now;
    models::NextWaiting m_nextWaiting;
    models::CasePrefetcher m_prefetcher;
    Step m_step = Step::TakeNext;
    int m_lastRow = 0; ///< where the open case was last seen in the list
    DirectoryQuery m_viewOfTaken;
    QSet<CustomerId> m_taken;   ///< seen on the way in this view; passed over until all have been
    QSet<CustomerId> m_decided; ///< decided in this view
    QString m_wasQuicker;       ///< what to say of the case that was taken meanwhile, with the next one
};

} // namespace finhub::views
