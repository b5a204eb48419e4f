#include "sandbox/webhooks/webhookcourier.h"

#include <algorithm>
#include <utility>

namespace finhub::sandbox {

namespace {
constexpr int Posters = 4;
/// How often a post that is to end is told so: until its connection is made it does not hear.
constexpr std::chrono::milliseconds CutAgain{20};
} // namespace

WebhookCourier::WebhookCourier(const Clock& clock, Report report, std::chrono::milliseconds patience)
    : m_clock(clock)
    , m_report(std::move(report))
    , m_patience(patience)
{
}

WebhookCourier::~WebhookCourier()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

void WebhookCourier::take(const WebhookErrand& errand)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending)
            return;
        m_waiting.push_back({errand, std::chrono::steady_clock::now()});
        begin();
    }
    m_changed.notify_all();
}

void WebhookCourier::drop(const QString& subscription)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.remove_if([&](const Waiting& waiting) { return waiting.errand.subscription == subscription; });
    for (UnderWay& underWay : m_underWay)
        underWay.dropped = underWay.dropped || underWay.subscription == subscription;
}

void WebhookCourier::begin()
{
    if (!m_threads.empty())
        return;
    for (int i = 0; i < Posters; ++i)
        m_threads.emplace_back([this] { work(); });
    m_threads.emplace_back([this] { watch(); });
}

void WebhookCourier::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        const auto next = nextDue(std::chrono::steady_clock::now());
        if (next == m_waiting.end()) {
            waitForWork(lock);
            continue;
        }
        Waiting waiting = std::move(*next);
        m_waiting.erase(next);
        post(std::move(waiting), lock);
    }
}

std::list<WebhookCourier::Waiting>::iterator WebhookCourier::nextDue(Instant now)
{
    return std::find_if(m_waiting.begin(), m_waiting.end(), [this, now](const Waiting& waiting) {
        return waiting.due <= now && isFree(waiting.errand.subscription);
    });
}

bool WebhookCourier::isFree(const QString& subscription) const
{
    return std::none_of(m_underWay.begin(), m_underWay.end(), [&subscription](const UnderWay& underWay) {
        return underWay.subscription == subscription;
    });
}

void WebhookCourier::waitForWork(std::unique_lock<std::mutex>& lock)
{
    // Whoever waits for a subscription to become free is woken when it does.
    std::optional<Instant> earliest;
    for (const Waiting& waiting : m_waiting) {
        if (isFree(waiting.errand.subscription))
            earliest = std::min(earliest.value_or(waiting.due), waiting.due);
    }
    if (earliest)
        m_changed.wait_until(lock, *earliest);
    else
        m_changed.wait(lock);
}

void WebhookCourier::post(Waiting waiting, std::unique_lock<std::mutex>& lock)
{
    const auto post = std::make_shared<WebhookPost>(waiting.errand);
    const auto underWay = m_underWay.insert(
        m_underWay.end(), {waiting.errand.subscription, post, std::chrono::steady_clock::now() + m_patience});
    lock.unlock();
    m_changed.notify_all();

    const QDateTime startedAt = m_clock.now();
    WebhookAnswer answer = post->run();
    answer.startedAt = startedAt;

    lock.lock();
    const bool wasCut = m_ending && answer.status == 0;
    lock.unlock();
    const auto pause = wasCut ? std::nullopt : m_report(waiting.errand.delivery, answer);

    lock.lock();
    if (pause && !underWay->dropped) {
        waiting.due = std::chrono::steady_clock::now() + *pause;
        m_waiting.push_back(std::move(waiting));
    }
    m_underWay.erase(underWay);
    m_changed.notify_all();
}

void WebhookCourier::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending || !m_underWay.empty()) {
        const Instant now = std::chrono::steady_clock::now();
        std::optional<Instant> earliest;
        std::vector<std::shared_ptr<WebhookPost>> late;
        for (const UnderWay& underWay : m_underWay) {
            if (m_ending || underWay.deadline <= now)
                late.push_back(underWay.post);
            else
                earliest = std::min(earliest.value_or(underWay.deadline), underWay.deadline);
        }
        // Cutting may have to wait for a connection to be made, and nobody shall wait for that.
        lock.unlock();
        for (const auto& post : late)
            post->cut();
        lock.lock();
        if (!late.empty())
            m_changed.wait_for(lock, CutAgain);
        else if (earliest)
            m_changed.wait_until(lock, *earliest);
        else if (!m_ending)
            m_changed.wait(lock);
    }
}

} // namespace finhub::sandbox
