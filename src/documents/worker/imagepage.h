#pragma once

#include "documents/worker/decodedpage.h"
#include "documents/worker/workerrequest.h"

#include <QByteArray>

namespace finhub::documents {

/// Loads the decoders for images, while files can still be opened. False when one is not installed.
bool prepareImages();

/// Starts the thread that the decoders will want, while one can still be made. It stands behind the walls
/// that are up by then.
void prepareThreads();

/// Decodes an image of this kind, and of no other, upright and fitted into the box; of a region, only the rows
/// that it needs are kept where the format allows it.
Decoding decodeImage(const QByteArray& bytes, const WorkerRequest& request);

} // namespace finhub::documents
