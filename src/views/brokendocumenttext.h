#pragma once

#include "core/error.h"
#include "views/errortext.h"

namespace finhub::views {

/// What is wrong with a document, in words (ErrorKind::BrokenDocument). What it has too much of is counted in
/// the way of the default locale; beyond the limit a number is rounded up, so that it never looks allowed.
ErrorText brokenDocumentText(const Error& error);

} // namespace finhub::views
