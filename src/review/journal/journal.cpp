#include "review/journal/journal.h"

namespace finhub::review {

Journal::~Journal() = default;

} // namespace finhub::review
