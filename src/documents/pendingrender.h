#pragma once

#include "documents/pagerenderer.h"
#include "documents/visiblework.h"

#include <QList>
#include <QObject>

namespace finhub::documents {

class RenderWaiter;

/// One page on its way through the renderer: asked for once, for everybody who wants it meanwhile. Ends when
/// it is there, when it fails, or when the last of them has lost interest; then it says done() once.
class PendingRender : public QObject {
    Q_OBJECT

public:
    PendingRender(LoadedDocument document, RenderRequest request);
    ~PendingRender() override;

    bool isStarted() const { return m_call != nullptr; }
    void start(PageRenderer& renderer);
    /// Somebody looks at it now.
    void promote(PageRenderer& renderer);
    /// Completes the call with the others, and counts it as visible where `visible` is given. Deleting the
    /// call leaves again.
    void join(Call<RenderedPage>& call, VisibleWork* visible);
    /// Lets go of the renderer and completes everybody's call from the event loop.
    void end(const Error& error);

Q_SIGNALS:
    /// The page is there; the image may be exchanged for one that is to be handed out instead.
    void arrived(finhub::documents::RenderedPage& page);
    /// There is nothing left to do.
    void done();

private:
    friend class RenderWaiter;
    void leave(RenderWaiter* waiter);
    void onRendered(const Result<RenderedPage>& result);

    LoadedDocument m_document;
    RenderRequest m_request;
    CallPtr<RenderedPage> m_call;
    QList<RenderWaiter*> m_waiters; ///< owned by their calls
};

} // namespace finhub::documents
