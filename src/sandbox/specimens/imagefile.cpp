#include "sandbox/specimens/imagefile.h"

#include <QBuffer>
#include <QImageWriter>

namespace finhub::sandbox {

QByteArray imageFile(const QImage& picture, MimeType mime, const QString& comment)
{
    if (mime != MimeType::Jpeg && mime != MimeType::Png)
        return {};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, mime == MimeType::Jpeg ? "jpeg" : "png");
    if (mime == MimeType::Jpeg)
        writer.setQuality(88);
    else
        writer.setCompression(20); // of 100: larger files, but four times as fast as the default
    writer.setText(QStringLiteral("Comment"), comment);
    writer.write(picture);
    return buffer.data();
}

} // namespace finhub::sandbox
