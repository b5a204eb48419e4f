#include "documents/pendingrender.h"

#include "documents/renderwaiter.h"

#include <QPointer>

#include <utility>

namespace finhub::documents {

PendingRender::PendingRender(LoadedDocument document, RenderRequest request)
    : m_document(std::move(document))
    , m_request(request)
{
}

PendingRender::~PendingRender() = default;

void PendingRender::start(PageRenderer& renderer)
{
    m_call = renderer.render(m_document.bytes, m_document.kind, m_request);
    m_document = {}; // the renderer has what it needs
    m_call->onFinished(this, [this](const Result<RenderedPage>& result) { onRendered(result); });
}

void PendingRender::promote(PageRenderer& renderer)
{
    if (m_request.demand == Demand::Visible)
        return;
    m_request.demand = Demand::Visible;
    if (m_call)
        renderer.promote(*m_call);
}

void PendingRender::join(Call<RenderedPage>& call, VisibleWork* visible)
{
    auto waiter = std::make_unique<RenderWaiter>(*this, call);
    RenderWaiter* const joined = waiter.get();
    m_waiters.append(joined);
    call.setWork(std::move(waiter));
    // Whoever hears of it lets go of what was asked for ahead, which may be this very page.
    if (visible)
        joined->mark(*visible);
}

void PendingRender::end(const Error& error)
{
    m_call.reset();
    const QList<RenderWaiter*> waiters = std::exchange(m_waiters, {});
    for (RenderWaiter* const waiter : waiters)
        waiter->finishLater(error);
    Q_EMIT done();
}

void PendingRender::leave(RenderWaiter* waiter)
{
    if (!m_waiters.removeOne(waiter) || !m_waiters.isEmpty())
        return;
    m_call.reset();
    Q_EMIT done();
}

void PendingRender::onRendered(const Result<RenderedPage>& rendered)
{
    Result<RenderedPage> result = rendered;
    if (result)
        Q_EMIT arrived(*result);

    // From here on handlers run, which may delete calls, this object, or whatever they like.
    QList<QPointer<RenderWaiter>> waiters;
    for (RenderWaiter* const waiter : std::exchange(m_waiters, {}))
        waiters.append(waiter);
    Q_EMIT done();
    for (const QPointer<RenderWaiter>& waiter : std::as_const(waiters)) {
        if (waiter)
            waiter->finish(result);
    }
}

} // namespace finhub::documents
