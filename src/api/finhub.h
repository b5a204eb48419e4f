#pragma once

#include "api/calllog.h"
#include "api/connectionprofile.h"
#include "core/call.h"
#include "core/registration.h"
#include "core/requests.h"
#include "core/secret.h"

#include <QObject>

#include <functional>
#include <optional>

namespace finhub::api {

/// What a person types in to sign in. Tenant key and secret are optional (2.1).
struct SignInSecrets {
    Secret password;
    Secret tenantKey;
    Secret tenantSecret;
};

/// What signs a customer in (2.5), for a demo or a support case.
struct CustomerLogin {
    CustomerId customerId;
    UserId userId;
    QString username;
    Secret password;
};

/// The session of a customer that the officer acts as.
struct CustomerSession {
    CustomerId customerId;
    SessionInfo info;

    friend bool operator==(const CustomerSession&, const CustomerSession&) = default;
};

/// What the server says of one thing, as JSON for people who look for a fault.
enum class RawObject { Customer, Verification, Readiness, Timeline };

/// The answer's JSON, indented. Plain text from outside.
struct RawJson {
    QString text;
    QString redacted; ///< the same without personal values: ids, codes, statuses, numbers and times are left
};

/// How far the sending of a body has come, in bytes of the body that have been handed to the network; the
/// answer is still to come at the end. It starts again when the request has to be repeated (W4).
using Progress = std::function<void(qint64 sent, qint64 total)>;

/// Why a session came to an end.
enum class SessionEnd {
    SignedOut, ///< by the officer
    Expired,   ///< the token ran out, or the server no longer accepts it, and refreshing failed (W4)
};

/// FinHub as the rest of the console sees it: typed arguments in, plain values out, one Call per request. The
/// real one is HttpFinHub; tests may script another. GUI thread only.
///
/// Every call needs a session except signIn(); without one it finishes with ErrorKind::SessionEnded. A call
/// whose extension is not offered finishes with ErrorKind::NotOffered and sends nothing.
class FinHub : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~FinHub() override;

    /// 2.1, then section 3's discovery: a session on this server. Ends a former session first. The profile
    /// must be without fault, else ErrorKind::Refused.
    virtual CallPtr<SessionInfo> signIn(const ConnectionProfile& profile, SignInSecrets secrets) = 0;
    /// 2.2: forgets every secret at once and tells the server as a best effort; always succeeds locally.
    virtual CallPtr<Done> signOut() = 0;
    /// The session that is open, if any.
    virtual const std::optional<SessionInfo>& session() const = 0;
    /// The profile of the open or last session.
    virtual const ConnectionProfile& profile() const = 0;
    /// Whether the server offers an extension, as far as is known now.
    virtual bool offers(Extension extension) const = 0;

    /// 2.5: acts as this customer from now on: 2.6, 2.8, 2.10, 2.11 and 2.12 for them carry the customer's
    /// token, which is kept apart from the officer's. Ends a former customer session first. Wrong passwords
    /// count towards the customer's lock.
    virtual CallPtr<SessionInfo> signInCustomer(CustomerLogin login) = 0;
    /// Drops the customer's token at once and tells the server as a best effort; nothing happens when there
    /// is none.
    virtual void leaveCustomer() = 0;
    virtual const std::optional<CustomerSession>& customerSession() const = 0;
    /// 2.15: clears the failed attempts and the lock of a customer's or admin's login.
    virtual CallPtr<Done> resetLogin(const UserId& user, const QString& reason) = 0;

    virtual CallPtr<QList<Category>> categories() = 0;                                             ///< 2.3
    virtual CallPtr<DirectoryPage> directory(const DirectoryQuery& query, int page, int size) = 0; ///< 3.1
    virtual CallPtr<Customer> customer(const CustomerId& id) = 0;                                  ///< 3.1
    virtual CallPtr<Verification> verification(const VerificationId& id) = 0; ///< 3.2, with documents
    virtual CallPtr<Page<TimelineEvent>> timeline(const CustomerId& id, int page, int size) = 0; ///< 3.6
    virtual CallPtr<Readiness> readiness(const CustomerId& id) = 0;                              ///< 2.12

    /// Reads the thing again and hands out its JSON; `verification` is for RawObject::Verification only.
    virtual CallPtr<RawJson> raw(RawObject what, const CustomerId& customer,
                                 const VerificationId& verification) = 0;

    /// 3.3: the bytes as they arrived, at most MaxDocumentBytes; not yet compared with the SHA-256.
    virtual CallPtr<QByteArray> documentContent(const VerificationId& verification,
                                                const DocumentId& document) = 0;

    /// 2.4: the customer as registered; what the answer does not say is absent.
    virtual CallPtr<Customer> registerCustomer(RegistrationRequest request) = 0;
    /// 2.6.
    virtual CallPtr<Verification> startVerification(const StartVerificationRequest& request) = 0;
    /// 2.7. Never as the customer, who may not (1.5).
    virtual CallPtr<Verification> createVerification(const CreateVerificationRequest& request) = 0;
    /// 2.8. The body is made on another thread. `progress` is called while the call lives.
    virtual CallPtr<UploadAnswer> uploadDocument(UploadRequest request, Progress progress) = 0;

    /// 2.9. Sent exactly once. An answer counts as success only when it is a readable 2xx whose `status` is
    /// the verdict's; a 2xx that says something else or nothing, and any loss after sending, is
    /// ErrorKind::OutcomeUnknown (R19).
    virtual CallPtr<DecisionAnswer> decide(const DecisionRequest& request) = 0;
    /// 2.10. R12: the answer's status may be PENDING.
    virtual CallPtr<Consent> acceptConsent(const CustomerId& customer, ConsentType type,
                                           const QString& version, const QByteArray& idempotencyKey) = 0;
    /// 2.11. R13: an empty `data` counts as activated.
    virtual CallPtr<Activation> activate(const CustomerId& customer, const UserId& user, const QString& code,
                                         const QByteArray& idempotencyKey) = 0;
    /// 2.14: all versions.
    virtual CallPtr<QList<ConsentTemplate>> consentTemplates() = 0;
    /// 2.14: creates a template without id, else changes that one. Its version becomes the active one of its
    /// type.
    virtual CallPtr<ConsentTemplate> saveConsentTemplate(const ConsentTemplate& text) = 0;

    /// 3.8: takes the verification, or renews one's own claim; the answer is the claim as it is now.
    virtual CallPtr<Claim> claim(const VerificationId& id) = 0;
    /// 3.8: gives one's own claim back; success also when there was none.
    virtual CallPtr<Done> release(const VerificationId& id) = 0;
    /// 3.8: hands one's own claim to another officer.
    virtual CallPtr<Claim> handOver(const VerificationId& id, const UserId& to) = 0;
    /// 3.8: takes it, whoever holds it; needs the role POWER_TENANT.
    virtual CallPtr<Claim> takeOver(const VerificationId& id) = 0;
    /// 3.9: oldest first. What is withheld stays withheld.
    virtual CallPtr<Page<Recommendation>> recommendations(const VerificationId& id, int page, int size) = 0;
    /// 3.9. Sent exactly once, as decide().
    virtual CallPtr<Recommendation> recommend(const RecommendationRequest& request) = 0;
    /// 3.10: newest first.
    virtual CallPtr<Page<Note>> notes(const VerificationId& id, int page, int size) = 0;
    /// 3.10: 1 to MaxNoteLength characters. Sent exactly once, as decide().
    virtual CallPtr<Note> addNote(const VerificationId& id, const QString& text,
                                  const QByteArray& idempotencyKey) = 0;

    /// The last calls that were made.
    virtual const CallLog& callLog() const = 0;

Q_SIGNALS:
    /// A session was opened or its expiry moved (refresh).
    void sessionChanged();
    /// The session is over and every secret is wiped.
    void sessionEnded(finhub::api::SessionEnd why);
    /// A customer session was opened, refreshed, left, or has run out.
    void customerSessionChanged();
    /// An extension turned out to be absent (section 3: 404, 405 or 501 on its own route).
    void extensionsChanged();
    /// Whether the last request reached the server at all.
    void reachableChanged(bool reachable);
};

} // namespace finhub::api
