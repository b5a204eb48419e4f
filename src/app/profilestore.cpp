#include "app/profilestore.h"

#include "api/profilefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace finhub::app {

namespace {
constexpr qint64 MaxBytes = 1024 * 1024;
}

ProfileStore::ProfileStore(QString file)
    : m_file(std::move(file))
{
}

Result<QList<api::ConnectionProfile>> ProfileStore::read()
{
    QFile file(m_file);
    if (!file.exists())
        return QList<api::ConnectionProfile>();
    if (!file.open(QIODevice::ReadOnly) || file.size() > MaxBytes) {
        m_damaged = true;
        return failure(Error::of(ErrorKind::Refused, QStringLiteral("connections file")));
    }
    const auto profiles = api::readProfiles(file.readAll());
    m_damaged = !profiles;
    return profiles;
}

Result<void> ProfileStore::write(const QList<api::ConnectionProfile>& profiles)
{
    if (m_damaged)
        return failure(Error::of(ErrorKind::Refused, QStringLiteral("connections file is damaged")));
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || file.write(api::writeProfiles(profiles)) < 0 || !file.commit())
        return failure(Error::of(ErrorKind::Refused, file.errorString()));
    return {};
}

} // namespace finhub::app
