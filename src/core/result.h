#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace finhub {

/// The outcome of an operation that can fail: a value or an Error, never an exception.
template <typename T>
using Result = tl::expected<T, Error>;

/// A failed Result: `return failure(Error::of(...))`.
inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace finhub
