#pragma once

#include "core/call.h"
#include "documents/pagetext.h"
#include "documents/sealedmemory.h"
#include "documents/workertask.h"

#include <QPointer>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <optional>

namespace finhub::documents {

class WorkerPool;
class WorkerProcess;

/// Reads the text of one page in a worker process of its own. It is the work behind its call: deleting the
/// call deletes the job, which kills the process.
class TextJob : public QObject {
    Q_OBJECT

public:
    TextJob(WorkerTask task, Call<PageText>& call);
    ~TextJob() override;

    /// Gives the task to a worker from the event loop.
    void startLater(WorkerPool& pool, std::chrono::milliseconds deadline);
    /// Kills the process, if there is one, and completes the call from the event loop.
    void end(Error error);

private:
    void start(WorkerPool& pool);
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void onFailedToStart();
    void letGoOfWorker();
    void complete(Result<PageText> result);

    WorkerTask m_task;
    Call<PageText>& m_call; ///< owns this object
    std::optional<SealedMemory> m_answer;
    QPointer<WorkerProcess> m_worker; ///< may outlive the job while it dies
    QTimer m_deadline;
};

} // namespace finhub::documents
