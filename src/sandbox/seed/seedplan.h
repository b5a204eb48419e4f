#pragma once

#include "core/enums.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace finhub::sandbox {

/// Something that a seeded customer or an officer did.
enum class SeedDeed : quint8 {
    Register,
    LogIn,
    Start,
    Upload,
    RequestResubmission,
    Approve,
    Reject,
    Consent,
    Activate
};

struct SeedStep {
    SeedDeed deed = SeedDeed::Register;
    DocumentType document = DocumentType::Unknown; ///< of an upload
    bool completes = false;                        ///< the upload that leads to IN_PROGRESS (7.5)
    qint64 at = 0;                                 ///< milliseconds since the epoch, UTC
};

/// The life of a seeded customer so far, in order. Small and without allocations: a million of them are made
/// when a sandbox starts.
class SeedPlan {
public:
    /// Section 6, seeding: a pure function of its arguments; `start` is the clock's instant at start.
    static SeedPlan of(quint64 seed, quint32 index, qint64 start);

    Stage stage = Stage::Session;
    RiskLevel risk = RiskLevel::Low;
    VerificationStatus firstStatus = VerificationStatus::Pending; ///< of the verification when it is started
    VerificationStatus status = VerificationStatus::None;         ///< now

    std::span<const SeedStep> steps() const { return {m_steps.data(), m_count}; }
    qint64 createdAt() const { return m_steps.front().at; }
    qint64 updatedAt() const { return m_steps[m_count - 1].at; }
    /// 0: none.
    qint64 timeOf(SeedDeed deed) const;
    /// The upload that last completed the set; 0: none.
    qint64 submittedAt() const;

private:
    void add(SeedDeed deed, DocumentType document = DocumentType::Unknown, bool completes = false);

    std::array<SeedStep, 24> m_steps;
    std::size_t m_count = 0;
};

/// Section 6: stage by i mod 20.
Stage seededStage(quint32 index);
/// Section 6: risk by ⌊i / 20⌋ mod 10.
RiskLevel seededRisk(quint32 index);

} // namespace finhub::sandbox
