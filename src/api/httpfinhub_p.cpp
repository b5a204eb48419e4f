#include "api/httpfinhub_p.h"

#include "api/session/farewell.h"

#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace finhub::api {

bool isPageRequest(int page, int size)
{
    constexpr int maxPageSize = 1000;
    return page >= 0 && size >= 1 && size <= maxPageSize;
}

QueryItems pageItems(int page, int size)
{
    return {{QStringLiteral("page"), QString::number(page)}, {QStringLiteral("size"), QString::number(size)}};
}

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
// deleting the client; the pointer keeps the news of a former session from being taken for this one's.
template <typename React>
void HttpFinHub::Private::follow(Session& source, void (Session::*signal)(), React react)
{
    QObject::connect(
        &source, signal, &q,
        [this, from = QPointer<Session>(&source), react] {
            if (isCurrent(from))
                react();
        },
        Qt::QueuedConnection);
}

void HttpFinHub::Private::follow(Session& source)
{
    // This one counts even when the session that noticed it is gone already: a sign-in that did not get
    // through.
    QObject::connect(
        &source, &Session::reachable, &q, [this](bool yes) { setReachable(yes); }, Qt::QueuedConnection);
    // The log is the officer's: what was sent for a customer belongs to it also when the customer's session
    // is gone, as it is after a wrong password.
    Session& owner = source.isCustomers() ? *session : source;
    QObject::connect(
        &source, &Session::transmitted, &q,
        [this, owner = QPointer<Session>(&owner)](const CallRecord& record) {
            if (isCurrent(owner))
                callLog.add(record);
        },
        Qt::QueuedConnection);
}

Session& HttpFinHub::Private::newSession(const ConnectionProfile& newProfile)
{
    profile = newProfile;
    session = std::make_unique<Session>(profile, options);
    follow(*session);
    follow(*session, &Session::refreshed, [this] { Q_EMIT q.sessionChanged(); });
    follow(*session, &Session::opened, [this] { Q_EMIT q.sessionChanged(); });
    follow(*session, &Session::extensionsChanged, [this] { Q_EMIT q.extensionsChanged(); });
    follow(*session, &Session::expired, [this] { leaveSession(SessionEnd::Expired, nullptr); });
    return *session;
}

void HttpFinHub::Private::leaveSession(SessionEnd why, Call<Done>* call)
{
    leaveCustomer();
    const std::unique_ptr<Session> left = std::exchange(session, nullptr);
    const bool wasOpen = left && left->wasOpened();
    std::optional<Session::Parting> parting = left ? left->part() : std::nullopt;
    if (parting)
        new Farewell(std::move(*parting), call, &q);
    else if (call)
        call->finishLater(Done());
    clearCallLog();
    if (wasOpen) {
        m_isSuspended = why != SessionEnd::SignedOut;
        QMetaObject::invokeMethod(
            &q, [this, why] { Q_EMIT q.sessionEnded(why); }, Qt::QueuedConnection);
    }
}

void HttpFinHub::Private::endSuspension()
{
    if (!std::exchange(m_isSuspended, false))
        return;
    QMetaObject::invokeMethod(
        &q, [this] { Q_EMIT q.sessionEnded(SessionEnd::SignedOut); }, Qt::QueuedConnection);
}

Session& HttpFinHub::Private::newCustomerSession(const CustomerId& id, const UserId& user,
                                                 const QString& username)
{
    ConnectionProfile theirs = profile;
    theirs.userId = user;
    theirs.username = username;
    customer = std::make_unique<Session>(theirs, options, id);
    follow(*customer);
    follow(*customer, &Session::refreshed, [this] { Q_EMIT q.customerSessionChanged(); });
    follow(*customer, &Session::opened, [this] { Q_EMIT q.customerSessionChanged(); });
    follow(*customer, &Session::expired, [this] { leaveCustomer(); });
    return *customer;
}

void HttpFinHub::Private::leaveCustomer()
{
    const std::unique_ptr<Session> left = std::exchange(customer, nullptr);
    if (!left)
        return;
    if (std::optional<Session::Parting> parting = left->part()) {
        // The officer's log is still being written, unless they leave too.
        const auto note = [this, at = options.now(),
                           officer = QPointer<Session>(session.get())](CallRecord record) {
            record.at = at;
            record.asCustomer = true;
            if (isCurrent(officer))
                callLog.add(std::move(record));
        };
        new Farewell(std::move(*parting), nullptr, &q, note);
    }
    if (left->wasOpened()) {
        QMetaObject::invokeMethod(
            &q, [this] { Q_EMIT q.customerSessionChanged(); }, Qt::QueuedConnection);
    }
}

Session& HttpFinHub::Private::sessionFor(const CustomerId& id) const
{
    return customer && customer->info() && customer->customer() == id ? *customer : *session;
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
    ApiRequest request = write("POST", std::move(path));
    request.body = std::move(body);
    return request;
}

ApiRequest HttpFinHub::Private::write(const char* method, RequestPath path) const
{
    ApiRequest request;
    request.method = method;
    request.path = std::move(path);
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

// Forgotten at once, told from the event loop like everything else.
void HttpFinHub::Private::clearCallLog()
{
    if (callLog.records().empty())
        return;
    const QSignalBlocker silent(callLog);
    callLog.clear();
    QMetaObject::invokeMethod(
        &q, [this] { Q_EMIT callLog.changed(); }, Qt::QueuedConnection);
}

void HttpFinHub::Private::setReachable(bool reachable)
{
    if (m_reachable == reachable)
        return;
    m_reachable = reachable;
    Q_EMIT q.reachableChanged(reachable);
}

} // namespace finhub::api
