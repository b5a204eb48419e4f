#pragma once

#include "api/finhub.h"
#include "review/decisionoutcome.h"
#include "review/evidence/casesnapshot.h"
#include "review/journal/journal.h"
#include "review/outbox/findings.h"
#include "review/outbox/outbox.h"
#include "review/outbox/textseal.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace finhub::review {

/// What every decision works with; all of it outlives the decisions.
struct DecisionTools {
    api::FinHub& finhub;
    const TextSeal& seal;
    Journal* journal = nullptr; ///< none: nothing is recorded here (tests)
    /// Before the first repetition of a transmission; each further pause is twice as long.
    std::chrono::milliseconds firstPause = std::chrono::seconds(1);
    int maxRepeats = 5; ///< in one go, until something starts it again
};

/// One decision on one verification, from the officer's confirmation to a known outcome:
///
/// - holds it for a moment, in which it can be undone;
/// - reads the state directly before sending and stops when it differs from what was shown;
/// - writes journal and intent, then sends;
/// - has three ends. Refused: nothing was sent, or a definite 4xx other than 408 and 409. Applied: a readable
///   2xx with the verdict's status for this verification (HttpFinHub's table). Unknown: everything else;
/// - reads an unknown one back. Sends it again, byte for byte and under the same key, only where
///   `idempotent-decision` is offered (W3, 3.7); elsewhere never (2.9, R19).
///
/// Where verifications cannot be read, the state is what the readiness check says (2.12). What the customer
/// declared is read again where the server offers to read customers; no condition can be sent on that. GUI
/// thread. Emits finished() exactly once for each start(), confirmAgain(), settle() and checkAgain() that ran.
class Decision : public QObject {
    Q_OBJECT

public:
    enum class Step {
        Idle,
        Holding, ///< nothing has left; it can be undone
        Checking,
        Sending,
        ReadingBack,
        Pausing, ///< before it is sent again
        Finished
    };

    Decision(const DecisionTools& tools, std::unique_ptr<KeptIntent> kept, QObject* parent = nullptr);
    ~Decision() override;

    /// `shown` is the case as it was on the officer's screen.
    void start(const CaseSnapshot& shown, std::chrono::milliseconds hold);
    /// After an unknown outcome: the officer has confirmed the same verdict again. It keeps its key.
    bool confirmAgain(Intent intent, const CaseSnapshot& shown, std::chrono::milliseconds hold);
    /// For one that another run of the program has left behind: finds out what became of it.
    void settle();
    /// Nothing has left yet: takes it back. False when it is too late.
    bool undo();
    /// The session is over. What has not left stays here, as IntentState::NotSent.
    void interrupt();
    /// The words of the officer must not stay in memory.
    void forgetText();
    /// After an unknown outcome: reads the state once more, and sends again where it may.
    void checkAgain();
    /// A person says that nobody waits for it any more. Not while it is running.
    bool closeByPerson();

    Step step() const { return m_step; }
    const Intent& intent() const { return m_kept->intent(); }
    /// Without the words.
    DecisionRequest request() const;
    const std::optional<DecisionOutcome>& outcome() const { return m_outcome; }
    bool isRunning() const { return m_step != Step::Idle && m_step != Step::Finished; }
    /// How much of the hold is left; zero when it is not being held.
    std::chrono::milliseconds heldFor() const;
    /// Whether the outcome is unknown and a person has to look at it.
    bool isUnresolved() const;
    /// Whether it never left, since the program or the session ended before.
    bool isNotSent() const;
    /// Whether the words are gone with the session in which they were typed.
    bool isTextLost() const;
    /// After an unknown outcome a later read-back has shown the case as it was: the officer may confirm the
    /// same verdict again. FinHub takes one decision only, so a late arrival of the first one is refused there
    /// (409 ALREADY_DECIDED).
    bool mayDecideAgain() const { return m_mayDecideAgain; }

Q_SIGNALS:
    void stepChanged();
    void finished();

private:
    using Take = void (Decision::*)(const Result<StateReading>& reading);
    void hold(std::chrono::milliseconds time);
    void begin();
    void readState(Take take);
    void readReadiness(Take take);
    void readDeclared();
    void takeState(const Result<StateReading>& reading);
    void compare();
    void send(const QByteArray& etag);
    void transmit();
    void sendAgain();
    void answered(const Result<DecisionAnswer>& answer);
    void readBack();
    void conclude(const Result<StateReading>& reading);
    void retryOrStay(const StateReading& reading, Finding finding);
    bool mayRepeat() const;
    std::optional<DecisionRequest> wholeRequest() const;

    bool record(JournalKind kind, const QString& detail = {}) const;
    void applied(DecisionOutcome outcome);
    void refused(DecisionOutcome outcome);
    void notSent(const Error& error);
    void stop(DecisionStop why);
    void stayUnknown(const std::optional<Verification>& current);
    void finish(DecisionOutcome outcome);
    void setStep(Step step);

    DecisionTools m_tools;
    std::unique_ptr<KeptIntent> m_kept;
    std::optional<CaseSnapshot> m_shown; ///< in the session that it was confirmed in
    Step m_step = Step::Idle;
    std::optional<DecisionOutcome> m_outcome;
    Error m_lastAnswer;
    bool m_isRefusedAnswer = false; ///< m_lastAnswer says that this transmission was not carried out
    bool m_isRepetition = false;    ///< one of before may have arrived as well
    bool m_checkedAgain = false;
    bool m_mayDecideAgain = false;
    int m_repeats = 0;
    QTimer m_timer; ///< the hold, or the pause
    std::optional<Result<StateReading>> m_state; ///< as read before sending
    std::optional<Result<Customer>> m_declared;  ///< likewise
    CallPtr<Verification> m_read;
    CallPtr<Customer> m_readCustomer;
    CallPtr<Readiness> m_readiness;
    CallPtr<DecisionAnswer> m_decide;
};

} // namespace finhub::review
