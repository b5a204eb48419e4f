#pragma once

#include "core/secret.h"

class QLineEdit;

namespace finhub::views {

/// What is typed into a field, as a Secret. The field keeps its own text: `Secret::take(edit->text())` would
/// overwrite it, since the string that a field hands out is the one that it holds, and whoever tries once
/// more would send as many zeros.
Secret secretOf(const QLineEdit* edit);
/// Empties a field whose secret has been used, and overwrites what it held.
void wipeField(QLineEdit* edit);

} // namespace finhub::views
