#include "sandbox/specimens/specimen.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>

namespace finhub::sandbox {

namespace {
void drawSheet(QPainter& painter, const SpecimenRequest& request)
{
    painter.drawText(200, 300, QStringLiteral("SPECIMEN %1").arg(request.seed));
    painter.drawText(200, 500, request.person.firstName + u' ' + request.person.lastName);
}
} // namespace

QByteArray drawSpecimen(const SpecimenRequest& request)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (request.mime == MimeType::Pdf) {
        QPdfWriter writer(&buffer);
        QPainter painter(&writer);
        drawSheet(painter, request);
    } else {
        QImage image(1400, 985, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawSheet(painter, request);
        painter.end();
        QImageWriter(&buffer, request.mime == MimeType::Png ? "png" : "jpeg").write(image);
    }
    return buffer.data();
}

} // namespace finhub::sandbox
