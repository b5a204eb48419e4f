#pragma once

#include <QDate>
#include <QString>

namespace finhub::sandbox {

/// As ICAO 9303 part 3 wants it in two languages: `15 MAY/MAI 1990`.
QString passportDate(const QDate& date);
/// `15.05.1990`, as cards and letters print it.
QString shortDate(const QDate& date);

} // namespace finhub::sandbox
