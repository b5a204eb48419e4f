#pragma once

#include "api/session/session.h"
#include "core/call.h"

#include <QPointer>

#include <memory>

namespace finhub::api {

/// 2.2's DELETE after the officer has left: keeps the old session's transport until the server has answered
/// or the short deadline has passed, then drops it with every copy of the token in it. Deletes itself. The
/// call is completed in any case, as long as it lives; nothing depends on what the server says.
class Farewell final : public QObject {
public:
    Farewell(Session::Parting parting, Call<Done>* call, QObject* parent);
    ~Farewell() override;

private:
    QPointer<Call<Done>> m_call;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<TransportJob> m_job; ///< goes before its transport
};

} // namespace finhub::api
