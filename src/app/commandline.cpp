#include "app/commandline.h"

#include "app/journalverification.h"
#include "sandbox/sandboxoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

namespace finhub::app {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::app::commandline", text);
}

constexpr int MinDocumentMemory = 16; ///< one document of the largest size and its page
constexpr int MaxDocumentMemory = 4096;

struct Options {
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, tr("Show this help and end.")};
    QCommandLineOption version{QStringLiteral("version"), tr("Show the version and end.")};
    QCommandLineOption demo{QStringLiteral("demo"),
                            tr("Start on an embedded FinHub sandbox, with the demo "
                               "officer filled in. Needs no account and no network.")};
    QCommandLineOption customers{QStringLiteral("customers"),
                                 tr("How many customers the demo's sandbox has."), tr("N")};
    QCommandLineOption seed{QStringLiteral("seed"), tr("Which customers the demo's sandbox has."), tr("N")};
    QCommandLineOption profile{QStringLiteral("profile"),
                               tr("Add a connection from a JSON file for this run."), tr("FILE")};
    QCommandLineOption walkthrough{QStringLiteral("walkthrough"),
                                   tr("Play a scripted tour through the program."), tr("NAME")};
    QCommandLineOption output{QStringLiteral("output"),
                              tr("Play the tour fast, and write a picture of every step and a report here."),
                              tr("DIR")};
    QCommandLineOption documentMemory{QStringLiteral("document-memory"),
                                      tr("How many MiB of memory documents and their pages may take "
                                         "together, 16 to 4096; the setting counts "
                                         "where it is not said."),
                                      tr("MIB")};
    QCommandLineOption theme{QStringLiteral("theme"), tr("system, light or dark."), tr("THEME")};
    QCommandLineOption verifyJournal{
        QStringLiteral("verify-journal"),
        tr("Check a journal or an evidence pack, say what was changed in it and where, and end: with 0 when "
           "it is intact, 1 when it is not, 2 when it cannot be read. Needs no display and no network."),
        tr("FILE")};
    QCommandLineOption anchor{QStringLiteral("anchor"),
                              tr("A hash of the journal that was noted elsewhere, with or without the number "
                                 "of its entry: SEQ:HASH or HASH. May be given more than once."),
                              tr("ANCHOR")};

    void addTo(QCommandLineParser& parser) const
    {
        parser.setApplicationDescription(tr("A console for KYC review on FinHub."));
        parser.addOptions({help, version, demo, customers, seed, profile, walkthrough, output, documentMemory,
                           theme, verifyJournal, anchor});
    }
};

/// What there is to be checked. Gives what is wrong in one sentence, nothing when all is well.
QString readJournalOptions(const QCommandLineParser& parser, const Options& options, const QDir& start,
                           CommandLine& line)
{
    if (parser.isSet(options.verifyJournal))
        line.journalFile = start.absoluteFilePath(parser.value(options.verifyJournal));
    else if (parser.isSet(options.anchor))
        return tr("--anchor belongs to --verify-journal.");
    for (const QString& text : parser.values(options.anchor)) {
        const auto anchor = readAnchor(text);
        if (!anchor)
            return anchor.error();
        line.anchors << *anchor;
    }
    return {};
}
} // namespace

tl::expected<CommandLine, QString> readCommandLine(const QStringList& arguments, const QString& directory)
{
    QCommandLineParser parser;
    const Options options;
    options.addTo(parser);
    if (!parser.parse(arguments))
        return tl::unexpected(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(tr("Unexpected argument “%1”.").arg(parser.positionalArguments().first()));

    CommandLine line;
    line.help = parser.isSet(options.help);
    line.version = parser.isSet(options.version);
    line.demo = parser.isSet(options.demo);
    if ((parser.isSet(options.customers) || parser.isSet(options.seed)) && !line.demo)
        return tl::unexpected(tr("--customers and --seed belong to --demo."));
    bool ok = true;
    if (parser.isSet(options.customers)) {
        line.customers = parser.value(options.customers).toInt(&ok);
        if (!ok || line.customers < 0 || line.customers > sandbox::SandboxOptions::MaxCustomers)
            return tl::unexpected(
                tr("--customers takes a number from 0 to %1.").arg(sandbox::SandboxOptions::MaxCustomers));
    }
    if (parser.isSet(options.seed)) {
        line.seed = parser.value(options.seed).toULongLong(&ok);
        if (!ok)
            return tl::unexpected(tr("--seed takes a whole number that is not negative."));
    }
    const QDir start(directory);
    if (parser.isSet(options.profile))
        line.profileFile = start.absoluteFilePath(parser.value(options.profile));
    line.walkthrough = parser.value(options.walkthrough);
    if (parser.isSet(options.output)) {
        if (line.walkthrough.isEmpty())
            return tl::unexpected(tr("--output belongs to --walkthrough."));
        line.outputDirectory = start.absoluteFilePath(parser.value(options.output));
    }
    if (parser.isSet(options.documentMemory)) {
        const int memory = parser.value(options.documentMemory).toInt(&ok);
        if (!ok || memory < MinDocumentMemory || memory > MaxDocumentMemory)
            return tl::unexpected(tr("--document-memory takes a number of MiB from %1 to %2.")
                                      .arg(MinDocumentMemory)
                                      .arg(MaxDocumentMemory));
        line.documentMemory = memory;
    }
    if (parser.isSet(options.theme)) {
        const QString theme = parser.value(options.theme);
        if (theme == QLatin1String("light"))
            line.theme = views::ThemeManager::Mode::Light;
        else if (theme == QLatin1String("dark"))
            line.theme = views::ThemeManager::Mode::Dark;
        else if (theme != QLatin1String("system"))
            return tl::unexpected(tr("--theme takes system, light or dark."));
    }
    if (const QString problem = readJournalOptions(parser, options, start, line); !problem.isEmpty())
        return tl::unexpected(problem);
    return line;
}

QString helpText()
{
    QCommandLineParser parser;
    const Options options;
    options.addTo(parser);
    return parser.helpText();
}

} // namespace finhub::app
