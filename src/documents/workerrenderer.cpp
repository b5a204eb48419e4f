#include "documents/workerrenderer.h"

#include "documents/readingjob.h"
#include "documents/workeranswer.h"
#include "documents/workerjob.h"
#include "documents/zoneanswer.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace finhub::documents {

namespace {
QString readerBeside(const QString& worker)
{
    return QFileInfo(worker).path() + QStringLiteral("/finhub-zone-reader");
}
} // namespace

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

WorkerRenderer::WorkerRenderer(const QString& program, std::chrono::milliseconds deadline, int mostReady,
                               QObject* parent)
    : QObject(parent)
    , m_pool(*new WorkerPool(program, mostReady, *this))
    , m_deadline(deadline)
    , m_zoneReader(readerBeside(program))
    , m_zonePool(*new WorkerPool(m_zoneReader, 0, *this))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(&m_rest, &QTimer::timeout, this, &WorkerRenderer::refill);
    connect(&m_pool, &WorkerPool::changed, this, &WorkerRenderer::rest);
}

WorkerRenderer::~WorkerRenderer()
{
    WorkerRenderer::endAll();
    // All of them have been killed; ~QObject only collects them.
}

CallPtr<RenderedPage> WorkerRenderer::render(const QByteArray& bytes, MimeType kind,
                                             const RenderRequest& request)
{
    auto call = std::make_unique<Call<RenderedPage>>();
    auto job = std::make_unique<WorkerJob>(*this, WorkerTask{bytes, kind, request}, *call);
    m_jobs.append(job.get());
    call->setWork(std::move(job));
    m_wanted = true;
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

// From the event loop: starting a process takes a moment of the GUI thread.
void WorkerRenderer::getReady()
{
    m_wanted = true;
    QMetaObject::invokeMethod(this, &WorkerRenderer::refill, Qt::QueuedConnection);
}

template <typename T>
void WorkerRenderer::startReading(std::unique_ptr<ReadingJob> job, Call<T>& call, WorkerPool& pool)
{
    m_readings.removeIf([](const QPointer<ReadingJob>& gone) { return gone.isNull(); });
    m_readings.append(job.get());
    job->startLater(pool, m_deadline);
    call.setWork(std::move(job));
}

CallPtr<PageText> WorkerRenderer::text(const QByteArray& bytes, int page, TextDetail detail)
{
    auto call = std::make_unique<Call<PageText>>();
    m_wanted = true;
    startReading(std::make_unique<ReadingJobOf<PageText>>(
                     WorkerTask{bytes, MimeType::Pdf, {.page = page, .box = {}}, detail}, *call, readTextAnswer),
                 *call, m_pool);
    return call;
}

CallPtr<ZoneText> WorkerRenderer::readZone(const QByteArray& bytes, MimeType kind, const ZoneRequest& request)
{
    if (!QFileInfo(m_zoneReader).isExecutable())
        return PageRenderer::readZone(bytes, kind, request);
    auto call = std::make_unique<Call<ZoneText>>();
    WorkerTask task{bytes, kind, {.page = request.page, .box = request.box, .region = request.region}};
    task.zone = request.quarters;
    startReading(std::make_unique<ReadingJobOf<ZoneText>>(std::move(task), *call, readZoneAnswer), *call,
                 m_zonePool);
    return call;
}

void WorkerRenderer::endAll()
{
    const QList<QPointer<ReadingJob>> readings = std::exchange(m_readings, {});
    for (const QPointer<ReadingJob>& job : readings) {
        if (job)
            job->end(Error::of(ErrorKind::SessionEnded));
    }
    const QList<WorkerJob*> jobs = std::exchange(m_jobs, {});
    for (WorkerJob* const job : jobs)
        job->end(Error::of(ErrorKind::SessionEnded));
    m_wanted = false;
    m_rest.stop();
    m_pool.clear();
}

int WorkerRenderer::running() const
{
    return static_cast<int>(
        std::count_if(m_jobs.begin(), m_jobs.end(), [](const WorkerJob* job) { return job->isRunning(); }));
}

void WorkerRenderer::forget(WorkerJob* job)
{
    if (!m_jobs.removeOne(job))
        return;
    startLater();
    rest();
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
        next->start(m_pool, m_deadline);
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

bool WorkerRenderer::isVisibleWork() const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(),
                       [](const WorkerJob* job) { return job->demand() == Demand::Visible; });
}

void WorkerRenderer::rest()
{
    if (m_wanted)
        m_rest.start();
}

// One at a time; when it is ready the pool tells, and the next one follows.
void WorkerRenderer::refill()
{
    if (m_wanted && !isVisibleWork())
        m_pool.refill();
}

} // namespace finhub::documents
