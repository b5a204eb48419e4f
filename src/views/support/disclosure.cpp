#include "views/support/disclosure.h"

#include "views/support/masking.h"

namespace finhub::views {

bool masksPersonal(const std::optional<SessionInfo>& session)
{
    return !session || !permissionsOf(session->roles).write;
}

bool masksPersonal(const review::CaseFile& file)
{
    // The lifecycle names the role among what stands against any write.
    return file.blockers(Action::AcceptConsent).contains(Blocker::RoleMayNotWrite);
}

QList<Document> withMaskedNames(QList<Document> documents)
{
    for (Document& document : documents)
        document.fileName = masking::fileName(document.fileName);
    return documents;
}

} // namespace finhub::views
