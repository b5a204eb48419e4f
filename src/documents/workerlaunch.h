#pragma once

class QProcess;

namespace finhub::documents {

/// Starts the process as a worker as workerprotocol.h describes it: the socket as standard input, no
/// environment, nothing else open, dead with its parent. The socket has to be above the standard descriptors
/// and may be closed afterwards.
void launchWorker(QProcess& process, int socket);

} // namespace finhub::documents
