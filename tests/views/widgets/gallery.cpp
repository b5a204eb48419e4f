// Shows the building blocks of the views, or saves pictures of them:
//   widgets-gallery [--output DIR] [--page review|list|controls|states] [--theme light|dark]
#include "gallerypages.h"
#include "views/style/icons.h"
#include "views/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QProcess>
#include <QTextStream>

#include <array>
#include <memory>

namespace finhub::views {

namespace {
struct Page {
    const char* name;
    QWidget* (*make)();
};

constexpr std::array<Page, 4> Pages{{{"review", makeReviewPage},
                                     {"list", makeListPage},
                                     {"controls", makeControlsPage},
                                     {"states", makeStatesPage}}};
constexpr std::array<QSize, 2> Sizes{QSize(1280, 720), QSize(1920, 1080)};
constexpr const char* ScaleVariable = "QT_SCALE_FACTOR";

std::unique_ptr<QWidget> show(const Page& page, const QSize& size)
{
    std::unique_ptr<QWidget> window(page.make());
    window->setWindowTitle(QStringLiteral("Gallery: %1").arg(QLatin1String(page.name)));
    window->setWindowIcon(applicationIcon());
    window->resize(size);
    window->show();
    return window;
}

bool save(const Page& page, const QSize& size, const QString& theme, const QDir& folder)
{
    const std::unique_ptr<QWidget> window = show(page, size);
    QApplication::processEvents();
    const QString file = QStringLiteral("%1-%2-%3x%4@%5.png")
                             .arg(QLatin1String(page.name), theme)
                             .arg(size.width())
                             .arg(size.height())
                             .arg(qRound(window->devicePixelRatioF()));
    const bool saved = window->grab().save(folder.filePath(file));
    QTextStream(stdout) << (saved ? "saved " : "FAILED ") << folder.filePath(file) << '\n';
    return saved;
}

bool saveAll(ThemeManager& manager, const QDir& folder)
{
    bool ok = true;
    for (const auto mode : {ThemeManager::Mode::Light, ThemeManager::Mode::Dark}) {
        manager.setMode(mode);
        const QString theme =
            mode == ThemeManager::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        for (const Page& page : Pages) {
            for (const QSize& size : Sizes)
                ok = save(page, size, theme, folder) && ok;
        }
    }
    return ok;
}

/// A program has one scale; the other one takes another run.
bool saveAgainAtTwice(const QString& program, const QString& output)
{
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(ScaleVariable), QStringLiteral("2"));
    other.setProcessEnvironment(environment);
    other.setProcessChannelMode(QProcess::ForwardedChannels);
    other.start(program, {QStringLiteral("--output"), output});
    return other.waitForFinished(120'000) && other.exitCode() == 0;
}
} // namespace

int runGallery(QApplication& app)
{
    QCommandLineParser parser;
    const QCommandLineOption output(QStringLiteral("output"), QStringLiteral("Save pictures there."),
                                    QStringLiteral("DIR"));
    const QCommandLineOption pageName(QStringLiteral("page"), QStringLiteral("Which page to show."),
                                      QStringLiteral("NAME"), QStringLiteral("review"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light or dark."),
                                   QStringLiteral("THEME"));
    parser.addOptions({output, pageName, theme});
    parser.addHelpOption();
    parser.process(app);

    ThemeManager manager;
    manager.setMotionReduced(true);
    if (parser.isSet(output)) {
        const QDir folder(parser.value(output));
        if (!QDir().mkpath(folder.path()))
            return 1;
        const bool first = qEnvironmentVariableIsEmpty(ScaleVariable);
        const bool ok = saveAll(manager, folder);
        return ok && (!first || saveAgainAtTwice(app.applicationFilePath(), folder.path())) ? 0 : 1;
    }
    if (parser.value(theme) == QLatin1String("dark"))
        manager.setMode(ThemeManager::Mode::Dark);
    else if (parser.value(theme) == QLatin1String("light"))
        manager.setMode(ThemeManager::Mode::Light);
    for (const Page& page : Pages) {
        if (parser.value(pageName) == QLatin1String(page.name)) {
            const std::unique_ptr<QWidget> window = show(page, Sizes.front());
            return app.exec();
        }
    }
    return 1;
}

} // namespace finhub::views

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    return finhub::views::runGallery(app);
}
