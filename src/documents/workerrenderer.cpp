#include "documents/workerrenderer.h"

#include "documents/workeranswer.h"
#include "documents/workerjobof.h"
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

template <typename T>
CallPtr<T> WorkerRenderer::ask(WorkerTask task, Result<T> (*read)(SealedMemory, int, const WorkerTask&))
{
    auto call = std::make_unique<Call<T>>();
    auto job = std::make_unique<WorkerJobOf<T>>(*this, std::move(task), *call, read);
    m_jobs.append(job.get());
    call->setWork(std::move(job));
    m_wanted = true;
    startLater();
    return call;
}

CallPtr<RenderedPage> WorkerRenderer::render(const QByteArray& bytes, MimeType kind,
                                             const RenderRequest& request)
{
    return ask(WorkerTask{bytes, kind, request}, readAnswer);
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

CallPtr<PageText> WorkerRenderer::text(const QByteArray& bytes, int page, TextDetail detail)
{
    return ask(WorkerTask{bytes, MimeType::Pdf, {.page = page, .box = {}}, detail}, readTextAnswer);
}

CallPtr<ZoneText> WorkerRenderer::readZone(const QByteArray& bytes, MimeType kind, const ZoneRequest& request)
{
    if (!QFileInfo(m_zoneReader).isExecutable())
        return PageRenderer::readZone(bytes, kind, request);
    WorkerTask task{bytes, kind, {.page = request.page, .box = request.box, .region = request.region}};
    task.zone = request.quarters;
    return ask(std::move(task), readZoneAnswer);
}

void WorkerRenderer::endAll()
{
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
        next->start(next->isZone() ? m_zonePool : m_pool, m_deadline);
}

WorkerJob* WorkerRenderer::nextJob() const
{
    const auto firstWaiting = [this](Demand demand, bool reading) {
        const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [=](const WorkerJob* job) {
            return !job->isRunning() && job->demand() == demand && job->isReading() == reading;
        });
        return found == m_jobs.end() ? nullptr : *found;
    };
    if (WorkerJob* const visible = firstWaiting(Demand::Visible, false))
        return visible;
    const bool reads = std::any_of(m_jobs.begin(), m_jobs.end(),
                                   [](const WorkerJob* job) { return job->isReading() && job->isRunning(); });
    if (WorkerJob* const reading = reads ? nullptr : firstWaiting(Demand::Visible, true))
        return reading;
    return running() == 0 ? firstWaiting(Demand::Ahead, false) : nullptr;
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
