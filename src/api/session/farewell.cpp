#include "api/session/farewell.h"

#include <utility>

namespace finhub::api {

Farewell::Farewell(Session::Parting parting, Call<Done>* call, QObject* parent)
    : QObject(parent)
    , m_call(call)
    , m_transport(std::move(parting.transport))
{
    m_job = m_transport->send(std::move(parting.request), [this](const RawAnswer&) { delete this; });
}

Farewell::~Farewell()
{
    if (m_call)
        m_call->finishLater(Done());
}

} // namespace finhub::api
