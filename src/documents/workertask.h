#pragma once

#include "documents/documentservice.h"
#include "documents/workerprotocol.h"
#include "documents/zonetext.h"

#include <optional>

namespace finhub::documents {

/// What one worker is asked to do.
struct WorkerTask {
    QByteArray bytes;
    MimeType kind = MimeType::Unknown;
    RenderRequest request;
    std::optional<TextDetail> text = {}; ///< of a PDF: its text instead of pixels
    std::optional<int> zone = {}; ///< its region read as a zone instead of pixels: ZoneRequest::quarters

    /// What the worker is told; see workerprotocol.h. A kind that it does not know is asked for as 0.
    WorkerOrder order() const;
    /// The size of the memory for the answer: what the largest honest answer takes.
    qint64 answerSize() const;
};

} // namespace finhub::documents
