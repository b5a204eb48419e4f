#pragma once

#include "core/enums.h"
#include "documents/pagetext.h"
#include "documents/workerprotocol.h"

#include <QSize>

#include <optional>

namespace finhub::documents {

/// The order of workerprotocol.h as the worker reads it.
struct WorkerRequest {
    MimeType kind = MimeType::Unknown;
    std::optional<TextDetail> text; ///< of a PDF: its text instead of pixels
    int page = 0;
    QSize box; ///< empty when there is none

    /// Nothing when it is not one that this build of the worker knows.
    static std::optional<WorkerRequest> fromOrder(const WorkerOrder& order);
};

} // namespace finhub::documents
