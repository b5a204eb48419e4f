#include "sandbox/seed/seedplan.h"

#include "core/requireddocuments.h"
#include "sandbox/specimens/specimenrandom.h"

#include <algorithm>

namespace finhub::sandbox {

namespace {
constexpr qint64 Minute = 60'000;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;

/// The document with which a customer meets a requirement.
DocumentType documentFor(Requirement requirement, SpecimenRandom& random)
{
    switch (requirement) {
    case Requirement::GovernmentId: {
        static constexpr DocumentType Ids[] = {DocumentType::Passport,   DocumentType::Passport,
                                               DocumentType::IdCard,     DocumentType::IdCard,
                                               DocumentType::NationalId, DocumentType::DriversLicense};
        return random.pick(Ids);
    }
    case Requirement::ProofOfAddress:
        return DocumentType::ProofOfAddress;
    case Requirement::SourceOfFunds:
        return random.oneIn(3) ? DocumentType::SourceOfFunds : DocumentType::BankStatement;
    case Requirement::BeneficialOwnership:
        return DocumentType::BeneficialOwnership;
    case Requirement::PepDeclaration:
        return DocumentType::PepDeclaration;
    case Requirement::Unknown:
        break;
    }
    return DocumentType::Selfie;
}

/// How long after the step before it a step was taken.
qint64 pause(SeedDeed deed, bool firstOfItsKind, SpecimenRandom& random)
{
    const auto between = [&random](qint64 from, qint64 to) {
        return from + qint64(random.next() % quint64(to - from));
    };
    switch (deed) {
    case SeedDeed::Register:
        return 0;
    case SeedDeed::LogIn:
        return between(2 * Minute, 40 * Minute);
    case SeedDeed::Start:
        return between(Minute, 30 * Minute);
    case SeedDeed::Upload:
        return firstOfItsKind ? between(2 * Minute, 10 * Hour) : between(Minute, 30 * Minute);
    case SeedDeed::RequestResubmission:
    case SeedDeed::Approve:
    case SeedDeed::Reject:
        return between(2 * Hour, 3 * Day);
    case SeedDeed::Consent:
        return firstOfItsKind ? between(10 * Minute, Day) : between(20'000, 3 * Minute);
    case SeedDeed::Activate:
        return between(Minute, 6 * Hour);
    }
    return 0;
}

/// How long ago the last step was taken: an officer's queue is days old, an account may be months old.
qint64 tail(Stage stage, SpecimenRandom& random)
{
    qint64 longest = 20 * Day;
    switch (stage) {
    case Stage::Approval:
        longest = 6 * Day;
        break;
    case Stage::Active:
    case Stage::Rejected:
        longest = 70 * Day;
        break;
    case Stage::Categorization:
    case Stage::Registration:
    case Stage::Session:
    case Stage::Verification:
    case Stage::Documents:
    case Stage::Consents:
    case Stage::Activation:
    case Stage::Unknown:
        break;
    }
    return 5 * Minute + qint64(random.next() % quint64(longest));
}
} // namespace

SeedPlan SeedPlan::of(quint64 seed, quint32 index, qint64 start)
{
    SpecimenRandom random(SpecimenRandom(seed).next() ^ (quint64(index) * 0xA24BAED4963EE407ULL));
    SeedPlan plan;
    plan.stage = seededStage(index);
    plan.risk = seededRisk(index);
    const quint32 place = index % 20;
    const auto required = requirementsFor(plan.risk);
    const auto uploadAll = [&] {
        for (const Requirement& requirement : required)
            plan.add(SeedDeed::Upload, documentFor(requirement, random), &requirement == &required.back());
    };

    plan.add(SeedDeed::Register);
    if (plan.stage != Stage::Session)
        plan.add(SeedDeed::LogIn);
    if (plan.stage != Stage::Session && plan.stage != Stage::Verification) {
        plan.add(SeedDeed::Start);
        plan.firstStatus = random.oneIn(2) ? VerificationStatus::Pending : VerificationStatus::Initiated;
        if (place == 3)
            plan.firstStatus = VerificationStatus::Pending;
        else if (place == 4)
            plan.firstStatus = VerificationStatus::Initiated;
        plan.status = plan.firstStatus;
    }

    if (place == 5) {
        // Something has to stay missing, and LOW asks for one document only.
        plan.add(SeedDeed::Upload, plan.risk == RiskLevel::Low
                                       ? DocumentType::Selfie
                                       : documentFor(Requirement::GovernmentId, random));
        if (plan.risk == RiskLevel::High)
            plan.add(SeedDeed::Upload, documentFor(Requirement::ProofOfAddress, random));
        plan.status = VerificationStatus::PendingDocuments;
    } else if (place >= 6) {
        if (random.oneIn(3))
            plan.add(SeedDeed::Upload, DocumentType::Selfie);
        uploadAll();
        plan.status = VerificationStatus::InProgress;
    }
    if (place == 6) {
        plan.add(SeedDeed::RequestResubmission);
        plan.status = VerificationStatus::ResubmissionRequested;
    } else if (place == 11 && random.oneIn(2)) {
        plan.add(SeedDeed::RequestResubmission);
        plan.add(SeedDeed::Upload, documentFor(Requirement::GovernmentId, random), true);
    }
    if (place >= 12 && place <= 18) {
        plan.add(SeedDeed::Approve);
        plan.status = VerificationStatus::Approved;
        const int consents = plan.stage == Stage::Consents ? random.below(3) : 3;
        for (int i = 0; i < consents; ++i)
            plan.add(SeedDeed::Consent);
    } else if (place == 19) {
        plan.add(SeedDeed::Reject);
        plan.status = VerificationStatus::Rejected;
    }
    if (plan.stage == Stage::Active)
        plan.add(SeedDeed::Activate);

    qint64 at = 0;
    SeedDeed before = SeedDeed::Register;
    for (std::size_t i = 0; i < plan.m_count; ++i) {
        SeedStep& step = plan.m_steps[i];
        at += pause(step.deed, step.deed != before, random);
        step.at = at;
        before = step.deed;
    }
    const qint64 shift = start - tail(plan.stage, random) - at;
    for (std::size_t i = 0; i < plan.m_count; ++i)
        plan.m_steps[i].at += shift;
    return plan;
}

qint64 SeedPlan::timeOf(SeedDeed deed) const
{
    const auto all = steps();
    const auto found =
        std::find_if(all.begin(), all.end(), [deed](const SeedStep& step) { return step.deed == deed; });
    return found == all.end() ? 0 : found->at;
}

qint64 SeedPlan::submittedAt() const
{
    qint64 at = 0;
    for (const SeedStep& step : steps()) {
        if (step.completes)
            at = step.at;
    }
    return at;
}

void SeedPlan::add(SeedDeed deed, DocumentType document, bool completes)
{
    m_steps[m_count++] = {deed, document, completes, 0};
}

Stage seededStage(quint32 index)
{
    static constexpr Stage Stages[20] = {
        Stage::Session,   Stage::Session,   Stage::Verification, Stage::Documents, Stage::Documents,
        Stage::Documents, Stage::Documents, Stage::Approval,     Stage::Approval,  Stage::Approval,
        Stage::Approval,  Stage::Approval,  Stage::Consents,     Stage::Consents,  Stage::Activation,
        Stage::Active,    Stage::Active,    Stage::Active,       Stage::Active,    Stage::Rejected};
    return Stages[index % 20];
}

RiskLevel seededRisk(quint32 index)
{
    const quint32 place = index / 20 % 10;
    if (place < 7)
        return RiskLevel::Low;
    return place < 9 ? RiskLevel::Medium : RiskLevel::High;
}

} // namespace finhub::sandbox
