#include "review/onboarding.h"

#include <QUuid>

namespace finhub::review {

namespace {
/// The version of the consent texts that is accepted; templates with versions of their own are 2.14.
QString consentVersion()
{
    return QStringLiteral("1.0");
}

QByteArray freshKey()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}
} // namespace

Onboarding::Onboarding(api::FinHub& finhub, CaseFile& file, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_file(file)
{
}

void Onboarding::acceptMissingConsents()
{
    if (m_running || !m_file.blockers(Action::AcceptConsent).isEmpty())
        return;
    m_toAccept.clear();
    const auto missing = m_file.missingConsents();
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        if (!missing || missing->contains(type))
            m_toAccept << type;
    }
    m_running = true;
    m_error.reset();
    acceptNext();
    Q_EMIT changed();
}

void Onboarding::acceptNext()
{
    if (m_toAccept.isEmpty()) {
        end();
        return;
    }
    const ConsentType type = m_toAccept.takeFirst();
    m_consentCall = m_finhub.acceptConsent(m_file.id(), type, consentVersion(), freshKey());
    m_consentCall->onFinished(this, [this](const Result<Consent>& consent) {
        if (!consent) {
            fail(consent.error());
            return;
        }
        m_file.apply(*consent);
        acceptNext();
    });
}

void Onboarding::activate(const QString& code)
{
    if (m_running || !m_file.customer().value || !m_file.blockers(Action::Activate).isEmpty())
        return;
    m_running = true;
    m_error.reset();
    m_activationCall = m_finhub.activate(m_file.id(), m_file.customer().value->userId, code, freshKey());
    m_activationCall->onFinished(this, [this](const Result<Activation>& activation) {
        if (!activation) {
            fail(activation.error());
            return;
        }
        m_file.apply(*activation);
        end();
    });
    Q_EMIT changed();
}

void Onboarding::fail(const Error& error)
{
    m_running = false;
    m_error = error;
    // What the server has recorded is the truth, whether or not its answer arrived.
    m_file.load();
    Q_EMIT changed();
}

void Onboarding::end()
{
    m_running = false;
    // Activity and account come with the next read; what was answered is shown already.
    m_file.load();
    Q_EMIT changed();
}

} // namespace finhub::review
