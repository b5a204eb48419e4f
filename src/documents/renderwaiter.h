#pragma once

#include "documents/documentservice.h"
#include "documents/visiblework.h"

#include <QPointer>

#include <memory>

namespace finhub::documents {

class PendingRender;

/// One of those who wait for a PendingRender: the work behind their call.
class RenderWaiter : public QObject {
    Q_OBJECT

public:
    RenderWaiter(PendingRender& render, Call<RenderedPage>& call);
    ~RenderWaiter() override;

    /// Counts as somebody who looks on until the wait is over.
    void mark(VisibleWork& visible);
    /// The wait is over: completes the call, now or from the event loop. This object may be gone when the
    /// first of them returns.
    void finish(const Result<RenderedPage>& result);
    void finishLater(const Error& error);

private:
    QPointer<PendingRender> m_render;
    Call<RenderedPage>& m_call; ///< owns this object
    std::unique_ptr<VisibleWork::Mark> m_mark;
};

} // namespace finhub::documents
