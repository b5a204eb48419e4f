#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// What libFuzzer calls with every input that it has made up.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace finhub::fuzz {

inline QByteArray bytes(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
}

/// Ends the program unless it holds; the input is kept by libFuzzer then.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace finhub::fuzz
