#pragma once

#include "core/error.h"

#include <QList>
#include <QString>

namespace finhub::views {

/// What a member of a request is called on screen, for VALIDATION_FAILED (1.4); its own name, made harmless,
/// where the console has no field for it.
QString memberName(const QString& member);

/// "FinHub did not accept the user id: “…”." with what the server says of each value, as plain text.
QString refusedValuesText(const QList<FieldFault>& faults);

} // namespace finhub::views
