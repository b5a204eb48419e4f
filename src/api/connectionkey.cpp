#include "api/connectionkey.h"

#include <QCryptographicHash>

namespace finhub::api {

QString connectionKey(const ConnectionProfile& profile)
{
    const QByteArray address = profile.baseUrl.toEncoded(QUrl::RemoveUserInfo | QUrl::RemovePath);
    const QByteArray hash = QCryptographicHash::hash(address + '\n' + profile.tenantId.text().toUtf8(),
                                                     QCryptographicHash::Sha256);
    return QLatin1String(hash.toHex().left(32));
}

} // namespace finhub::api
