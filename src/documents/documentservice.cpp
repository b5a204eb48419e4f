#include "documents/documentservice.h"

namespace finhub::documents {

DocumentService::~DocumentService() = default;

} // namespace finhub::documents
