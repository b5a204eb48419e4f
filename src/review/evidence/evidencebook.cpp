#include "review/evidence/evidencebook.h"

namespace finhub::review {

void EvidenceBook::setOfficer(const UserId& officer)
{
    if (m_officer == officer)
        return;
    clear();
    m_officer = officer;
}

CaseEvidence& EvidenceBook::of(const CustomerId& customer)
{
    std::unique_ptr<CaseEvidence>& evidence = m_cases[customer];
    if (!evidence) {
        evidence = std::make_unique<CaseEvidence>();
        connect(&evidence->displays(), &DisplayRecord::displayed, this,
                [this, customer](const Document& document) { Q_EMIT documentDisplayed(customer, document); });
        connect(&evidence->verdicts(), &DocumentVerdicts::judged, this,
                [this, customer](const Document& document) { Q_EMIT documentJudged(customer, document); });
    }
    return *evidence;
}

void EvidenceBook::keepOnly(const CustomerId& customer)
{
    std::erase_if(m_cases, [&customer](const auto& entry) { return !(entry.first == customer); });
}

void EvidenceBook::clear()
{
    m_cases.clear();
}

} // namespace finhub::review
