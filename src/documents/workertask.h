#pragma once

#include "documents/documentservice.h"

#include <QStringList>

namespace finhub::documents {

/// What one worker is asked to do.
struct WorkerTask {
    QByteArray bytes;
    MimeType kind = MimeType::Unknown;
    RenderRequest request;

    /// The command line of workerprotocol.h.
    QStringList arguments() const;
    /// The size of the memory for the answer: what the largest honest answer takes.
    qint64 answerSize() const;
};

} // namespace finhub::documents
