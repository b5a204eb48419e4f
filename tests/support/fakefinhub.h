#pragma once

#include "api/finhub.h"
#include "support/recordedcalls.h"

#include <QSet>

namespace finhub::test {

// What each method was asked, one struct a method that has arguments.
struct SignInArguments {
    api::ConnectionProfile profile;
    api::SignInSecrets secrets;
};
struct NoArguments {};
struct DirectoryArguments {
    DirectoryQuery query;
    int page = 0;
    int size = 0;
};
struct CustomerArguments {
    CustomerId id;
};
struct VerificationArguments {
    VerificationId id;
};
struct TimelineArguments {
    CustomerId id;
    int page = 0;
    int size = 0;
};
struct DocumentContentArguments {
    VerificationId verification;
    DocumentId document;
};
struct ConsentArguments {
    CustomerId customer;
    ConsentType type = ConsentType::Unknown;
    QString version;
    QByteArray idempotencyKey;
};
struct ActivationArguments {
    CustomerId customer;
    UserId user;
    QString code;
    QByteArray idempotencyKey;
};

/// A FinHub that a test scripts: every call is recorded with its arguments and completed by hand (see
/// RecordedCalls). It keeps no rules: a call without a session is recorded like any other, and finishing a
/// sign-in does not open a session. Emit its signals as they stand: `Q_EMIT fake.extensionsChanged()`.
class FakeFinHub : public api::FinHub {
    Q_OBJECT

public:
    explicit FakeFinHub(QObject* parent = nullptr);
    ~FakeFinHub() override;

    /// Opens a session of this user, or replaces it; says sessionChanged().
    void openSession(const SessionInfo& session, const api::ConnectionProfile& profile = {});
    /// Ends the session; says sessionEnded().
    void endSession(api::SessionEnd why);
    /// Everything is offered until a test says otherwise; says extensionsChanged().
    void setOffered(const QSet<Extension>& offered);
    /// Takes one away; says extensionsChanged().
    void withdraw(Extension extension);

    CallPtr<SessionInfo> signIn(const api::ConnectionProfile& profile, api::SignInSecrets secrets) override;
    CallPtr<Done> signOut() override;
    const std::optional<SessionInfo>& session() const override { return m_session; }
    const api::ConnectionProfile& profile() const override { return m_profile; }
    bool offers(Extension extension) const override { return m_offered.contains(extension); }

    CallPtr<QList<Category>> categories() override;
    CallPtr<DirectoryPage> directory(const DirectoryQuery& query, int page, int size) override;
    CallPtr<Customer> customer(const CustomerId& id) override;
    CallPtr<Verification> verification(const VerificationId& id) override;
    CallPtr<Page<TimelineEvent>> timeline(const CustomerId& id, int page, int size) override;
    CallPtr<Readiness> readiness(const CustomerId& id) override;
    CallPtr<QByteArray> documentContent(const VerificationId& verification,
                                        const DocumentId& document) override;
    CallPtr<DecisionAnswer> decide(const DecisionRequest& request) override;
    CallPtr<Consent> acceptConsent(const CustomerId& customer, ConsentType type, const QString& version,
                                   const QByteArray& idempotencyKey) override;
    CallPtr<Activation> activate(const CustomerId& customer, const UserId& user, const QString& code,
                                 const QByteArray& idempotencyKey) override;

    RecordedCalls<SessionInfo, SignInArguments> signIns;
    RecordedCalls<Done, NoArguments> signOuts;
    RecordedCalls<QList<Category>, NoArguments> categoryLists;
    RecordedCalls<DirectoryPage, DirectoryArguments> directoryPages;
    RecordedCalls<Customer, CustomerArguments> customers;
    RecordedCalls<Verification, VerificationArguments> verifications;
    RecordedCalls<Page<TimelineEvent>, TimelineArguments> timelines;
    RecordedCalls<Readiness, CustomerArguments> readinessChecks;
    /// Whoever gets these bytes may overwrite them in place: give each answer bytes of its own.
    RecordedCalls<QByteArray, DocumentContentArguments> documentContents;
    RecordedCalls<DecisionAnswer, DecisionRequest> decisions;
    RecordedCalls<Consent, ConsentArguments> consents;
    RecordedCalls<Activation, ActivationArguments> activations;

private:
    std::optional<SessionInfo> m_session;
    api::ConnectionProfile m_profile;
    QSet<Extension> m_offered;
};

} // namespace finhub::test
