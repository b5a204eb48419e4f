#pragma once

#include "review/decision.h"

#include <QObject>
#include <QSet>

#include <chrono>
#include <map>
#include <memory>

namespace finhub::review {

/// A decision that came to its end when nobody was looking any more: it was unknown, or an earlier run or
/// session has left it behind.
struct SettledDecision {
    Intent intent; ///< without the words
    DecisionEnd end = DecisionEnd::Applied;

    friend bool operator==(const SettledDecision&, const SettledDecision&) = default;
};

/// All decisions of the signed-in officer that are under way or not settled. It outlives the page that a
/// decision was made on, so that leaving the page loses nothing, and lets one decision at a time be made on a
/// verification, whatever it is pressed with, in however many windows and consoles.
///
/// With a session it takes over from the outbox what an earlier run or session of this officer has left
/// behind, and settles it; it tries again when the connection returns. GUI thread.
class DecisionDesk : public QObject {
    Q_OBJECT

public:
    struct Options {
        /// How long a decision is held before it leaves; zero: not at all.
        std::chrono::milliseconds hold = std::chrono::seconds(5);
        std::chrono::milliseconds firstPause = std::chrono::seconds(1); ///< DecisionTools
        /// How often it looks whether FinHub can be asked again, while it cannot.
        std::chrono::milliseconds lookAgain = std::chrono::seconds(15);
    };

    /// All of them outlive it. Without a journal nothing is recorded (tests).
    DecisionDesk(api::FinHub& finhub, Outbox& outbox, Journal* journal, Options options,
                 QObject* parent = nullptr);
    ~DecisionDesk() override;

    void setHold(std::chrono::milliseconds hold) { m_options.hold = hold; }
    std::chrono::milliseconds hold() const { return m_options.hold; }

    bool offers(Extension extension) const { return m_finhub.offers(extension); }

    /// Carries a decision out: false, and nothing happens, while one on the same verification is under way.
    /// Also false while an earlier one is unknown and may not be decided again (mayDecide()). What else keeps
    /// it from being sent is told by decided(). The request's notes are the officer's words alone; its key is
    /// not used. `snapshot` is the hash of what was on the screen.
    bool submit(const DecisionRequest& request, const CaseSnapshot& shown);
    /// Takes a decision back that is being held. False when it is too late.
    bool undo(const VerificationId& id);
    /// Whether this verdict could be submitted now: an unknown decision may only be confirmed again as it
    /// was, since it keeps its key, and only when a second look has found the case unchanged.
    bool mayDecide(const VerificationId& id, Verdict verdict) const;

    /// The decision on this verification that is under way or not settled, else nullptr.
    Decision* decisionOn(const VerificationId& id) const;
    /// All of them, the oldest first.
    QList<const Decision*> decisions() const;
    /// How many are under way, those that are held included.
    int running() const;
    /// How many outcomes are unknown.
    int unresolved() const;
    /// How many wait for a person: unknown, not sent, or not readable.
    int waitingForPerson() const;
    /// Reads all unresolved ones again.
    void checkAgain();
    void checkAgain(const VerificationId& id);
    /// A person says that nobody waits for this one any more: it is taken off the list. False while it is
    /// running, or when that cannot be written down.
    bool closeByPerson(const VerificationId& id);

    /// What was settled late, until the officer has seen it, the oldest first.
    const QList<SettledDecision>& settledLate() const { return m_settledLate; }
    /// The officer has seen it.
    void dismissSettled(const QByteArray& intentId);

    /// Files of the outbox that cannot be read.
    const QList<UnreadableIntent>& unreadable() const { return m_unreadable; }
    /// A person has seen it.
    bool setAside(const QString& name);

Q_SIGNALS:
    /// A decision came to an end; `outcome` is also kept in the desk while it is unknown. The request is
    /// without the words.
    void decided(const finhub::DecisionRequest& request, const finhub::review::DecisionOutcome& outcome);
    /// Something about running or unsettled decisions has changed.
    void changed();

private:
    void followSession();
    void takeOver();
    void onSessionEnded(api::SessionEnd why);
    void onFinished(const VerificationId& id);
    void lookAgain();
    void noteLate(const Intent& intent, DecisionEnd end);
    Intent intentOf(const DecisionRequest& request, const CaseSnapshot& shown) const;
    Decision& keep(std::unique_ptr<KeptIntent> kept);
    bool confirmAgain(Decision& present, const Intent& intent, const CaseSnapshot& shown);
    void refuseLater(const DecisionRequest& request, DecisionStop why);
    bool record(JournalKind kind, const Intent& intent) const;
    DecisionTools tools() const;

    api::FinHub& m_finhub;
    Outbox& m_outbox;
    Journal* m_journal;
    Options m_options;
    TextSeal m_seal;
    UserId m_officer; ///< whose decisions these are; they stay until another officer signs in
    api::ConnectionProfile m_profile;
    bool m_isSignedIn = false;
    std::map<VerificationId, std::unique_ptr<Decision>> m_decisions;
    QSet<QByteArray> m_late; ///< intents that were unknown once, or left behind
    QList<SettledDecision> m_settledLate;
    QList<UnreadableIntent> m_unreadable;
    QTimer m_lookAgain;
};

} // namespace finhub::review
