#pragma once

#include <QKeyEvent>
#include <QString>

namespace finhub::views {

/// The one key of a reason code, a capital letter; empty for a code that is not of the catalogue. The same
/// wherever reasons are chosen, so that a hand learns it once.
QString reasonKey(const QString& code);
/// The code that this key press chooses; empty for any other key and with modifiers other than Shift.
QString reasonOf(const QKeyEvent& event);

} // namespace finhub::views
