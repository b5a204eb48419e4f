#pragma once

#include <QByteArray>
#include <QString>

namespace finhub::views {

/// Writes what was exported where the person said, for its owner only and in one step: what was there before
/// stays until all of it is there. Nothing when it succeeded, else a sentence. GUI thread.
QString writeExport(const QString& file, const QByteArray& content);

} // namespace finhub::views
