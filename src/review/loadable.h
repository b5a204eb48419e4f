#pragma once

#include "core/result.h"

#include <optional>

namespace finhub::review {

/// A value that comes from the server: what is known of it now, whether it is being read, and what went wrong
/// the last time. A value stays while it is read again, so that nothing flickers.
template <typename T>
struct Loadable {
    std::optional<T> value;
    std::optional<Error> error;
    bool loading = false;

    void begin() { loading = true; }
    void take(const Result<T>& result)
    {
        loading = false;
        if (result) {
            value = *result;
            error.reset();
        } else {
            error = result.error();
        }
    }
};

} // namespace finhub::review
