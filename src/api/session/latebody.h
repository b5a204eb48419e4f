#pragma once

#include "api/session/exchange.h"

#include <QFutureWatcher>

#include <atomic>
#include <functional>
#include <memory>

namespace finhub::api {

/// An exchange whose body takes time to make: it is made on another thread, and sent from here. When this is
/// deleted, nothing is sent any more and the making stops soon. When the session ends meanwhile, the exchange
/// says so.
class LateBody final : public QObject {
public:
    /// Runs on another thread; returns early, with anything, once `stop` is true.
    using Make = std::function<QByteArray(const std::atomic<bool>& stop)>;

    LateBody(std::unique_ptr<Exchange> exchange, Make make);
    ~LateBody() override;

private:
    struct Making;

    std::unique_ptr<Exchange> m_exchange;
    std::shared_ptr<Making> m_making;
    QFutureWatcher<void> m_watcher;
};

} // namespace finhub::api
