#pragma once

#include <QImage>

namespace finhub::documents {

/// The same picture in memory of its own. What a worker has answered lies in memory that is sealed against
/// every change, so it can only be given back, never overwritten.
QImage ownPixels(const QImage& image);

/// Overwrites the pixels in place, also where other owners share them, and empties the image. It must have
/// memory of its own.
void wipe(QImage& image);

} // namespace finhub::documents
