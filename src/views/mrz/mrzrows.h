#pragma once

#include "core/mrzcomparison.h"
#include "core/mrzreader.h"
#include "views/fieldlist.h"

#include <QList>

/// A machine-readable zone as rows for people.
namespace finhub::views {

/// The fields beside the declared ones, differences marked. `masked`: for a role that does not see the
/// declared date of birth.
QList<FieldRow> mrzComparedRows(const MrzReading& reading, const Person& declared, bool masked);
/// What else stands in the zone.
QList<FieldRow> mrzOtherRows(const MrzReading& reading, const QDate& today);
/// The check digits.
QList<FieldRow> mrzDigitRows(const MrzReading& reading);

} // namespace finhub::views
