#pragma once

#include "sandboxfixture.h"

#include <QProcess>

namespace finhub::test {

/// The program finhub-sandbox as somebody starts it, with the real clock. Killed when it is still running at
/// the end.
class SandboxProgram {
public:
    /// The one that was built, unless another file is named.
    explicit SandboxProgram(const QStringList& arguments, const QString& program = {});
    ~SandboxProgram();
    SandboxProgram(const SandboxProgram&) = delete;
    SandboxProgram& operator=(const SandboxProgram&) = delete;

    /// Limits the size of every file that the program writes, in bytes, as a full disk would. Before start().
    void limitFiles(quint64 bytes);
    /// Waits for its first line; the test program ends if there is none.
    void start();
    /// Waits for the end of a program that does not come to listen; its exit code.
    int refuse();

    /// A client with the officer's token.
    SandboxClient officer() const;

    /// Ends it without notice.
    void kill();
    /// Asks it to end and waits; whether it went as it should.
    bool end();

    /// What it has said on standard error and, after refuse(), on standard output.
    QByteArray errors() { return m_process.readAllStandardError(); }
    QByteArray output() { return m_process.readAllStandardOutput(); }

private:
    QProcess m_process;
    QUrl m_url;
};

} // namespace finhub::test
