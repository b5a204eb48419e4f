#pragma once

#include "documents/pagetext.h"
#include "documents/worker/decodedpage.h"

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QString>

namespace finhub::documents {

/// The text of a page as the engine leaves it.
struct DecodedText {
    QString text;
    QList<QRectF> places; ///< one for each UTF-16 unit, in points
    int pageCount = 1;
    QSizeF pageSize;
    bool isCut = false;
};

using TextDecoding = tl::expected<DecodedText, Refusal>;

/// Reads the text of one page. The engine tells where a run of text is, and takes milliseconds for each, so
/// it is asked for lines, for three words at a time, and for single words where these lie apart; their room
/// is shared out by how wide letters usually are. When it takes too long, the rest of the page has lines
/// only, at last no places.
TextDecoding readPdfText(const QByteArray& bytes, int page, TextDetail detail);

} // namespace finhub::documents
