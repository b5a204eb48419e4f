#pragma once

#include "sandbox/specimens/sheet.h"
#include "sandbox/specimens/specimenrandom.h"

namespace finhub::sandbox {

/// A company that does not exist: name, colour and the shape of its sign.
struct Company {
    QString name;
    QString line; ///< below the name: what it does, where it is
    QColor colour;
    int sign = 0;
};

/// Draws sign and name at the top of a page.
void drawLetterhead(Sheet& sheet, const Company& company);
/// The sign alone, in a square.
void drawSign(Sheet& sheet, const QRectF& square, const Company& company);

/// A colour that prints well, for a company.
QColor houseColour(SpecimenRandom& random);

} // namespace finhub::sandbox
