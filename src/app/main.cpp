#include "app/commandline.h"
#include "app/console.h"
#include "app/hardening.h"
#include "app/journalverification.h"
#include "app/startenvironment.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

#include <unistd.h>

namespace {
int fail(const QString& sentence)
{
    QTextStream(stderr) << "finhub-console: " << sentence << '\n';
    return 2;
}

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// What the program was started with, in builds for people. Who builds for themselves needs the variables to
/// look for faults.
QProcessEnvironment checkedVariables()
{
#ifdef NDEBUG
    return QProcessEnvironment::systemEnvironment();
#else
    return {};
#endif
}
} // namespace

int main(int argc, char* argv[])
{
    finhub::app::hardenProcess();
    // Nothing may be looked up in whatever directory the program was started from (CVE-2025-14575).
    const QString directory = QDir::currentPath();
    if (::chdir("/") != 0)
        return fail(QStringLiteral("the root directory cannot be entered."));

    QCoreApplication::setOrganizationName(QStringLiteral("finhub"));
    QCoreApplication::setApplicationName(QStringLiteral("finhub-console"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FINHUB_VERSION));

    // Before anything of Qt or of the libraries below it has asked for them.
    const finhub::app::StartEnvironment environment(checkedVariables());
    environment.apply();
    for (const QString& sentence : environment.remarks() + environment.warnings())
        QTextStream(stderr) << "finhub-console: " << sentence << '\n';

    // Before there is a QApplication: help needs no display, and neither does checking a journal.
    auto line = finhub::app::readCommandLine(argumentsOf(argc, argv), directory);
    if (!line)
        return fail(line.error());
    if (line->help || line->version) {
        QTextStream(stdout) << (line->help ? finhub::app::helpText()
                                           : QStringLiteral("finhub-console " FINHUB_VERSION "\n"));
        return 0;
    }
    if (!line->journalFile.isEmpty()) {
        QTextStream out(stdout);
        return static_cast<int>(finhub::app::verifyJournal(line->journalFile, line->anchors, out));
    }

    if (!environment.refusal().isEmpty())
        return fail(environment.refusal());
    line->warnings = environment.warnings();
    const QApplication application(argc, argv);
    finhub::app::Console console(*line);
    QString problem;
    if (!console.start(problem))
        return fail(problem);
    return QApplication::exec();
}
