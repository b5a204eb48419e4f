#pragma once

#include <QString>
#include <QStringList>

namespace finhub::views {

/// What a person looks for in a list that is there already: every word has to be in a text, in whichever case
/// and order. Nothing typed fits everything.
class WordSearch {
public:
    explicit WordSearch(const QString& typed);

    bool fits(const QString& text) const;

private:
    QStringList m_words;
};

} // namespace finhub::views
