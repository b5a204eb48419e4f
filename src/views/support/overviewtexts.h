#pragma once

#include "core/values.h"

#include <QString>

/// Words and short forms that only the customer page needs.
namespace finhub::views::overview {

QString customerStatus(const QString& status); ///< "Registration completed" of CS_REGISTRATION_COMPLETED
QString userStatus(const QString& status);     ///< "Pending activation"
QString documentStatus(const WireValue<DocumentStatus>& status);
QString verificationType(const WireValue<VerificationType>& type);
/// The first and the last characters of a long id or checksum: "e27d5b90…7e2f49". Short ones stay whole.
QString shortened(const QString& id);
/// A reason for people; internal ones are marked, since they must not be told.
QString reasonWithMark(const QString& code);

} // namespace finhub::views::overview
