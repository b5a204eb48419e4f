#pragma once

#include "review/outbox/decisionnotes.h"

class QPlainTextEdit;

namespace finhub::views {

/// 2.9: the longest `comment` and `notes`, in characters.
inline constexpr int MaxCommentLength = 2000;
inline constexpr int MaxNotesLength = 4000;
/// The console adds a line of its own to the notes of a decision.
inline constexpr int MaxDecisionNotesLength = static_cast<int>(review::MaxOfficerNotes);

/// Keeps an edit at no more than so many characters: what is typed or pasted beyond is not taken.
void limitLength(QPlainTextEdit* edit, int maximum);

} // namespace finhub::views
