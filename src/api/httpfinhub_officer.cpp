#include "api/codecs/decisioncodec.h"
#include "api/codecs/sessioncodec.h"
#include "api/codecs/templatecodec.h"
#include "api/codecs/textlimits.h"
#include "api/codecs/verificationstartcodec.h"
#include "api/httpfinhub_p.h"

#include <utility>

// What only an officer may do (1.5), whoever they act as: 2.7, 2.9, 2.14, 2.15.
namespace finhub::api {

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

CallPtr<Verification> HttpFinHub::createVerification(const CreateVerificationRequest& request)
{
    using T = Verification;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    if (const auto error = api::faultOf(request))
        return Private::failed<T>(*error);
    return m_d->start<T>(m_d->post(*RequestPath::of("/api/v2.1/verifications", {}),
                                   writeCreateVerification(request, *m_d->session->info())),
                         [customer = request.customerId, type = request.type](const RawAnswer& answer) {
                             return readStartedVerification(answer.body, answer.header("ETag"), customer,
                                                            type);
                         });
}

CallPtr<Done> HttpFinHub::resetLogin(const UserId& user, const QString& reason)
{
    using T = Done;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    if (!user.isValid() || !isOptionalText(reason))
        return Private::failed<T>(refused(user.isValid() ? "reason" : "userId"));
    return m_d->start<T>(
        m_d->post(*RequestPath::of("/api/v2.1/admin/users/login/reset", {}), writeLoginReset(user, reason)),
        [](const RawAnswer& answer) { return readLoginResetAnswer(answer.body); });
}

CallPtr<QList<ConsentTemplate>> HttpFinHub::consentTemplates()
{
    using T = QList<ConsentTemplate>;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    return m_d->start<T>(m_d->get(*RequestPath::of("/api/v2.1/admin/consents", {}), Extension::Unknown),
                         [](const RawAnswer& answer) { return readConsentTemplates(answer.body); });
}

CallPtr<ConsentTemplate> HttpFinHub::saveConsentTemplate(const ConsentTemplate& text)
{
    using T = ConsentTemplate;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    if (const auto error = api::faultOf(text))
        return Private::failed<T>(*error);
    const auto path = text.id.isEmpty() ? RequestPath::of("/api/v2.1/admin/consents", {})
                                        : RequestPath::of("/api/v2.1/admin/consents/{}", {text.id});
    if (!path)
        return Private::failed<T>(path.error());
    ApiRequest request = m_d->write(text.id.isEmpty() ? "POST" : "PUT", *path);
    request.body = writeConsentTemplate(text);
    return m_d->start<T>(std::move(request),
                         [text](const RawAnswer& answer) { return readSavedTemplate(answer.body, text); });
}

} // namespace finhub::api
