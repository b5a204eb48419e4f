#pragma once

#include "walkthrough/report.h"

#include <QDir>
#include <QImage>
#include <QString>

namespace finhub::walkthrough {

/// The folder that pictures and report of a walkthrough go to.
class OutputFolder {
public:
    explicit OutputFolder(const QString& path)
        : m_directory(path)
    {
    }

    /// Creates the folder, and removes the pictures that the report of an earlier run there names. Returns
    /// what went wrong, empty when nothing did; so do the others.
    QString prepare();
    QString writePicture(const QString& fileName, const QImage& image) const;
    QString writeReport(const Report& report) const;

    /// `03-approve.png`; a step that failed shows so in its picture's name.
    static QString pictureName(int number, const QString& step, bool failed);

private:
    QString reportPath() const { return m_directory.filePath(QStringLiteral("report.json")); }

    QDir m_directory;
};

} // namespace finhub::walkthrough
