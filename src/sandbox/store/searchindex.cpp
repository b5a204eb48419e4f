#include "sandbox/store/searchindex.h"

#include "core/foldedtext.h"

#include <algorithm>
#include <cstring>

namespace finhub::sandbox {

namespace {
constexpr std::size_t RememberedWords = 24;
}

SearchIndex::Texts SearchIndex::append(IdBits id, const QString& firstName, const QString& lastName,
                                       const QString& email, const QString& phone)
{
    const QByteArray first = foldedText(firstName).toUtf8();
    const QByteArray last = foldedText(lastName).toUtf8();
    const QByteArray mail = foldedText(email).toUtf8();
    const Texts texts{quint32(m_text.size()), quint16(first.size()), quint16(last.size()),
                      quint16(mail.size())};
    m_starts.push_back(texts.start);
    m_ids.push_back(id);
    for (const QByteArray& part : {first + ' ', last + '\n', mail + '\n', phone.toUtf8() + '\n'})
        m_text.append(part.constData(), std::size_t(part.size()));

    const std::size_t row = m_starts.size() - 1;
    for (std::optional<Bitset>& rows : m_letters) {
        if (rows)
            rows->append(false);
    }
    for (const char letter : rowText(row)) {
        std::optional<Bitset>& rows = m_letters[static_cast<unsigned char>(letter)];
        if (!rows)
            rows.emplace(m_starts.size());
        rows->set(row, true);
    }
    for (Remembered& remembered : m_remembered) {
        remembered.rows.append(idPrefixOf(remembered.word).matches(id) ||
                               rowText(row).find(remembered.word.toStdString()) != std::string_view::npos);
    }
    return texts;
}

void SearchIndex::reserve(std::size_t rows)
{
    m_starts.reserve(rows);
    m_ids.reserve(rows);
    m_text.reserve(rows * 64);
}

std::string_view SearchIndex::firstName(const Texts& texts) const
{
    return std::string_view(m_text).substr(texts.start, texts.firstName);
}

std::string_view SearchIndex::lastName(const Texts& texts) const
{
    return std::string_view(m_text).substr(texts.start + texts.firstName + 1U, texts.lastName);
}

std::string_view SearchIndex::email(const Texts& texts) const
{
    return std::string_view(m_text).substr(texts.start + texts.firstName + texts.lastName + 2U, texts.email);
}

const Bitset& SearchIndex::rowsWith(const QString& word)
{
    const QByteArray folded = foldedText(word).toUtf8();
    const auto known = std::find_if(m_remembered.begin(), m_remembered.end(),
                                    [&folded](const Remembered& r) { return r.word == folded; });
    if (known != m_remembered.end()) {
        m_remembered.splice(m_remembered.begin(), m_remembered, known);
        return m_remembered.front().rows;
    }
    Bitset rows(m_starts.size());
    if (std::optional<Bitset> candidates = rowsWithLetters(folded)) {
        // Every row with this word also has each beginning of it, the ids that begin so included.
        for (const Remembered& remembered : m_remembered) {
            if (folded.startsWith(remembered.word))
                *candidates &= remembered.rows;
        }
        if (folded.size() == 1)
            rows = std::move(*candidates);
        else
            rows =
                candidates->count() * 4 < m_starts.size() ? scanSome(folded, *candidates) : scanAll(folded);
    }
    addIds(folded, rows);
    m_remembered.push_front({folded, std::move(rows)});
    if (m_remembered.size() > RememberedWords)
        m_remembered.pop_back();
    return m_remembered.front().rows;
}

SearchIndex::IdPrefix SearchIndex::idPrefixOf(const QByteArray& word)
{
    IdPrefix prefix;
    if (word.isEmpty() || word.size() > 36)
        return prefix;
    int digits = 0;
    for (int i = 0; i < word.size(); ++i) {
        const char c = word.at(i);
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (c == '-'))
            return prefix;
        if (dash)
            continue;
        const bool digit = c >= '0' && c <= '9';
        if (!digit && (c < 'a' || c > 'f'))
            return prefix;
        const quint64 value = quint64(digit ? c - '0' : c - 'a' + 10);
        quint64& half = digits < 16 ? prefix.value.first : prefix.value.second;
        quint64& mask = digits < 16 ? prefix.mask.first : prefix.mask.second;
        const int shift = 60 - digits % 16 * 4;
        half |= value << shift;
        mask |= quint64(0xF) << shift;
        ++digits;
    }
    prefix.possible = true;
    return prefix;
}

std::string_view SearchIndex::rowText(std::size_t row) const
{
    const std::size_t end = row + 1 < m_starts.size() ? m_starts[row + 1] : m_text.size();
    return std::string_view(m_text).substr(m_starts[row], end - m_starts[row]);
}

std::optional<Bitset> SearchIndex::rowsWithLetters(const QByteArray& word) const
{
    Bitset rows(m_starts.size(), true);
    for (const char letter : word) {
        const std::optional<Bitset>& column = m_letters[static_cast<unsigned char>(letter)];
        if (!column)
            return std::nullopt;
        rows &= *column;
    }
    return rows;
}

Bitset SearchIndex::scanAll(const QByteArray& word) const
{
    Bitset rows(m_starts.size());
    const char* const begin = m_text.data();
    const char* const end = begin + m_text.size();
    const char* from = begin;
    std::size_t row = 0;
    while (const void* hit =
               memmem(from, std::size_t(end - from), word.constData(), std::size_t(word.size()))) {
        const auto at = quint32(static_cast<const char*>(hit) - begin);
        // Where a scan pays, the next hit is seldom far: a few steps find its row sooner than halving all.
        while (row + 1 < m_starts.size() && m_starts[row + 1] <= at)
            ++row;
        rows.set(row, true);
        if (row + 1 == m_starts.size())
            break;
        from = begin + m_starts[row + 1];
    }
    return rows;
}

Bitset SearchIndex::scanSome(const QByteArray& word, const Bitset& candidates) const
{
    Bitset rows(m_starts.size());
    const std::string_view wanted(word.constData(), std::size_t(word.size()));
    candidates.forEach([&](std::size_t row) {
        if (rowText(row).find(wanted) != std::string_view::npos)
            rows.set(row, true);
    });
    return rows;
}

void SearchIndex::addIds(const QByteArray& word, Bitset& rows) const
{
    const IdPrefix prefix = idPrefixOf(word);
    for (std::size_t i = 0; prefix.possible && i < m_ids.size(); ++i) {
        if (prefix.matches(m_ids[i]))
            rows.set(i, true);
    }
}

} // namespace finhub::sandbox
