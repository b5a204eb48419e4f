#pragma once

#include "sandbox/store/bitset.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace finhub::sandbox {

/// The searchable texts of all rows (3.1), folded, one after the other in one stretch of memory, and for each
/// byte that occurs the rows that have it: a first letter is found without looking at any text, and a word
/// only in the rows that have all of its letters. The rows of the last words are remembered, so that paging
/// through a search costs nothing more and typing on only looks at the rows that matched so far.
class SearchIndex {
public:
    using IdBits = std::pair<quint64, quint64>;

    /// Where a row's sort keys lie in the text.
    struct Texts {
        quint32 start = 0;
        quint16 firstName = 0; ///< lengths in bytes
        quint16 lastName = 0;
        quint16 email = 0;
    };

    /// Appends the next row; the texts are folded here.
    Texts append(IdBits id, const QString& firstName, const QString& lastName, const QString& email,
                 const QString& phone);
    void reserve(std::size_t rows);

    std::string_view firstName(const Texts& texts) const;
    std::string_view lastName(const Texts& texts) const;
    std::string_view email(const Texts& texts) const;

    /// The rows in which the word is a substring of name, e-mail or phone, or the start of the id. Valid
    /// until the next call.
    const Bitset& rowsWith(const QString& word);

private:
    struct Remembered {
        QByteArray word;
        Bitset rows;
    };
    struct IdPrefix {
        IdBits value{0, 0};
        IdBits mask{0, 0};
        bool possible = false;
        bool matches(const IdBits& id) const
        {
            return possible && (id.first & mask.first) == value.first &&
                   (id.second & mask.second) == value.second;
        }
    };

    static IdPrefix idPrefixOf(const QByteArray& word);
    std::string_view rowText(std::size_t row) const;
    /// The rows that have every letter of the word; nullopt: no row has one of them.
    std::optional<Bitset> rowsWithLetters(const QByteArray& word) const;
    Bitset scanAll(const QByteArray& word) const;
    Bitset scanSome(const QByteArray& word, const Bitset& candidates) const;
    void addIds(const QByteArray& word, Bitset& rows) const;

    std::string m_text;
    std::vector<quint32> m_starts;
    std::vector<IdBits> m_ids;
    std::array<std::optional<Bitset>, 256> m_letters; ///< by the byte that a row's text has
    std::list<Remembered> m_remembered;               ///< the last used first
};

} // namespace finhub::sandbox
