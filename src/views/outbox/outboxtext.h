#pragma once

#include "review/decisiondesk.h"

#include <QString>

namespace finhub::views {

/// Why a decision did not leave this computer, and what can be done now.
QString stopText(review::DecisionStop stop);

/// What was decided, in a few words: "Approve", "Reject: Face does not match".
QString verdictText(const review::Intent& intent);

/// What is known of a decision that is not settled, and what that means.
QString knownText(const review::Decision& decision);

/// The same of a file that cannot be read.
QString knownText(const review::UnreadableIntent& unreadable);

/// How one that was settled late has ended.
QString knownText(const review::SettledDecision& settled);

/// "One decision is not settled."
QString waitingText(int decisions);
/// "One earlier decision has been settled."
QString settledLateText(int decisions);

/// What the console cannot promise of decisions on this server, empty where it promises everything (section
/// 3: `conditional-decision`, `idempotent-decision`).
QString decisionLimitsText(const review::DecisionDesk& desk);

/// The part of it that matters while a case is being decided, in one sentence; empty where versions are
/// compared.
QString lastLookText(const review::DecisionDesk& desk);

} // namespace finhub::views
