#pragma once

#include "review/evidence/caseevidence.h"

#include <map>
#include <memory>

namespace finhub::review {

/// What one officer has found out about every case of this session: leaving a case and coming back loses
/// nothing. It is theirs alone: another officer begins anew, and it goes with the session, but for the one
/// case in hand when a session runs out. GUI thread.
class EvidenceBook : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Who is looking from now on; what another one found out is forgotten.
    void setOfficer(const UserId& officer);
    /// What is known of this case; it stays where it is until it is forgotten.
    CaseEvidence& of(const CustomerId& customer);
    void keepOnly(const CustomerId& customer);
    void clear();

Q_SIGNALS:
    /// A document has been displayed whole for the first time.
    void documentDisplayed(const finhub::CustomerId& customer, const finhub::Document& document);
    /// The verdict on a document is another one; of(customer) tells which.
    void documentJudged(const finhub::CustomerId& customer, const finhub::Document& document);

private:
    UserId m_officer;
    std::map<CustomerId, std::unique_ptr<CaseEvidence>> m_cases;
};

} // namespace finhub::review
