#pragma once

#include <QList>
#include <QRectF>

namespace finhub::views {

/// What is marked on a page, in page coordinates (those of the unturned page at 100 %).
struct PageMarks {
    QList<QRectF> hits;      ///< of a search
    QList<QRectF> current;   ///< the hit that is looked at
    QList<QRectF> selection; ///< of text

    friend bool operator==(const PageMarks&, const PageMarks&) = default;
};

} // namespace finhub::views
