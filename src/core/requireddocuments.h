#pragma once

#include "core/enums.h"

#include <QList>

#include <span>

namespace finhub {

/// 4.4: the requirements of a risk level, in the order of the table; empty for an unknown risk.
std::span<const Requirement> requirementsFor(RiskLevel risk);

/// 4.4: the level of verification that a risk needs; `Unknown` for an unknown risk.
VerificationLevel levelFor(RiskLevel risk);

/// 4.4: the requirement that one document of this type satisfies, `Unknown` when none (SELFIE).
Requirement requirementOf(DocumentType type);

/// R16: whether a verification on the level `have` is enough where `need` is asked for.
bool satisfiesLevel(VerificationLevel have, VerificationLevel need);

/// 4.4: the requirements of a risk level that no document of these types satisfies, in the order of the
/// table.
QList<Requirement> missingRequirements(RiskLevel risk, const QList<DocumentType>& present);

} // namespace finhub
