#pragma once

#include <QString>

namespace finhub {

/// ICAO 9303 part 3, section 5: how a country is written in the machine-readable zone: its ISO 3166-1 alpha-3
/// code, `D` for Germany. Takes what countryNamed() takes; empty for a country that it does not know.
QString mrzCountryCode(const QString& country);

} // namespace finhub
