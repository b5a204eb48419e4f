#pragma once

#include <QString>
#include <QStringList>

/// The countries that a nationality is chosen from (1.6: the English short name, compared without case). The
/// wire takes any text, so a name that is not here may be sent as well.
namespace finhub {

/// The 249 English short names of ISO 3166-1 in their everyday form ("Iran", not "Iran, Islamic Republic
/// of"), in alphabetical order.
QStringList countryNames();

/// The name in the list that this text stands for, without regard to case, accents and surrounding space;
/// also for ISO's long forms and other usual names ("Viet Nam", "UK"). Empty when there is none.
QString countryNamed(const QString& text);

/// The ISO 3166-1 alpha-2 code of the country that countryNamed() finds; empty when there is none.
QString countryCode(const QString& text);

/// Whether countryNamed() finds one.
bool isKnownCountry(const QString& text);

} // namespace finhub
