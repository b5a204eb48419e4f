#include "documents/workerrun.h"

#include "documents/documentfault.h"
#include "documents/workerpool.h"
#include "documents/workerprocess.h"
#include "documents/workertask.h"

#include <utility>

namespace finhub::documents {

WorkerRun::WorkerRun(Ended ended)
    : m_ended(std::move(ended))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail("deadline"); });
}

WorkerRun::~WorkerRun()
{
    stop();
}

bool WorkerRun::start(WorkerPool& pool, const WorkerTask& task, std::chrono::milliseconds deadline)
{
    const std::optional<SealedMemory> document = SealedMemory::holding(task.bytes);
    m_answer = SealedMemory::ofSize(task.answerSize());
    if (!document || !m_answer) {
        failToStart("no shared memory");
        return false;
    }
    m_worker = pool.give(task, *document, *m_answer);
    if (!m_worker->canRun()) {
        failToStart("not started");
        return false;
    }
    connect(m_worker, &WorkerProcess::finished, this, &WorkerRun::onFinished);
    connect(m_worker, &WorkerProcess::failedToStart, this, [this] { failToStart("not started"); });
    m_deadline.start(deadline);
    return true;
}

// The process is not waited for: a killed one is gone soon, and its object with it.
void WorkerRun::stop()
{
    m_deadline.stop();
    if (m_worker)
        m_worker->end();
    m_worker.clear();
    m_answer.reset();
}

void WorkerRun::onFinished(int exitCode, QProcess::ExitStatus status)
{
    if (status != QProcess::NormalExit) {
        fail("crashed");
        return;
    }
    Answer answer{std::move(*m_answer), exitCode};
    end(std::move(answer));
}

void WorkerRun::fail(const char* technical)
{
    end(failure(brokenDocument(DocumentFault::WorkerFailed, QLatin1String(technical))));
}

void WorkerRun::failToStart(const char* technical)
{
    end(failure(brokenDocument(DocumentFault::WorkerMissing, QLatin1String(technical))));
}

void WorkerRun::end(Result<Answer> result)
{
    stop();
    const Ended ended = m_ended; // the run may go while it is called
    ended(std::move(result));
}

} // namespace finhub::documents
