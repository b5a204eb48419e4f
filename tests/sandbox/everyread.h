#pragma once

#include "sandboxfixture.h"

namespace finhub::test {

/// What every GET of the contract answers, by path: status, entity tag and body. Follows the ids in the
/// answers, so that nothing that can be read is left out. Changes nothing; no clock is in any of it.
QMap<QString, QByteArray> everyRead(SandboxClient& client);

/// The first path at which two of them differ, with both answers; empty when they are the same.
QString firstDifference(const QMap<QString, QByteArray>& before, const QMap<QString, QByteArray>& after);

} // namespace finhub::test
