#pragma once

#include "review/casefile.h"

#include <QString>

namespace finhub::views {

/// What the sentence is made from: what is known of a case, apart from where it is kept.
struct BlockingFacts {
    WireValue<Stage> stage; ///< the server's; absent: the one that follows from the facts (4.1)
    CaseFacts facts;        ///< completed from the readiness check where the server says nothing else
    std::optional<Readiness> readiness;
    QStringList reasonCodes; ///< of the last decision

    // When what is waited for began; invalid where unknown.
    QDateTime registeredAt;
    QDateTime firstSessionAt;
    QDateTime startedAt;    ///< of the current verification
    QDateTime submittedAt;  ///< of the current verification
    QDateTime askedAgainAt; ///< when the resubmission was requested
    QDateTime decidedAt;
    QDateTime activatedAt;
    QDateTime lockedAt; ///< of the customer's login, when nothing has opened it since

    /// Whether there is anything to speak about, and why not.
    enum class Read { Nothing, Failed, Something };
    Read read = Read::Something;
    /// Why it is not known which documents are missing.
    enum class Gap { ServerSilent, BeingRead, ReadFailed };
    Gap documentsGap = Gap::ServerSilent;
};
BlockingFacts blockingFacts(const review::CaseFile& file);

/// What blocks this customer, or what happens next and who has to do it since when, in one plain sentence:
/// from the lifecycle table, and from the readiness check (2.12) where that has been read. Says nothing
/// personal. `now` dates what waits for an officer, in business time (4.1).
QString blockingSentence(const BlockingFacts& known, const QDateTime& now);
QString blockingSentence(const review::CaseFile& file,
                         const QDateTime& now = QDateTime::currentDateTimeUtc());

} // namespace finhub::views
