#pragma once

#include "core/requests.h"
#include "review/onboarding.h"
#include "review/readinessitems.h"
#include "views/errortext.h"
#include "views/ink.h"
#include "views/widgets/chippainter.h"

#include <QString>

/// The words for consents, their texts and the activation that the pages, the sections beside the document
/// and the view of the texts share.
namespace finhub::views::words {

/// A state as a chip: a sign, a word and a colour.
struct ChipWords {
    QString text;
    Tone tone = Tone::Neutral;
};
ChipWords consentChip(review::ConsentStanding standing);         ///< "✓ Accepted"
ChipWords readinessChip(review::ReadinessItem::State state);     ///< "! Missing"
ChipWords templateChip(const WireValue<TemplateStatus>& status); ///< "✓ Active"

/// "Version 1.1 is recorded, in force since 1 Mar 2026." or what is recorded where no text is known.
QString versionToRecord(ConsentType type, const review::Onboarding& onboarding);

/// What happened to a step that was started here: under way, failed, found recorded, pending. An empty text
/// when there is nothing to say.
struct StepMessage {
    QString text;
    Ink ink = Ink::Secondary;
};
StepMessage stepMessage(review::Onboarding::Step step, const review::Onboarding& onboarding);

/// Why the texts of the consents cannot be shown. A server that has no such call, or keeps this account from
/// it, is no fault that a person could mend.
ErrorText templatesError(const Error& error);
/// Whether trying again may help.
bool isWorthRetrying(const Error& error);

} // namespace finhub::views::words
