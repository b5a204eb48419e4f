#pragma once

#include <QStringList>

class QProcess;

namespace finhub::documents {

/// Makes a process that, once launched, is a worker as workerprotocol.h describes it: the two descriptors as
/// standard input and output, no environment, nothing else open, dead with its parent. The descriptors have
/// to be open until it has been launched.
void prepareWorker(QProcess& process, const QString& program, const QStringList& arguments, int documentFd,
                   int answerFd);
void launchWorker(QProcess& process);

} // namespace finhub::documents
