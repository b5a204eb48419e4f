#include "sandbox/commandline.h"
#include "sandbox/sandboxserver.h"
#include "sandbox/store/storelocation.h"
#include "sandbox/terminationsignals.h"

#include <QGuiApplication>

#include <cstdio>

using namespace finhub;

namespace {
void print(std::FILE* stream, const QString& line)
{
    std::fputs(qUtf8Printable(line + u'\n'), stream);
    std::fflush(stream);
}

QString sentenceOf(const Error& error, const sandbox::SandboxOptions& options)
{
    if (error.kind == ErrorKind::Unreachable)
        return QStringLiteral("finhub-sandbox: port %1 is taken.").arg(options.port);
    return QStringLiteral("finhub-sandbox: the store %1 cannot be opened: %2.")
        .arg(sandbox::StoreLocation::parse(options.store).value_or(sandbox::StoreLocation()).display(),
             error.technical);
}
} // namespace

int main(int argc, char* argv[])
{
    // Documents are drawn with fonts, which need a platform but no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("finhub-sandbox"));
    QGuiApplication::setApplicationVersion(QStringLiteral(FINHUB_VERSION));

    const auto line = sandbox::readCommandLine(QGuiApplication::arguments());
    if (!line) {
        print(stderr, QStringLiteral("finhub-sandbox: ") + line.error());
        return 2;
    }
    if (line->wish == sandbox::CommandLine::Wish::ShowHelp) {
        print(stdout, sandbox::commandLineHelp().trimmed());
        return 0;
    }
    if (line->wish == sandbox::CommandLine::Wish::ShowVersion) {
        print(stdout, QStringLiteral("finhub-sandbox ") + QGuiApplication::applicationVersion());
        return 0;
    }

    sandbox::SandboxServer server(line->options);
    const auto url = server.start();
    if (!url) {
        print(stderr, sentenceOf(url.error(), line->options));
        // A store that cannot be opened is a bad value; a port that is taken is not.
        return url.error().kind == ErrorKind::Refused ? 2 : 1;
    }
    sandbox::onTerminationSignal([] { QGuiApplication::quit(); });
    print(stdout, QStringLiteral("FINHUB-SANDBOX listening on ") + url->toString());
    return QGuiApplication::exec();
}
