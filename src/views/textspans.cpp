// clazy:excludeall=use-static-qregularexpression
#include "views/textspans.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace finhub::views {

namespace {
/// How much farther another line is than another letter.
constexpr double LineWeight = 6;

double beyond(double at, double low, double high)
{
    return std::max({low - at, at - high, 0.0});
}

/// The character nearest to a point; -1 when none has a place.
int nearest(const documents::PageText& page, QPointF point)
{
    int best = -1;
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < page.places.size(); ++i) {
        const QRectF& place = page.places.at(i);
        if (place.isEmpty())
            continue;
        const double far = beyond(point.x(), place.left(), place.right()) +
                           beyond(point.y(), place.top(), place.bottom()) * LineWeight;
        if (far < least) {
            least = far;
            best = i;
        }
    }
    return best;
}
} // namespace

QList<TextSpan> findSpans(const QString& text, const QString& wanted)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    QStringList words = wanted.split(space, Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    for (QString& word : words)
        word = QRegularExpression::escape(word);
    const auto options =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    // What is looked for differs every time, so there is nothing to keep (the check is off in this file).
    const QRegularExpression pattern(words.join(space.pattern()), options);
    QList<TextSpan> spans;
    for (auto match = pattern.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch hit = match.next();
        spans.append({int(hit.capturedStart()), int(hit.capturedLength())});
    }
    return spans;
}

QList<QRectF> placesOf(const documents::PageText& page, const TextSpan& span)
{
    QList<QRectF> places;
    const int end = std::min(span.end(), int(page.places.size()));
    for (int i = std::max(0, span.from); i < end; ++i) {
        const QRectF& place = page.places.at(i);
        if (place.isEmpty())
            continue;
        const bool goesOn = !places.isEmpty() &&
                            std::abs(places.last().center().y() - place.center().y()) < place.height() / 2 &&
                            place.left() >= places.last().left();
        if (goesOn)
            places.last() |= place;
        else
            places.append(place);
    }
    return places;
}

TextSpan spanBetween(const documents::PageText& page, QPointF from, QPointF to)
{
    const int a = nearest(page, from);
    const int b = nearest(page, to);
    if (a < 0 || b < 0)
        return {};
    return {std::min(a, b), std::abs(a - b) + 1};
}

} // namespace finhub::views
