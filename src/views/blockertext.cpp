#include "views/blockertext.h"

#include "views/officers/claimtext.h"
#include "views/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::blockertext", text);
}
} // namespace

QString blockerText(Blocker blocker, const CaseFacts& facts)
{
    switch (blocker) {
    case Blocker::RoleMayNotWrite:
        return tr("Your role may look, but not decide or change anything.");
    case Blocker::RejectNotOffered:
        return tr("This server does not offer rejecting or asking for a resubmission.");
    case Blocker::NoVerification:
        return tr("There is no verification yet.");
    case Blocker::StatusUnknown:
        return tr("The verification has a status that this console does not know: %1.")
            .arg(words::status(facts.status));
    case Blocker::LevelNotAllowed:
        return facts.level.isKnown()
                   ? tr("A decision on level “%1” needs a senior officer.").arg(words::level(facts.level))
                   : tr("The level of this verification is not known; a senior officer has to decide.");
    case Blocker::ClaimedByOther:
        return facts.othersClaim ? claimedByText(*facts.othersClaim) : tr("Another officer has this case.");
    case Blocker::RecommendNotOffered:
        return tr("This server does not offer recommendations: the second person has to be arranged "
                  "outside the console.");
    case Blocker::AlreadyRecommended:
        return tr("You have recorded your recommendation for this round.");
    case Blocker::SecondPersonMissing:
        return facts.advisedByMe.value_or(false)
                   ? tr("Your recommendation is recorded; a second, different officer decides.")
                   : tr("Two people approve this level: another officer has to recommend first.");
    case Blocker::SecondPersonUnknown:
        return tr("Two people approve this level, and it is not known yet whether another officer has "
                  "recommended.");
    case Blocker::VerificationApproved:
        return tr("The verification is approved.");
    case Blocker::VerificationRejected:
        return tr("The verification is rejected.");
    case Blocker::VerificationOpen:
        return tr("A verification is open already.");
    case Blocker::VerificationIdUnknown:
        return tr("The id of the verification is not known to this console. Add it with “Add a customer by "
                  "id” in the menu above.");
    case Blocker::WaitsForCustomer:
        return tr("The customer has already been asked to send documents again.");
    case Blocker::DocumentsMissing:
        return tr("Documents are missing: %1.")
            .arg(words::requirements(facts.missingDocuments.value_or(QList<WireValue<Requirement>>())));
    case Blocker::DocumentsUnknown:
        return tr("The server does not say which documents are missing, and the review has not begun by the "
                  "verification's status.");
    case Blocker::VerificationNotApproved:
        return tr("The verification is not approved at the level this customer's risk needs.");
    case Blocker::ConsentsMissing: {
        QStringList names;
        const auto missing = facts.missingConsents.value_or(QList<WireValue<ConsentType>>());
        for (const WireValue<ConsentType>& type : missing)
            names << words::consent(type);
        return tr("Consents are missing: %1.").arg(QLocale().createSeparatedList(names));
    }
    case Blocker::ConsentsUnknown:
        return tr("The server does not say which consents are missing.");
    case Blocker::UserIdUnknown:
        return tr("The customer's user id, which an activation needs, is not known to this console. Add it "
                  "with “Add a customer by id” in the menu above.");
    case Blocker::ConsentsAccepted:
        return tr("All consents are accepted.");
    case Blocker::AlreadyActive:
        return tr("The customer is active.");
    case Blocker::NotFromHere:
        return tr("This is done elsewhere.");
    }
    return {};
}

QString blockersText(const QList<Blocker>& blockers, const CaseFacts& facts)
{
    QStringList sentences;
    for (const Blocker one : blockers)
        sentences << blockerText(one, facts);
    return sentences.join(u' ');
}

} // namespace finhub::views
