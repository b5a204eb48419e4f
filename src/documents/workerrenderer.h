#pragma once

#include "documents/pagerenderer.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <chrono>

namespace finhub::documents {

class TextJob;
class WorkerJob;

/// Renders every page in a worker process of its own (docs/architecture.md, "The document worker"): at most
/// MaxWorkers at a time, the others wait in the order they came. A worker serves one request and is never
/// used again.
///
/// What is rendered ahead waits until nothing visible is left to do, one at a time, and gives its worker up
/// when something visible needs one: its process is killed, and it begins anew later.
///
/// Here is the place for a further ring of walls around the worker (bubblewrap, Landlock) and for workers
/// that are started ahead: both concern only how WorkerJob starts its process.
class WorkerRenderer : public QObject, public PageRenderer {
    Q_OBJECT

public:
    static constexpr int MaxWorkers = 2;
    /// How long a worker may take by the clock on the wall; it limits its own CPU time to less.
    static constexpr std::chrono::milliseconds Deadline = std::chrono::seconds(8);

    /// The worker beside the console, else in the libexec directory of the same installation; where there is
    /// none, the first of the two. Every request then fails with DocumentFault::WorkerMissing.
    static QString programNear(const QString& directory);
    /// programNear() the program that is running.
    static QString defaultProgram();

    explicit WorkerRenderer(QString program = defaultProgram(), std::chrono::milliseconds deadline = Deadline,
                            QObject* parent = nullptr);
    /// Ends what is under way; calls that still exist complete with ErrorKind::SessionEnded.
    ~WorkerRenderer() override;

    CallPtr<RenderedPage> render(const QByteArray& bytes, MimeType kind,
                                 const RenderRequest& request) override;
    void promote(const Call<RenderedPage>& call) override;
    /// In a worker beside those that render: whoever asks does so for one page at a time.
    CallPtr<PageText> text(const QByteArray& bytes, int page, TextDetail detail) override;
    void endAll() override;

    /// Workers at work now, and requests that wait for one.
    int running() const;
    int waiting() const { return static_cast<int>(m_jobs.size()) - running(); }

private:
    friend class WorkerJob;
    void forget(WorkerJob* job);
    void startLater();
    void startNext();
    WorkerJob* nextJob() const;
    void makeRoom();

    QString m_program;
    std::chrono::milliseconds m_deadline;
    QList<QPointer<TextJob>> m_texts; ///< owned by their calls
    QList<WorkerJob*> m_jobs;         ///< owned by their calls; in the order they came
};

} // namespace finhub::documents
