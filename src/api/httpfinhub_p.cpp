#include "api/httpfinhub_p.h"

#include "api/session/farewell.h"

#include <algorithm>
#include <utility>

namespace finhub::api {

bool isIdempotencyKey(const QByteArray& key)
{
    return key.size() <= 128 &&
           std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

HttpFinHub::Private::Private(HttpFinHub& owner, ClientOptions clientOptions)
    : q(owner)
    , options(std::move(clientOptions))
{
}

// Every signal of a session arrives queued, so that nothing of it is on the stack when somebody reacts by
// deleting the client; the serial number keeps the news of a former session from being taken for this one's.
Session& HttpFinHub::Private::newSession(const ConnectionProfile& newProfile)
{
    profile = newProfile;
    session = std::make_unique<Session>(profile, options);
    const int number = ++m_serial;
    const auto forward = [this, number](auto signal, auto react) {
        QObject::connect(
            session.get(), signal, &q,
            [this, number, react](auto... values) {
                if (isCurrent(number))
                    react(values...);
            },
            Qt::QueuedConnection);
    };
    forward(&Session::refreshed, [this] { Q_EMIT q.sessionChanged(); });
    forward(&Session::opened, [this] { Q_EMIT q.sessionChanged(); });
    forward(&Session::extensionsChanged, [this] { Q_EMIT q.extensionsChanged(); });
    // This one counts even when the session that noticed it is gone already: a sign-in that did not get
    // through.
    QObject::connect(
        session.get(), &Session::reachable, &q, [this](bool yes) { setReachable(yes); },
        Qt::QueuedConnection);
    forward(&Session::expired, [this] { leaveSession(SessionEnd::Expired, nullptr); });
    return *session;
}

void HttpFinHub::Private::leaveSession(SessionEnd why, Call<Done>* call)
{
    const std::unique_ptr<Session> left = std::exchange(session, nullptr);
    const bool wasOpen = left && left->wasOpened();
    std::optional<Session::Parting> parting = left ? left->part() : std::nullopt;
    if (parting)
        new Farewell(std::move(*parting), call, &q);
    else if (call)
        call->finishLater(Done());
    if (wasOpen) {
        QMetaObject::invokeMethod(
            &q, [this, why] { Q_EMIT q.sessionEnded(why); }, Qt::QueuedConnection);
    }
}

std::optional<Error> HttpFinHub::Private::obstacle(Extension needed) const
{
    if (!session || !session->info())
        return Error::of(ErrorKind::SessionEnded);
    if (needed != Extension::Unknown && !session->offers(needed)) {
        Error error = Error::of(ErrorKind::NotOffered);
        error.extension = needed;
        return error;
    }
    return std::nullopt;
}

ApiRequest HttpFinHub::Private::get(RequestPath path, Extension ownRoute) const
{
    ApiRequest request;
    request.method = "GET";
    request.path = std::move(path);
    request.ownRoute = ownRoute;
    request.deadline = options.callDeadline;
    request.maxBytes = options.maxAnswerBytes;
    return request;
}

ApiRequest HttpFinHub::Private::post(RequestPath path, QByteArray body) const
{
    Q_ASSERT(!body.isEmpty());
    ApiRequest request;
    request.method = "POST";
    request.path = std::move(path);
    request.body = std::move(body);
    request.effect = Effect::Write;
    request.deadline = options.callDeadline;
    request.maxBytes = options.maxAnswerBytes;
    return request;
}

void HttpFinHub::Private::addIdempotencyKey(ApiRequest& request, const QByteArray& key) const
{
    if (!key.isEmpty() && session->offers(Extension::IdempotentDecision))
        request.further.append({"Idempotency-Key", key});
}

void HttpFinHub::Private::setReachable(bool reachable)
{
    if (m_reachable == reachable)
        return;
    m_reachable = reachable;
    Q_EMIT q.reachableChanged(reachable);
}

} // namespace finhub::api
