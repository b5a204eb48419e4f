#pragma once

#include "samples.h"

/// Documents that mean no good, made on the spot.
namespace finhub::documents::samples {

/// A PDF of one page without anything on it, with this MediaBox.
QByteArray pdfWithBox(const QByteArray& box);
/// A page of 100 x 100 points with this content and these resources; further objects from 5 on.
QByteArray pdfPage(const QByteArray& content, const QByteArray& resources = {},
                   const QList<QByteArray>& objects = {});
/// The same with its content in a stream with these entries.
QByteArray pdfWithStream(const QByteArray& entries, const QByteArray& data);
/// A page tree whose only branch is itself.
QByteArray pdfThatContainsItself();
/// Every form shows the next one twice: two to the power of `depth` times the last.
QByteArray pdfOfNestedForms(int depth);
/// A form that shows itself.
QByteArray pdfOfAFormInItself();
/// A page filled with a pattern of this step.
QByteArray pdfOfTiles(const QByteArray& step);
/// A page that is one grey image of so many pixels a side.
QByteArray pdfWithImage(int side, const QByteArray& filters, const QByteArray& data);

/// A zlib stream of these bytes.
QByteArray deflated(const QByteArray& bytes);
/// So many zeros, compressed twice; for the filters of `Twice`.
QByteArray doublyDeflatedZeros(qint64 count);
inline constexpr char Twice[] = "/FlateDecode/FlateDecode";

/// A black PNG with all its pixels; with `bytesPerPixel` 0 without any.
QByteArray pngOfZeros(quint32 width, quint32 height, quint8 colourType, int bytesPerPixel);
/// A small PNG with further chunks before its pixels.
QByteArray pngWithChunks(const QList<std::pair<QByteArray, QByteArray>>& chunks);

/// A small JPEG that is told that it is this large.
QByteArray jpegThatClaims(quint16 width, quint16 height, bool progressive = false);
/// A grey JPEG with all its blocks, a quarter of a byte each.
QByteArray jpegOfGrey(quint16 width, quint16 height);
/// A progressive one of so many components, with all its blocks, and `scans` more over them all.
QByteArray progressiveOfGrey(quint16 width, quint16 height, int components, int scans);

} // namespace finhub::documents::samples
