#include "documents/textjob.h"

#include "documents/workeranswer.h"
#include "documents/workerpool.h"

#include <QPointer>

#include <utility>

namespace finhub::documents {

TextJob::TextJob(WorkerTask task, Call<PageText>& call)
    : m_task(std::move(task))
    , m_call(call)
    , m_run([this](Result<WorkerRun::Answer> answer) {
        m_call.finish(answer ? readTextAnswer(std::move(answer->memory), answer->exitCode, m_task)
                             : Result<PageText>(failure(std::move(answer.error()))));
        // The call may be gone by now, and this object with it.
    })
{
}

void TextJob::startLater(WorkerPool& pool, std::chrono::milliseconds deadline)
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

void TextJob::end(Error error)
{
    m_run.stop();
    m_call.finishLater(failure(std::move(error)));
}

} // namespace finhub::documents
