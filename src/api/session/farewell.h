#pragma once

#include "api/session/session.h"
#include "core/call.h"

#include <QElapsedTimer>
#include <QPointer>

#include <functional>
#include <memory>

namespace finhub::api {

/// 2.2's DELETE after the officer or the customer has left: keeps the old session's transport until the
/// server has answered or the short deadline has passed, then drops it with every copy of the token in it.
/// Deletes itself. The call is completed in any case, as long as it lives; nothing depends on what the server
/// says, but it can be noted.
class Farewell final : public QObject {
public:
    /// Gets what the call log keeps of it, but for its time and whose token it carried.
    using Note = std::function<void(CallRecord)>;

    Farewell(Session::Parting parting, Call<Done>* call, QObject* parent, Note note = {});
    ~Farewell() override;

private:
    void heard(const RawAnswer& answer);

    QPointer<Call<Done>> m_call;
    Note m_note;
    QString m_path;
    QElapsedTimer m_clock;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<TransportJob> m_job; ///< goes before its transport
};

} // namespace finhub::api
