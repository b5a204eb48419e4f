#pragma once

#include "api/clientoptions.h"
#include "api/finhub.h"

#include <memory>

namespace finhub::api {

/// FinHub over HTTP. GUI thread only; nothing here blocks it.
///
/// What an answer means (R1, R18, R19). "Write" is what changes something on the server; everything else
/// is a read. The HTTP status is looked at first, the connection's error only where there is no status.
///
/// | what happened                                    | read                       | write            |
/// |--------------------------------------------------|----------------------------|------------------|
/// | id, header or value not acceptable, not sent      | Refused                    | Refused          |
/// | no session / extension not offered, not sent      | SessionEnded / NotOffered  | the same         |
/// | no connection, nothing sent                       | Unreachable                | Unreachable      |
/// | TLS refused, nothing sent                         | Tls                        | Tls              |
/// | deadline passed before anything was sent          | Timeout                    | Unreachable      |
/// | deadline passed after sending                     | Timeout                    | OutcomeUnknown   |
/// | connection lost after sending (Qt's 205 too)      | Unreachable                | OutcomeUnknown   |
/// | answer is not HTTP, 1xx, 3xx, or beyond 599       | BadAnswer                  | OutcomeUnknown   |
/// | answer beyond its size                            | TooLarge                   | OutcomeUnknown   |
/// | 2xx, but cut off, unreadable or `success:false`   | BadAnswer                  | OutcomeUnknown   |
/// | 2xx to decide() with another status or case       |                            | OutcomeUnknown   |
/// | 401 that one refresh does not cure (W4)           | SessionEnded               | SessionEnded     |
/// | 408, 409 IDEMPOTENCY_IN_PROGRESS                  | Status                     | OutcomeUnknown   |
/// | every other 4xx, with or without a readable body  | Status                     | Status           |
/// | 5xx                                               | Status                     | OutcomeUnknown   |
/// | 404 `route`, 405, 501 on an extension's own route | NotOffered                 | NotOffered       |
/// | the session ends while the request is under way   | SessionEnded               | OutcomeUnknown   |
///
/// GETs are repeated after a timeout, 408, 429 and 5xx (W3); nothing else is, except once after the refresh
/// of W4, when the server has said that the request was not carried out.
///
/// To add an endpoint: one codec in codecs/, one method here.
class HttpFinHub final : public FinHub {
    Q_OBJECT

public:
    explicit HttpFinHub(ClientOptions options, QObject* parent = nullptr);
    ~HttpFinHub() override;

    CallPtr<SessionInfo> signIn(const ConnectionProfile& profile, SignInSecrets secrets) override;
    /// The call is completed when the server has answered, failed to, or a short deadline has passed;
    /// deleting it does not keep the server from being told.
    /// After a session that has ended in another way it says once more, as SignedOut, that it is over for good.
    CallPtr<Done> signOut() override;
    /// Ends the session as if it had run out (SessionEnd::Expired): every secret is forgotten at once, the
    /// server is told as a best effort, and whoever was signed in is expected back.
    CallPtr<Done> suspend();
    const std::optional<SessionInfo>& session() const override;
    const ConnectionProfile& profile() const override;
    bool offers(Extension extension) const override;

    CallPtr<SessionInfo> signInCustomer(CustomerLogin login) override;
    void leaveCustomer() override;
    const std::optional<CustomerSession>& customerSession() const override;
    CallPtr<Done> resetLogin(const UserId& user, const QString& reason) override;

    CallPtr<QList<Category>> categories() override;
    CallPtr<DirectoryPage> directory(const DirectoryQuery& query, int page, int size) override;
    CallPtr<Customer> customer(const CustomerId& id) override;
    CallPtr<Verification> verification(const VerificationId& id) override;
    CallPtr<Page<TimelineEvent>> timeline(const CustomerId& id, int page, int size) override;
    CallPtr<Readiness> readiness(const CustomerId& id) override;
    CallPtr<QByteArray> documentContent(const VerificationId& verification,
                                        const DocumentId& document) override;
    CallPtr<RawJson> raw(RawObject what, const CustomerId& customer,
                         const VerificationId& verification) override;

    CallPtr<Customer> registerCustomer(RegistrationRequest request) override;
    CallPtr<Verification> startVerification(const StartVerificationRequest& request) override;
    CallPtr<Verification> createVerification(const CreateVerificationRequest& request) override;
    CallPtr<UploadAnswer> uploadDocument(UploadRequest request, Progress progress) override;
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

    const CallLog& callLog() const override;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace finhub::api
