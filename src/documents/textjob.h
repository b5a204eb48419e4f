#pragma once

#include "core/call.h"
#include "documents/pagetext.h"
#include "documents/workerrun.h"
#include "documents/workertask.h"

#include <QObject>

#include <chrono>

namespace finhub::documents {

class WorkerPool;

/// Reads the text of one page in a worker process of its own. It is the work behind its call: deleting the
/// call deletes the job, which kills the process.
class TextJob : public QObject {
    Q_OBJECT

public:
    TextJob(WorkerTask task, Call<PageText>& call);

    /// Gives the task to a worker from the event loop.
    void startLater(WorkerPool& pool, std::chrono::milliseconds deadline);
    /// Kills the process, if there is one, and completes the call from the event loop.
    void end(Error error);

private:
    WorkerTask m_task;
    Call<PageText>& m_call; ///< owns this object
    WorkerRun m_run;
};

} // namespace finhub::documents
