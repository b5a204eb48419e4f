#include "sandbox/commandline.h"

#include "core/wiretime.h"
#include "sandbox/store/storelocation.h"

#include <QCommandLineParser>

#include <limits>

namespace finhub::sandbox {

namespace {
struct Switch {
    const char* name;
    const char* value; ///< empty for a flag
    const char* help;
};
constexpr Switch Switches[] = {
    {"port", "P", "Listen on 127.0.0.1:P; 0 takes a free port (default 0)."},
    {"seed", "N", "Which customers there are (default 1)."},
    {"customers", "N", "How many customers there are, 0 to 1000000 (default 200)."},
    {"store", "FILE|URL",
     "Keep everything over a restart, in this SQLite file or the database at "
     "postgresql://USER@HOST:PORT/DATABASE (default: in memory)."},
    {"strict-headers", "", "Demand all documented request headers."},
    {"extensions", "all|none|NAME,NAME", "Which extensions are switched on (default all)."},
    {"now", "TIME", "What the clock shows at start, ISO 8601 (default: the real time)."},
    {"token-ttl", "SECONDS", "How long a token is valid (default 3600)."},
    {"lockout", "SECONDS", "How long five wrong passwords lock an account (default 1800)."},
    {"claim-ttl", "SECONDS", "How long a claim is held (default 1800)."},
};

void addSwitches(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Simulates the FinHub API on this machine, with people who do not exist."));
    parser.addHelpOption();
    parser.addVersionOption();
    for (const Switch& option : Switches)
        parser.addOption({QString::fromLatin1(option.name), QString::fromLatin1(option.help),
                          QString::fromLatin1(option.value)});
}

/// Collects the first thing that is wrong.
class Reader {
public:
    explicit Reader(const QCommandLineParser& parser)
        : m_parser(parser)
    {
    }

    qulonglong number(const char* name, qulonglong least, qulonglong most, qulonglong fallback)
    {
        const QString key = QString::fromLatin1(name);
        if (!m_parser.isSet(key))
            return fallback;
        bool ok = false;
        const qulonglong value = m_parser.value(key).toULongLong(&ok);
        if (!ok || value < least || value > most)
            fail(QStringLiteral("--%1 takes a whole number from %2 to %3, not \"%4\".")
                     .arg(key)
                     .arg(least)
                     .arg(most)
                     .arg(m_parser.value(key)));
        return value;
    }
    std::chrono::seconds seconds(const char* name, std::chrono::seconds fallback)
    {
        return std::chrono::seconds(number(name, 1, 31'536'000, qulonglong(fallback.count())));
    }

    QList<Extension> extensions()
    {
        const QString value = m_parser.value(QStringLiteral("extensions"));
        if (value.isEmpty() || value == QLatin1String("all"))
            return implementedExtensions();
        if (value == QLatin1String("none"))
            return {};
        QList<Extension> wanted;
        for (const QString& name : value.split(u',')) {
            const auto extension = WireValue<Extension>::fromWire(name.trimmed()).value();
            if (!implementedExtensions().contains(extension))
                fail(QStringLiteral("--extensions: this sandbox has no extension \"%1\".").arg(name));
            wanted << extension;
        }
        return wanted;
    }

    QDateTime now()
    {
        if (!m_parser.isSet(QStringLiteral("now")))
            return {};
        const QString value = m_parser.value(QStringLiteral("now"));
        QDateTime time = parseWireTime(value);
        if (!time.isValid())
            fail(QStringLiteral("--now takes a time such as 2026-03-31T09:15:00Z, not \"%1\".").arg(value));
        return time;
    }

    QString store()
    {
        if (!m_parser.isSet(QStringLiteral("store")))
            return {};
        const QString value = m_parser.value(QStringLiteral("store"));
        const auto location = StoreLocation::parse(value);
        if (value.isEmpty())
            fail(QStringLiteral("--store takes the name of a file or a postgresql: URL."));
        else if (!location)
            fail(location.error());
        // A file is named before anybody changes the current folder.
        return location && location->kind == StoreLocation::Kind::Sqlite ? location->file : value;
    }

    const QString& failure() const { return m_failure; }

private:
    void fail(const QString& sentence)
    {
        if (m_failure.isEmpty())
            m_failure = sentence;
    }

    const QCommandLineParser& m_parser;
    QString m_failure;
};
} // namespace

tl::expected<CommandLine, QString> readCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    addSwitches(parser);
    if (!parser.parse(arguments))
        return tl::unexpected(parser.errorText());
    CommandLine line;
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("help-all")))
        line.wish = CommandLine::Wish::ShowHelp;
    else if (parser.isSet(QStringLiteral("version")))
        line.wish = CommandLine::Wish::ShowVersion;
    if (line.wish != CommandLine::Wish::Run)
        return line;
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(
            QStringLiteral("\"%1\" is not a switch; see --help.").arg(parser.positionalArguments().constFirst()));

    Reader reader(parser);
    SandboxOptions& options = line.options;
    options.port = quint16(reader.number("port", 0, 65535, options.port));
    if (parser.isSet(QStringLiteral("seed")))
        options.seed = reader.number("seed", 0, std::numeric_limits<qulonglong>::max(), 0);
    if (parser.isSet(QStringLiteral("customers")))
        options.customers = int(reader.number("customers", 0, SandboxOptions::MaxCustomers, 0));
    options.store = reader.store();
    options.strictHeaders = parser.isSet(QStringLiteral("strict-headers"));
    options.extensions = reader.extensions();
    options.now = reader.now();
    options.tokenTtl = reader.seconds("token-ttl", options.tokenTtl);
    options.lockout = reader.seconds("lockout", options.lockout);
    options.claimTtl = reader.seconds("claim-ttl", options.claimTtl);
    if (!reader.failure().isEmpty())
        return tl::unexpected(reader.failure());
    return line;
}

QString commandLineHelp()
{
    QCommandLineParser parser;
    addSwitches(parser);
    return parser.helpText();
}

} // namespace finhub::sandbox
