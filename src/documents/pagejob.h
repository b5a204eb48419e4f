#pragma once

#include "core/call.h"
#include "documents/workerjob.h"

namespace finhub::documents {

/// Renders one page.
class PageJob : public WorkerJob {
    Q_OBJECT

public:
    PageJob(WorkerRenderer& renderer, WorkerTask task, Call<RenderedPage>& call);

    bool isFor(const QObject& call) const override { return &m_call == &call; }

private:
    void complete(Result<WorkerRun::Answer> answer) override;
    void completeLater(Error error) override;

    Call<RenderedPage>& m_call; ///< owns this object
};

} // namespace finhub::documents
