#pragma once

#include "documents/worker/decodedpage.h"
#include "documents/worker/workerrequest.h"

#include <QByteArray>

namespace finhub::documents {

/// Loads the PDF engine while files can still be opened.
void preparePdf();

/// Renders one page, or the region asked for of it, on white, annotations included: what people write into a form often is one. Fonts that
/// the document does not bring along are replaced by those built into the engine, since no file can be
/// opened.
Decoding decodePdf(const QByteArray& bytes, const WorkerRequest& request);

} // namespace finhub::documents
