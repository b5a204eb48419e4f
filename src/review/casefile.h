#pragma once

#include "api/finhub.h"
#include "core/lifecycle.h"
#include "review/loadable.h"

#include <QObject>

namespace finhub::review {

/// One open customer: what is known of them, their current verification with its documents, and their
/// activity. Reads from the server when told to; everything that is asked about the case (stage, steps, what
/// blocks an action) is answered from the one lifecycle table. Where verifications cannot be read, or the id
/// of the current one is not known, it is what came with the customer. GUI thread; deleting it aborts its
/// reads.
class CaseFile : public QObject {
    Q_OBJECT

public:
    CaseFile(api::FinHub& finhub, CustomerId id, QObject* parent = nullptr);

    /// Shows what the list already knows until the server has answered. An entry of nothing but an id, as one
    /// that was pasted, says nothing about the customer, not even that there is one.
    void startFrom(const DirectoryEntry& entry);
    /// Reads customer, verification and activity again; what is shown stays until the answers are there.
    void load();
    /// Reads the readiness check (2.12), which load() does not.
    void loadReadiness();
    /// Reads the recommendations again, where the server offers them.
    void loadRecommendations();

    const CustomerId& id() const { return m_id; }
    const Loadable<Customer>& customer() const { return m_customer; }
    const Loadable<Verification>& verification() const { return m_verification; }
    const Loadable<Page<TimelineEvent>>& timeline() const { return m_timeline; }
    const Loadable<Readiness>& readiness() const { return m_readiness; }
    /// 3.9: of all rounds, oldest first; read with the verification where two people have to approve it.
    const Loadable<QList<Recommendation>>& recommendations() const { return m_recommendations; }
    /// Whether everything a decision is about has arrived.
    bool isComplete() const { return m_customer.value && !m_customer.loading && !m_verification.loading; }

    CaseFacts facts() const;
    /// The server's stage, else the one that follows from the facts (4.1).
    Stage stage() const;
    std::array<PhaseStatus, 8> phases() const;
    QList<Blocker> blockers(Action action) const;
    /// The consents that have not been accepted; nullopt when the server does not say.
    std::optional<QList<WireValue<ConsentType>>> missingConsents() const;

    /// Brings the case up to date from the answer to a write, without a read. A server's stage is dropped,
    /// since it was the one before.
    void apply(const DecisionAnswer& answer);
    void apply(const Consent& consent);
    void apply(const Activation& activation);
    /// The verification as it was just read elsewhere.
    void apply(const Verification& verification);
    /// 3.8: who has the verification now.
    void apply(const std::optional<Claim>& claim);

    /// The case as a row of the list.
    std::optional<DirectoryEntry> entry() const;

Q_SIGNALS:
    void changed();

private:
    bool canRead(const Verification& verification) const;
    void takeCurrent(const std::optional<Verification>& current);
    void loadVerification(const VerificationId& id);
    PhaseTimes phaseTimes() const;
    void addAdvice(CaseFacts& facts, const Verification& verification) const;

    api::FinHub& m_finhub;
    CustomerId m_id;
    Loadable<Customer> m_customer;
    Loadable<Verification> m_verification;
    Loadable<Page<TimelineEvent>> m_timeline;
    Loadable<Readiness> m_readiness;
    Loadable<QList<Recommendation>> m_recommendations;
    CallPtr<Customer> m_customerCall;
    CallPtr<Verification> m_verificationCall;
    VerificationId m_verificationId; ///< what m_verificationCall reads
    CallPtr<Page<TimelineEvent>> m_timelineCall;
    CallPtr<Readiness> m_readinessCall;
    CallPtr<Page<Recommendation>> m_recommendationsCall;
};

} // namespace finhub::review
