#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <array>
#include <cstdint>
#include <vector>

namespace finhub::test {

/// Looks for many texts in memory at once, each as bytes and as UTF-16: whole copies, and any piece of `Window`
/// characters. A piece of that length at any place has a block of half of it in it that begins at a multiple of
/// half of it; so those blocks are looked for, and what is around one decides.
class ImageSearch {
public:
    static constexpr qsizetype Window = 32;

    /// `text` is ASCII. Shorter ones are looked for as a whole only.
    void add(const QByteArray& text);

    struct Found {
        int whole = 0;   ///< copies
        int windows = 0; ///< places with Window characters of a text that are no whole copy
        QByteArrayList near; ///< what stands around the first few, for people
    };
    /// One stretch of memory.
    void look(const char* memory, qsizetype size, Found& found) const;
    /// Which of the texts there is a whole copy of.
    QByteArrayList wholeIn(const char* memory, qsizetype size) const;

private:
    struct Block {
        QByteArray bytes;
        qsizetype place = 0; ///< in the text, in bytes of its coding
        int text = 0;
    };
    bool matches(const Block& block, const char* memory, qsizetype size, qsizetype at, qsizetype& from,
                 qsizetype& to) const;
    static std::uint16_t keyOf(const char* bytes);

    struct Text {
        QByteArray bytes; ///< in one coding
        qsizetype unit = 1;
    };
    std::vector<Text> m_texts;
    std::vector<Block> m_blocks;
    std::vector<std::vector<int>> m_byKey = std::vector<std::vector<int>>(65536);
    std::vector<bool> m_hasKey = std::vector<bool>(65536);
};

} // namespace finhub::test
