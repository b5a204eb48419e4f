#include "models/directoryrequests.h"

#include <algorithm>
#include <utility>

namespace finhub::models {

DirectoryRequests::DirectoryRequests(api::FinHub& finhub, int pageSize, Handlers handlers)
    : m_finhub(finhub)
    , m_pageSize(pageSize)
    , m_handlers(std::move(handlers))
{
}

DirectoryRequests::~DirectoryRequests() = default;

void DirectoryRequests::ask(const DirectoryQuery& query, int page, bool together)
{
    m_asked.erase(page);
    CallPtr<DirectoryPage> call = m_finhub.directory(query, page, m_pageSize);
    call->onFinished(this, [this, page](const Result<DirectoryPage>& result) { onFinished(page, result); });
    m_asked.emplace(page, Asked{std::move(call), together});
    ++m_sent;
}

void DirectoryRequests::askAgain(const DirectoryQuery& query)
{
    const std::map<int, Asked> asked = std::exchange(m_asked, {});
    const Answers kept = std::exchange(m_kept, {});
    for (const auto& [page, former] : asked)
        ask(query, page, former.together);
    for (const auto& [page, former] : kept)
        ask(query, page, true);
}

bool DirectoryRequests::abortOutside(const PageRange& pages)
{
    const auto aborted =
        std::erase_if(m_asked, [&pages](const auto& asked) { return !pages.contains(asked.first); });
    handOver();
    return aborted > 0;
}

void DirectoryRequests::abortAll()
{
    m_asked.clear();
    m_kept.clear();
}

bool DirectoryRequests::hasTogether() const
{
    return std::any_of(m_asked.begin(), m_asked.end(),
                       [](const auto& asked) { return asked.second.together; });
}

PageRange DirectoryRequests::pages() const
{
    return m_asked.empty() ? PageRange{} : PageRange{m_asked.begin()->first, m_asked.rbegin()->first};
}

void DirectoryRequests::onFinished(int page, const Result<DirectoryPage>& result)
{
    const auto asked = m_asked.find(page);
    const bool together = asked->second.together;
    m_asked.erase(asked);
    if (!result) {
        m_handlers.onFailure(page, result.error());
        handOver();
    } else if (together) {
        m_kept.insert_or_assign(page, *result);
        handOver();
    } else {
        m_handlers.onAnswers({{page, *result}});
    }
}

void DirectoryRequests::handOver()
{
    if (!m_kept.empty() && !hasTogether())
        m_handlers.onAnswers(std::exchange(m_kept, {}));
}

} // namespace finhub::models
