#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace finhub::sandbox {

/// Where a sandbox keeps its state (section 6, `--store`).
struct StoreLocation {
    enum class Kind {
        Memory,   ///< gone with the process
        Sqlite,   ///< a file
        Postgres, ///< a database on a server, for a sandbox that a team shares
    };

    Kind kind = Kind::Memory;
    QString file; ///< absolute, of Kind::Sqlite

    // Of Kind::Postgres; what is not said is libpq's affair: PGHOST, PGUSER, PGPASSWORD, ~/.pgpass and so on.
    QString host; ///< or the folder of a Unix socket
    int port = -1;
    QString user;
    QString password;
    QString database;
    QString options; ///< further ones, as Qt Sql takes them: `name='value';...`

    /// Reads the value of `--store`: empty, a file (relative to the current folder), a `file:` URL, or
    /// `postgresql://USER:PASSWORD@HOST:PORT/DATABASE?NAME=VALUE&...` as libpq knows it. The error is one
    /// sentence for the person who typed it, and never holds a password.
    static tl::expected<StoreLocation, QString> parse(const QString& text);

    /// For people, without the password.
    QString display() const;
};

} // namespace finhub::sandbox
