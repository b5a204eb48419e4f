#include "sandbox/http/socketstream.h"

#include <arpa/inet.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace finhub::sandbox {

namespace {
constexpr std::chrono::seconds Patience{30};

template <typename Ask>
void readAddress(Ask ask, socket_t socket, std::string& ip, int& port)
{
    sockaddr_in address{};
    socklen_t length = sizeof(address);
    if (ask(socket, reinterpret_cast<sockaddr*>(&address), &length) != 0 || address.sin_family != AF_INET)
        return;
    std::array<char, INET_ADDRSTRLEN> text{};
    if (inet_ntop(AF_INET, &address.sin_addr, text.data(), text.size()))
        ip = text.data();
    port = ntohs(address.sin_port);
}
} // namespace

SocketStream::SocketStream(socket_t socket)
    : m_socket(socket)
{
}

bool SocketStream::waitForRequest(std::chrono::milliseconds longest)
{
    contentType.clear();
    range.clear();
    return m_begin < m_end || poll(POLLIN, longest);
}

void SocketStream::discard(qsizetype bytes)
{
    std::array<char, 4096> scrap{};
    while (bytes > 0) {
        const ssize_t got = read(scrap.data(), std::min<std::size_t>(scrap.size(), std::size_t(bytes)));
        if (got <= 0)
            return;
        bytes -= got;
    }
}

bool SocketStream::is_readable() const
{
    return m_begin < m_end || poll(POLLIN, std::chrono::milliseconds(0));
}

bool SocketStream::is_writable() const
{
    return !m_dropped && poll(POLLOUT, Patience);
}

ssize_t SocketStream::read(char* data, size_t size)
{
    if (m_begin == m_end) {
        if (!poll(POLLIN, Patience))
            return -1;
        ssize_t got = -1;
        do {
            got = ::recv(m_socket, m_buffer.data(), m_buffer.size(), 0);
        } while (got < 0 && errno == EINTR);
        if (got <= 0)
            return got;
        m_begin = 0;
        m_end = std::size_t(got);
    }
    const std::size_t taken = std::min(size, m_end - m_begin);
    std::memcpy(data, m_buffer.data() + m_begin, taken);
    m_begin += taken;
    return ssize_t(taken);
}

ssize_t SocketStream::write(const char* data, size_t size)
{
    if (m_dropped || !poll(POLLOUT, Patience))
        return -1;
    ssize_t sent = -1;
    do {
        sent = ::send(m_socket, data, size, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent;
}

void SocketStream::get_remote_ip_and_port(std::string& ip, int& port) const
{
    readAddress(::getpeername, m_socket, ip, port);
}

void SocketStream::get_local_ip_and_port(std::string& ip, int& port) const
{
    readAddress(::getsockname, m_socket, ip, port);
}

bool SocketStream::poll(short events, std::chrono::milliseconds longest) const
{
    pollfd descriptor{m_socket, events, 0};
    int ready = -1;
    do {
        ready = ::poll(&descriptor, 1, static_cast<int>(longest.count()));
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

} // namespace finhub::sandbox
