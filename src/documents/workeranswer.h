#pragma once

#include "core/result.h"
#include "documents/documentservice.h"
#include "documents/pagetext.h"
#include "documents/sealedmemory.h"
#include "documents/workerprotocol.h"
#include "documents/workertask.h"

namespace finhub::documents {

/// Reads what a worker that ended with this exit code left behind, as if an attacker had written it: every
/// number is compared with what an honest worker could have said. The pixels are not copied; the image keeps
/// the memory, which nobody can change any more.
///
/// The worker has ended. Fails with ErrorKind::BrokenDocument.
Result<RenderedPage> readAnswer(SealedMemory memory, int exitCode, const WorkerTask& task);

/// What every answer begins with: that it is finished, and of a page that the document can have. Nobody can
/// change the memory afterwards.
Result<WorkerAnswer> readHead(SealedMemory& memory, int exitCode, const WorkerTask& task);

/// The same for a task that asked for text. Characters that lie beside the page have no place; a number that
/// is none makes the whole answer worthless.
Result<PageText> readTextAnswer(SealedMemory memory, int exitCode, const WorkerTask& task);

} // namespace finhub::documents
