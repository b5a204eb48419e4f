#pragma once

#include "documents/pagetext.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

namespace finhub::views {

/// A run of characters: from the first, so many.
struct TextSpan {
    int from = 0;
    int length = 0;

    int end() const { return from + length; }
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// Where a text is found, in its order: upper and lower case are the same, and any white space is any other,
/// so that a line may end inside.
QList<TextSpan> findSpans(const QString& text, const QString& wanted);

/// The places of a span in points, one for each stretch of a line.
QList<QRectF> placesOf(const documents::PageText& page, const TextSpan& span);

/// What is selected between two points of the page, in points and in either order: whole characters. Nothing
/// where the page has no places.
TextSpan spanBetween(const documents::PageText& page, QPointF from, QPointF to);

} // namespace finhub::views
