#pragma once

#include "api/connectionprofile.h"
#include "core/call.h"
#include "core/secret.h"
#include "core/values.h"

#include <QObject>

#include <optional>

namespace finhub::api {

/// What a person types in to sign in. Tenant key and secret are optional (2.1).
struct SignInSecrets {
    Secret password;
    Secret tenantKey;
    Secret tenantSecret;
};

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

    virtual CallPtr<QList<Category>> categories() = 0;                                             ///< 2.3
    virtual CallPtr<DirectoryPage> directory(const DirectoryQuery& query, int page, int size) = 0; ///< 3.1
    virtual CallPtr<Customer> customer(const CustomerId& id) = 0;                                  ///< 3.1
    virtual CallPtr<Verification> verification(const VerificationId& id) = 0; ///< 3.2, with documents
    virtual CallPtr<Page<TimelineEvent>> timeline(const CustomerId& id, int page, int size) = 0; ///< 3.6
    virtual CallPtr<Readiness> readiness(const CustomerId& id) = 0;                              ///< 2.12

    /// 3.3: the bytes as they arrived, at most MaxDocumentBytes; not yet compared with the SHA-256.
    virtual CallPtr<QByteArray> documentContent(const VerificationId& verification,
                                                const DocumentId& document) = 0;

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

Q_SIGNALS:
    /// A session was opened or its expiry moved (refresh).
    void sessionChanged();
    /// The session is over and every secret is wiped.
    void sessionEnded(finhub::api::SessionEnd why);
    /// An extension turned out to be absent (section 3: 404, 405 or 501 on its own route).
    void extensionsChanged();
    /// Whether the last request reached the server at all.
    void reachableChanged(bool reachable);
};

} // namespace finhub::api
