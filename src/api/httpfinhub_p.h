#pragma once

#include "api/httpfinhub.h"
#include "api/session/apirequest.h"
#include "api/session/deliver.h"
#include "api/session/exchange.h"
#include "api/session/session.h"

#include <optional>

namespace finhub::api {

/// Nothing is sent, because this part of the request is not acceptable.
inline Error refused(const char* what)
{
    return Error::of(ErrorKind::Refused, QLatin1String(what));
}

/// 3.7: 1-128 visible ASCII characters; none at all is allowed.
bool isIdempotencyKey(const QByteArray& key);

/// The inside of HttpFinHub: the session that is open or being opened, and how a call is started on it.
class HttpFinHub::Private {
public:
    Private(HttpFinHub& owner, ClientOptions clientOptions);

    /// Starts a session object for this profile; the former one must have been left.
    Session& newSession(const ConnectionProfile& profile);
    /// Leaves the session, if any: secrets wiped, the server told as a best effort. The call, if any, is
    /// completed when that is over.
    void leaveSession(SessionEnd why, Call<Done>* call);
    /// Whether this is still the session that was current when `serial` was taken.
    bool isCurrent(int serial) const { return session && serial == m_serial; }
    int serial() const { return m_serial; }

    /// What stands against a call before anything else is looked at.
    std::optional<Error> obstacle(Extension needed = Extension::Unknown) const;

    ApiRequest get(RequestPath path, Extension ownRoute) const;
    /// The body must not be empty: only with one a POST is sent no more than once.
    ApiRequest post(RequestPath path, QByteArray body) const;
    /// 3.7: adds the key where the server honours it.
    void addIdempotencyKey(ApiRequest& request, const QByteArray& key) const;

    /// Starts the request and completes the call with what the codec reads from its answer.
    template <typename T>
    CallPtr<T> start(ApiRequest request, Decoder<T> decoder)
    {
        auto call = std::make_unique<Call<T>>();
        const Effect effect = request.effect;
        auto exchange = std::make_unique<Exchange>(
            *session, std::move(request), [target = call.get(), decoder, effect](Result<RawAnswer> answer) {
                if (answer)
                    deliver<T>(target, std::move(*answer), decoder, effect);
                else
                    target->finishLater(failure(answer.error()));
            });
        Exchange* started = exchange.get();
        call->setWork(std::move(exchange));
        started->start();
        return call;
    }

    /// A call that fails without anything being sent.
    template <typename T>
    static CallPtr<T> failed(Error error)
    {
        auto call = std::make_unique<Call<T>>();
        call->finishLater(failure(std::move(error)));
        return call;
    }

    HttpFinHub& q;
    const ClientOptions options;
    ConnectionProfile profile;
    std::unique_ptr<Session> session;

private:
    void setReachable(bool reachable);

    int m_serial = 0; ///< counts the sessions
    std::optional<bool> m_reachable;
};

} // namespace finhub::api
