#pragma once

#include <QByteArray>
#include <QString>

namespace finhub::app {

/// The stable id of this installation (1.2, `deviceId`): read from the file, made and written there at first
/// start. It names the installation and nothing about who uses it. Where the file cannot be written the id is
/// good for this run only.
QByteArray installationId(const QString& file);

} // namespace finhub::app
