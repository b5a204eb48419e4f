#include "documents/workerprocess.h"

#include "documents/sealedmemory.h"
#include "documents/workerlaunch.h"
#include "documents/workerprotocol.h"
#include "documents/workertask.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace finhub::documents {

namespace {

// Both ends above the standard descriptors, since one of them is put in the place of standard input.
bool makeSockets(std::array<int, 2>& ends)
{
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return false;
    for (int& end : ends) {
        if (end > STDERR_FILENO)
            continue;
        const int moved = fcntl(end, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        close(end);
        end = moved;
    }
    return true;
}

bool sendOrder(int socket, WorkerOrder order, std::array<int, 2> descriptors)
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof descriptors)> control{};
    iovec part{&order, sizeof order};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* const head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof descriptors);
    std::memcpy(CMSG_DATA(head), descriptors.data(), sizeof descriptors);
    return sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT) == static_cast<ssize_t>(sizeof order);
}

} // namespace

WorkerProcess::WorkerProcess(const QString& program, QObject* parent)
    : QObject(parent)
{
    m_process.setProgram(program);
}

WorkerProcess::~WorkerProcess()
{
    m_process.disconnect(this);
    closeSocket();
    if (!canRun())
        return;
    m_process.kill();
    m_process.waitForFinished(); // a killed process is gone in a moment
}

void WorkerProcess::start()
{
    std::array<int, 2> ends{-1, -1};
    if (!makeSockets(ends))
        return;
    m_socket = ends[0];
    launchWorker(m_process, ends[1]);
    close(ends[1]);
    if (!canRun()) {
        closeSocket();
        return;
    }
    connect(&m_process, &QProcess::finished, this, &WorkerProcess::finished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        // A crash is reported by finished() as well; there are no channels that could fail.
        if (error == QProcess::FailedToStart)
            Q_EMIT failedToStart();
    });
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &WorkerProcess::onMessage);
}

bool WorkerProcess::give(const WorkerTask& task, const SealedMemory& document, const SealedMemory& answer)
{
    if (m_socket < 0)
        return false;
    const bool sent = sendOrder(m_socket, task.order(), {document.fd(), answer.fd()});
    stopListening();
    closeSocket();
    return sent;
}

void WorkerProcess::end()
{
    disconnect();
    closeSocket();
    m_process.disconnect(this);
    if (!canRun()) {
        deleteLater();
        return;
    }
    connect(&m_process, &QProcess::finished, this, &QObject::deleteLater);
    connect(&m_process, &QProcess::errorOccurred, this, &QObject::deleteLater);
    m_process.kill();
}

// Either it is ready, or it is dead, which the process itself tells.
void WorkerProcess::onMessage()
{
    WorkerReady message{};
    const ssize_t size = recv(m_socket, &message, sizeof message, MSG_DONTWAIT);
    m_notifier->setEnabled(false);
    if (size != static_cast<ssize_t>(sizeof message) || message.magic != OrderMagic ||
        message.version != OrderVersion)
        return;
    m_ready = true;
    m_landlock = message.landlock;
    Q_EMIT ready();
}

// A socket that is closed with something unread makes the other side lose what it has not read either: the
// order.
void WorkerProcess::stopListening()
{
    shutdown(m_socket, SHUT_RD); // so that nothing more comes
    WorkerReady unread{};
    while (recv(m_socket, &unread, sizeof unread, MSG_DONTWAIT) > 0) {
    }
}

void WorkerProcess::closeSocket()
{
    // Called from a slot of its own signal, the notifier must outlive it.
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater();
    }
    if (m_socket >= 0)
        close(m_socket);
    m_socket = -1;
}

} // namespace finhub::documents
