#include "api/http/requestbody.h"

#include "core/secret.h"

#include <utility>

namespace finhub::api {

struct RequestBody::Held {
    explicit Held(QByteArray bytesToKeep)
        : bytes(std::move(bytesToKeep))
    {
    }
    ~Held() { wipe(bytes); }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

    QByteArray bytes;
};

RequestBody::RequestBody(QByteArray bytes)
    : m_held(std::make_shared<Held>(std::move(bytes)))
{
}

QByteArrayView RequestBody::view() const
{
    return m_held ? QByteArrayView(m_held->bytes) : QByteArrayView();
}

} // namespace finhub::api
