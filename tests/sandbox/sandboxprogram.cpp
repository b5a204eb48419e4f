#include "sandboxprogram.h"

#include <sys/resource.h>

#include <csignal>

namespace finhub::test {

namespace {
constexpr int Patience = 60'000;
}

SandboxProgram::SandboxProgram(const QStringList& arguments, const QString& program)
{
    m_process.setProgram(program.isEmpty() ? QStringLiteral(FINHUB_BIN_DIR "/finhub-sandbox") : program);
    m_process.setArguments(arguments);
}

SandboxProgram::~SandboxProgram()
{
    kill();
}

void SandboxProgram::limitFiles(quint64 bytes)
{
    m_process.setChildProcessModifier([bytes] {
        // Writing beyond the limit then fails instead of ending the program.
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
}

void SandboxProgram::start()
{
    m_process.start();
    QByteArray line;
    while (!line.contains('\n')) {
        if (!m_process.waitForReadyRead(Patience))
            qFatal("finhub-sandbox does not start: %s", m_process.readAllStandardError().constData());
        line += m_process.readAllStandardOutput();
    }
    m_url = QUrl(QString::fromUtf8(line.mid(line.indexOf("http")).trimmed()));
}

int SandboxProgram::refuse()
{
    m_process.start();
    if (!m_process.waitForFinished(Patience))
        qFatal("finhub-sandbox starts and should not");
    return m_process.exitCode();
}

SandboxClient SandboxProgram::officer() const
{
    SandboxClient client(m_url);
    client.asOfficer();
    return client;
}

void SandboxProgram::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(Patience);
}

bool SandboxProgram::end()
{
    m_process.terminate();
    return m_process.waitForFinished(Patience) && m_process.exitStatus() == QProcess::NormalExit &&
           m_process.exitCode() == 0;
}

} // namespace finhub::test
