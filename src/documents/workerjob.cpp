#include "documents/workerjob.h"

#include "documents/documentfault.h"
#include "documents/workeranswer.h"
#include "documents/workerpool.h"
#include "documents/workerprocess.h"
#include "documents/workerrenderer.h"

#include <utility>

namespace finhub::documents {

WorkerJob::WorkerJob(WorkerRenderer& renderer, WorkerTask task, Call<RenderedPage>& call)
    : m_renderer(&renderer)
    , m_task(std::move(task))
    , m_call(call)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &WorkerJob::onDeadline);
}

WorkerJob::~WorkerJob()
{
    letGoOfWorker();
    if (m_renderer)
        m_renderer->forget(this);
}

void WorkerJob::start(WorkerPool& pool, std::chrono::milliseconds deadline)
{
    const std::optional<SealedMemory> document = SealedMemory::holding(m_task.bytes);
    m_answer = SealedMemory::ofSize(m_task.answerSize());
    if (!document || !m_answer) {
        complete(failure(brokenDocument(DocumentFault::WorkerMissing, QStringLiteral("no shared memory"))));
        return;
    }

    m_worker = pool.give(m_task, *document, *m_answer);
    if (!m_worker->canRun()) {
        onFailedToStart();
        return;
    }
    if (demand() == Demand::Visible)
        m_task.bytes.clear(); // the worker has its own; the cache may let go of these
    connect(m_worker, &WorkerProcess::finished, this, &WorkerJob::onFinished);
    connect(m_worker, &WorkerProcess::failedToStart, this, &WorkerJob::onFailedToStart);
    m_deadline.start(deadline);
}

void WorkerJob::stop()
{
    letGoOfWorker();
    m_answer.reset();
}

void WorkerJob::end(Error error)
{
    letGoOfWorker();
    m_call.finishLater(failure(std::move(error)));
}

void WorkerJob::onFinished(int exitCode, QProcess::ExitStatus status)
{
    if (status != QProcess::NormalExit) {
        complete(failure(brokenDocument(DocumentFault::WorkerFailed, QStringLiteral("crashed"))));
        return;
    }
    SealedMemory answer = std::move(*m_answer);
    m_answer.reset();
    complete(readAnswer(std::move(answer), exitCode, m_task));
}

void WorkerJob::onFailedToStart()
{
    complete(failure(brokenDocument(DocumentFault::WorkerMissing, QStringLiteral("not started"))));
}

void WorkerJob::onDeadline()
{
    complete(failure(brokenDocument(DocumentFault::WorkerFailed, QStringLiteral("deadline"))));
}

// The process is not waited for: a killed one is gone soon, and its object with it.
void WorkerJob::letGoOfWorker()
{
    m_deadline.stop();
    if (m_worker && m_renderer)
        std::exchange(m_worker, nullptr)->end();
}

void WorkerJob::complete(Result<RenderedPage> result)
{
    letGoOfWorker();
    if (m_renderer)
        m_renderer->forget(this);
    m_call.finish(std::move(result));
    // The call may be gone by now, and this object with it.
}

} // namespace finhub::documents
