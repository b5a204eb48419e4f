#pragma once

#include <QtGlobal>

#include <bit>
#include <cstddef>
#include <vector>

namespace finhub::sandbox {

/// One bit for each row of an index. Combining and counting a million of them takes microseconds, which is
/// what makes filters and facets over any combination of columns cheap.
class Bitset {
public:
    Bitset() = default;
    explicit Bitset(std::size_t size, bool value = false)
        : m_words((size + 63) / 64, value ? ~quint64(0) : 0)
        , m_size(size)
    {
        clearTail();
    }

    std::size_t size() const { return m_size; }
    void append(bool value)
    {
        if (m_size % 64 == 0)
            m_words.push_back(0);
        ++m_size;
        if (value)
            set(m_size - 1, true);
    }
    bool test(std::size_t bit) const { return (m_words[bit / 64] >> (bit % 64) & 1) != 0; }
    void set(std::size_t bit, bool value)
    {
        const quint64 mask = quint64(1) << (bit % 64);
        m_words[bit / 64] = value ? (m_words[bit / 64] | mask) : (m_words[bit / 64] & ~mask);
    }

    Bitset& operator&=(const Bitset& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
        return *this;
    }
    Bitset& operator|=(const Bitset& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
        return *this;
    }

    std::size_t count() const
    {
        std::size_t bits = 0;
        for (const quint64 word : m_words)
            bits += std::size_t(std::popcount(word));
        return bits;
    }
    /// The bits that both have, of two sets of one size.
    static std::size_t countBoth(const Bitset& a, const Bitset& b)
    {
        std::size_t bits = 0;
        for (std::size_t i = 0; i < a.m_words.size(); ++i)
            bits += std::size_t(std::popcount(a.m_words[i] & b.m_words[i]));
        return bits;
    }

    /// Calls with the number of every bit that is set, in ascending order.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (quint64 word = m_words[i]; word != 0; word &= word - 1)
                visit(i * 64 + std::size_t(std::countr_zero(word)));
        }
    }

private:
    void clearTail()
    {
        if (m_size % 64 != 0)
            m_words.back() &= (quint64(1) << (m_size % 64)) - 1;
    }

    std::vector<quint64> m_words;
    std::size_t m_size = 0;
};

} // namespace finhub::sandbox
