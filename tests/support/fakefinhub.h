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

struct ResetLoginArguments {
    UserId user;
    QString reason;
};
struct HandOverArguments {
    VerificationId id;
    UserId to;
};
struct VerificationPageArguments {
    VerificationId id;
    int page = 0;
    int size = 0;
};
struct NoteArguments {
    VerificationId id;
    QString text;
    QByteArray idempotencyKey;
};
struct RawArguments {
    api::RawObject what = api::RawObject::Customer;
    CustomerId customer;
    VerificationId verification;
};
struct UploadArguments {
    UploadRequest request;
    api::Progress progress;
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

    /// Acts as a customer from now on, or no longer; says customerSessionChanged().
    void setCustomerSession(const std::optional<api::CustomerSession>& session);

    CallPtr<SessionInfo> signIn(const api::ConnectionProfile& profile, api::SignInSecrets secrets) override;
    CallPtr<Done> signOut() override;
    const std::optional<SessionInfo>& session() const override { return m_session; }
    const api::ConnectionProfile& profile() const override { return m_profile; }
    bool offers(Extension extension) const override { return m_offered.contains(extension); }

    CallPtr<SessionInfo> signInCustomer(api::CustomerLogin login) override;
    void leaveCustomer() override { setCustomerSession(std::nullopt); }
    const std::optional<api::CustomerSession>& customerSession() const override { return m_customerSession; }
    CallPtr<Done> resetLogin(const UserId& user, const QString& reason) override;

    CallPtr<QList<Category>> categories() override;
    CallPtr<DirectoryPage> directory(const DirectoryQuery& query, int page, int size) override;
    CallPtr<Customer> customer(const CustomerId& id) override;
    CallPtr<Verification> verification(const VerificationId& id) override;
    CallPtr<Page<TimelineEvent>> timeline(const CustomerId& id, int page, int size) override;
    CallPtr<Readiness> readiness(const CustomerId& id) override;
    CallPtr<QByteArray> documentContent(const VerificationId& verification,
                                        const DocumentId& document) override;
    CallPtr<api::RawJson> raw(api::RawObject what, const CustomerId& customer,
                              const VerificationId& verification) override;
    CallPtr<Customer> registerCustomer(RegistrationRequest request) override;
    CallPtr<Verification> startVerification(const StartVerificationRequest& request) override;
    CallPtr<Verification> createVerification(const CreateVerificationRequest& request) override;
    CallPtr<UploadAnswer> uploadDocument(UploadRequest request, api::Progress progress) override;
    CallPtr<DecisionAnswer> decide(const DecisionRequest& request) override;
    CallPtr<Consent> acceptConsent(const CustomerId& customer, ConsentType type, const QString& version,
                                   const QByteArray& idempotencyKey) override;
    CallPtr<Activation> activate(const CustomerId& customer, const UserId& user, const QString& code,
                                 const QByteArray& idempotencyKey) override;
    CallPtr<QList<ConsentTemplate>> consentTemplates() override;
    CallPtr<ConsentTemplate> saveConsentTemplate(const ConsentTemplate& text) override;
    CallPtr<Claim> claim(const VerificationId& id) override;
    CallPtr<Done> release(const VerificationId& id) override;
    CallPtr<Claim> handOver(const VerificationId& id, const UserId& to) override;
    CallPtr<Claim> takeOver(const VerificationId& id) override;
    CallPtr<Page<Recommendation>> recommendations(const VerificationId& id, int page, int size) override;
    CallPtr<Recommendation> recommend(const RecommendationRequest& request) override;
    CallPtr<Page<Note>> notes(const VerificationId& id, int page, int size) override;
    CallPtr<Note> addNote(const VerificationId& id, const QString& text,
                          const QByteArray& idempotencyKey) override;
    const api::CallLog& callLog() const override { return calls; }

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
    RecordedCalls<SessionInfo, api::CustomerLogin> customerSignIns;
    RecordedCalls<Done, ResetLoginArguments> loginResets;
    RecordedCalls<api::RawJson, RawArguments> rawReads;
    RecordedCalls<Customer, RegistrationRequest> registrations;
    RecordedCalls<Verification, StartVerificationRequest> startedVerifications;
    RecordedCalls<Verification, CreateVerificationRequest> createdVerifications;
    RecordedCalls<UploadAnswer, UploadArguments> uploads;
    RecordedCalls<QList<ConsentTemplate>, NoArguments> templateLists;
    RecordedCalls<ConsentTemplate, ConsentTemplate> savedTemplates;
    RecordedCalls<Claim, VerificationArguments> claims;
    RecordedCalls<Done, VerificationArguments> releases;
    RecordedCalls<Claim, HandOverArguments> handOvers;
    RecordedCalls<Claim, VerificationArguments> takeOvers;
    RecordedCalls<Page<Recommendation>, VerificationPageArguments> recommendationPages;
    RecordedCalls<Recommendation, RecommendationRequest> sentRecommendations;
    RecordedCalls<Page<Note>, VerificationPageArguments> notePages;
    RecordedCalls<Note, NoteArguments> addedNotes;
    api::CallLog calls;

private:
    std::optional<SessionInfo> m_session;
    std::optional<api::CustomerSession> m_customerSession;
    api::ConnectionProfile m_profile;
    QSet<Extension> m_offered;
};

} // namespace finhub::test
