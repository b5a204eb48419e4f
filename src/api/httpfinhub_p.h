#pragma once

#include "api/httpfinhub.h"
#include "api/session/apirequest.h"
#include "api/session/deliver.h"
#include "api/session/exchange.h"
#include "api/session/session.h"

#include <QPointer>

#include <memory>
#include <optional>
#include <utility>

namespace finhub::api {

/// Nothing is sent, because this part of the request is not acceptable.
inline Error refused(const char* what)
{
    return Error::of(ErrorKind::Refused, QLatin1String(what));
}

/// 1.6: what `page` and `size` may be.
bool isPageRequest(int page, int size);
QueryItems pageItems(int page, int size);

/// 3.7: 1-128 visible ASCII characters; none at all is allowed.
bool isIdempotencyKey(const QByteArray& key);

/// The inside of HttpFinHub: the session that is open or being opened, that of the customer whom the officer
/// acts as, and how a call is started on one of them.
class HttpFinHub::Private {
public:
    Private(HttpFinHub& owner, ClientOptions clientOptions);

    /// Starts a session object for this profile; the former one must have been left.
    Session& newSession(const ConnectionProfile& profile);
    /// Leaves the session, if any, and the customer's with it: secrets wiped, the server told as a best
    /// effort. The call, if any, is completed when that is over.
    void leaveSession(SessionEnd why, Call<Done>* call);

    /// The officer of a session that was expired or was suspended does not come back.
    void endSuspension();

    /// The same two for the session of a customer, on the server of the officer's session.
    Session& newCustomerSession(const CustomerId& customer, const UserId& user, const QString& username);
    void leaveCustomer();

    /// Whether this is still the session, or still the customer's; null is not.
    bool isCurrent(const QPointer<Session>& one) const
    {
        return one && (one == session.get() || one == customer.get());
    }
    /// Whose token a call for this customer carries (2.5): theirs while they are acted as, else the
    /// officer's.
    Session& sessionFor(const CustomerId& id) const;

    /// What stands against a call before anything else is looked at.
    std::optional<Error> obstacle(Extension needed = Extension::Unknown) const;

    ApiRequest get(RequestPath path, Extension ownRoute) const;
    /// The body must not be empty: only with one a POST is sent no more than once.
    ApiRequest post(RequestPath path, QByteArray body) const;
    /// 3.8: claims, renews, hands over or takes over, as the body says.
    CallPtr<Claim> sendClaim(const VerificationId& id, QByteArray body);
    /// A write whose body is still to come.
    ApiRequest write(const char* method, RequestPath path) const;
    /// 3.7: adds the key where the server honours it.
    void addIdempotencyKey(ApiRequest& request, const QByteArray& key) const;

    /// An exchange that completes the call with what the codec reads from its answer; not started yet.
    template <typename T>
    static std::unique_ptr<Exchange> exchangeFor(Call<T>* call, Session& carrier, ApiRequest request,
                                                 Decoder<T> decoder)
    {
        const Effect effect = request.effect;
        const Decoder<T> decode = [decoder = std::move(decoder),
                                   theirs = carrier.isCustomers()](const RawAnswer& answer) {
            Result<T> value = decoder(answer);
            if (!value)
                value.error().asCustomer = theirs;
            return value;
        };
        return std::make_unique<Exchange>(carrier, std::move(request),
                                          [call, decode, effect](Result<RawAnswer> answer) {
                                              if (answer)
                                                  deliver<T>(call, std::move(*answer), decode, effect);
                                              else
                                                  call->finishLater(failure(answer.error()));
                                          });
    }

    /// Starts the request on this session.
    template <typename T>
    static CallPtr<T> start(Session& carrier, ApiRequest request, Decoder<T> decoder)
    {
        auto call = std::make_unique<Call<T>>();
        auto exchange = exchangeFor<T>(call.get(), carrier, std::move(request), std::move(decoder));
        Exchange* started = exchange.get();
        call->setWork(std::move(exchange));
        started->start();
        return call;
    }
    template <typename T>
    CallPtr<T> start(ApiRequest request, Decoder<T> decoder)
    {
        return start<T>(*session, std::move(request), std::move(decoder));
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
    std::unique_ptr<Session> customer;            ///< only while there is a session
    std::optional<CustomerSession> shownCustomer; ///< what customerSession() said last
    CallLog callLog;

private:
    void follow(Session& source);
    template <typename React>
    void follow(Session& source, void (Session::*signal)(), React react);
    void clearCallLog();
    void setReachable(bool reachable);

    std::optional<bool> m_reachable;
    bool m_isSuspended = false; ///< the last session that was open has expired or was suspended
};

} // namespace finhub::api
