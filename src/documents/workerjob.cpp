#include "documents/workerjob.h"

#include "documents/documentfault.h"
#include "documents/workeranswer.h"
#include "documents/workerprotocol.h"
#include "documents/workerrenderer.h"

#include <linux/close_range.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <utility>

namespace finhub::documents {

namespace {

// The environment of the worker: nothing of the console's. It is not quite empty because QProcess passes the
// own one on when it is.
QProcessEnvironment workerEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    return environment;
}

// What the worker writes to standard error leads nowhere, except for the reports of sanitizers.
void launch(QProcess& process)
{
#ifdef FINHUB_SANITIZED
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QIODevice::ReadOnly);
#else
    process.start(QIODevice::NotOpen);
#endif
}

// Between fork and exec: system calls only. Descriptors are marked rather than closed, since QProcess reports
// a failing exec through one of them.
void handOver(int documentFd, int answerFd)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (dup2(documentFd, DocumentFd) < 0 || dup2(answerFd, AnswerFd) < 0 ||
        close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) != 0)
        _exit(static_cast<int>(WorkerExit::BadRequest));
}

} // namespace

WorkerJob::WorkerJob(WorkerRenderer& renderer, WorkerTask task, Call<RenderedPage>& call)
    : m_renderer(&renderer)
    , m_task(std::move(task))
    , m_call(call)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &WorkerJob::onDeadline);
}

WorkerJob::~WorkerJob()
{
    letGoOfProcess();
    if (m_renderer)
        m_renderer->forget(this);
}

void WorkerJob::start(const QString& program, std::chrono::milliseconds deadline)
{
    const std::optional<SealedMemory> document = SealedMemory::holding(m_task.bytes);
    m_answer = SealedMemory::ofSize(m_task.answerSize());
    if (!document || !m_answer) {
        complete(failure(brokenDocument(DocumentFault::WorkerMissing, QStringLiteral("no shared memory"))));
        return;
    }

    if (demand() == Demand::Visible)
        m_task.bytes.clear(); // the worker has its own; the cache may let go of these

    m_process = new QProcess(m_renderer);
    m_process->setProgram(program);
    m_process->setArguments(m_task.arguments());
    m_process->setProcessEnvironment(workerEnvironment());
    m_process->setWorkingDirectory(QStringLiteral("/"));
    m_process->setChildProcessModifier(
        [documentFd = document->fd(), answerFd = m_answer->fd()] { handOver(documentFd, answerFd); });
    connect(m_process, &QProcess::finished, this, &WorkerJob::onFinished);
    connect(m_process, &QProcess::errorOccurred, this, &WorkerJob::onErrorOccurred);
    m_deadline.start(deadline);
    launch(*m_process);
}

void WorkerJob::stop()
{
    letGoOfProcess();
    m_answer.reset();
}

void WorkerJob::end(Error error)
{
    letGoOfProcess();
    m_call.finishLater(failure(std::move(error)));
}

void WorkerJob::onFinished(int exitCode, QProcess::ExitStatus status)
{
    if (status != QProcess::NormalExit) {
        complete(failure(brokenDocument(DocumentFault::WorkerFailed, QStringLiteral("crashed"))));
        return;
    }
    SealedMemory answer = std::move(*m_answer);
    m_answer.reset();
    complete(readAnswer(std::move(answer), exitCode, m_task));
}

void WorkerJob::onErrorOccurred(QProcess::ProcessError error)
{
    // A crash is reported by finished() as well; there are no channels that could fail.
    if (error == QProcess::FailedToStart)
        complete(failure(brokenDocument(DocumentFault::WorkerMissing, QStringLiteral("not started"))));
}

void WorkerJob::onDeadline()
{
    complete(failure(brokenDocument(DocumentFault::WorkerFailed, QStringLiteral("deadline"))));
}

// The process is not waited for: a killed one is gone soon, and its QProcess with it.
void WorkerJob::letGoOfProcess()
{
    m_deadline.stop();
    if (!m_process || !m_renderer)
        return;
    QProcess* const process = std::exchange(m_process, nullptr);
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::errorOccurred, process, &QObject::deleteLater);
    process->kill();
}

void WorkerJob::complete(Result<RenderedPage> result)
{
    letGoOfProcess();
    if (m_renderer)
        m_renderer->forget(this);
    m_call.finish(std::move(result));
    // The call may be gone by now, and this object with it.
}

} // namespace finhub::documents
