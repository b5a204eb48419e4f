#pragma once

#include "api/connectionprofile.h"
#include "core/result.h"

#include <QList>
#include <QString>

namespace finhub::app {

/// The saved connections in a settings file: names and ids, never a secret.
class ProfileStore {
public:
    explicit ProfileStore(QString file);

    /// The saved connections; an absent file holds none. ErrorKind::Refused when the file is damaged: it is
    /// left as it is, and nothing is saved over it in this run.
    Result<QList<api::ConnectionProfile>> read();
    /// Replaces the file in one step. ErrorKind::Refused when it cannot be written.
    Result<void> write(const QList<api::ConnectionProfile>& profiles);

    const QString& file() const { return m_file; }

private:
    QString m_file;
    bool m_damaged = false;
};

} // namespace finhub::app
