#pragma once

#include <QString>
#include <QStringList>

namespace finhub {

/// The formats of ICAO 9303: identity cards of parts 5 (TD1, three lines of 30) and 6 (TD2, two lines of 36),
/// passports of part 4 (TD3, two lines of 44).
enum class MrzFormat { Td1, Td2, Td3 };

int mrzLineCount(MrzFormat format);
/// Characters a line.
int mrzLineLength(MrzFormat format);

/// A line as somebody typed, pasted or recognised it, in the zone's own writing: upper case, without spaces,
/// full-width letters narrow, and whatever looks like the filler as `<`. A double guillemet is two fillers,
/// unless one makes the line as long as a format wants it. Other characters stay, for the reader to complain
/// about.
QString mrzLine(const QString& typed);

/// The lines of a text: one for each that is not empty, or one long line cut where a format says.
QStringList mrzLines(const QString& text);

} // namespace finhub
