#pragma once

#include "documents/worker/workerrequest.h"

#include <optional>

namespace finhub::documents {

/// Tells the console that everything is loaded; see WorkerReady. Nobody need listen: the order may be on its
/// way already.
void sayReady(int landlock);

/// The order has come already, so that there is no time to lose.
bool isOrderThere();

/// Waits for the one order and puts the document and the memory for the answer at DocumentFd and AnswerFd,
/// which closes the socket. Nothing when the console has gone or what came is no order.
std::optional<WorkerRequest> receiveOrder();

} // namespace finhub::documents
