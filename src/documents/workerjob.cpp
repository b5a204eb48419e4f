#include "documents/workerjob.h"

#include "documents/documentfault.h"
#include "documents/workeranswer.h"
#include "documents/workerlaunch.h"
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
    letGoOfProcess();
    if (m_renderer)
        m_renderer->forget(this);
}

void WorkerJob::start(const QString& program, std::chrono::milliseconds deadline)
{
    const std::optional<SealedMemory> document = SealedMemory::holding(m_task.bytes);
    m_answer = SealedMemory::ofSize(m_task.answerSize());
    if (!document || !m_answer) {
        complete(failure(brokenDocument(DocumentFault::WorkerMissing, QStringLiteral("no shared memory"))));
        return;
    }

    if (demand() == Demand::Visible)
        m_task.bytes.clear(); // the worker has its own; the cache may let go of these

    m_process = new QProcess(m_renderer);
    prepareWorker(*m_process, program, m_task.arguments(), document->fd(), m_answer->fd());
    connect(m_process, &QProcess::finished, this, &WorkerJob::onFinished);
    connect(m_process, &QProcess::errorOccurred, this, &WorkerJob::onErrorOccurred);
    m_deadline.start(deadline);
    launchWorker(*m_process);
}

void WorkerJob::stop()
{
    letGoOfProcess();
    m_answer.reset();
}

void WorkerJob::end(Error error)
{
    letGoOfProcess();
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

void WorkerJob::onErrorOccurred(QProcess::ProcessError error)
{
    // A crash is reported by finished() as well; there are no channels that could fail.
    if (error == QProcess::FailedToStart)
        complete(failure(brokenDocument(DocumentFault::WorkerMissing, QStringLiteral("not started"))));
}

void WorkerJob::onDeadline()
{
    complete(failure(brokenDocument(DocumentFault::WorkerFailed, QStringLiteral("deadline"))));
}

// The process is not waited for: a killed one is gone soon, and its QProcess with it.
void WorkerJob::letGoOfProcess()
{
    m_deadline.stop();
    if (!m_process || !m_renderer)
        return;
    QProcess* const process = std::exchange(m_process, nullptr);
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::errorOccurred, process, &QObject::deleteLater);
    process->kill();
}

void WorkerJob::complete(Result<RenderedPage> result)
{
    letGoOfProcess();
    if (m_renderer)
        m_renderer->forget(this);
    m_call.finish(std::move(result));
    // The call may be gone by now, and this object with it.
}

} // namespace finhub::documents
