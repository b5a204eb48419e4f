#pragma once

#include "core/enums.h"

#include <QString>

/// Words for the values of a verification's start (2.6, 2.7).
namespace finhub::views::words {

QString verificationType(const WireValue<VerificationType>& type); ///< "Sanctions check"
QString dueDiligence(DueDiligence diligence);                      ///< "Standard"
QString priority(Priority priority);                               ///< "Normal"

} // namespace finhub::views::words
