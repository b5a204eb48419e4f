#include "documents/textjob.h"

#include "documents/documentfault.h"
#include "documents/workeranswer.h"
#include "documents/workerpool.h"
#include "documents/workerprocess.h"

#include <utility>

namespace finhub::documents {

TextJob::TextJob(WorkerTask task, Call<PageText>& call)
    : m_task(std::move(task))
    , m_call(call)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        complete(failure(brokenDocument(DocumentFault::WorkerFailed, QStringLiteral("deadline"))));
    });
}

TextJob::~TextJob()
{
    letGoOfWorker();
}

void TextJob::startLater(WorkerPool& pool, std::chrono::milliseconds deadline)
{
    m_deadline.setInterval(deadline);
    // In the context of both: neither is there any more when the other has gone.
    QMetaObject::invokeMethod(
        this,
        [this, workers = QPointer<WorkerPool>(&pool)] {
            if (workers && !m_call.isFinished())
                start(*workers);
        },
        Qt::QueuedConnection);
}

void TextJob::start(WorkerPool& pool)
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
    m_task.bytes.clear(); // the worker has its own
    connect(m_worker, &WorkerProcess::finished, this, &TextJob::onFinished);
    connect(m_worker, &WorkerProcess::failedToStart, this, &TextJob::onFailedToStart);
    m_deadline.start();
}

void TextJob::end(Error error)
{
    letGoOfWorker();
    m_call.finishLater(failure(std::move(error)));
}

void TextJob::onFinished(int exitCode, QProcess::ExitStatus status)
{
    if (status != QProcess::NormalExit) {
        complete(failure(brokenDocument(DocumentFault::WorkerFailed, QStringLiteral("crashed"))));
        return;
    }
    SealedMemory answer = std::move(*m_answer);
    m_answer.reset();
    complete(readTextAnswer(std::move(answer), exitCode, m_task));
}

void TextJob::onFailedToStart()
{
    complete(failure(brokenDocument(DocumentFault::WorkerMissing, QStringLiteral("not started"))));
}

// The process is not waited for: a killed one is gone soon, and its object with it.
void TextJob::letGoOfWorker()
{
    m_deadline.stop();
    if (!m_worker)
        return;
    m_worker->end();
    m_worker.clear();
}

void TextJob::complete(Result<PageText> result)
{
    letGoOfWorker();
    m_call.finish(std::move(result));
    // The call may be gone by now, and this object with it.
}

} // namespace finhub::documents
