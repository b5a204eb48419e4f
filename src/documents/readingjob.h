#pragma once

#include "core/call.h"
#include "documents/sealedmemory.h"
#include "documents/workerpool.h"
#include "documents/workerrun.h"
#include "documents/workertask.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <utility>

namespace finhub::documents {

/// Asks for something else than pixels, in a worker process of its own. It is the work behind its call: deleting
/// the call deletes the job, which kills the process.
class ReadingJob : public QObject {
public:
    using QObject::QObject;
    /// Gives the task to a worker from the event loop.
    virtual void startLater(WorkerPool& pool, std::chrono::milliseconds deadline) = 0;
    /// Kills the process, if there is one, and completes the call from the event loop.
    virtual void end(Error error) = 0;
};

/// The job for an answer of this kind, which `read` checks.
template <typename T>
class ReadingJobOf final : public ReadingJob {
public:
    using Read = Result<T> (*)(SealedMemory memory, int exitCode, const WorkerTask& task);

    ReadingJobOf(WorkerTask task, Call<T>& call, Read read)
        : m_task(std::move(task))
        , m_call(call)
        , m_run([this, read](Result<WorkerRun::Answer> answer) {
            m_call.finish(answer ? read(std::move(answer->memory), answer->exitCode, m_task)
                                 : Result<T>(failure(std::move(answer.error()))));
            // The call may be gone by now, and this object with it.
        })
    {
    }

    void startLater(WorkerPool& pool, std::chrono::milliseconds deadline) override
    {
        // In the context of both: neither is there any more when the other has gone.
        QMetaObject::invokeMethod(
            this,
            [this, workers = QPointer<WorkerPool>(&pool), deadline] {
                if (workers && !m_call.isFinished() && m_run.start(*workers, m_task, deadline))
                    m_task.bytes.clear(); // the worker has its own
            },
            Qt::QueuedConnection);
    }

    void end(Error error) override
    {
        m_run.stop();
        m_call.finishLater(failure(std::move(error)));
    }

private:
    WorkerTask m_task;
    Call<T>& m_call; ///< owns this object
    WorkerRun m_run;
};

} // namespace finhub::documents
