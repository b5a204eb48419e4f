#pragma once

#include "core/enums.h"
#include "core/id.h"

#include <QString>

#include <span>

namespace finhub::sandbox {

/// 2.3: a category of the sandbox's hierarchy.
struct SandboxCategory {
    QString code;
    CategoryId id;
    QString name;
    RiskLevel risk;
    QString approver;
    bool forIndividuals;
};

std::span<const SandboxCategory> sandboxCategories();
const SandboxCategory* findCategory(const CategoryId& id);
/// The category for individuals of this risk.
const SandboxCategory& categoryOf(RiskLevel risk);

} // namespace finhub::sandbox
