#include "views/export/exportfile.h"

#include "views/widgets/plaintext.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace finhub::views {

QString writeExport(const QString& file, const QByteArray& content)
{
    QSaveFile save(file);
    const auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (save.open(QIODevice::WriteOnly) && save.setPermissions(ownerOnly) &&
        save.write(content) == content.size() && save.commit())
        return {};
    return QCoreApplication::translate(
               "finhub::views::exportfile",
               "%1 could not be written (%2). What was there before is unchanged. The "
               "journal has the export all the same, since it is noted first.")
        .arg(displayLine(file), displayLine(save.errorString()));
}

} // namespace finhub::views
