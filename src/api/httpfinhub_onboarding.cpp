#include "api/codecs/activationcodec.h"
#include "api/codecs/consentcodec.h"
#include "api/codecs/registrationcodec.h"
#include "api/codecs/textlimits.h"
#include "api/codecs/uploadcodec.h"
#include "api/codecs/verificationstartcodec.h"
#include "api/httpfinhub_p.h"
#include "api/session/latebody.h"

#include <utility>

// The customer's way through the phases: 2.4, 2.6, 2.8, 2.10, 2.11.
namespace finhub::api {

namespace {
/// The content is wiped, unless somebody shares it.
void letGo(UploadRequest* request)
{
    if (request->content.isDetached())
        wipe(request->content);
    delete request;
}
} // namespace

CallPtr<Customer> HttpFinHub::registerCustomer(RegistrationRequest request)
{
    using T = Customer;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    if (const auto error = api::faultOf(request))
        return Private::failed<T>(*error);
    if (!isIdempotencyKey(request.idempotencyKey))
        return Private::failed<T>(refused("Idempotency-Key"));
    ApiRequest post = m_d->post(*RequestPath::of("/api/v2.1/customer/individual/registration", {}),
                                writeRegistration(request, m_d->profile.tenantId));
    m_d->addIdempotencyKey(post, request.idempotencyKey);
    return m_d->start<T>(std::move(post),
                         [](const RawAnswer& answer) { return readRegistrationAnswer(answer.body); });
}

CallPtr<Verification> HttpFinHub::startVerification(const StartVerificationRequest& request)
{
    using T = Verification;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    if (const auto error = api::faultOf(request))
        return Private::failed<T>(*error);
    const auto path =
        RequestPath::of("/api/v2.1/customer/individual/{}/verification", {request.customerId.text()});
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->sessionFor(request.customerId),
                         m_d->post(*path, writeStartVerification(request)),
                         [customer = request.customerId](const RawAnswer& answer) {
                             return readStartedVerification(answer.body, answer.header("ETag"), customer,
                                                            VerificationType::Identity);
                         });
}

// The content is held by the making of the body alone, and let go as soon as that is done.
CallPtr<UploadAnswer> HttpFinHub::uploadDocument(UploadRequest request, Progress progress)
{
    using T = UploadAnswer;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    if (const auto error = api::faultOf(request))
        return Private::failed<T>(*error);
    if (!isIdempotencyKey(request.idempotencyKey))
        return Private::failed<T>(refused("Idempotency-Key"));
    const auto path =
        RequestPath::of("/api/v2.1/verifications/{}/documents", {request.verificationId.text()});
    if (!path)
        return Private::failed<T>(path.error());
    ApiRequest post = m_d->write("POST", *path);
    post.deadline = m_d->options.documentDeadline;
    post.progress = std::move(progress);
    m_d->addIdempotencyKey(post, request.idempotencyKey);

    auto call = std::make_unique<Call<T>>();
    auto exchange = Private::exchangeFor<T>(call.get(), m_d->sessionFor(request.customerId), std::move(post),
                                            [sent = documentOf(request)](const RawAnswer& answer) {
                                                return readUploadAnswer(answer.body, sent);
                                            });
    const std::shared_ptr<UploadRequest> held(new UploadRequest(std::move(request)), letGo);
    call->setWork(std::make_unique<LateBody>(
        std::move(exchange), [held](const std::atomic<bool>& stop) { return writeUpload(*held, stop); }));
    return call;
}

CallPtr<Consent> HttpFinHub::acceptConsent(const CustomerId& customer, ConsentType type,
                                           const QString& version, const QByteArray& idempotencyKey)
{
    using T = Consent;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    if (version.isEmpty() || version.size() > MaxConsentVersion)
        return Private::failed<T>(refused("version"));
    if (!isIdempotencyKey(idempotencyKey))
        return Private::failed<T>(refused("Idempotency-Key"));
    const auto path = RequestPath::of("/api/v2.1/customer/individual/{}/consents/{}",
                                      {customer.text(), consentSegment(type)});
    if (!path)
        return Private::failed<T>(path.error());
    ApiRequest post = m_d->post(*path, writeConsent(version));
    m_d->addIdempotencyKey(post, idempotencyKey);
    return m_d->start<T>(m_d->sessionFor(customer), std::move(post),
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
    return m_d->start<T>(m_d->sessionFor(customer), std::move(post),
                         [](const RawAnswer& answer) { return readActivationAnswer(answer.body); });
}

} // namespace finhub::api
