#pragma once

#include "review/journal/journalentry.h"
#include "review/pack/evidencepack.h"

namespace finhub::views {

/// The case for people, as a PDF made with Qt's own writer: who, what was declared, the documents with their
/// hashes, the decision and its reasons, and what the journal says. Empty when it cannot be made. GUI thread.
QByteArray packSummary(const review::PackCase& of, const QList<review::JournalEntry>& journal);

/// What is in a pack and how it is checked, for whoever opens it without a console.
QByteArray packReadMe(const review::PackCase& of);

} // namespace finhub::views
