#include "walkthrough/outputfolder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace finhub::walkthrough {

QString OutputFolder::prepare()
{
    if (!m_directory.mkpath(QStringLiteral(".")))
        return QStringLiteral("the folder %1 cannot be created").arg(m_directory.path());
    QFile old(reportPath());
    if (!old.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject report = QJsonDocument::fromJson(old.readAll()).object();
    const QJsonArray steps = report.value(QStringLiteral("steps")).toArray();
    for (const QJsonValue& step : steps) {
        const QString picture = step.toObject().value(QStringLiteral("picture")).toString();
        if (picture.endsWith(QStringLiteral(".png")) && picture == QFileInfo(picture).fileName())
            m_directory.remove(picture);
    }
    old.close();
    return old.remove() ? QString() : QStringLiteral("the old report cannot be removed");
}

QString OutputFolder::writePicture(const QString& fileName, const QImage& image) const
{
    QSaveFile file(m_directory.filePath(fileName));
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        return QStringLiteral("the picture %1 cannot be written: %2").arg(fileName, file.errorString());
    return {};
}

QString OutputFolder::writeReport(const Report& report) const
{
    QSaveFile file(reportPath());
    const QByteArray json = QJsonDocument(report.toJson()).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return QStringLiteral("the report cannot be written: %1").arg(file.errorString());
    return {};
}

QString OutputFolder::pictureName(int number, const QString& step, bool failed)
{
    const QString suffix = failed ? QStringLiteral("-failed") : QString();
    return QStringLiteral("%1-%2%3.png").arg(number, 2, 10, QLatin1Char('0')).arg(step, suffix);
}

} // namespace finhub::walkthrough
