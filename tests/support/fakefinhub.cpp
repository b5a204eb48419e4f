#include "support/fakefinhub.h"

#include <utility>

namespace finhub::test {

namespace {
QSet<Extension> everything()
{
    QSet<Extension> all;
    for (const auto& [extension, name] : WireNames<Extension>::table)
        all.insert(extension);
    return all;
}
} // namespace

FakeFinHub::FakeFinHub(QObject* parent)
    : FinHub(parent)
    , m_offered(everything())
{
}

FakeFinHub::~FakeFinHub() = default;

void FakeFinHub::openSession(const SessionInfo& session, const api::ConnectionProfile& profile)
{
    m_session = session;
    m_profile = profile;
    Q_EMIT sessionChanged();
}

void FakeFinHub::endSession(api::SessionEnd why)
{
    m_session.reset();
    Q_EMIT sessionEnded(why);
}

void FakeFinHub::setOffered(const QSet<Extension>& offered)
{
    m_offered = offered;
    Q_EMIT extensionsChanged();
}

void FakeFinHub::withdraw(Extension extension)
{
    m_offered.remove(extension);
    Q_EMIT extensionsChanged();
}

CallPtr<SessionInfo> FakeFinHub::signIn(const api::ConnectionProfile& profile, api::SignInSecrets secrets)
{
    return signIns.record({profile, std::move(secrets)});
}

CallPtr<Done> FakeFinHub::signOut()
{
    return signOuts.record({});
}

CallPtr<QList<Category>> FakeFinHub::categories()
{
    return categoryLists.record({});
}

CallPtr<DirectoryPage> FakeFinHub::directory(const DirectoryQuery& query, int page, int size)
{
    return directoryPages.record({query, page, size});
}

CallPtr<Customer> FakeFinHub::customer(const CustomerId& id)
{
    return customers.record({id});
}

CallPtr<Verification> FakeFinHub::verification(const VerificationId& id)
{
    return verifications.record({id});
}

CallPtr<Page<TimelineEvent>> FakeFinHub::timeline(const CustomerId& id, int page, int size)
{
    return timelines.record({id, page, size});
}

CallPtr<Readiness> FakeFinHub::readiness(const CustomerId& id)
{
    return readinessChecks.record({id});
}

CallPtr<QByteArray> FakeFinHub::documentContent(const VerificationId& verification,
                                                const DocumentId& document)
{
    return documentContents.record({verification, document});
}

CallPtr<DecisionAnswer> FakeFinHub::decide(const DecisionRequest& request)
{
    return decisions.record(request);
}

CallPtr<Consent> FakeFinHub::acceptConsent(const CustomerId& customer, ConsentType type,
                                           const QString& version, const QByteArray& idempotencyKey)
{
    return consents.record({customer, type, version, idempotencyKey});
}

CallPtr<Activation> FakeFinHub::activate(const CustomerId& customer, const UserId& user, const QString& code,
                                         const QByteArray& idempotencyKey)
{
    return activations.record({customer, user, code, idempotencyKey});
}

void FakeFinHub::setCustomerSession(const std::optional<api::CustomerSession>& session)
{
    m_customerSession = session;
    Q_EMIT customerSessionChanged();
}

CallPtr<SessionInfo> FakeFinHub::signInCustomer(api::CustomerLogin login)
{
    return customerSignIns.record(std::move(login));
}

CallPtr<Done> FakeFinHub::resetLogin(const UserId& user, const QString& reason)
{
    return loginResets.record({user, reason});
}

CallPtr<api::RawJson> FakeFinHub::raw(api::RawObject what, const CustomerId& customer,
                                      const VerificationId& verification)
{
    return rawReads.record({what, customer, verification});
}

CallPtr<Customer> FakeFinHub::registerCustomer(RegistrationRequest request)
{
    return registrations.record(std::move(request));
}

CallPtr<Verification> FakeFinHub::startVerification(const StartVerificationRequest& request)
{
    return startedVerifications.record(request);
}

CallPtr<Verification> FakeFinHub::createVerification(const CreateVerificationRequest& request)
{
    return createdVerifications.record(request);
}

CallPtr<UploadAnswer> FakeFinHub::uploadDocument(UploadRequest request, api::Progress progress)
{
    return uploads.record({std::move(request), std::move(progress)});
}

CallPtr<QList<ConsentTemplate>> FakeFinHub::consentTemplates()
{
    return templateLists.record({});
}

CallPtr<ConsentTemplate> FakeFinHub::saveConsentTemplate(const ConsentTemplate& text)
{
    return savedTemplates.record(text);
}

CallPtr<Claim> FakeFinHub::claim(const VerificationId& id)
{
    return claims.record({id});
}

CallPtr<Done> FakeFinHub::release(const VerificationId& id)
{
    return releases.record({id});
}

CallPtr<Claim> FakeFinHub::handOver(const VerificationId& id, const UserId& to)
{
    return handOvers.record({id, to});
}

CallPtr<Claim> FakeFinHub::takeOver(const VerificationId& id)
{
    return takeOvers.record({id});
}

CallPtr<Page<Recommendation>> FakeFinHub::recommendations(const VerificationId& id, int page, int size)
{
    return recommendationPages.record({id, page, size});
}

CallPtr<Recommendation> FakeFinHub::recommend(const RecommendationRequest& request)
{
    return sentRecommendations.record(request);
}

CallPtr<Page<Note>> FakeFinHub::notes(const VerificationId& id, int page, int size)
{
    return notePages.record({id, page, size});
}

CallPtr<Note> FakeFinHub::addNote(const VerificationId& id, const QString& text,
                                  const QByteArray& idempotencyKey)
{
    return addedNotes.record({id, text, idempotencyKey});
}

} // namespace finhub::test
