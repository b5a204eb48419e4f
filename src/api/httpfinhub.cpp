#include "api/httpfinhub.h"

#include "api/codecs/activationcodec.h"
#include "api/codecs/categorycodec.h"
#include "api/codecs/consentcodec.h"
#include "api/codecs/customercodec.h"
#include "api/codecs/decisioncodec.h"
#include "api/codecs/directorycodec.h"
#include "api/codecs/readinesscodec.h"
#include "api/codecs/timelinecodec.h"
#include "api/codecs/verificationcodec.h"
#include "api/httpfinhub_p.h"
#include "api/session/signin.h"
#include "core/validation.h"

#include <QPointer>

#include <utility>

namespace finhub::api {

namespace {
constexpr int MaxPageSize = 1000;    // 1.6
constexpr qsizetype MaxVersion = 20; // 2.10

Error refused(const char* what)
{
    return Error::of(ErrorKind::Refused, QLatin1String(what));
}

bool isPageRequest(int page, int size)
{
    return page >= 0 && size >= 1 && size <= MaxPageSize;
}

/// 3.7: 1-128 visible ASCII characters; none at all is allowed.
bool isIdempotencyKey(const QByteArray& key)
{
    return key.size() <= 128 &&
           std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}
} // namespace

HttpFinHub::HttpFinHub(ClientOptions options, QObject* parent)
    : FinHub(parent)
    , m_d(std::make_unique<Private>(*this, std::move(options)))
{
}

// The calls under way are completed first, then the session drops its network manager. It is taken out
// before, so that nobody who hears of it finds half a session.
HttpFinHub::~HttpFinHub()
{
    const std::unique_ptr<Session> last = std::exchange(m_d->session, nullptr);
}

CallPtr<SessionInfo> HttpFinHub::signIn(const ConnectionProfile& profile, SignInSecrets secrets)
{
    m_d->leaveSession(m_d->session && !m_d->session->info() ? SessionEnd::Expired : SessionEnd::SignedOut,
                      nullptr);
    if (api::faultOf(profile) != ProfileFault::None)
        return Private::failed<SessionInfo>(refused("profile"));

    Session& session = m_d->newSession(profile);
    auto call = std::make_unique<Call<SessionInfo>>();
    // A sign-in that fails or is dropped takes its session with it, with whatever it has been handed out.
    const auto abandonSession = [client = QPointer<HttpFinHub>(this), serial = m_d->serial()] {
        if (client && client->m_d->isCurrent(serial))
            client->m_d->leaveSession(SessionEnd::SignedOut, nullptr);
    };
    call->setWork(std::make_unique<SignIn>(
        session, writeSignIn(profile, secrets),
        [this, target = call.get(), abandonSession](const Result<Done>& outcome) {
            if (outcome) {
                target->finishLater(*m_d->session->info());
                return;
            }
            abandonSession();
            target->finishLater(failure(outcome.error()));
        },
        abandonSession));
    return call;
}

CallPtr<Done> HttpFinHub::signOut()
{
    auto call = std::make_unique<Call<Done>>();
    m_d->leaveSession(SessionEnd::SignedOut, call.get());
    return call;
}

const std::optional<SessionInfo>& HttpFinHub::session() const
{
    static const std::optional<SessionInfo> none;
    return m_d->session ? m_d->session->info() : none;
}

const ConnectionProfile& HttpFinHub::profile() const
{
    return m_d->profile;
}

bool HttpFinHub::offers(Extension extension) const
{
    return m_d->session && m_d->session->info() && m_d->session->offers(extension);
}

CallPtr<QList<Category>> HttpFinHub::categories()
{
    using T = QList<Category>;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    auto path = RequestPath::of("/api/v2.1/customer/individual/categorization/hierarchy/{}",
                                {m_d->profile.tenantId.text()});
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->get(*path, Extension::Unknown),
                         [](const RawAnswer& answer) { return readCategories(answer.body); });
}

CallPtr<DirectoryPage> HttpFinHub::directory(const DirectoryQuery& query, int page, int size)
{
    using T = DirectoryPage;
    if (const auto error = m_d->obstacle(Extension::CustomerDirectory))
        return Private::failed<T>(*error);
    if (!isPageRequest(page, size))
        return Private::failed<T>(refused("page"));
    const auto items = writeDirectoryQuery(query, page, size);
    if (!items)
        return Private::failed<T>(items.error());
    const auto path = RequestPath::of("/api/v2.1/customer/individual", {}, *items);
    return m_d->start<T>(
        m_d->get(*path, Extension::CustomerDirectory),
        [page, size](const RawAnswer& answer) { return readDirectoryPage(answer.body, page, size); });
}

CallPtr<Customer> HttpFinHub::customer(const CustomerId& id)
{
    using T = Customer;
    if (const auto error = m_d->obstacle(Extension::CustomerDirectory))
        return Private::failed<T>(*error);
    const auto path = RequestPath::of("/api/v2.1/customer/individual/{}", {id.text()});
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->get(*path, Extension::CustomerDirectory),
                         [id](const RawAnswer& answer) { return readCustomerAnswer(answer.body, id); });
}

CallPtr<Verification> HttpFinHub::verification(const VerificationId& id)
{
    using T = Verification;
    if (const auto error = m_d->obstacle(Extension::VerificationRead))
        return Private::failed<T>(*error);
    const auto path = RequestPath::of("/api/v2.1/verifications/{}", {id.text()});
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->get(*path, Extension::VerificationRead), [id](const RawAnswer& answer) {
        return readVerificationAnswer(answer.body, answer.header("ETag"), id);
    });
}

CallPtr<Page<TimelineEvent>> HttpFinHub::timeline(const CustomerId& id, int page, int size)
{
    using T = Page<TimelineEvent>;
    if (const auto error = m_d->obstacle(Extension::Timeline))
        return Private::failed<T>(*error);
    if (!isPageRequest(page, size))
        return Private::failed<T>(refused("page"));
    const auto path = RequestPath::of(
        "/api/v2.1/customer/individual/{}/timeline", {id.text()},
        {{QStringLiteral("page"), QString::number(page)}, {QStringLiteral("size"), QString::number(size)}});
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->get(*path, Extension::Timeline), [page, size](const RawAnswer& answer) {
        return readTimelinePage(answer.body, page, size);
    });
}

CallPtr<Readiness> HttpFinHub::readiness(const CustomerId& id)
{
    using T = Readiness;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    const auto path = RequestPath::of("/api/v2.1/customer/individual/{}/owner/{}/activation/check",
                                      {id.text(), m_d->profile.tenantId.text()});
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->get(*path, Extension::Unknown),
                         [id](const RawAnswer& answer) { return readReadinessAnswer(answer.body, id); });
}

CallPtr<QByteArray> HttpFinHub::documentContent(const VerificationId& verification,
                                                const DocumentId& document)
{
    using T = QByteArray;
    if (const auto error = m_d->obstacle(Extension::DocumentContent))
        return Private::failed<T>(*error);
    const auto path = RequestPath::of("/api/v2.1/verifications/{}/documents/{}/content",
                                      {verification.text(), document.text()});
    if (!path)
        return Private::failed<T>(path.error());
    ApiRequest request = m_d->get(*path, Extension::DocumentContent);
    request.accept = "*/*";
    request.deadline = m_d->options.documentDeadline;
    request.maxBytes = MaxDocumentBytes;
    return m_d->start<T>(std::move(request), [](const RawAnswer& answer) -> Result<T> {
        // No range was asked for: a part of a document must not pass for the whole.
        if (answer.status != 200)
            return failure(Error::of(ErrorKind::BadAnswer, QStringLiteral("not a whole document")));
        return answer.body;
    });
}

CallPtr<DecisionAnswer> HttpFinHub::decide(const DecisionRequest& request)
{
    using T = DecisionAnswer;
    const bool negative = request.verdict != Verdict::Approve;
    if (const auto error = m_d->obstacle(negative ? Extension::VerificationReject : Extension::Unknown))
        return Private::failed<T>(*error);
    if (const auto error = api::faultOf(request))
        return Private::failed<T>(*error);
    if (!isIdempotencyKey(request.idempotencyKey))
        return Private::failed<T>(refused("Idempotency-Key"));
    const auto path = RequestPath::of("/api/v2.1/verifications/{}/approve", {request.verificationId.text()});
    if (!path)
        return Private::failed<T>(path.error());
    ApiRequest post = m_d->post(*path, writeDecision(request, *m_d->session->info()));
    m_d->addIdempotencyKey(post, request.idempotencyKey);
    if (!request.ifMatch.isEmpty() && m_d->session->offers(Extension::ConditionalDecision))
        post.further.append({"If-Match", request.ifMatch});
    return m_d->start<T>(std::move(post), [request](const RawAnswer& answer) {
        return readDecisionAnswer(answer.body, request);
    });
}

CallPtr<Consent> HttpFinHub::acceptConsent(const CustomerId& customer, ConsentType type,
                                           const QString& version, const QByteArray& idempotencyKey)
{
    using T = Consent;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    if (version.isEmpty() || version.size() > MaxVersion)
        return Private::failed<T>(refused("version"));
    if (!isIdempotencyKey(idempotencyKey))
        return Private::failed<T>(refused("Idempotency-Key"));
    const auto path = RequestPath::of("/api/v2.1/customer/individual/{}/consents/{}",
                                      {customer.text(), consentSegment(type)});
    if (!path)
        return Private::failed<T>(path.error());
    ApiRequest post = m_d->post(*path, writeConsent(version));
    m_d->addIdempotencyKey(post, idempotencyKey);
    return m_d->start<T>(std::move(post),
                         [type](const RawAnswer& answer) { return readConsentAnswer(answer.body, type); });
}

CallPtr<Activation> HttpFinHub::activate(const CustomerId& customer, const UserId& user, const QString& code,
                                         const QByteArray& idempotencyKey)
{
    using T = Activation;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    if (user.isEmpty() || code.isEmpty())
        return Private::failed<T>(refused(code.isEmpty() ? "code" : "userId"));
    if (!isIdempotencyKey(idempotencyKey))
        return Private::failed<T>(refused("Idempotency-Key"));
    const auto path = RequestPath::of("/api/v2.1/customer/individual/{}/activation", {customer.text()});
    if (!path)
        return Private::failed<T>(path.error());
    ApiRequest post = m_d->post(*path, writeActivation(user, code));
    m_d->addIdempotencyKey(post, idempotencyKey);
    return m_d->start<T>(std::move(post),
                         [](const RawAnswer& answer) { return readActivationAnswer(answer.body); });
}

CallPtr<SessionInfo> HttpFinHub::signInCustomer(CustomerLogin)
{
    return Private::failed<SessionInfo>(refused("not built"));
}

void HttpFinHub::leaveCustomer() {}

const std::optional<CustomerSession>& HttpFinHub::customerSession() const
{
    static const std::optional<CustomerSession> none;
    return none;
}

CallPtr<Done> HttpFinHub::resetLogin(const UserId&, const QString&)
{
    return Private::failed<Done>(refused("not built"));
}

CallPtr<RawJson> HttpFinHub::raw(RawObject, const CustomerId&, const VerificationId&)
{
    return Private::failed<RawJson>(refused("not built"));
}

CallPtr<Customer> HttpFinHub::registerCustomer(RegistrationRequest)
{
    return Private::failed<Customer>(refused("not built"));
}

CallPtr<Verification> HttpFinHub::startVerification(const StartVerificationRequest&)
{
    return Private::failed<Verification>(refused("not built"));
}

CallPtr<Verification> HttpFinHub::createVerification(const CreateVerificationRequest&)
{
    return Private::failed<Verification>(refused("not built"));
}

CallPtr<UploadAnswer> HttpFinHub::uploadDocument(UploadRequest, Progress)
{
    return Private::failed<UploadAnswer>(refused("not built"));
}

CallPtr<QList<ConsentTemplate>> HttpFinHub::consentTemplates()
{
    return Private::failed<QList<ConsentTemplate>>(refused("not built"));
}

CallPtr<ConsentTemplate> HttpFinHub::saveConsentTemplate(const ConsentTemplate&)
{
    return Private::failed<ConsentTemplate>(refused("not built"));
}

const CallLog& HttpFinHub::callLog() const
{
    static const CallLog none;
    return none;
}

} // namespace finhub::api
