#pragma once

#include "core/values.h"

#include <QString>

#include <functional>

namespace finhub::models {

/// The columns of the customer table, in their order.
enum class CustomerColumn { Name, Email, Nationality, Risk, Stage, Verification, Waiting, Created };
inline constexpr int CustomerColumnCount = 8;

/// Where the customer table takes its words from; the views inject both. They are asked for cells that are on
/// screen only, so they may format on the spot, but must not be slow. Neither may be empty.
struct CustomerTexts {
    std::function<QString(const DirectoryEntry&, CustomerColumn)> cell;
    std::function<QString(CustomerColumn)> header;
};

} // namespace finhub::models
