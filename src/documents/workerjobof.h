#pragma once

#include "core/call.h"
#include "documents/workerjob.h"

#include <utility>

namespace finhub::documents {

/// The job for an answer of this kind, which `Read` checks.
template <typename T>
class WorkerJobOf final : public WorkerJob {
public:
    using Read = Result<T> (*)(SealedMemory memory, int exitCode, const WorkerTask& task);

    WorkerJobOf(WorkerRenderer& renderer, WorkerTask task, Call<T>& call, Read read)
        : WorkerJob(renderer, std::move(task))
        , m_call(call)
        , m_read(read)
    {
    }

    bool isFor(const QObject& call) const override { return &m_call == &call; }

private:
    void complete(Result<WorkerRun::Answer> answer) override
    {
        m_call.finish(answer ? m_read(std::move(answer->memory), answer->exitCode, task())
                             : Result<T>(failure(std::move(answer.error()))));
    }
    void completeLater(Error error) override { m_call.finishLater(failure(std::move(error))); }

    Call<T>& m_call; ///< owns this object
    Read m_read;
};

} // namespace finhub::documents
