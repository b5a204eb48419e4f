#pragma once

#include "api/http/httpmessage.h"
#include "api/session/exchange.h"
#include "core/call.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace finhub::api {

/// Opens a session: 2.1, then the discovery of section 3; or 2.5, without discovery, which a customer may not
/// make (1.5). Deleting it aborts and says so, so that what the server may have handed out already is given
/// back.
class SignIn final : public QObject {
public:
    using Receiver = std::function<void(const Result<Done>&)>;

    /// `body` is 2.1's or 2.5's, with the password in it; it is wiped when it has been sent. The session's
    /// ids have been checked. `receiver` is called once unless the sign-in is deleted before; then `dropped`
    /// is.
    SignIn(Session& session, RequestBody body, Receiver receiver, std::function<void()> dropped);
    ~SignIn() override;

private:
    void createSession(RequestBody body);
    void discover();
    void finish(const Result<Done>& outcome);

    QPointer<Session> m_session;
    std::unique_ptr<Exchange> m_exchange;
    Receiver m_receiver;
    std::function<void()> m_dropped;
};

} // namespace finhub::api
