#include "documents/workerjob.h"

#include "documents/workerrenderer.h"

#include <utility>

namespace finhub::documents {

WorkerJob::WorkerJob(WorkerRenderer& renderer, WorkerTask task)
    : m_renderer(&renderer)
    , m_task(std::move(task))
    , m_run([this](Result<WorkerRun::Answer> answer) { onEnded(std::move(answer)); })
{
}

WorkerJob::~WorkerJob()
{
    m_run.stop();
    if (m_renderer)
        m_renderer->forget(this);
}

void WorkerJob::start(WorkerPool& pool, std::chrono::milliseconds deadline)
{
    // The worker has its own copy; the cache may let go of this one.
    if (m_run.start(pool, m_task, deadline) && demand() == Demand::Visible)
        m_task.bytes.clear();
}

void WorkerJob::end(Error error)
{
    m_run.stop();
    completeLater(std::move(error));
}

void WorkerJob::onEnded(Result<WorkerRun::Answer> answer)
{
    if (m_renderer)
        m_renderer->forget(this);
    complete(std::move(answer));
    // The call may be gone by now, and this object with it.
}

} // namespace finhub::documents
