#pragma once

#include "views/errortext.h"

namespace finhub::views {

/// Why no safe connection was made, in words: the reason, that nothing was sent, and whom it is for to mend.
/// There is no way round it here.
ErrorText tlsText(TlsFault fault, Attempt attempt);

} // namespace finhub::views
