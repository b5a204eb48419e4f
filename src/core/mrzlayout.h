#pragma once

#include "core/mrzlines.h"

#include <array>

namespace finhub {

/// A field of a zone: positions of all lines behind one another, from 0. Of length 0 where there is none.
struct MrzPlace {
    qsizetype at = 0;
    qsizetype length = 0;
};

/// Where the fields of a format stand (ICAO 9303 part 4, 4.2.2; part 5, 4.2.2; part 6, 4.2.2). The check
/// digits of document number and dates are right behind them.
struct MrzLayout {
    MrzPlace documentCode;
    MrzPlace issuingState;
    MrzPlace names;
    MrzPlace documentNumber;
    MrzPlace nationality;
    MrzPlace dateOfBirth;
    MrzPlace sex;
    MrzPlace expiry;
    MrzPlace optionalData;
    MrzPlace moreOptionalData;
    bool optionalHasDigit = false;    ///< right behind the optional data
    bool numberMayGoOn = false;       ///< in the optional data
    std::array<MrzPlace, 4> united{}; ///< what the composite digit covers, in this order
    qsizetype composite = 0;          ///< where that stands
};

MrzLayout mrzLayout(MrzFormat format);

} // namespace finhub
