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

} // namespace finhub::documents
