#pragma once

#include <QList>
#include <QString>

namespace finhub::house {

/// One line of C++ as a checker wants to see it.
struct SourceLine {
    QString code;    ///< without comments; of a string literal only the quotes are left
    QString strings; ///< what stands in the string literals of the line, divided by line breaks
    QString include; ///< of an #include: the path with its `<` or `"` in front; else empty
};

/// Splits C++ into lines and takes comments and string literals apart. Knows raw strings and comments over
/// several lines; trigraphs and spliced lines do not occur in this house.
QList<SourceLine> splitSource(const QString& content);

} // namespace finhub::house
