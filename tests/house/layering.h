#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace finhub::house {

/// A place where the house is not as it should be.
struct Violation {
    QString path;
    int line = 0;
    QString why;

    QString text() const { return QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(why); }
};

/// Checks one file; `path` is relative to the root, e.g. "src/core/id.h". Knows C++ below src/,
/// CMakeLists.txt of a room and forms below ui/.
QList<Violation> violationsIn(const QString& path, const QString& content);

/// Headers through which a file reaches a library that is another room's alone; `files` are the contents by
/// path.
QList<Violation> leaksIn(const QMap<QString, QString>& files);

/// The Qt module that a header belongs to ("QtWidgets" for `QLabel` or `QtWidgets/qlabel.h`), empty when it
/// is not Qt's.
QString qtModuleOf(const QString& header);

} // namespace finhub::house
