#pragma once

#include "review/evidence/approvalgaps.h"
#include "views/evidence/displaywatch.h"

namespace finhub::views {

/// "✓ Accepted", "✕ Not accepted", "Not judged".
QString verdictText(review::DocumentVerdict verdict);
/// "Document expired, screenshot".
QString reasonsText(const QStringList& codes);
/// How far the document on the screen has been displayed, and what to do about the rest.
QString displayedText(const review::DisplayRecord& displays, const Document& document,
                    DisplayWatch::Progress progress);
/// What an approval still lacks, by kind; empty for nothing.
QString gapsText(const QList<review::ApprovalGap>& gaps, const review::CaseEvidence& evidence);

} // namespace finhub::views
