#pragma once

#include "sandbox/routes/requestcontext.h"

namespace finhub::sandbox {

/// Puts the thing that the path names into the context, or answers that there is none (404). Everything
/// belongs to one tenant; for the other there is nothing.
std::optional<Refusal> findResource(RequestContext& context);

} // namespace finhub::sandbox
