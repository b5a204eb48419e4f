#pragma once

#include "review/outbox/findings.h"
#include "review/outbox/outbox.h"
#include "review/outbox/textseal.h"
#include "review/samplecase.h"

#include <QTemporaryDir>

namespace finhub::test {

inline api::ConnectionProfile sampleProfile()
{
    api::ConnectionProfile profile;
    profile.name = QStringLiteral("Sample");
    profile.baseUrl = QUrl(QStringLiteral("https://finhub.example"));
    profile.tenantId = TenantId(QStringLiteral("t-1"));
    profile.userId = UserId(QStringLiteral("o-1"));
    return profile;
}

/// The intent of the sample officer to decide the sample case.
inline review::Intent sampleIntent(Verdict verdict, const Verification& shown = sampleVerification(),
                                   const review::TextSeal* seal = nullptr)
{
    const DecisionRequest request = sampleRequest(verdict);
    review::Intent intent;
    intent.id = "5f0c7f5e-1c4f-4f3c-9a53-0d4b5f7a9e21";
    intent.verification = request.verificationId;
    intent.customer = request.customerId;
    intent.type = request.type;
    intent.verdict = verdict;
    intent.reasonCodes = request.reasonCodes;
    intent.shownCase = review::caseDigest(shown);
    intent.shownStatus = shown.status;
    intent.shownLevel = shown.level;
    intent.shownRound = shown.round;
    intent.shownVersion = shown.version;
    intent.officer = UserId(QStringLiteral("o-1"));
    intent.tenant = TenantId(QStringLiteral("t-1"));
    intent.server = QStringLiteral("https://finhub.example");
    intent.at = QDateTime(QDate(2026, 3, 31), QTime(9, 30), Qt::UTC);
    intent.stateAt = intent.at;
    if (seal) {
        intent.hasText = true;
        intent.sealedText = seal->seal({request.comment, request.notes});
    }
    return intent;
}

} // namespace finhub::test
