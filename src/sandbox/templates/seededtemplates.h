#pragma once

#include "sandbox/templates/consenttemplate.h"

#include <vector>

namespace finhub::sandbox {

/// The templates that a sandbox starts with, the same whatever the seed: one in English for every type,
/// version 1.0, effective from 2026-01-01. The text is invented and binds nobody.
std::vector<ConsentTemplate> seededTemplates();

} // namespace finhub::sandbox
