#pragma once

#include "core/mrzlines.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace finhub {

/// What stands in a machine-readable zone, in the order in which it is shown.
enum class MrzField {
    DocumentCode,
    IssuingState,
    DocumentNumber,
    Surname,
    GivenNames,
    Nationality,
    DateOfBirth,
    Sex,
    Expiry,
    OptionalData, ///< of a passport: the personal number
    MoreOptionalData,
    Composite, ///< the digit over most of the others
};

/// What the check digit says of a field.
enum class MrzCheck {
    None,  ///< no digit of its own covers it
    Holds, ///< it fits. That is no proof: see MrzReader's remarks on what the scheme cannot see
    Fails, ///< field or digit is wrong
};

/// One field of a zone.
struct MrzValue {
    MrzField field = MrzField::DocumentCode;
    QString text; ///< as it stands, without the fillers behind it; fillers inside it are spaces
    MrzCheck check = MrzCheck::None;
    bool wellFormed = true; ///< a date is one, a state is letters, a sex is M, F or none, a digit is a digit
    QChar digit;            ///< the check digit as it stands; null where there is none
    QChar expectedDigit;    ///< what it should be; null where there is none, or it cannot be computed

    friend bool operator==(const MrzValue&, const MrzValue&) = default;
};

/// A zone that could be taken apart. That it could does not mean that it is right.
struct MrzReading {
    MrzFormat format = MrzFormat::Td3;
    QStringList lines; ///< in the zone's own writing
    QList<MrzValue> values;
    QString birthDigits;        ///< six characters as they stand, parts that nobody knows as `<`
    QDate dateOfBirth;          ///< invalid when incomplete or impossible
    QDate expiry;               ///< likewise
    bool namesMayBeCut = false; ///< the names fill their field to the end

    /// Nullptr where the format does not have the field, or it is empty.
    const MrzValue* find(MrzField field) const;
    /// The text of a field; empty where there is none.
    QString text(MrzField field) const;
    /// Whether every check digit holds and every field is well formed.
    bool isSound() const;
};

/// Why lines could not be taken apart. Lines and columns are counted from 0.
struct MrzFault {
    enum class Kind {
        Nothing,      ///< there is no text
        NoFormat,     ///< no format has so many lines, or lines so long
        BadCharacter, ///< something other than A-Z, 0-9 and `<`
    };
    Kind kind = Kind::Nothing;
    int line = 0;
    int column = 0;
    QChar character;

    friend bool operator==(const MrzFault&, const MrzFault&) = default;
};

/// Takes the lines of a machine-readable zone apart (ICAO 9303 parts 3 to 6) and computes every check digit,
/// the composite one included. Lines may be written as mrzLine() allows. A document number of more than nine
/// characters goes on in the optional data (part 5, 4.2.2, and part 6). Any thread.
///
/// Two digits of a year mean: of birth, the latest such date that is not after `today`; of expiry, the one
/// from fifty years before the year of `today` to forty-nine after it.
///
/// What the check digits cannot see: a character in the place of another whose value differs by ten or twenty
/// or thirty (0, A, K, U and the filler; 1, B, L, V; …), two neighbours exchanged whose values differ by five
/// or a multiple of it (0 and 5, 1 and 6, …), anything in names, states, nationality and sex, which no digit
/// covers. A letter in a date is noticed by its being one. A wrong digit for a digit in a field that a check
/// digit covers is always noticed.
tl::expected<MrzReading, MrzFault> readMrz(const QStringList& lines, const QDate& today);

} // namespace finhub
