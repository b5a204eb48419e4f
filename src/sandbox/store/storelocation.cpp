#include "sandbox/store/storelocation.h"

#include <QDir>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace finhub::sandbox {

namespace {
/// The parameters of a connection that libpq knows and that make sense here; host, port, user, password and
/// dbname are read apart.
constexpr std::array Parameters{"sslmode",          "sslrootcert",
                                "sslcert",          "sslkey",
                                "sslcrl",           "passfile",
                                "service",          "connect_timeout",
                                "application_name", "gssencmode",
                                "channel_binding",  "krbsrvname",
                                "tcp_user_timeout", "target_session_attrs",
                                "require_auth"};

/// Qt Sql takes these as one text, in which libpq wants them quoted; Qt itself cuts it at every semicolon.
QString quoted(QString value)
{
    value.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + value + u'\'';
}

QString badAddress()
{
    // The address may hold a password and is therefore not repeated.
    return QStringLiteral("--store: this is no address of a PostgreSQL database; one looks like "
                          "postgresql://USER@HOST:PORT/DATABASE.");
}

bool isKnown(const QString& parameter)
{
    return std::any_of(Parameters.begin(), Parameters.end(),
                       [&parameter](const char* known) { return parameter == QLatin1String(known); });
}

/// Takes one `name=value` of the query; false when it cannot be used.
bool take(StoreLocation& location, const QString& name, const QString& value)
{
    if (name == QLatin1String("host")) {
        location.host = value;
    } else if (name == QLatin1String("user")) {
        location.user = value;
    } else if (name == QLatin1String("password")) {
        location.password = value;
    } else if (name == QLatin1String("dbname")) {
        location.database = value;
    } else if (name == QLatin1String("port")) {
        bool ok = false;
        location.port = value.toUShort(&ok);
        return ok && location.port > 0;
    } else if (isKnown(name) && !value.contains(u';')) {
        location.options += name + u'=' + quoted(value) + u';';
    } else {
        return false;
    }
    return true;
}

tl::expected<StoreLocation, QString> postgres(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    // What stands before an @ in the path was meant to be a user and a password.
    const bool isAddress = url.isValid() && !url.hasFragment() && text.contains(QStringLiteral("://")) &&
                           !url.path().contains(u'@');
    if (!isAddress)
        return tl::unexpected(badAddress());
    StoreLocation location;
    location.kind = StoreLocation::Kind::Postgres;
    location.host = url.host();
    location.port = url.port();
    location.user = url.userName(QUrl::FullyDecoded);
    location.password = url.password(QUrl::FullyDecoded);
    location.database = url.path(QUrl::FullyDecoded).mid(1);
    const auto query = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : query) {
        if (take(location, name, value))
            continue;
        static const QRegularExpression word(QStringLiteral("^[a-z_]+$"));
        if (!word.match(name).hasMatch())
            return tl::unexpected(badAddress());
        return tl::unexpected(
            QStringLiteral("--store: the parameter \"%1\" of the PostgreSQL address is not known or has a "
                           "value that cannot be used.")
                .arg(name));
    }
    // A server that has vanished must not hold everybody up for minutes.
    if (!location.options.contains(QLatin1String("connect_timeout=")))
        location.options += QStringLiteral("connect_timeout='5';");
    if (!location.options.contains(QLatin1String("tcp_user_timeout=")))
        location.options += QStringLiteral("tcp_user_timeout='10000';");
    return location;
}
} // namespace

tl::expected<StoreLocation, QString> StoreLocation::parse(const QString& text)
{
    StoreLocation location;
    if (text.isEmpty())
        return location;
    for (const char* scheme : {"postgresql:", "postgres:"}) {
        if (text.startsWith(QLatin1String(scheme), Qt::CaseInsensitive))
            return postgres(text);
    }
    const QUrl url(text);
    // One letter before a colon is no scheme but the beginning of a path elsewhere.
    const bool isUrl = url.isValid() && url.scheme().size() > 1;
    if (isUrl && !url.isLocalFile())
        return tl::unexpected(
            QStringLiteral(
                "--store takes a file, a file: URL or a postgresql: URL; this sandbox cannot open a %1: URL.")
                .arg(url.scheme()));
    location.kind = Kind::Sqlite;
    location.file = isUrl ? url.toLocalFile() : text;
    if (location.file.isEmpty())
        return tl::unexpected(QStringLiteral("--store takes the name of a file."));
    location.file = QDir::current().absoluteFilePath(location.file);
    return location;
}

QString StoreLocation::display() const
{
    switch (kind) {
    case Kind::Memory:
        return QStringLiteral("in memory");
    case Kind::Sqlite:
        return file;
    case Kind::Postgres:
        break;
    }
    QString text = QStringLiteral("postgresql://");
    if (!user.isEmpty())
        text += user + u'@';
    text += host.contains(u':') ? u'[' + host + u']' : host;
    if (port > 0)
        text += u':' + QString::number(port);
    return text + u'/' + database;
}

} // namespace finhub::sandbox
