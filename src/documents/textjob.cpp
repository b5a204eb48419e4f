#include "documents/textjob.h"

#include "documents/workeranswer.h"

#include <utility>

namespace finhub::documents {

TextJob::TextJob(WorkerRenderer& renderer, WorkerTask task, Call<PageText>& call)
    : WorkerJob(renderer, std::move(task))
    , m_call(call)
{
}

void TextJob::complete(Result<WorkerRun::Answer> answer)
{
    m_call.finish(answer ? readTextAnswer(std::move(answer->memory), answer->exitCode, task())
                         : Result<PageText>(failure(std::move(answer.error()))));
}

void TextJob::completeLater(Error error)
{
    m_call.finishLater(failure(std::move(error)));
}

} // namespace finhub::documents
