#pragma once

#include <QColor>
#include <QString>

#include <array>

namespace finhub::sandbox {

/// What a country prints on its documents.
struct Country {
    QString name;         ///< English short name (1.6)
    QString iso2;         ///< ISO 3166 alpha-2, empty for a country we do not know
    QString mrzCode;      ///< ICAO 9303: alpha-3, but `D` for Germany; UTO for a country we do not know
    QString nativeName;   ///< as the country calls itself, upper case
    QString passportWord; ///< in its own language, as the three below
    QString cardWord;
    QString licenceWord;
    QString invoiceWord;
    std::array<QColor, 3> colours; ///< of its flag
    QString currency;              ///< ISO 4217
    bool decimalComma = true;
    bool inEuropeanUnion = false;
};

/// Finds a country without regard to case; one that is not in the table gets English words.
Country countryNamed(const QString& englishName);

} // namespace finhub::sandbox
