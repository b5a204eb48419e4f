#include "documents/workerrenderer.h"

#include "documents/textjob.h"
#include "documents/workerjob.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <utility>

namespace finhub::documents {

QString WorkerRenderer::programNear(const QString& directory)
{
    const QString beside = directory + QStringLiteral("/finhub-document-worker");
    const QString installed = directory + QStringLiteral("/../libexec/finhub-console/finhub-document-worker");
    return !QFileInfo(beside).isExecutable() && QFileInfo(installed).isExecutable() ? installed : beside;
}

QString WorkerRenderer::defaultProgram()
{
    return programNear(QCoreApplication::applicationDirPath());
}

WorkerRenderer::WorkerRenderer(QString program, std::chrono::milliseconds deadline, QObject* parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_deadline(deadline)
{
}

WorkerRenderer::~WorkerRenderer()
{
    WorkerRenderer::endAll();
    // All of them have been killed; this only collects them.
    const QList<QProcess*> dying = findChildren<QProcess*>();
    for (QProcess* const process : dying)
        process->waitForFinished();
}

CallPtr<RenderedPage> WorkerRenderer::render(const QByteArray& bytes, MimeType kind,
                                             const RenderRequest& request)
{
    auto call = std::make_unique<Call<RenderedPage>>();
    auto job = std::make_unique<WorkerJob>(*this, WorkerTask{bytes, kind, request}, *call);
    m_jobs.append(job.get());
    call->setWork(std::move(job));
    startLater();
    return call;
}

void WorkerRenderer::promote(const Call<RenderedPage>& call)
{
    for (WorkerJob* const job : std::as_const(m_jobs)) {
        if (job->isFor(call))
            job->promote();
    }
    startLater();
}

CallPtr<PageText> WorkerRenderer::text(const QByteArray& bytes, int page, TextDetail detail)
{
    auto call = std::make_unique<Call<PageText>>();
    auto job =
        std::make_unique<TextJob>(WorkerTask{bytes, MimeType::Pdf, {.page = page, .box = {}}, detail}, *call);
    m_texts.removeIf([](const QPointer<TextJob>& gone) { return gone.isNull(); });
    m_texts.append(job.get());
    job->startLater(*this, m_program, m_deadline);
    call->setWork(std::move(job));
    return call;
}

void WorkerRenderer::endAll()
{
    const QList<QPointer<TextJob>> texts = std::exchange(m_texts, {});
    for (const QPointer<TextJob>& job : texts) {
        if (job)
            job->end(Error::of(ErrorKind::SessionEnded));
    }
    const QList<WorkerJob*> jobs = std::exchange(m_jobs, {});
    for (WorkerJob* const job : jobs)
        job->end(Error::of(ErrorKind::SessionEnded));
}

int WorkerRenderer::running() const
{
    return static_cast<int>(
        std::count_if(m_jobs.begin(), m_jobs.end(), [](const WorkerJob* job) { return job->isRunning(); }));
}

void WorkerRenderer::forget(WorkerJob* job)
{
    if (m_jobs.removeOne(job))
        startLater();
}

// From the event loop, so that no call completes inside render().
void WorkerRenderer::startLater()
{
    QMetaObject::invokeMethod(this, &WorkerRenderer::startNext, Qt::QueuedConnection);
}

void WorkerRenderer::startNext()
{
    WorkerJob* const next = nextJob();
    if (!next)
        return;
    if (running() >= MaxWorkers)
        makeRoom();
    if (running() < MaxWorkers)
        next->start(m_program, m_deadline);
}

WorkerJob* WorkerRenderer::nextJob() const
{
    const auto firstWaiting = [this](Demand demand) {
        const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [demand](const WorkerJob* job) {
            return !job->isRunning() && job->demand() == demand;
        });
        return found == m_jobs.end() ? nullptr : *found;
    };
    if (WorkerJob* const visible = firstWaiting(Demand::Visible))
        return visible;
    return running() == 0 ? firstWaiting(Demand::Ahead) : nullptr;
}

// Nothing visible has to wait for what nobody looks at.
void WorkerRenderer::makeRoom()
{
    const auto ahead = std::find_if(m_jobs.begin(), m_jobs.end(), [](const WorkerJob* job) {
        return job->isRunning() && job->demand() == Demand::Ahead;
    });
    if (ahead != m_jobs.end())
        (*ahead)->stop();
}

} // namespace finhub::documents
