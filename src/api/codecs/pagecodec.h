#pragma once

#include "api/json/jsonplace.h"
#include "core/values.h"

#include <limits>

namespace finhub::api {

/// 1.6, R21: a page of a list. `pagination` may be absent; then the total is unknown and page and size are
/// those that were asked for.
template <typename T, typename ReadItem>
Page<T> readPage(const JsonPlace& payload, const char* listName, int page, int size, ReadItem readItem)
{
    constexpr int greatest = std::numeric_limits<int>::max();
    Page<T> out;
    for (const JsonPlace& item : payload.member(listName).required().elements())
        out.items.append(readItem(item.required()));
    const JsonPlace pagination = payload.member("pagination");
    out.total = pagination.member("total").integer(0);
    out.page = pagination.member("page").smallInteger(0, greatest).value_or(page);
    out.size = pagination.member("size").smallInteger(1, greatest).value_or(size);
    return out;
}

} // namespace finhub::api
