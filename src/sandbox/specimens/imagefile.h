#pragma once

#include "core/enums.h"

#include <QByteArray>
#include <QImage>

namespace finhub::sandbox {

/// The picture as a JPEG or PNG file with a comment in it; empty for other kinds.
QByteArray imageFile(const QImage& picture, MimeType mime, const QString& comment);

} // namespace finhub::sandbox
