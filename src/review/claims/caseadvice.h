#pragma once

#include "api/finhub.h"

#include <QObject>

namespace finhub::review {

/// How sending a recommendation ended. A struct of its own, because moc asks whether what a signal carries can
/// be compared, and a Result says yes although its errors cannot.
struct AdviceOutcome {
    Result<Recommendation> result;
};

/// A recommendation (3.9) on its way: sent once; a lost answer is looked up among those of the verification.
/// GUI thread; emits finished() exactly once for send(). Deleting it aborts it.
class CaseAdvice : public QObject {
    Q_OBJECT

public:
    explicit CaseAdvice(api::FinHub& finhub, QObject* parent = nullptr);

    bool isSending() const { return m_send != nullptr || m_reading != nullptr; }
    /// Does nothing while one is under way. The key of the request is made here.
    void send(RecommendationRequest request);

Q_SIGNALS:
    /// Recorded; or why not, or OutcomeUnknown where that could not be found out.
    void finished(const finhub::review::AdviceOutcome& outcome);

private:
    void lookFor(const Error& lostAnswer);

    api::FinHub& m_finhub;
    RecommendationRequest m_request;
    CallPtr<Recommendation> m_send;
    CallPtr<Page<Recommendation>> m_reading;
};

} // namespace finhub::review
