#include "sandbox/faults/faultplan.h"

#include "sandbox/faults/loopback.h"
#include "sandbox/routes/answer.h"

#include <algorithm>

namespace finhub::sandbox {

std::optional<HttpReply> FaultPlan::handleTestRoute(const HttpRequest& request)
{
    if (request.path != "/api/v2.1/test/faults")
        return std::nullopt;
    if (!isLoopback(request.peer))
        return replyOf(notFound(QStringLiteral("route")));
    const std::lock_guard lock(m_mutex);
    if (request.method == "POST")
        return arm(request);
    if (request.method == "DELETE")
        m_faults.clear();
    if (request.method == "DELETE" || request.method == "GET")
        return list();
    Refusal refusal = refuse(ErrorWord::MethodNotAllowed);
    refusal.headers.append({QByteArrayLiteral("Allow"), QByteArrayLiteral("GET, POST, DELETE")});
    return replyOf(refusal);
}

HttpReply FaultPlan::arm(const HttpRequest& request)
{
    const auto body = parseJsonObject(request.body);
    if (!body)
        return replyOf(refuse(ErrorWord::MalformedJson));
    const auto fault = Fault::fromJson(*body);
    if (!fault)
        return replyOf(fault.error());
    m_faults.append(*fault);
    Answer answer;
    answer.data = fault->view();
    return replyOf(answer);
}

HttpReply FaultPlan::list() const
{
    Json faults = Json::array();
    for (const Fault& fault : m_faults)
        faults.push_back(fault.view());
    Answer answer;
    answer.data = Json{{"faults", faults}};
    return replyOf(answer);
}

std::optional<Fault> FaultPlan::take(const QByteArray& method, const QByteArray& path)
{
    const std::lock_guard lock(m_mutex);
    const auto armed = std::find_if(m_faults.begin(), m_faults.end(),
                                    [&](const Fault& fault) { return fault.matches(method, path); });
    if (armed == m_faults.end())
        return std::nullopt;
    const Fault fault = *armed;
    if (armed->times > 0 && --armed->remaining == 0)
        m_faults.erase(armed);
    return fault;
}

void FaultPlan::wait(std::chrono::milliseconds delay)
{
    std::unique_lock lock(m_mutex);
    m_released.wait_for(lock, delay, [this] { return m_isReleased; });
}

void FaultPlan::release()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isReleased = true;
    }
    m_released.notify_all();
}

} // namespace finhub::sandbox
