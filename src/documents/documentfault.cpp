#include "documents/documentfault.h"

namespace finhub::documents {

Error brokenDocument(DocumentFault fault, const QString& technical)
{
    Error error = Error::of(ErrorKind::BrokenDocument, technical);
    error.documentFault = fault;
    return error;
}

} // namespace finhub::documents
