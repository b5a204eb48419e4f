#pragma once

#include <QByteArray>

#include <httplib.h>

#include <array>
#include <chrono>

namespace finhub::sandbox {

/// A connection's socket as cpp-httplib reads and writes it. Ours because the library's own cannot be told to
/// drop a connection, and because what the library would act upon by itself has to be set aside for the
/// contract's rules.
class SocketStream final : public httplib::Stream {
public:
    explicit SocketStream(socket_t socket);

    /// Waits until a request begins; false when the peer is gone or the time is up.
    bool waitForRequest(std::chrono::milliseconds longest);
    /// From now on nothing more is written: the caller sees the connection close.
    void drop() { m_dropped = true; }
    bool isDropped() const { return m_dropped; }
    /// The request being answered is the connection's last one: what follows cannot be told apart.
    void endAfterThis() { m_last = true; }
    bool isLast() const { return m_last; }
    /// Reads and forgets this many bytes of a body that nobody wants.
    void discard(qsizetype bytes);

    /// Headers of the request being answered that were kept from the library.
    QByteArray contentType;
    QByteArray range;

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char* data, size_t size) override;
    ssize_t write(const char* data, size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    socket_t socket() const override { return m_socket; }

private:
    bool poll(short events, std::chrono::milliseconds longest) const;

    socket_t m_socket;
    bool m_dropped = false;
    bool m_last = false;
    std::array<char, 16384> m_buffer{};
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

} // namespace finhub::sandbox
