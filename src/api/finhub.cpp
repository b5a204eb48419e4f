#include "api/finhub.h"

namespace finhub::api {

FinHub::~FinHub() = default;

} // namespace finhub::api
