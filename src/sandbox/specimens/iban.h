#pragma once

#include "sandbox/specimens/countries.h"
#include "sandbox/specimens/specimenrandom.h"

#include <QString>

namespace finhub::sandbox {

/// An account number of the country's length with right check digits (ISO 13616), in electronic form.
/// Countries without an entry in the table bank in Lithuania.
QString ibanFor(const Country& country, SpecimenRandom& random);

/// ISO 7064 mod 97-10 of a whole IBAN: 1 when its check digits are right, -1 for other characters.
int ibanRemainder(QStringView iban);

/// In groups of four, as printed.
QString ibanText(const QString& iban);

} // namespace finhub::sandbox
