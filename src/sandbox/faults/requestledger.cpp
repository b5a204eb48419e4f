#include "sandbox/faults/requestledger.h"

#include "sandbox/faults/loopback.h"
#include "sandbox/routes/answer.h"
#include "sandbox/routes/refusal.h"

#include <algorithm>

namespace finhub::sandbox {

namespace {
constexpr qsizetype MaxEntries = 4096;
constexpr qsizetype MaxKeptBytes = 64 * 1024;

bool isDecision(const HttpRequest& request)
{
    return request.method == "POST" && request.path.startsWith("/api/v2.1/verifications/") &&
           request.path.endsWith("/approve");
}

bool isReplayed(const HttpReply& reply)
{
    return std::any_of(reply.headers.begin(), reply.headers.end(),
                       [](const auto& header) { return header.first == "Idempotent-Replayed"; });
}

Json textOrNull(const QByteArray& text)
{
    return text.isEmpty() ? Json() : Json(QString::fromUtf8(text).toStdString());
}
} // namespace

std::optional<HttpReply> RequestLedger::handleTestRoute(const HttpRequest& request)
{
    if (request.path != "/api/v2.1/test/ledger")
        return std::nullopt;
    if (!isLoopback(request.peer))
        return replyOf(notFound(QStringLiteral("route")));
    if (request.method != "GET" && request.method != "DELETE") {
        Refusal refusal = refuse(ErrorWord::MethodNotAllowed);
        refusal.headers.append({QByteArrayLiteral("Allow"), QByteArrayLiteral("GET, DELETE")});
        return replyOf(refusal);
    }
    const std::lock_guard lock(m_mutex);
    if (request.method == "DELETE")
        m_entries.clear();
    Json decisions = Json::array();
    for (const Entry& entry : m_entries)
        decisions.push_back(view(entry));
    Answer answer;
    answer.data = Json{{"decisions", std::move(decisions)}};
    return replyOf(answer);
}

std::optional<qint64> RequestLedger::received(const HttpRequest& request)
{
    if (!isDecision(request))
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    if (m_entries.size() >= MaxEntries)
        m_entries.removeFirst();
    m_entries.append({++m_next, request.path, request.body.left(MaxKeptBytes),
                      request.bodyState == HttpRequest::Body::Whole, request.header("Idempotency-Key"),
                      request.header("If-Match")});
    return m_next;
}

void RequestLedger::answered(std::optional<qint64> place, const HttpReply& reply)
{
    if (!place)
        return;
    const std::lock_guard lock(m_mutex);
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&place](const Entry& one) { return one.place == *place; });
    if (entry == m_entries.end())
        return;
    entry->status = reply.status;
    entry->committed = reply.status >= 200 && reply.status <= 299 && !isReplayed(reply);
}

Json RequestLedger::view(const Entry& entry)
{
    return Json{{"path", textOrNull(entry.path)},
                {"body", textOrNull(entry.body)},
                {"whole", entry.isWhole},
                {"idempotencyKey", textOrNull(entry.idempotencyKey)},
                {"ifMatch", textOrNull(entry.ifMatch)},
                {"status", entry.status},
                {"committed", entry.committed}};
}

} // namespace finhub::sandbox
