#pragma once

#include "api/finhub.h"
#include "review/registrationdraft.h"

#include <QByteArray>
#include <QObject>

#include <optional>

namespace finhub::review {

/// Registers one new customer (2.4): one request in flight, one Idempotency-Key an intent. The same draft
/// with the same password is the same intent and keeps its key, so that repeating it after a lost answer
/// cannot make a second customer where the server offers `idempotent-decision`; anything else is a new one.
///
/// After an unknown outcome (R19) the same request is never sent again where the server does not offer that.
/// The password of the last try stays here as a Secret, so that mending one field does not cost it, until it
/// is refused, the customer exists or the session is over. GUI thread.
class Registrar : public QObject {
    Q_OBJECT

public:
    enum class State {
        Idle,
        Sending,
        Refused, ///< nothing happened; see error()
        Unknown, ///< the customer may or may not exist now; see error()
    };

    explicit Registrar(api::FinHub& finhub, QObject* parent = nullptr);

    /// Sends a complete draft. An empty password stands for the one of the last try. Does nothing while a
    /// request is in flight, without a password, and for a request whose outcome is unknown and that may not
    /// be repeated.
    void submit(const RegistrationDraft& draft, Secret password);
    /// Sends the request whose outcome is unknown once more, under its key, where that is safe.
    void repeat();
    /// Whether repeat() would send something.
    bool mayRepeat() const;

    State state() const { return m_state; }
    bool isSending() const { return m_state == State::Sending; }
    /// Whether this draft is the request whose outcome is unknown.
    bool isUnresolved(const RegistrationDraft& draft) const;
    /// What ended the last try.
    const std::optional<Error>& error() const { return m_error; }
    /// What was sent last.
    const RegistrationDraft& sent() const { return m_sent; }
    bool holdsPassword() const { return !m_password.isEmpty(); }

    /// Forgets everything. A request in flight is let go; the server may have carried it out.
    void reset();

Q_SIGNALS:
    void changed();
    /// The customer exists: the answer, completed by what was sent.
    void registered(const finhub::Customer& customer);

private:
    void send();
    void onFinished(const Result<Customer>& result);

    api::FinHub& m_finhub;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    RegistrationDraft m_sent;
    Secret m_password;
    QByteArray m_key;
    CallPtr<Customer> m_call;
};

} // namespace finhub::review
