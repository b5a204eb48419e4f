#pragma once

#include "core/enums.h"

#include <QByteArray>
#include <QImage>

namespace finhub::sandbox {

/// The picture as a JPEG or PNG file; empty for other kinds.
QByteArray imageFile(const QImage& picture, MimeType mime);

} // namespace finhub::sandbox
