#pragma once

#include "documents/pagerenderer.h"
#include "documents/workerpool.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace finhub::documents {

class SealedMemory;
class WorkerJob;
struct WorkerTask;

/// Renders every page in a worker process of its own (docs/architecture.md, "The document worker"), and reads
/// its text or a zone of it in another: at most MaxWorkers at a time, the others wait in the order they came, readings behind the
/// pages that somebody looks at and one at a time, so that a page never waits for two readings. A worker serves
/// one request and is never used again; up to MaxReady wait for theirs (WorkerPool), and are replaced while
/// nothing visible is left to do.
///
/// What is rendered ahead waits until nothing visible is left to do, one at a time, and gives its worker up
/// when something visible needs one: its process is killed, and it begins anew later.
class WorkerRenderer : public QObject, public PageRenderer {
    Q_OBJECT

public:
    static constexpr int MaxWorkers = 2;
    static constexpr int MaxReady = 2;
    /// How long nothing visible must have been under way before another worker is started ahead: whatever was
    /// wanted is on the screen by then.
    static constexpr std::chrono::milliseconds Rest = std::chrono::milliseconds(30);
    /// How long a worker may take by the clock on the wall; it limits its own CPU time to less.
    static constexpr std::chrono::milliseconds Deadline = std::chrono::seconds(8);

    /// The worker beside the console, else in the libexec directory of the same installation; where there is
    /// none, the first of the two. Every request then fails with DocumentFault::WorkerMissing.
    static QString programNear(const QString& directory);
    /// programNear() the program that is running.
    static QString defaultProgram();

    explicit WorkerRenderer(const QString& program = defaultProgram(),
                            std::chrono::milliseconds deadline = Deadline, int mostReady = MaxReady,
                            QObject* parent = nullptr);
    /// Ends what is under way; calls that still exist complete with ErrorKind::SessionEnded.
    ~WorkerRenderer() override;

    CallPtr<RenderedPage> render(const QByteArray& bytes, MimeType kind,
                                 const RenderRequest& request) override;
    void promote(const Call<RenderedPage>& call) override;
    void getReady() override;
    CallPtr<PageText> text(const QByteArray& bytes, int page, TextDetail detail) override;
    /// In the reader of zones beside the worker, which is a worker with more in it, and behind the same walls.
    /// Where it was not built or cannot start, with ErrorKind::NotOffered.
    CallPtr<ZoneText> readZone(const QByteArray& bytes, MimeType kind, const ZoneRequest& request) override;
    /// Those that wait for a document end as well; new ones are started when there is a document again.
    void endAll() override;

    /// Workers at work now, and requests that wait for one.
    int running() const;
    int waiting() const { return static_cast<int>(m_jobs.size()) - running(); }
    const WorkerPool& pool() const { return m_pool; }

private:
    friend class WorkerJob;
    template <typename T>
    CallPtr<T> ask(WorkerTask task, Result<T> (*read)(SealedMemory, int, const WorkerTask&));
    void forget(WorkerJob* job);
    void startLater();
    void startNext();
    WorkerJob* nextJob() const;
    void makeRoom();
    bool isVisibleWork() const;
    void rest();
    void refill();

    WorkerPool& m_pool; ///< a child; it goes after the jobs
    QTimer m_rest;
    bool m_wanted = false; ///< there are documents at hand, so workers will be needed
    std::chrono::milliseconds m_deadline;
    QString m_zoneReader;     ///< the program
    WorkerPool& m_zonePool;   ///< a child; none of its workers waits
    QList<WorkerJob*> m_jobs; ///< owned by their calls; in the order they came
};

} // namespace finhub::documents
