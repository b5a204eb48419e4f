#include "api/codecs/claimcodec.h"
#include "api/codecs/notecodec.h"
#include "api/codecs/recommendationcodec.h"
#include "api/codecs/textlimits.h"
#include "api/httpfinhub_p.h"

#include <utility>

// What officers share about a verification: 3.8 to 3.10. Always as the officer, whoever they act as.
namespace finhub::api {

CallPtr<Claim> HttpFinHub::Private::sendClaim(const VerificationId& id, QByteArray body)
{
    using T = Claim;
    if (const auto error = obstacle(Extension::Claims))
        return failed<T>(*error);
    const auto path = RequestPath::of("/api/v2.1/verifications/{}/claim", {id.text()});
    if (!path)
        return failed<T>(path.error());
    ApiRequest request = post(*path, std::move(body));
    request.ownRoute = Extension::Claims;
    return start<T>(std::move(request),
                    [id](const RawAnswer& answer) { return readClaimAnswer(answer.body, id); });
}

CallPtr<Claim> HttpFinHub::claim(const VerificationId& id)
{
    return m_d->sendClaim(id, writeClaim());
}

CallPtr<Claim> HttpFinHub::handOver(const VerificationId& id, const UserId& to)
{
    if (!to.isValid())
        return Private::failed<Claim>(refused("to"));
    return m_d->sendClaim(id, writeHandOver(to));
}

CallPtr<Claim> HttpFinHub::takeOver(const VerificationId& id)
{
    return m_d->sendClaim(id, writeTakeOver());
}

CallPtr<Done> HttpFinHub::release(const VerificationId& id)
{
    using T = Done;
    if (const auto error = m_d->obstacle(Extension::Claims))
        return Private::failed<T>(*error);
    const auto path = RequestPath::of("/api/v2.1/verifications/{}/claim", {id.text()});
    if (!path)
        return Private::failed<T>(path.error());
    ApiRequest request = m_d->write("DELETE", *path);
    request.ownRoute = Extension::Claims;
    return m_d->start<T>(std::move(request),
                         [](const RawAnswer& answer) { return readReleaseAnswer(answer.body); });
}

CallPtr<Page<Recommendation>> HttpFinHub::recommendations(const VerificationId& id, int page, int size)
{
    using T = Page<Recommendation>;
    if (const auto error = m_d->obstacle(Extension::Recommendations))
        return Private::failed<T>(*error);
    if (!isPageRequest(page, size))
        return Private::failed<T>(refused("page"));
    const auto path =
        RequestPath::of("/api/v2.1/verifications/{}/recommendations", {id.text()}, pageItems(page, size));
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->get(*path, Extension::Recommendations), [page, size](const RawAnswer& answer) {
        return readRecommendationPage(answer.body, page, size);
    });
}

CallPtr<Recommendation> HttpFinHub::recommend(const RecommendationRequest& request)
{
    using T = Recommendation;
    if (const auto error = m_d->obstacle(Extension::Recommendations))
        return Private::failed<T>(*error);
    const bool negative = request.verdict != Verdict::Approve;
    if (const auto error = m_d->obstacle(negative ? Extension::VerificationReject : Extension::Unknown))
        return Private::failed<T>(*error);
    if (const auto error = api::faultOf(request))
        return Private::failed<T>(*error);
    if (!isIdempotencyKey(request.idempotencyKey))
        return Private::failed<T>(refused("Idempotency-Key"));
    const auto path =
        RequestPath::of("/api/v2.1/verifications/{}/recommendations", {request.verificationId.text()});
    if (!path)
        return Private::failed<T>(path.error());
    ApiRequest post = m_d->post(*path, writeRecommendation(request));
    post.ownRoute = Extension::Recommendations;
    m_d->addIdempotencyKey(post, request.idempotencyKey);
    return m_d->start<T>(std::move(post), [request](const RawAnswer& answer) {
        return readRecommendationAnswer(answer.body, request);
    });
}

CallPtr<Page<Note>> HttpFinHub::notes(const VerificationId& id, int page, int size)
{
    using T = Page<Note>;
    if (const auto error = m_d->obstacle(Extension::Notes))
        return Private::failed<T>(*error);
    if (!isPageRequest(page, size))
        return Private::failed<T>(refused("page"));
    const auto path = RequestPath::of("/api/v2.1/verifications/{}/notes", {id.text()}, pageItems(page, size));
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->get(*path, Extension::Notes), [page, size](const RawAnswer& answer) {
        return readNotePage(answer.body, page, size);
    });
}

CallPtr<Note> HttpFinHub::addNote(const VerificationId& id, const QString& text,
                                  const QByteArray& idempotencyKey)
{
    using T = Note;
    if (const auto error = m_d->obstacle(Extension::Notes))
        return Private::failed<T>(*error);
    if (!isText(text, MaxNoteLength))
        return Private::failed<T>(refused("text"));
    if (!isIdempotencyKey(idempotencyKey))
        return Private::failed<T>(refused("Idempotency-Key"));
    const auto path = RequestPath::of("/api/v2.1/verifications/{}/notes", {id.text()});
    if (!path)
        return Private::failed<T>(path.error());
    ApiRequest post = m_d->post(*path, writeNote(text));
    post.ownRoute = Extension::Notes;
    m_d->addIdempotencyKey(post, idempotencyKey);
    return m_d->start<T>(std::move(post),
                         [id](const RawAnswer& answer) { return readNoteAnswer(answer.body, id); });
}

} // namespace finhub::api
