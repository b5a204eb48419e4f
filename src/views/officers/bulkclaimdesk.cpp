#include "views/officers/bulkclaimdesk.h"

#include "views/officers/bulkclaimdialog.h"
#include "views/opendialog.h"

#include <utility>

namespace finhub::views {

BulkClaimDesk::BulkClaimDesk(api::FinHub& finhub, QWidget* window)
    : QObject(window)
    , m_finhub(finhub)
    , m_window(window)
{
    connect(&m_finhub, &api::FinHub::sessionEnded, this, [this] { delete m_dialog; });
}

BulkClaimDesk::~BulkClaimDesk() = default;

void BulkClaimDesk::start(review::ClaimDeed deed, const QList<DirectoryEntry>& entries, int notLoaded)
{
    if (m_dialog || entries.isEmpty() || !m_finhub.session())
        return;
    auto claims = std::make_unique<review::BulkClaims>(m_finhub, deed, entries);
    review::BulkClaims* running = claims.get();
    connect(running, &review::BulkClaims::done, this, &BulkClaimDesk::claimDone);
    connect(running, &review::BulkClaims::finished, this, &BulkClaimDesk::finished);
    m_dialog = new BulkClaimDialog(std::move(claims), notLoaded, m_window);
    openCentred(m_dialog);
    running->start();
}

} // namespace finhub::views
