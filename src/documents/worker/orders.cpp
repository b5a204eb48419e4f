#include "documents/worker/orders.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace finhub::documents {

namespace {

using Descriptors = std::array<int, 2>;

// Nothing unless there are exactly two.
std::optional<Descriptors> descriptorsOf(msghdr& message)
{
    const cmsghdr* const head = CMSG_FIRSTHDR(&message);
    if (!head || (message.msg_flags & (MSG_CTRUNC | MSG_TRUNC)) != 0 || head->cmsg_level != SOL_SOCKET ||
        head->cmsg_type != SCM_RIGHTS || head->cmsg_len != CMSG_LEN(sizeof(Descriptors)))
        return std::nullopt;
    Descriptors descriptors{};
    std::memcpy(descriptors.data(), CMSG_DATA(head), sizeof descriptors);
    return descriptors;
}

bool putInPlace(const Descriptors& from)
{
    for (const int descriptor : from) {
        if (descriptor <= STDERR_FILENO) // standard input is the socket, and the others were open as well
            return false;
    }
    if (dup2(from[0], DocumentFd) < 0 || dup2(from[1], AnswerFd) < 0)
        return false;
    return close(from[0]) == 0 && close(from[1]) == 0;
}

} // namespace

void sayReady(int landlock)
{
    const WorkerReady message{OrderMagic, OrderVersion, landlock};
    static_cast<void>(send(OrderFd, &message, sizeof message, MSG_NOSIGNAL));
}

bool isOrderThere()
{
    WorkerOrder order{};
    return recv(OrderFd, &order, sizeof order, MSG_PEEK | MSG_DONTWAIT) == static_cast<ssize_t>(sizeof order);
}

std::optional<WorkerRequest> receiveOrder()
{
    WorkerOrder order{};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(Descriptors))> control{};
    iovec part{&order, sizeof order};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t size = 0;
    do {
        size = recvmsg(OrderFd, &message, MSG_CMSG_CLOEXEC);
    } while (size < 0 && errno == EINTR);
    if (size != static_cast<ssize_t>(sizeof order))
        return std::nullopt;
    const std::optional<Descriptors> descriptors = descriptorsOf(message);
    if (!descriptors || !putInPlace(*descriptors))
        return std::nullopt;
    return WorkerRequest::fromOrder(order);
}

} // namespace finhub::documents
