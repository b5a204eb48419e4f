#include "review/onboarding.h"

#include "review/readinessitems.h"

#include <QCryptographicHash>
#include <QUuid>

namespace finhub::review {

namespace {
constexpr qsizetype LongestVersion = 20; // 2.10

/// The activation code is part of what is kept, so a digest of it is.
QByteArray digestOf(const QStringList& parts)
{
    return QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
}

QByteArray intentOf(ConsentType type, const QString& version)
{
    return digestOf({QStringLiteral("consent"), WireValue<ConsentType>::nameOf(type), version});
}

QByteArray intentOf(const UserId& user, const QString& code)
{
    return digestOf({QStringLiteral("activation"), user.text(), code});
}
} // namespace

Onboarding::Onboarding(api::FinHub& finhub, CaseFile& file, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_file(file)
    , m_texts(ConsentTexts::of(finhub))
{
    connect(&m_texts, &ConsentTexts::changed, this, &Onboarding::onTextsChanged);
    connect(&m_file, &CaseFile::changed, this, &Onboarding::confirmConsents);
}

QString Onboarding::versionOf(ConsentType type) const
{
    const std::optional<ConsentTemplate> text = m_texts.active(type);
    return text ? text->version : m_typedVersions.value(type, QStringLiteral("1.0"));
}

void Onboarding::setTypedVersion(ConsentType type, const QString& version)
{
    m_typedVersions.insert(type, version.trimmed());
}

bool Onboarding::isVersion(const QString& version)
{
    return !version.isEmpty() && version.size() <= LongestVersion;
}

QList<ConsentType> Onboarding::consentsToAccept() const
{
    const auto missing = m_file.missingConsents();
    QList<ConsentType> types;
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        if ((!missing || missing->contains(type)) && standingOf(type, m_file) != ConsentStanding::Accepted)
            types << type;
    }
    return types;
}

void Onboarding::acceptConsent(ConsentType type)
{
    if (consentsToAccept().contains(type))
        accept({type});
}

void Onboarding::acceptMissingConsents()
{
    accept(consentsToAccept());
}

void Onboarding::accept(const QList<ConsentType>& types)
{
    if (m_running || types.isEmpty() || !m_file.blockers(Action::AcceptConsent).isEmpty())
        return;
    m_toAccept = types;
    m_running = true;
    m_step = Step::Consents;
    m_error.reset();
    // The version is part of what the customer agrees to, so it is not guessed while it can be read.
    m_waitsForTexts = !m_texts.isSettled();
    if (m_waitsForTexts)
        m_texts.ensure();
    else
        acceptNext();
    Q_EMIT changed();
}

void Onboarding::onTextsChanged()
{
    if (m_waitsForTexts && m_texts.isSettled()) {
        m_waitsForTexts = false;
        acceptNext();
    }
}

void Onboarding::acceptNext()
{
    if (m_toAccept.isEmpty()) {
        end();
        return;
    }
    const ConsentType type = m_toAccept.takeFirst();
    m_sent = type;
    const QString version = versionOf(type);
    const QByteArray intent = intentOf(type, version);
    m_consentCall = m_finhub.acceptConsent(m_file.id(), type, version, openKey(intent));
    m_consentCall->onFinished(this, [this, type, intent](const Result<Consent>& consent) {
        closeKey(intent, consent ? std::nullopt : std::optional(consent.error()));
        if (!consent) {
            fail(consent.error());
            return;
        }
        take(type, *consent);
        acceptNext();
    });
}

void Onboarding::take(ConsentType type, const Consent& consent)
{
    if (consent.status.value() == ConsentStatus::Accepted)
        m_unconfirmed.remove(type);
    else
        m_unconfirmed.insert(type, consent);
    m_file.apply(consent);
}

/// R12: the readiness check is what turns a consent that is shown as PENDING into an accepted one.
void Onboarding::confirmConsents()
{
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        if (standingOf(type, m_file) != ConsentStanding::Accepted)
            continue;
        const std::optional<Consent> record = recordOf(type, m_file);
        Consent consent = m_unconfirmed.take(type);
        if (!record || record->status.value() == ConsentStatus::Accepted)
            continue;
        if (consent.type.isAbsent())
            consent = *record;
        consent.status = ConsentStatus::Accepted;
        m_file.apply(consent);
    }
}

UserId Onboarding::knownUser() const
{
    const Customer customer = m_file.customer().value.value_or(Customer());
    return customer.userId.isEmpty() ? UserId(customer.person.email) : customer.userId;
}

QList<Blocker> Onboarding::activationBlockers() const
{
    QList<Blocker> blockers = m_file.blockers(Action::Activate);
    blockers.removeAll(Blocker::UserIdUnknown);
    return blockers;
}

void Onboarding::activate(const QString& code, const QString& typedUser)
{
    const UserId user = knownUser().isEmpty() ? UserId(typedUser) : knownUser();
    if (m_running || user.isEmpty() || code.isEmpty() || !activationBlockers().isEmpty())
        return;
    m_running = true;
    m_step = Step::Activation;
    m_error.reset();
    const QByteArray intent = intentOf(user, code);
    m_activationCall = m_finhub.activate(m_file.id(), user, code, openKey(intent));
    m_activationCall->onFinished(this, [this, intent](const Result<Activation>& activation) {
        closeKey(intent, activation ? std::nullopt : std::optional(activation.error()));
        if (!activation) {
            fail(activation.error());
            return;
        }
        m_activated = *activation;
        m_file.apply(*activation);
        end();
    });
    Q_EMIT changed();
}

Activation Onboarding::activation() const
{
    Activation known = m_file.customer().value.value_or(Customer()).activation;
    if (!m_activated)
        return known;
    if (!known.activated)
        known.activated = m_activated->activated;
    if (!known.activatedAt.isValid())
        known.activatedAt = m_activated->activatedAt;
    if (known.iban.isEmpty())
        known.iban = m_activated->iban;
    if (known.walletId.isEmpty())
        known.walletId = m_activated->walletId;
    return known;
}

bool Onboarding::wasFoundRecorded() const
{
    if (!m_error || m_error->kind != ErrorKind::OutcomeUnknown)
        return false;
    return m_step == Step::Activation ? activation().activated.value_or(false)
                                      : standingOf(m_sent, m_file) == ConsentStanding::Accepted;
}

/// 3.7: one key for one intent. Sending again what may have arrived already is not a new one.
QByteArray Onboarding::openKey(const QByteArray& intent)
{
    QByteArray& key = m_openKeys[intent];
    if (key.isEmpty())
        key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return key;
}

void Onboarding::closeKey(const QByteArray& intent, const std::optional<Error>& error)
{
    if (!error || error->kind != ErrorKind::OutcomeUnknown)
        m_openKeys.remove(intent);
}

void Onboarding::fail(const Error& error)
{
    m_running = false;
    m_error = error;
    m_toAccept.clear();
    // What the server has recorded is the truth, whether or not its answer arrived.
    m_file.load();
    m_file.loadReadiness();
    Q_EMIT changed();
}

void Onboarding::end()
{
    m_running = false;
    // Activity and account come with the next read; what was answered is shown already.
    m_file.load();
    m_file.loadReadiness();
    Q_EMIT changed();
}

} // namespace finhub::review
