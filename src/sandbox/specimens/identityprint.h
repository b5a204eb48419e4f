#pragma once

#include "sandbox/specimens/countries.h"
#include "sandbox/specimens/face.h"
#include "sandbox/specimens/identityfields.h"

#include <QColor>
#include <QImage>
#include <QRectF>
#include <QSize>
#include <QStringList>

class QPainter;

/// The parts that passport pages and cards have in common.
namespace finhub::sandbox {

/// What is printed on a document and whose face it shows.
struct IdentityPrint {
    IdentityFields fields;
    Country country;
    Face face;
    Outfit outfit;
    QString signatureName;
    quint64 hand = 0; ///< of the signature
    quint64 seed = 0;
};
IdentityPrint identityPrint(const SpecimenRequest& request);

/// A transparent sheet with rounded corners, already filled with the security paper.
QImage securitySheet(const QSize& size, double cornerRadius, const IdentityPrint& print);

/// The name of a document in the country's language, English and French, none of them twice.
QString inThreeLanguages(const QString& native, const QString& english, const QString& french);

/// A small label with the value below it; a long value shrinks, then takes a second line.
void drawField(QPainter& painter, const QRectF& box, const QString& label, const QString& value,
               int valueSize);
void drawMainPortrait(QPainter& painter, const QRectF& frame, const IdentityPrint& print);
/// The second, faint portrait in one colour.
void drawGhostPortrait(QPainter& painter, const QRectF& frame, const IdentityPrint& print);
/// Lighter paper below the machine-readable zone, up to the rounded corners.
void drawZonePaper(QPainter& painter, const QRectF& band);
/// Lines of the machine-readable zone over the width of `zone`, `columns` characters each.
void drawMachineReadableZone(QPainter& painter, const QRectF& zone, const QStringList& lines, int columns);
/// A seal that belongs to no state: a star in rings, in the country's colours.
void drawSeal(QPainter& painter, const QPointF& centre, double radius, const Country& country);
/// Rows of the word SPECIMEN too small to notice from afar.
void drawMicrotext(QPainter& painter, const QRectF& line, const QColor& ink);

} // namespace finhub::sandbox
