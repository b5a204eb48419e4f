#pragma once

#include <QRect>
#include <QSize>
#include <QStringList>

namespace finhub::documents {

/// More lines, and more characters in one, no machine-readable zone has (ICAO 9303).
inline constexpr int MaxZoneLines = 3;
inline constexpr int MaxZoneCharacters = 44;

/// Which part of a page is to be read as a machine-readable zone.
struct ZoneRequest {
    int page = 0;
    QSize box = {};    ///< as in RenderRequest
    QRect region = {}; ///< the zone, in pixels of the page in that box
    int quarters = 0;  ///< turned so often to the right, its lines run from left to right
};

/// What was read: at most MaxZoneLines of at most MaxZoneCharacters each, of A to Z, 0 to 9 and `<`. A guess at
/// what somebody printed, and from outside: nothing may be decided by it.
struct ZoneText {
    QStringList lines; ///< empty when there is nothing that looks like one
};

} // namespace finhub::documents
