#include "api/http/oneshotbody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace finhub::api {

OneShotBody::OneShotBody(RequestBody body, QObject* parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    // Unbuffered, so that no second copy lies in QIODevice's own buffer.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char* data, qint64 maxSize)
{
    const qint64 count = std::min(maxSize, qint64(m_body.size()) - m_position);
    if (count <= 0)
        return -1; // 0 would mean "wait for more" on a sequential device
    std::memcpy(data, m_body.view().data() + m_position, static_cast<std::size_t>(count));
    m_position += count;
    m_bytesRead += count;
    if (m_note)
        m_note();
    return count;
}

qint64 OneShotBody::writeData(const char*, qint64)
{
    return -1;
}

} // namespace finhub::api
