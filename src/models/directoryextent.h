#pragma once

#include "core/values.h"

namespace finhub::models {

/// How many rows a directory answer has, as far as its pages have said.
struct DirectoryExtent {
    int rows = 0;
    bool endKnown = false; ///< false: there may be more rows after these (R21)

    friend bool operator==(const DirectoryExtent&, const DirectoryExtent&) = default;
};

/// What a page says about the extent. With a total that is all there is to say; without one (R21) a full page
/// means that more may follow and a shorter one is the last. `page` and `pageSize` are those that were asked
/// for.
DirectoryExtent extentAfter(DirectoryExtent before, const Page<DirectoryEntry>& answer, int page,
                            int pageSize);

} // namespace finhub::models
