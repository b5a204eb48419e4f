#pragma once

#include "core/enums.h"
#include "documents/pagetext.h"

#include <QSize>

#include <optional>

namespace finhub::documents {

/// The command line of workerprotocol.h as the worker reads it.
struct WorkerRequest {
    MimeType kind = MimeType::Unknown;
    std::optional<TextDetail> text; ///< of a PDF: its text instead of pixels
    int page = 0;
    QSize box; ///< empty when there is none

    static std::optional<WorkerRequest> fromArguments(int argc, char* const argv[]);
};

} // namespace finhub::documents
