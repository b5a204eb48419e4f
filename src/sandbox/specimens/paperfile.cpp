#include "sandbox/specimens/paperfile.h"

#include "sandbox/specimens/canonicalpdf.h"

#include <QBuffer>
#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace finhub::sandbox {

QByteArray paperAsPdf(const Paper& paper, const QString& mark, const QDate& madeOn)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(mark + QStringLiteral(" · ") + paper.title);
        writer.setCreator(QStringLiteral("FinHub sandbox"));
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setResolution(254); // one unit is a tenth of a millimetre, as in Sheet
        QPainter painter(&writer);
        Sheet sheet(painter);
        for (qsizetype page = 0; page < paper.pages.size(); ++page) {
            if (page > 0)
                writer.newPage();
            paper.pages.at(page)(sheet);
        }
    }
    return canonicalPdf(buffer.data(), madeOn);
}

QImage paperAsImage(const Paper& paper)
{
    constexpr double PixelsPerUnit = 150 / 254.0;
    QImage image(qRound(Sheet::Width * PixelsPerUnit), qRound(Sheet::Height * PixelsPerUnit),
                 QImage::Format_RGB32);
    image.fill(QColor(0xFD, 0xFD, 0xFC));
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(PixelsPerUnit, PixelsPerUnit);
    Sheet sheet(painter);
    paper.pages.constFirst()(sheet);
    return image;
}

} // namespace finhub::sandbox
