#include "review/registrar.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace finhub::review {

namespace {
/// Whether the server refused the password itself.
bool refusesPassword(const Error& error)
{
    return std::any_of(error.fields.begin(), error.fields.end(), [](const FieldFault& fault) {
        const std::optional<DraftField> field = fieldOfMember(fault.field);
        return field == DraftField::Password || field == DraftField::RepeatedPassword;
    });
}
} // namespace

Registrar::Registrar(api::FinHub& finhub, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
{
    connect(&m_finhub, &api::FinHub::sessionEnded, this, [this] {
        m_password.clear();
        Q_EMIT changed();
    });
}

void Registrar::submit(const RegistrationDraft& draft, Secret password)
{
    if (isSending() || (password.isEmpty() && m_password.isEmpty()))
        return;
    const bool samePassword = password.isEmpty() || password.view() == m_password.view();
    const bool sameIntent = !m_key.isEmpty() && samePassword && draft.isSameRequest(m_sent);
    if (sameIntent && m_state == State::Unknown && !m_finhub.offers(Extension::IdempotentDecision))
        return;
    if (!password.isEmpty())
        m_password = std::move(password);
    if (!sameIntent)
        m_key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    m_sent = draft;
    send();
}

void Registrar::repeat()
{
    if (mayRepeat())
        send();
}

bool Registrar::mayRepeat() const
{
    return m_state == State::Unknown && holdsPassword() && m_finhub.offers(Extension::IdempotentDecision);
}

bool Registrar::isUnresolved(const RegistrationDraft& draft) const
{
    return m_state == State::Unknown && !draft.password.given && !draft.password.repeated &&
           draft.isSameRequest(m_sent);
}

void Registrar::send()
{
    RegistrationRequest request = m_sent.request();
    request.password = m_password.clone();
    request.idempotencyKey = m_key;
    m_state = State::Sending;
    m_error.reset();
    m_call = m_finhub.registerCustomer(std::move(request));
    m_call->onFinished(this, [this](const Result<Customer>& result) { onFinished(result); });
    Q_EMIT changed();
}

void Registrar::onFinished(const Result<Customer>& result)
{
    m_call.reset();
    if (result) {
        const Customer customer = completedBy(*result, m_sent);
        reset();
        Q_EMIT registered(customer);
        return;
    }
    m_error = result.error();
    const bool unknown = m_error->kind == ErrorKind::OutcomeUnknown;
    m_state = unknown ? State::Unknown : State::Refused;
    if (refusesPassword(*m_error))
        m_password.clear();
    if (m_error->is(ErrorWord::IdempotencyKeyReused))
        m_key.clear();
    Q_EMIT changed();
}

void Registrar::reset()
{
    m_call.reset();
    m_state = State::Idle;
    m_error.reset();
    m_sent = {};
    m_password.clear();
    m_key.clear();
    Q_EMIT changed();
}

} // namespace finhub::review
