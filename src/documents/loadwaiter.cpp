#include "documents/loadwaiter.h"

#include "documents/pendingload.h"

#include <utility>

namespace finhub::documents {

LoadWaiter::LoadWaiter(PendingLoad& load, Call<LoadedDocument>& call, Document document)
    : m_load(&load)
    , m_call(call)
    , m_document(std::move(document))
{
}

LoadWaiter::~LoadWaiter()
{
    if (m_load)
        m_load->leave(this);
}

void LoadWaiter::mark(VisibleWork& visible)
{
    m_mark = std::make_unique<VisibleWork::Mark>(visible);
}

void LoadWaiter::finish(Result<LoadedDocument> result)
{
    m_mark.reset();
    m_call.finish(std::move(result));
}

void LoadWaiter::finishLater(Result<LoadedDocument> result)
{
    m_mark.reset();
    m_call.finishLater(std::move(result));
}

} // namespace finhub::documents
