#include "views/widgets/wordsearch.h"

#include <algorithm>

namespace finhub::views {

WordSearch::WordSearch(const QString& typed)
    : m_words(typed.toCaseFolded().split(u' ', Qt::SkipEmptyParts))
{
}

bool WordSearch::fits(const QString& text) const
{
    const QString folded = text.toCaseFolded();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&folded](const QString& word) { return folded.contains(word); });
}

} // namespace finhub::views
