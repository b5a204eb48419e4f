#include "core/secret.h"

#include <sodium.h>

#include <cstring>
#include <new>
#include <utility>

namespace finhub {

namespace {
void ensureSodium()
{
    static const int ready = sodium_init();
    if (ready < 0)
        qFatal("libsodium could not be initialised");
}
} // namespace

Secret::Secret(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    ensureSodium();
    m_size = static_cast<std::size_t>(bytes.size());
    m_data = static_cast<char*>(sodium_malloc(m_size));
    if (!m_data)
        throw std::bad_alloc();
    std::memcpy(m_data, bytes.data(), m_size);
}

Secret::~Secret()
{
    clear();
}

Secret::Secret(Secret&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret Secret::take(QString& text)
{
    QByteArray utf8 = text.toUtf8();
    wipe(text);
    return take(utf8);
}

Secret Secret::take(QByteArray& bytes)
{
    Secret secret{QByteArrayView(bytes)};
    wipe(bytes);
    return secret;
}

void Secret::clear()
{
    if (m_data)
        sodium_free(m_data); // wipes before it frees
    m_data = nullptr;
    m_size = 0;
}

QDebug operator<<(QDebug debug, const Secret& secret)
{
    QDebugStateSaver saver(debug);
    debug.nospace() << (secret.isEmpty() ? "Secret()" : "Secret(***)");
    return debug;
}

void wipeMemory(void* memory, std::size_t size)
{
    sodium_memzero(memory, size);
}

// const_cast on constData() reaches the shared buffer itself; data() would detach and wipe a fresh copy. Data
// without a header (a literal) lies in read-only memory and holds no secret.
void wipe(QByteArray& bytes)
{
    if (!bytes.isEmpty() && bytes.data_ptr().d_ptr())
        sodium_memzero(const_cast<char*>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

void wipe(QString& text)
{
    if (!text.isEmpty() && text.data_ptr().d_ptr())
        sodium_memzero(const_cast<QChar*>(text.constData()),
                       static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace finhub
