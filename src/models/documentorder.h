#pragma once

#include "core/values.h"

namespace finhub::models {

/// The documents as they are shown: the identity document first and a selfie last, in the order of the
/// contract's table of types (2.8); those of one type as they came.
QList<Document> inViewingOrder(QList<Document> documents);

} // namespace finhub::models
