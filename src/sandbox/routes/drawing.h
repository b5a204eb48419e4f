#pragma once

#include "sandbox/routes/requestcontext.h"

/// Seeded documents are drawn when an answer first needs them.
namespace finhub::sandbox {

/// What has to be drawn so that this document of the context's case can be read.
DocumentToDraw documentToDraw(const RequestContext& context, const DocumentRecord& document);

/// Fills in size and hash of each specimen; returns those that have to be drawn first.
std::vector<DocumentToDraw> fillDigests(const RequestContext& context, QList<DocumentRecord>& documents);

} // namespace finhub::sandbox
