#pragma once

#include <httplib.h>

#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <thread>

namespace finhub::sandbox {

/// A thread for each connection, where cpp-httplib's pool has eight for all: a client that keeps its
/// connections open would use them up.
class ConnectionThreads final : public httplib::TaskQueue {
public:
    void enqueue(std::function<void()> work) override
    {
        const std::lock_guard lock(m_mutex);
        m_threads.remove_if([](Entry& entry) {
            if (!*entry.done)
                return false;
            entry.thread.join();
            return true;
        });
        auto done = std::make_shared<std::atomic_bool>(false);
        m_threads.push_back({std::thread([work = std::move(work), done] {
                                 work();
                                 *done = true;
                             }),
                             done});
    }
    void shutdown() override
    {
        const std::lock_guard lock(m_mutex);
        for (Entry& entry : m_threads)
            entry.thread.join();
        m_threads.clear();
    }

private:
    struct Entry {
        std::thread thread;
        std::shared_ptr<std::atomic_bool> done;
    };
    std::mutex m_mutex;
    std::list<Entry> m_threads;
};

} // namespace finhub::sandbox
