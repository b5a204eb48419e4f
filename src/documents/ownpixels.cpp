#include "documents/ownpixels.h"

#include "core/secret.h"

namespace finhub::documents {

QImage ownPixels(const QImage& image)
{
    return image.copy();
}

// bits() would detach and overwrite a fresh copy; const_cast reaches the shared pixels themselves.
void wipe(QImage& image)
{
    if (!image.isNull())
        wipeMemory(const_cast<uchar*>(image.constBits()), static_cast<std::size_t>(image.sizeInBytes()));
    image = QImage();
}

} // namespace finhub::documents
