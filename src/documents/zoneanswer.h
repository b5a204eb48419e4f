#pragma once

#include "core/result.h"
#include "documents/sealedmemory.h"
#include "documents/workertask.h"
#include "documents/zonetext.h"

namespace finhub::documents {

/// Reads what a worker says that stands in a machine-readable zone, as readAnswer() does: a line too many, a
/// character too many or one of another alphabet makes the whole answer worthless.
///
/// Fails with ErrorKind::NotOffered where this computer has nothing to read with, else with
/// ErrorKind::BrokenDocument.
Result<ZoneText> readZoneAnswer(SealedMemory memory, int exitCode, const WorkerTask& task);

} // namespace finhub::documents
