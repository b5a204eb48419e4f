#pragma once

#include <QDate>
#include <QString>

/// What people type or paste, in the form in which it is kept and sent.
namespace finhub::review {

/// A line without surrounding and doubled space, with line breaks and tabs as spaces, and without characters
/// that cannot be seen (controls, direction marks, zero-width ones other than the joiners that some scripts
/// need).
QString cleanLine(const QString& typed);

/// A telephone number without the signs that people put between its digits, the `(0)` of a number that begins
/// with a country code among them. Whether it is one is isPhone()'s to say.
QString cleanPhone(const QString& typed);

/// A day as people write it: 1990-05-15, 15.5.1990, 15 May 1990. Invalid when it is none. Slashes are not
/// read, since they mean different days in different places.
QDate readDate(const QString& typed);

} // namespace finhub::review
