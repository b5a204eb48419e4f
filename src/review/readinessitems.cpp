#include "review/readinessitems.h"

#include "core/requireddocuments.h"

namespace finhub::review {

namespace {
using What = ReadinessItem::What;
using State = ReadinessItem::State;

State stateOf(std::optional<bool> met)
{
    if (!met)
        return State::Unknown;
    return *met ? State::Met : State::Unmet;
}

/// The check as it was last read; an empty one when there is none or the last reading failed.
Readiness lastCheck(const CaseFile& file)
{
    return file.readiness().error ? Readiness() : file.readiness().value.value_or(Readiness());
}

/// Whether the verification is approved at the needed level by what the case itself says.
std::optional<bool> isVerifiedByCase(const CaseFile& file)
{
    if (!file.customer().value && !file.verification().value)
        return std::nullopt;
    const QList<Blocker> blockers = file.blockers(Action::Activate);
    if (blockers.contains(Blocker::StatusUnknown))
        return std::nullopt;
    return !blockers.contains(Blocker::VerificationNotApproved);
}

/// nullopt: neither the check nor the risk says whether a power tenant has to approve.
std::optional<bool> needsPowerTenant(const CaseFile& file)
{
    const Readiness check = lastCheck(file);
    if (check.powerTenantApprovalRequired)
        return check.powerTenantApprovalRequired;
    const WireValue<RiskLevel> risk = check.risk.isKnown() ? check.risk : file.facts().risk;
    if (!risk.isKnown())
        return std::nullopt;
    return levelFor(risk.value()) == VerificationLevel::PowerTenant;
}

std::optional<bool> hasPowerTenantApproval(const CaseFile& file)
{
    const Readiness check = lastCheck(file);
    if (check.powerTenantApprovalOk)
        return check.powerTenantApprovalOk;
    const CaseFacts facts = file.facts();
    if (!facts.status.isKnown() || !facts.level.isKnown())
        return std::nullopt;
    return facts.status.value() == VerificationStatus::Approved &&
           satisfiesLevel(facts.level.value(), VerificationLevel::PowerTenant);
}

std::optional<bool> isNotYetActive(const CaseFile& file)
{
    if (const std::optional<bool> activated = file.facts().activated)
        return !*activated;
    // The check allows nobody who is active already.
    return lastCheck(file).activationAllowed.value_or(false) ? std::optional(true) : std::nullopt;
}

State stateOf(ConsentStanding standing)
{
    switch (standing) {
    case ConsentStanding::Accepted:
        return State::Met;
    case ConsentStanding::Pending:
        return State::Unmet;
    case ConsentStanding::Unknown:
        return State::Unknown;
    }
    return State::Unknown;
}
} // namespace

std::optional<Consent> recordOf(ConsentType type, const CaseFile& file)
{
    for (const Consent& consent : file.customer().value.value_or(Customer()).consents) {
        if (consent.type.value() == type)
            return consent;
    }
    return std::nullopt;
}

ConsentStanding standingOf(ConsentType type, const CaseFile& file)
{
    const std::optional<Consent> record = recordOf(type, file);
    if (record && record->status.value() == ConsentStatus::Accepted)
        return ConsentStanding::Accepted;
    const Readiness check = lastCheck(file);
    if (check.missingConsents.contains(type))
        return ConsentStanding::Pending;
    // An empty list alone may also be one that the server does not send (R14).
    if (check.consentOk.value_or(false) || !check.missingConsents.isEmpty())
        return ConsentStanding::Accepted;
    if (record && record->status.value() == ConsentStatus::Pending)
        return ConsentStanding::Pending;
    return ConsentStanding::Unknown;
}

QList<ReadinessItem> readinessItems(const CaseFile& file)
{
    const std::optional<bool> verified = lastCheck(file).verificationOk;
    QList<ReadinessItem> items{{What::Verification, stateOf(verified ? verified : isVerifiedByCase(file))}};
    const std::optional<bool> needed = needsPowerTenant(file);
    if (needed.value_or(true))
        items << ReadinessItem{What::PowerTenantApproval,
                               needed ? stateOf(hasPowerTenantApproval(file)) : State::Unknown};
    for (const auto& [type, name] : WireNames<ConsentType>::table)
        items << ReadinessItem{What::Consent, stateOf(standingOf(type, file)), type};
    items << ReadinessItem{What::NotYetActive, stateOf(isNotYetActive(file))};
    return items;
}

} // namespace finhub::review
