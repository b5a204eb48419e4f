#pragma once

#include "core/result.h"
#include "core/values.h"

namespace finhub::api {

/// 2.3. R15: `categories` is an object keyed by code or an array with `categoryCode`, and may come without
/// envelope.
Result<QList<Category>> readCategories(const QByteArray& body);

} // namespace finhub::api
