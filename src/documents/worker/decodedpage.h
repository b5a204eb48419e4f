#pragma once

#include "documents/workerprotocol.h"

#include <QImage>
#include <QSizeF>

#include <tl/expected.hpp>

namespace finhub::documents {

/// A page as a decoder leaves it.
struct DecodedPage {
    QImage image; ///< Format_RGB32 or Format_ARGB32_Premultiplied, of exactly outputSize() or renderedRegion()
    int pageCount = 1;
    QSizeF pageSize; ///< RenderedPage::pageSize
};

/// Why there is no page, and how many where there were too many.
struct Refusal {
    WorkerExit exit = WorkerExit::Unreadable;
    quint64 number = 0;
};

using Decoding = tl::expected<DecodedPage, Refusal>;

inline tl::unexpected<Refusal> refuse(WorkerExit exit, quint64 number = 0)
{
    return tl::unexpected<Refusal>(Refusal{exit, number});
}

} // namespace finhub::documents
