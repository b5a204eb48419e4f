#pragma once

#include "core/enums.h"
#include "documents/worker/decodedpage.h"

#include <QByteArray>

namespace finhub::documents {

/// Loads the decoder for this kind of image and everything it may want later, while files can still be
/// opened and threads made. False when it is not installed.
bool prepareImages(MimeType kind);

/// Decodes an image of this kind, and of no other, upright and fitted into the box.
Decoding decodeImage(const QByteArray& bytes, MimeType kind, int page, const QSize& box);

} // namespace finhub::documents
