#include "api/session/farewell.h"

#include "api/session/recordof.h"

#include <utility>

namespace finhub::api {

Farewell::Farewell(Session::Parting parting, Call<Done>* call, QObject* parent, Note note)
    : QObject(parent)
    , m_call(call)
    , m_note(std::move(note))
    , m_path(parting.request.url.path())
    , m_transport(std::move(parting.transport))
{
    m_clock.start();
    m_job = m_transport->send(std::move(parting.request), [this](const RawAnswer& answer) { heard(answer); });
}

Farewell::~Farewell()
{
    if (m_call)
        m_call->finishLater(Done());
}

void Farewell::heard(const RawAnswer& answer)
{
    if (const Note note = std::exchange(m_note, {})) {
        CallRecord record = recordOf("DELETE", m_path, answer);
        record.duration = std::chrono::milliseconds(m_clock.elapsed());
        // Whoever hears of it may delete the client, and this with it.
        const QPointer<Farewell> alive(this);
        note(std::move(record));
        if (!alive)
            return;
    }
    delete this;
}

} // namespace finhub::api
