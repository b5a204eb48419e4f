#pragma once

#include <QList>
#include <QRectF>
#include <QString>

namespace finhub::documents {

/// More characters of a page than these are not read.
inline constexpr int MaxTextCharacters = 200'000;

/// What is wanted of a page's text. Places take the engine half a second on a full page, text alone next to
/// nothing.
enum class TextDetail { Text, Places };

/// The text of one page of a PDF, with the place of every character. Text from outside: it may say anything,
/// and need not be what the page shows.
struct PageText {
    QString text;
    QList<QRectF> places; ///< of each UTF-16 unit, in points from the upper left corner; empty where it has
                          ///< none, and when none were asked for
    QSizeF pageSize;      ///< points
    int page = 0;         ///< from 0
    int pageCount = 1;
    bool isCut = false; ///< there is more than MaxTextCharacters
};

/// Overwrites text and places where they lie, also where other owners share them, and empties both.
void overwrite(PageText& text);

} // namespace finhub::documents
