#pragma once

#include "core/result.h"
#include "documents/sealedmemory.h"

#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace finhub::documents {

class WorkerPool;
class WorkerProcess;
struct WorkerTask;

/// One task in one worker: its memory, its process and its deadline, whatever the task asks for. GUI thread.
class WorkerRun : public QObject {
    Q_OBJECT

public:
    /// What a worker has left behind, unread.
    struct Answer {
        SealedMemory memory;
        int exitCode;
    };
    /// Called once for every start() that is not stopped; may delete the run.
    using Ended = std::function<void(Result<Answer>)>;

    explicit WorkerRun(Ended ended);
    /// Kills the process.
    ~WorkerRun() override;

    /// Gives the task to a worker, which has its own copy of the bytes then. False when it has ended already,
    /// since no worker can be started at all: the run may be gone by now.
    bool start(WorkerPool& pool, const WorkerTask& task, std::chrono::milliseconds deadline);
    bool isRunning() const { return !m_worker.isNull(); }
    /// Kills the process, if there is one, without a word; start() begins anew.
    void stop();

private:
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void fail(const char* technical);
    void failToStart(const char* technical);
    void end(Result<Answer> result);

    Ended m_ended;
    std::optional<SealedMemory> m_answer;
    QPointer<WorkerProcess> m_worker; ///< the pool's owner's, since it may outlive the run while it dies
    QTimer m_deadline;
};

} // namespace finhub::documents
