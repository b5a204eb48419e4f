#include "app/installation.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

namespace finhub::app {

QByteArray installationId(const QString& file)
{
    QFile present(file);
    if (present.open(QIODevice::ReadOnly)) {
        const QUuid id = QUuid::fromString(QString::fromLatin1(present.read(64).trimmed()));
        if (!id.isNull())
            return id.toByteArray(QUuid::WithoutBraces);
    }
    const QByteArray id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSaveFile made(file);
    if (made.open(QIODevice::WriteOnly)) {
        made.write(id);
        made.commit();
    }
    return id;
}

} // namespace finhub::app
