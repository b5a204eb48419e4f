#pragma once

#include "api/finhub.h"
#include "review/evidence/casesnapshot.h"

#include <QObject>

#include <optional>

namespace finhub::review {

/// How a decision ended. There is no fourth way.
enum class DecisionEnd {
    Applied, ///< FinHub has recorded it
    Refused, ///< nothing happened: it was not sent, or FinHub refused it
    Unknown, ///< it may or may not have happened (R19), and reading back did not tell
};

/// The outcome with all that is known about it.
struct DecisionOutcome {
    DecisionEnd end = DecisionEnd::Unknown;
    DecisionAnswer answer = {};               ///< Applied
    Error error = {};                         ///< Refused, Unknown
    bool changedBefore = false;               ///< Refused because the case had changed since it was read
    bool foundByReading = false;              ///< Applied, as the read-back shows; the answer itself was lost
    bool deciderUnknown = false;              ///< the read-back does not say who decided (2.12)
    std::optional<Verification> current = {}; ///< the verification as it was last read, where it was
    QList<SnapshotDifference> differences = {}; ///< what had changed, where it stopped because of that
};

/// One decision on one verification, from the officer's confirmation to a known outcome. Reads the state
/// directly before sending and stops when it differs from what was shown; sends exactly once; after a lost
/// answer reads the state back instead of sending again (2.9, R19). Where verifications cannot be read, the
/// state is what the readiness check says (2.12). What the customer declared is read again where the server
/// offers to read customers; no condition can be sent on that. GUI thread. Emits finished() exactly once for start() and
/// once more for every checkAgain().
class Decision : public QObject {
    Q_OBJECT

public:
    enum class Step { Idle, Checking, Sending, ReadingBack, Finished };

    /// `shown` is the case as it was on the officer's screen.
    Decision(api::FinHub& finhub, DecisionRequest request, CaseSnapshot shown, QObject* parent = nullptr);

    void start();
    /// After an unknown outcome: reads the state once more. Nothing is sent.
    void checkAgain();

    Step step() const { return m_step; }
    const DecisionRequest& request() const { return m_request; }
    const std::optional<DecisionOutcome>& outcome() const { return m_outcome; }
    bool isRunning() const { return m_step != Step::Idle && m_step != Step::Finished; }
    /// Whether the outcome is unknown and a person has to look at it.
    bool isUnresolved() const;
    /// After an unknown outcome a later read-back has shown the case as it was: it can be decided again.
    /// FinHub takes one decision only, so a late arrival of the first one is refused there (409
    /// ALREADY_DECIDED).
    bool mayDecideAgain() const { return m_mayDecideAgain; }

Q_SIGNALS:
    void stepChanged();
    void finished();

private:
    /// What was shown, with what is read of its state now.
    using Take = void (Decision::*)(const Result<Verification>& current);
    void readState(Take take);
    void readReadiness(Take take);
    void readDeclared();
    void takeState(const Result<Verification>& current);
    void compare();
    void send();
    void readBack();
    void conclude(const Result<Verification>& current);
    bool isMine(const Verification& current) const;
    void finish(DecisionOutcome outcome);
    void setStep(Step step);

    api::FinHub& m_finhub;
    DecisionRequest m_request;
    CaseSnapshot m_shown;
    Step m_step = Step::Idle;
    std::optional<DecisionOutcome> m_outcome;
    Error m_lostAnswer;
    bool m_checkedAgain = false;
    bool m_mayDecideAgain = false;
    bool m_byReadiness = false; ///< the last reading of the state was one of 2.12
    std::optional<Result<Verification>> m_state; ///< as read before sending
    std::optional<Result<Customer>> m_declared;  ///< likewise
    CallPtr<Verification> m_read;
    CallPtr<Customer> m_readCustomer;
    CallPtr<Readiness> m_readiness;
    CallPtr<DecisionAnswer> m_decide;
};

} // namespace finhub::review
