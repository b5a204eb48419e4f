#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

namespace finhub {

/// ICAO 9303 part 3, 4.9: the check digit ('0'-'9') over the characters `A-Z 0-9 <`, weights 7 3 1. Returns a
/// null QChar when another character is in the text.
QChar mrzCheckDigit(QStringView characters);

/// ICAO 9303 part 3, section 6: a name in the MRZ's alphabet: upper case, diacritics resolved, apostrophes
/// dropped, every run of anything else one filler `<`, none at either end.
QString mrzTransliterated(const QString& name);

/// What the machine-readable zone of a passport (TD3) or an identity card (TD1) says.
struct MrzFields {
    QString documentNumber; ///< at most nine characters of A-Z 0-9
    QString issuingState;   ///< three letters, e.g. LTU
    QString nationality;    ///< three letters
    QString surname;
    QString givenNames;
    QDate dateOfBirth;
    QDate expiry;
    QChar sex = QLatin1Char('<'); ///< M, F or <
};

/// ICAO 9303 part 4: the two lines of 44 characters of a passport, check digits included.
QStringList mrzTd3(const MrzFields& fields);
/// ICAO 9303 part 5: the three lines of 30 characters of an identity card, check digits included.
QStringList mrzTd1(const MrzFields& fields);

} // namespace finhub
