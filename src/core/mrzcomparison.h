#pragma once

#include "core/mrzreader.h"
#include "core/values.h"

namespace finhub {

/// How a field of a machine-readable zone and what the customer declared go together.
enum class MrzMatch {
    Same,
    SameAsFarAsItGoes, ///< the zone had no room for the rest, or leaves a part of the date open
    Partly,            ///< one of the two has more names than the other
    Differs,
    NotDeclared, ///< the customer was not asked, or has not said
    NotWritten,  ///< the zone leaves it empty
};

/// One field beside the declared one.
struct MrzComparedField {
    MrzField field = MrzField::Surname;
    QString written;  ///< as the zone has it
    QString declared; ///< as the zone would have it; empty when not declared
    MrzMatch match = MrzMatch::NotDeclared;

    friend bool operator==(const MrzComparedField&, const MrzComparedField&) = default;
};

/// Sets what a zone says of the person beside what they declared: surname, given names, nationality, date of
/// birth and sex, in this order. Declared texts are brought into the zone's alphabet first; of letters that a
/// zone may spell in two ways (Ü as UE or U) both are taken. Decides nothing. Any thread.
QList<MrzComparedField> compareMrz(const MrzReading& reading, const Person& declared);

} // namespace finhub
