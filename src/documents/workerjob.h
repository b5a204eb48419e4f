#pragma once

#include "documents/documentservice.h"
#include "documents/workerrun.h"
#include "documents/workertask.h"

#include <QPointer>

#include <chrono>

namespace finhub::documents {

class WorkerPool;
class WorkerRenderer;

/// One task on its way through one worker process: waiting, running, then done. It is the work behind its
/// call: deleting the call deletes the job, which kills the process or leaves the queue.
class WorkerJob : public QObject {
    Q_OBJECT

public:
    WorkerJob(WorkerRenderer& renderer, WorkerTask task);
    ~WorkerJob() override;

    /// Gives the task to a worker. Never completes the call before it returns to the event loop, unless no
    /// worker can be started at all.
    void start(WorkerPool& pool, std::chrono::milliseconds deadline);
    bool isRunning() const { return m_run.isRunning(); }
    /// Kills the process; the job waits again and can be started anew. Only for what is made ahead.
    void stop() { m_run.stop(); }

    Demand demand() const { return m_task.request.demand; }
    void promote() { m_task.request.demand = Demand::Visible; }
    /// Whether it asks for something else than pixels.
    bool isReading() const { return m_task.text || isZone(); }
    bool isZone() const { return m_task.zone.has_value(); }
    /// Its call.
    virtual bool isFor(const QObject& call) const = 0;

    /// Kills the process, if there is one, and completes the call from the event loop.
    void end(Error error);

protected:
    const WorkerTask& task() const { return m_task; }

private:
    /// Reads the answer and completes the call, which may delete this object.
    virtual void complete(Result<WorkerRun::Answer> answer) = 0;
    virtual void completeLater(Error error) = 0;
    void onEnded(Result<WorkerRun::Answer> answer);

    QPointer<WorkerRenderer> m_renderer;
    WorkerTask m_task;
    WorkerRun m_run;
};

} // namespace finhub::documents
