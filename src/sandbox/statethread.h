#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace finhub::sandbox {

/// The thread on which the sandbox's state lives: store, directory, sessions. Every request carries its work
/// out here, one after the other, for three reasons: a Qt Sql connection belongs to one thread, an in-memory
/// SQLite database belongs to one connection, and of several decisions at once exactly one can win without
/// any lock having to be right. Slow work (sockets, JSON, drawing documents) stays on the connections'
/// threads.
class StateThread {
public:
    StateThread();
    /// Finishes what was asked for and ends the thread.
    ~StateThread();
    StateThread(const StateThread&) = delete;
    StateThread& operator=(const StateThread&) = delete;

    /// Runs the work on the state thread and returns when it is done. Any thread but the state thread itself.
    void run(const std::function<void()>& work);

private:
    void loop();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_work;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace finhub::sandbox
