#pragma once

#include "core/enums.h"
#include "documents/pagetext.h"
#include "documents/workerprotocol.h"

#include <QRect>
#include <QSize>

#include <optional>

namespace finhub::documents {

/// The order of workerprotocol.h as the worker reads it.
struct WorkerRequest {
    MimeType kind = MimeType::Unknown;
    std::optional<TextDetail> text; ///< of a PDF: its text instead of pixels
    std::optional<int> zone;        ///< its region read as a zone, turned by so many quarters
    int page = 0;
    QSize box;    ///< empty when there is none
    QRect region; ///< empty: all of the page

    /// Nothing when it is not one that this build of the worker knows.
    static std::optional<WorkerRequest> fromOrder(const WorkerOrder& order);
};

} // namespace finhub::documents
