#include "models/directoryrequests.h"

#include <algorithm>

namespace finhub::models {

DirectoryRequests::DirectoryRequests(api::FinHub& finhub, int pageSize, Handler handler)
    : m_finhub(finhub)
    , m_pageSize(pageSize)
    , m_handler(std::move(handler))
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
    const std::map<int, Asked> former = std::exchange(m_asked, {});
    for (const auto& [page, asked] : former)
        ask(query, page, asked.together);
}

bool DirectoryRequests::abortOutside(int firstPage, int lastPage)
{
    return std::erase_if(m_asked, [firstPage, lastPage](const auto& asked) {
               return asked.first < firstPage || asked.first > lastPage;
           }) > 0;
}

bool DirectoryRequests::hasTogether() const
{
    return std::any_of(m_asked.begin(), m_asked.end(),
                       [](const auto& asked) { return asked.second.together; });
}

void DirectoryRequests::onFinished(int page, const Result<DirectoryPage>& result)
{
    const auto asked = m_asked.find(page);
    const bool together = asked->second.together;
    m_asked.erase(asked);
    m_handler(page, together, result);
}

} // namespace finhub::models
