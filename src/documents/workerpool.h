#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace finhub::documents {

class SealedMemory;
class WorkerProcess;
struct WorkerTask;

/// Fresh workers that are started before there is anything to do, so that a document needs no process start:
/// each waits for its one document, is given it and is replaced, never used again. GUI thread.
class WorkerPool : public QObject {
    Q_OBJECT

public:
    /// Idle workers that end unasked before this many are replaced no more until a ready one has been used or
    /// the pool cleared: where no worker can live, a new one every few milliseconds helps nobody.
    static constexpr int MaxIdleDeaths = 5;

    /// At most so many wait. Workers in use are children of `owner`, which has to outlive the pool.
    WorkerPool(QString program, int most, QObject& owner);

    /// A worker that has been given this task; `owner`'s child. The one that has waited longest, else one
    /// that is started now. What is wanted ahead leaves the last one to whoever looks on. Where canRun() is
    /// false, it could not even be started.
    WorkerProcess* give(const WorkerTask& task, const SealedMemory& document, const SealedMemory& answer);

    /// Starts one if fewer than `most` wait; ask again at changed().
    void refill();
    /// Ends those that wait.
    void clear();

    /// Workers that wait and have said that they are ready.
    int ready() const;
    /// Those, and the ones that are still starting.
    int waiting() const { return static_cast<int>(m_waiting.size()); }
    /// Processes started in all.
    int started() const { return m_started; }

Q_SIGNALS:
    /// One was taken, got ready, or died while it waited.
    void changed();

private:
    WorkerProcess* startOne(QObject* parent);
    WorkerProcess* takeWaiting();
    void onDeath(WorkerProcess* worker);

    QString m_program;
    int m_most;
    QObject& m_owner;
    QList<WorkerProcess*> m_waiting; ///< children of this
    int m_started = 0;
    int m_idleDeaths = 0;
};

} // namespace finhub::documents
