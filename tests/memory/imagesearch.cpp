#include "memory/imagesearch.h"

#include <algorithm>
#include <cstring>

namespace finhub::test {

std::uint16_t ImageSearch::keyOf(const char* bytes)
{
    // Bytes 0 and 2 are characters in both codings.
    return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[0]) |
                                      (static_cast<unsigned char>(bytes[2]) << 8U));
}

void ImageSearch::add(const QByteArray& text)
{
    const QString wide = QString::fromLatin1(text);
    const QByteArray utf16(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2);
    for (const auto& [bytes, unit] : {std::pair{text, qsizetype(1)}, std::pair{utf16, qsizetype(2)}}) {
        m_texts.push_back({bytes, unit});
        const qsizetype step = std::min(text.size(), Window / 2) * unit;
        for (qsizetype place = 0; place + step <= bytes.size(); place += step) {
            const auto index = static_cast<int>(m_blocks.size());
            m_blocks.push_back({bytes.mid(place, step), place, static_cast<int>(m_texts.size()) - 1});
            const std::uint16_t key = keyOf(m_blocks.back().bytes.constData());
            m_byKey[key].push_back(index);
            m_hasKey[key] = true;
        }
    }
}

/// Whether this block is at this place; `from` and `to` are how far the text goes around it.
bool ImageSearch::matches(const Block& block, const char* memory, qsizetype size, qsizetype at, qsizetype& from,
                          qsizetype& to) const
{
    const qsizetype length = block.bytes.size();
    if (at + length > size || std::memcmp(memory + at, block.bytes.constData(), static_cast<std::size_t>(length)) != 0)
        return false;
    const QByteArray& text = m_texts[static_cast<std::size_t>(block.text)].bytes;
    from = block.place;
    to = block.place + length;
    while (from > 0 && at - (block.place - from) > 0 && memory[at - (block.place - from) - 1] == text[from - 1])
        --from;
    while (to < text.size() && at + (to - block.place) < size && memory[at + (to - block.place)] == text[to])
        ++to;
    return true;
}

void ImageSearch::look(const char* memory, qsizetype size, Found& found) const
{
    qsizetype after = 0; // what has been counted already
    for (qsizetype at = 0; at + 3 <= size; ++at) {
        const std::uint16_t key = keyOf(memory + at);
        if (!m_hasKey[key] || at < after)
            continue;
        for (const int index : m_byKey[key]) {
            const Block& block = m_blocks[static_cast<std::size_t>(index)];
            qsizetype from = 0;
            qsizetype to = 0;
            if (!matches(block, memory, size, at, from, to))
                continue;
            const Text& text = m_texts[static_cast<std::size_t>(block.text)];
            const bool whole = from == 0 && to == text.bytes.size();
            if (!whole && to - from < Window * text.unit)
                continue;
            (whole ? found.whole : found.windows) += 1;
            after = at + (to - block.place);
            if (found.near.size() < 8) {
                const qsizetype begin = std::max<qsizetype>(0, at - (block.place - from) - 48);
                found.near << QByteArray(memory + begin, std::min<qsizetype>(size - begin, 160));
            }
            break;
        }
    }
}

QByteArrayList ImageSearch::wholeIn(const char* memory, qsizetype size) const
{
    QByteArrayList found;
    for (qsizetype at = 0; at + 3 <= size; ++at) {
        const std::uint16_t key = keyOf(memory + at);
        if (!m_hasKey[key])
            continue;
        for (const int index : m_byKey[key]) {
            const Block& block = m_blocks[static_cast<std::size_t>(index)];
            qsizetype from = 0;
            qsizetype to = 0;
            if (!matches(block, memory, size, at, from, to))
                continue;
            const Text& text = m_texts[static_cast<std::size_t>(block.text)];
            const QByteArray name = m_texts[static_cast<std::size_t>(block.text & ~1)].bytes;
            if (from == 0 && to == text.bytes.size() && !found.contains(name))
                found << name;
        }
    }
    return found;
}

} // namespace finhub::test
