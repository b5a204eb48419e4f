#pragma once

#include "api/finhub.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace finhub::review {

/// What can be done with a claim (3.8).
enum class ClaimDeed { Take, Renew, Release, HandOver, TakeOver };

/// Whether this claim is of the officer who is signed in.
bool isOwn(const std::optional<Claim>& claim, const api::FinHub& finhub);

/// The claim on one verification (3.8) as far as this console knows: who has it, and, while it is one's own
/// and wanted, the renewals that keep it. Only the server knows its clock, so a claim counts until the server
/// says otherwise. One call at a time; what is asked for during another one is not done. A lost answer is
/// read back, never sent again by itself (R19, W3). GUI thread; deleting it aborts its calls.
class CaseClaim : public QObject {
    Q_OBJECT

public:
    CaseClaim(api::FinHub& finhub, VerificationId id, QObject* parent = nullptr);

    const VerificationId& id() const { return m_id; }
    /// Who has the verification; nullopt: nobody, as far as is known.
    const std::optional<Claim>& claim() const { return m_claim; }
    bool isMine() const;
    /// Whether a call is under way that a person has asked for.
    bool isBusy() const { return m_releaseWanted || (m_deed && *m_deed != ClaimDeed::Renew); }
    /// How long until the next renewal; zero while there is nothing to renew.
    std::chrono::milliseconds renewalInterval() const;

    /// What a reading of the verification says. One's own claim that is missing there is asked for at once:
    /// the reading may be older than the claim.
    void seen(const std::optional<Claim>& claim);
    void take() { send(ClaimDeed::Take); }
    void takeOver() { send(ClaimDeed::TakeOver); }
    void handOver(const UserId& to);
    /// Gives it back, after the call that is under way: a claim that overtook its release would stay. Emits
    /// released() also when it fails, since the claim runs out by itself.
    void release();
    /// Keeps what is one's own; called by the timer.
    void renew();
    /// A decision has ended it (3.8).
    void end();

Q_SIGNALS:
    void changed();
    /// It was one's own and is somebody else's now, or nobody's.
    void lost();
    void failed(finhub::review::ClaimDeed deed, const finhub::Error& error);
    /// The server says that this was done; not said of renewals.
    void done(finhub::review::ClaimDeed deed);
    void released();

private:
    void send(ClaimDeed deed);
    void follow(CallPtr<Claim> call);
    void onAnswer(ClaimDeed deed, const Result<Claim>& answer);
    void onError(ClaimDeed deed, const Error& error);
    void noteDone(ClaimDeed deed, bool had);
    void readBack(ClaimDeed deed, const Error& lostAnswer);
    void set(const std::optional<Claim>& claim);
    void giveBack();

    api::FinHub& m_finhub;
    VerificationId m_id;
    std::optional<Claim> m_claim;
    std::optional<ClaimDeed> m_deed; ///< under way
    bool m_releaseWanted = false;
    CallPtr<Claim> m_call;
    CallPtr<Done> m_release;
    CallPtr<Verification> m_reading;
    QTimer m_renewal;
};

} // namespace finhub::review
