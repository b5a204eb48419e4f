#include "documents/textjob.h"

#include "documents/documentfault.h"
#include "documents/workeranswer.h"
#include "documents/workerlaunch.h"

#include <utility>

namespace finhub::documents {

TextJob::TextJob(WorkerTask task, Call<PageText>& call)
    : m_task(std::move(task))
    , m_call(call)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        complete(failure(brokenDocument(DocumentFault::WorkerFailed, QStringLiteral("deadline"))));
    });
}

TextJob::~TextJob()
{
    letGoOfProcess();
}

void TextJob::startLater(QObject& processes, const QString& program, std::chrono::milliseconds deadline)
{
    m_deadline.setInterval(deadline);
    // In the context of both: neither is there any more when the other has gone.
    QMetaObject::invokeMethod(
        this,
        [this, owner = QPointer<QObject>(&processes), program] {
            if (owner && !m_call.isFinished())
                start(*owner, program);
        },
        Qt::QueuedConnection);
}

void TextJob::start(QObject& processes, const QString& program)
{
    const std::optional<SealedMemory> document = SealedMemory::holding(m_task.bytes);
    m_answer = SealedMemory::ofSize(m_task.answerSize());
    if (!document || !m_answer) {
        complete(failure(brokenDocument(DocumentFault::WorkerMissing, QStringLiteral("no shared memory"))));
        return;
    }
    m_task.bytes.clear(); // the worker has its own

    m_process = new QProcess(&processes);
    prepareWorker(*m_process, program, m_task.arguments(), document->fd(), m_answer->fd());
    connect(m_process, &QProcess::finished, this, &TextJob::onFinished);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            complete(failure(brokenDocument(DocumentFault::WorkerMissing, QStringLiteral("not started"))));
    });
    m_deadline.start();
    launchWorker(*m_process);
}

void TextJob::end(Error error)
{
    letGoOfProcess();
    m_call.finishLater(failure(std::move(error)));
}

void TextJob::onFinished(int exitCode, QProcess::ExitStatus status)
{
    if (status != QProcess::NormalExit) {
        complete(failure(brokenDocument(DocumentFault::WorkerFailed, QStringLiteral("crashed"))));
        return;
    }
    SealedMemory answer = std::move(*m_answer);
    m_answer.reset();
    complete(readTextAnswer(std::move(answer), exitCode, m_task));
}

// The process is not waited for: a killed one is gone soon, and its QProcess with it.
void TextJob::letGoOfProcess()
{
    m_deadline.stop();
    if (!m_process)
        return;
    QProcess* const process = m_process;
    m_process.clear();
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::errorOccurred, process, &QObject::deleteLater);
    process->kill();
}

void TextJob::complete(Result<PageText> result)
{
    letGoOfProcess();
    m_call.finish(std::move(result));
    // The call may be gone by now, and this object with it.
}

} // namespace finhub::documents
