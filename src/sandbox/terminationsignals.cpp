#include "sandbox/terminationsignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <unistd.h>

#include <array>
#include <csignal>
#include <utility>

namespace finhub::sandbox {

namespace {
/// A signal handler may do next to nothing but write to a pipe, which the event loop reads.
std::array<int, 2> s_pipe{-1, -1};

void wakeEventLoop(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(s_pipe[1], &byte, 1);
}
} // namespace

void onTerminationSignal(std::function<void()> end)
{
    if (::pipe(s_pipe.data()) != 0)
        return;
    auto* notifier = new QSocketNotifier(s_pipe[0], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [end = std::move(end), notifier] {
        notifier->setEnabled(false);
        end();
    });
    struct sigaction action {};
    action.sa_handler = wakeEventLoop;
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

} // namespace finhub::sandbox
