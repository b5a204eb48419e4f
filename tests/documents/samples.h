#pragma once

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QList>

/// Documents made on the spot.
namespace finhub::documents::samples {

/// The colour that fills page `page` of a PDF.
QColor pageColor(int page);
/// A4 pages, each filled with its colour.
QByteArray pdf(int pages);
/// An A4 page full of lines of text.
QByteArray pdfWithText();
/// An A4 page of 2600 lines, each of its number in five digits and 95 letters.
QByteArray pdfWithEndlessText();
/// An A4 page with rows of a table, whose columns stand far apart.
QByteArray pdfWithTable();
/// Small pages with nothing on them, as many as it takes.
QByteArray pdfOfEmptyPages(int pages);
/// A one-page PDF from its objects (without `obj` and `endobj`, counted from 1; the first is the catalogue),
/// with a correct cross-reference table.
QByteArray pdfOf(const QList<QByteArray>& objects);

/// Four quarters: red, green, blue, white; clockwise from the left upper corner.
QImage quarters(const QSize& size);
QByteArray png(const QImage& image);
QByteArray jpeg(const QImage& image, bool progressive = false);

/// A PNG from its chunks, each of type and data, with correct check sums.
QByteArray pngOf(const QList<std::pair<QByteArray, QByteArray>>& chunks);
/// The data of an IHDR chunk: 8 bits a channel, colour type as in the PNG standard.
QByteArray pngHeader(quint32 width, quint32 height, quint8 colourType);
/// A zlib stream of so many zeros, made without holding them in memory.
QByteArray deflatedZeros(qint64 count);

} // namespace finhub::documents::samples
