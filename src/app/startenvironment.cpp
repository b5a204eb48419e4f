#include "app/startenvironment.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace finhub::app {

namespace {
constexpr const char* Context = "finhub::app::StartEnvironment";

/// Variables that begin with, or are, `name`, and why they are not taken.
struct Rule {
    const char* name;
    bool prefix;
    const char* why;
};

constexpr const char* OwnPlugins =
    QT_TRANSLATE_NOOP("finhub::app::StartEnvironment", "plugins come from the installation only");
constexpr const char* OwnLog = QT_TRANSLATE_NOOP(
    "finhub::app::StartEnvironment", "what is logged could hold more of a customer than it should");
constexpr const char* OwnTrust =
    QT_TRANSLATE_NOOP("finhub::app::StartEnvironment",
                      "certificates are checked against the authorities of the system and of the connection");
constexpr const char* OwnTls =
    QT_TRANSLATE_NOOP("finhub::app::StartEnvironment", "it changes how connections are encrypted");
constexpr const char* NoQml = QT_TRANSLATE_NOOP("finhub::app::StartEnvironment", "there is no QML here");

constexpr std::array Ignored{
    Rule{"QT_PLUGIN_PATH", false, OwnPlugins},
    Rule{"QT_QPA_PLATFORM_PLUGIN_PATH", false, OwnPlugins},
    Rule{"QT_QPA_GENERIC_PLUGINS", false, OwnPlugins},
    Rule{"GCONV_PATH", false, OwnPlugins},
    Rule{"QT_DEBUG_PLUGINS", false, OwnLog},
    Rule{"QT_LOGGING_", true, OwnLog},
    Rule{"QT_MESSAGE_PATTERN", false, OwnLog},
    Rule{"SSLKEYLOGFILE", false, OwnTls},
    Rule{"SSL_CERT_FILE", false, OwnTrust},
    Rule{"SSL_CERT_DIR", false, OwnTrust},
    Rule{"OPENSSL_", true, OwnTls},
    Rule{"QML", true, NoQml},
};

/// The dynamic loader has followed these when main() begins.
constexpr std::array<const char*, 3> Loaded{"LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH"};

/// A window of the person's own, or none at all. Others hand the screen and its keys to whoever connects
/// (vnc), or take the whole display without asking (linuxfb, eglfs).
constexpr std::array<const char*, 4> Platforms{"xcb", "wayland", "wayland-egl", "offscreen"};

QString translated(const char* text)
{
    return QCoreApplication::translate(Context, text);
}

bool isKnownPlatform(const QString& choice)
{
    // Several may be named, in the order in which they are tried; each may have arguments after a colon.
    const QStringList names = choice.split(u';');
    return std::all_of(names.cbegin(), names.cend(), [](const QString& name) {
        return std::any_of(Platforms.begin(), Platforms.end(), [&name](const char* known) {
            return name.section(u':', 0, 0) == QLatin1String(known);
        });
    });
}

bool applies(const Rule& rule, const QString& variable)
{
    return rule.prefix ? variable.startsWith(QLatin1String(rule.name)) : variable == QLatin1String(rule.name);
}
} // namespace

StartEnvironment::StartEnvironment(const QProcessEnvironment& started)
{
    QStringList variables = started.keys();
    variables.sort();
    for (const QString& variable : variables)
        judge(variable, started.value(variable));
}

void StartEnvironment::judge(const QString& variable, const QString& value)
{
    // An empty variable has no effect, and is the usual way of switching one off for a single program.
    if (value.isEmpty())
        return;
    if (variable == QLatin1String("QT_QPA_PLATFORM")) {
        if (!isKnownPlatform(value))
            m_refusal = translated(QT_TRANSLATE_NOOP("finhub::app::StartEnvironment",
                                                     "QT_QPA_PLATFORM names a display that others could look "
                                                     "at or that is not supported. Unset it, or "
                                                     "set it to xcb, wayland or offscreen."));
        return;
    }
    const auto loaded = std::any_of(Loaded.begin(), Loaded.end(),
                                    [&](const char* name) { return variable == QLatin1String(name); });
    if (loaded) {
        m_warnings << translated(
                          QT_TRANSLATE_NOOP(
                              "finhub::app::StartEnvironment",
                              "%1 was set when the console was started. What it has loaded runs inside the "
                              "console and can see everything in it; that cannot be undone here. Unless you "
                              "know why it is set, close the console and ask your administrator."))
                          .arg(variable);
        return;
    }
    const auto* const rule = std::find_if(
        Ignored.begin(), Ignored.end(), [&](const Rule& candidate) { return applies(candidate, variable); });
    if (rule == Ignored.end())
        return;
    m_ignored << variable;
    m_remarks << translated(QT_TRANSLATE_NOOP("finhub::app::StartEnvironment", "%1 is ignored: %2."))
                     .arg(variable, translated(rule->why));
}

void StartEnvironment::apply() const
{
    for (const QString& variable : m_ignored)
        qunsetenv(variable.toLocal8Bit().constData());
}

} // namespace finhub::app
