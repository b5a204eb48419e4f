#include "documents/pagejob.h"

#include "documents/workeranswer.h"

#include <utility>

namespace finhub::documents {

PageJob::PageJob(WorkerRenderer& renderer, WorkerTask task, Call<RenderedPage>& call)
    : WorkerJob(renderer, std::move(task))
    , m_call(call)
{
}

void PageJob::complete(Result<WorkerRun::Answer> answer)
{
    m_call.finish(answer ? readAnswer(std::move(answer->memory), answer->exitCode, task())
                         : Result<RenderedPage>(failure(std::move(answer.error()))));
}

void PageJob::completeLater(Error error)
{
    m_call.finishLater(failure(std::move(error)));
}

} // namespace finhub::documents
