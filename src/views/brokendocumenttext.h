#pragma once

#include "core/error.h"
#include "views/errortext.h"

namespace finhub::views {

/// What is wrong with a document's bytes, in words (ErrorKind::BrokenDocument).
ErrorText brokenDocumentText(DocumentFault fault);

} // namespace finhub::views
