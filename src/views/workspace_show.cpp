#include "views/blockertext.h"
#include "views/offlinebar.h"
#include "views/sidepane.h"
#include "views/statusline.h"
#include "views/timetext.h"
#include "views/topbar.h"
#include "views/words.h"
#include "views/workspace.h"

namespace finhub::views {

namespace {
QString rolesText(const QList<WireValue<Role>>& roles)
{
    // The bare ADMIN says nothing beside a more telling role.
    for (const Role telling : {Role::PowerTenant, Role::ComplianceOfficer, Role::MasterAdmin, Role::AdminUser,
                               Role::Admin, Role::Viewer}) {
        if (roles.contains(telling))
            return words::role(telling);
    }
    return roles.isEmpty() ? QString() : words::role(roles.first());
}
} // namespace

void Workspace::showQuery()
{
    const DirectoryQuery& query = m_customers.query();
    m_sidePane->showView(models::viewOf(query.stages));
    const bool oldestFirst = query.sort == DirectorySort::SubmittedAt && !query.descending;
    const QString order = oldestFirst ? tr("Oldest first") : tr("In the order of the list");
    QStringList filters;
    for (const RiskLevel risk : query.risks)
        filters << words::riskLong(risk);
    if (!query.search.isEmpty())
        filters << tr("search");
    m_sidePane->setQueueCaption(
        QStringLiteral("%1 · %2").arg(order, filters.isEmpty() ? tr("all risks") : filters.join(u' ')));
}

void Workspace::showSession()
{
    const std::optional<SessionInfo>& session = m_finhub.session();
    if (!session)
        return;
    const api::ConnectionProfile& profile = m_finhub.profile();
    const QDateTime now = m_now();
    const bool soon = now.secsTo(session->expiresAt) < 5 * 60;
    const QString remaining = remainingText(session->expiresAt, now);
    m_topBar->setConnection(profile.name, profile.baseUrl.scheme() == QLatin1String("https"));
    m_topBar->setOfficer(session->displayName, rolesText(session->roles));
    m_topBar->setNewCustomerEnabled(permissionsOf(session->roles).write,
                                    blockerText(Blocker::RoleMayNotWrite, {}));
    m_topBar->setSessionText(tr("Session %1").arg(remaining), soon);
    m_statusLine->setConnection(profile.baseUrl.host(), m_reachable);
    m_statusLine->setOfficer(session->displayName);
    m_statusLine->setUpdated(tr("Updated %1").arg(ageText(m_updatedAt, now)));
    m_offlineBar->refresh();
    m_statusLine->setSession(tr("Session ends in %1").arg(remaining));
}

} // namespace finhub::views
