#pragma once

#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QSocketNotifier>

#include <memory>

namespace finhub::documents {

class SealedMemory;
struct WorkerTask;

/// One worker process from its start to its end: it waits for one document, is given one, and is gone.
/// Nothing here can give it a second. GUI thread.
class WorkerProcess : public QObject {
    Q_OBJECT

public:
    WorkerProcess(const QString& program, QObject* parent);
    /// Kills the process if it still runs.
    ~WorkerProcess() override;

    /// Starts it. Where that fails at once, canRun() is false afterwards and nothing is emitted.
    void start();
    /// Not known to have ended or failed.
    bool canRun() const { return m_process.state() != QProcess::NotRunning; }
    /// It has loaded everything and waits.
    bool isReady() const { return m_ready; }
    /// The version of Landlock that it stands behind; 0 when the kernel has none, or while it is not ready.
    int landlock() const { return m_landlock; }
    qint64 processId() const { return m_process.processId(); }

    /// Gives it its document and the memory for its answer, whether it is ready already or not, and lets go
    /// of the socket: a worker at work has no way to the console. False when it has had one, or is dead.
    bool give(const WorkerTask& task, const SealedMemory& document, const SealedMemory& answer);

    /// Kills it without waiting, and deletes this object when it is gone. Nothing is emitted any more.
    void end();

Q_SIGNALS:
    void ready();
    void finished(int exitCode, QProcess::ExitStatus status);
    void failedToStart();

private:
    void onMessage();
    void stopListening();
    void closeSocket();

    QProcess m_process;
    int m_socket = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_ready = false;
    int m_landlock = 0;
};

} // namespace finhub::documents
