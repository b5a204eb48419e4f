#include "documents/renderwaiter.h"

#include "documents/pendingrender.h"

#include <utility>

namespace finhub::documents {

RenderWaiter::RenderWaiter(PendingRender& render, Call<RenderedPage>& call)
    : m_render(&render)
    , m_call(call)
{
}

RenderWaiter::~RenderWaiter()
{
    if (m_render)
        m_render->leave(this);
}

void RenderWaiter::mark(VisibleWork& visible)
{
    m_mark = std::make_unique<VisibleWork::Mark>(visible);
}

void RenderWaiter::finish(const Result<RenderedPage>& result)
{
    m_mark.reset();
    m_call.finish(result);
}

void RenderWaiter::finishLater(const Error& error)
{
    m_mark.reset();
    m_call.finishLater(failure(error));
}

} // namespace finhub::documents
