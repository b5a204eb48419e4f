#include "api/session/latebody.h"

#include <QPromise>
#include <QThreadPool>

#include <utility>

namespace finhub::api {

/// What both threads know of it; the body is the other thread's until that has finished.
struct LateBody::Making {
    std::atomic<bool> stop = false;
    RequestBody body;
};

LateBody::LateBody(std::unique_ptr<Exchange> exchange, Make make)
    : m_exchange(std::move(exchange))
    , m_making(std::make_shared<Making>())
{
    connect(&m_watcher, &QFutureWatcher<void>::finished, this,
            [this] { m_exchange->start(std::exchange(m_making->body, {})); });
    const auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, making = m_making, make = std::move(make)] {
        if (!making->stop)
            making->body = make(making->stop);
        promise->finish();
    });
}

LateBody::~LateBody()
{
    m_making->stop = true;
}

} // namespace finhub::api
