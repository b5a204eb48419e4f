#pragma once

#include <QtGlobal>

#include <cstddef>

namespace finhub::sandbox {

/// splitmix64: small, fast, and the same numbers on every machine, which std's distributions do not promise.
/// Two draws as arguments of one call would come in an order that compilers choose: draw into variables, or
/// initialise with braces, which keep the order.
class SpecimenRandom {
public:
    explicit SpecimenRandom(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// 0 to `count` - 1; `count` must be positive.
    int below(int count) { return static_cast<int>(next() % static_cast<quint64>(count)); }
    /// `first` to `last`, both included.
    int between(int first, int last) { return first + below(last - first + 1); }
    /// 0 included to 1 excluded.
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double real(double from, double to) { return from + (to - from) * unit(); }
    /// True about once in `count` times.
    bool oneIn(int count) { return below(count) == 0; }
    template <typename Table>
    const auto& pick(const Table& table)
    {
        using std::size;
        return table[static_cast<std::size_t>(below(static_cast<int>(size(table))))];
    }

private:
    quint64 m_state;
};

} // namespace finhub::sandbox
