#include "documents/workerpool.h"

#include "documents/sealedmemory.h"
#include "documents/workerprocess.h"
#include "documents/workertask.h"

#include <algorithm>
#include <utility>

namespace finhub::documents {

WorkerPool::WorkerPool(QString program, int most, QObject& owner)
    : QObject(&owner)
    , m_program(std::move(program))
    , m_most(most)
    , m_owner(owner)
{
}

WorkerProcess* WorkerPool::give(const WorkerTask& task, const SealedMemory& document,
                                const SealedMemory& answer)
{
    const qsizetype kept = task.request.demand == Demand::Ahead ? 1 : 0;
    while (m_waiting.size() > kept) {
        WorkerProcess* const worker = takeWaiting();
        if (worker->give(task, document, answer)) {
            if (worker->isReady()) // or it may be about to die as those before it
                m_idleDeaths = 0;
            Q_EMIT changed();
            return worker;
        }
        // It had died, and we had not heard of it.
        ++m_idleDeaths;
        worker->end();
    }
    WorkerProcess* const fresh = startOne(&m_owner);
    // Where this fails the process is at its end, which it says by itself.
    static_cast<void>(fresh->give(task, document, answer));
    Q_EMIT changed();
    return fresh;
}

void WorkerPool::refill()
{
    if (m_waiting.size() >= m_most || m_idleDeaths >= MaxIdleDeaths)
        return;
    WorkerProcess* const worker = startOne(this);
    if (!worker->canRun()) {
        m_idleDeaths = MaxIdleDeaths; // nothing will be different in a moment
        worker->end();
        return;
    }
    m_waiting.append(worker);
    connect(worker, &WorkerProcess::ready, this, &WorkerPool::changed);
    connect(worker, &WorkerProcess::finished, this, [this, worker] { onDeath(worker); });
    connect(worker, &WorkerProcess::failedToStart, this, [this, worker] { onDeath(worker); });
}

void WorkerPool::clear()
{
    m_idleDeaths = 0;
    for (WorkerProcess* const worker : std::exchange(m_waiting, {}))
        worker->end();
}

int WorkerPool::ready() const
{
    return static_cast<int>(std::count_if(m_waiting.begin(), m_waiting.end(),
                                          [](const WorkerProcess* worker) { return worker->isReady(); }));
}

WorkerProcess* WorkerPool::startOne(QObject* parent)
{
    auto* const worker = new WorkerProcess(m_program, parent);
    ++m_started;
    worker->start();
    return worker;
}

WorkerProcess* WorkerPool::takeWaiting()
{
    WorkerProcess* const worker = m_waiting.takeFirst();
    worker->disconnect(this);
    worker->setParent(&m_owner);
    return worker;
}

void WorkerPool::onDeath(WorkerProcess* worker)
{
    if (!m_waiting.removeOne(worker))
        return;
    ++m_idleDeaths;
    worker->end();
    Q_EMIT changed();
}

} // namespace finhub::documents
