#include "sandbox/statethread.h"

#include <future>
#include <utility>

namespace finhub::sandbox {

StateThread::StateThread()
    : m_thread([this] { loop(); })
{
}

StateThread::~StateThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void StateThread::run(const std::function<void()>& work)
{
    std::promise<void> done;
    {
        const std::lock_guard lock(m_mutex);
        m_work.emplace_back([&work, &done] {
            work();
            done.set_value();
        });
    }
    m_wake.notify_one();
    done.get_future().wait();
}

void StateThread::loop()
{
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_ending || !m_work.empty(); });
            if (m_work.empty())
                return;
            work = std::move(m_work.front());
            m_work.pop_front();
        }
        work();
    }
}

} // namespace finhub::sandbox
