#pragma once

#include "documents/worker/answersheet.h"
#include "documents/worker/workerrequest.h"
#include "documents/workerprotocol.h"

#include <QByteArray>

namespace finhub::documents {

/// Ends the process. Nothing is tidied up: the process is the tidying up, and a damaged heap is better left
/// alone.
[[noreturn]] void leave(WorkerExit exit);

/// What a worker does with its document once it is locked in: leaves an answer on the sheet, and leaves.
using Work = void (*)(const AnswerSheet& sheet, const QByteArray& bytes, const WorkerRequest& request);

/// The life of a worker (workerprotocol.h): loads what it may need, raises the outer walls, waits for its one
/// order, raises the inner walls, does its work and ends. Tests give it other work to do than decoding, and a
/// worker with more in it loads that with `prepareMore`. With --report it raises its walls, says on standard
/// error which stand, and ends.
[[noreturn]] void workerMain(int argc, char* argv[], Work work, void (*prepareMore)() = nullptr);

} // namespace finhub::documents
