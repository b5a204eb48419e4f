#pragma once

#include "api/finhub.h"
#include "review/knowncustomers.h"

#include <QObject>

#include <map>

namespace finhub::review {

/// Reads the state of known customers (2.12) as they are looked at: a few at a time, each once until it is
/// told to be old. What was learned, or why it could not be, goes to KnownCustomers. GUI thread; deleting it
/// aborts its reads.
class StateReader : public QObject {
    Q_OBJECT

public:
    static constexpr int MostAtOnce = 4;
    static constexpr int MostWaiting = 200;

    StateReader(api::FinHub& finhub, KnownCustomers& known, QObject* parent = nullptr);
    ~StateReader() override;

    /// These are being looked at, so they are read before others that wait. Of more than MostWaiting, those
    /// that were asked for longest ago are dropped: they are asked for again when they are looked at.
    void want(const QList<CustomerId>& ids);
    void abortAll();

    int running() const { return static_cast<int>(m_reads.size()); }
    int waiting() const { return static_cast<int>(m_waiting.size()); }

private:
    void readNext();
    void onFinished(const CustomerId& id, const Result<Readiness>& readiness);

    api::FinHub& m_finhub;
    KnownCustomers& m_known;
    QList<CustomerId> m_waiting; ///< the next one first
    std::map<CustomerId, CallPtr<Readiness>> m_reads;
};

/// Takes a reading of 2.12 in, or why there is none.
void learnReadiness(Learned& learned, const Result<Readiness>& readiness);

} // namespace finhub::review
