#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace finhub::review {

/// A file in a pack. Names are those of packs only: 1 to 100 of `a-z A-Z 0-9 . _ -`, with one folder at most.
struct PackFile {
    QString name;
    QByteArray content;

    friend bool operator==(const PackFile&, const PackFile&) = default;
};

/// Whether a file of this name may be in a pack.
bool isPackName(const QString& name);

/// The files as a zip (libzip), made in memory: nothing of it is on the disk before it is written where the
/// person says. Empty when it cannot be made. Any thread.
QByteArray zipPack(const QList<PackFile>& files, const QDateTime& time);

/// What a zip of at most this many bytes may hold at most.
inline constexpr int MaxPackFiles = 500;
inline constexpr qint64 MaxPackFileBytes = 64LL * 1024 * 1024;
inline constexpr qint64 MaxPackBytes = 1024LL * 1024 * 1024;

/// The files of a zip, which may be anything; nullopt when it is none, or not one that zipPack() makes: other
/// names, a name twice, none, more or larger files than the limits. Any thread.
std::optional<QList<PackFile>> unzipPack(const QByteArray& zip);

} // namespace finhub::review
