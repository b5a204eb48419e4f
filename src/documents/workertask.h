#pragma once

#include "documents/documentservice.h"

#include <QStringList>

#include <optional>

namespace finhub::documents {

/// What one worker is asked to do.
struct WorkerTask {
    QByteArray bytes;
    MimeType kind = MimeType::Unknown;
    RenderRequest request;
    std::optional<TextDetail> text = {}; ///< of a PDF: its text instead of pixels

    /// The command line of workerprotocol.h.
    QStringList arguments() const;
    /// The size of the memory for the answer: what the largest honest answer takes.
    qint64 answerSize() const;
};

} // namespace finhub::documents
