#pragma once

#include "review/journal/journal.h"

#include <QString>

#include <optional>

namespace finhub::review {

/// The word that stands for a kind in the file, such as `case-opened`. It never changes.
QString journalWord(JournalKind kind);
/// nullopt for a word of another kind, as those that the journal writes of itself.
std::optional<JournalKind> journalKind(const QString& word);

/// The text as it may stand in the journal: as it is when it is a word, a code, an id or a hash (1 to 128 of
/// `A-Z a-z 0-9 . _ : -`), else `sha256:` and its hash, so that nothing personal gets in by accident.
QString journalText(const QString& text);

} // namespace finhub::review
