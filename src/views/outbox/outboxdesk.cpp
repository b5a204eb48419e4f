#include "views/outbox/outboxdesk.h"

#include "views/opendialog.h"
#include "views/outbox/holddialog.h"
#include "views/outbox/outboxnotice.h"
#include "views/outbox/outboxview.h"
#include "views/outbox/undobar.h"
#include "views/topbar.h"

#include <QVBoxLayout>

#include <utility>

namespace finhub::views {

OutboxDesk::OutboxDesk(api::FinHub& finhub, review::DecisionDesk& desk,
                       std::function<QString(const CustomerId&)> customerName, QWidget* workspace)
    : QObject(workspace)
    , m_desk(desk)
    , m_customerName(std::move(customerName))
    , m_workspace(workspace)
    , m_page(new OutboxView(finhub, desk))
{
}

void OutboxDesk::addStrips(QVBoxLayout* layout)
{
    auto* notice = new OutboxNotice(m_desk, m_workspace);
    connect(notice, &OutboxNotice::showWanted, this, &OutboxDesk::pageWanted);
    layout->addWidget(notice);
    layout->addWidget(new UndoBar(m_desk, m_customerName, m_workspace));
}

void OutboxDesk::attach(TopBar* bar)
{
    connect(bar, &TopBar::outboxWanted, this, &OutboxDesk::pageWanted);
    connect(bar, &TopBar::holdWanted, this, &OutboxDesk::chooseHold);
}

void OutboxDesk::chooseHold()
{
    auto* dialog =
        new HoldDialog(std::chrono::duration_cast<std::chrono::seconds>(m_desk.hold()), m_workspace);
    connect(dialog, &HoldDialog::chosen, this, [this](std::chrono::seconds hold) {
        m_desk.setHold(hold);
        Q_EMIT holdChosen(hold);
    });
    openCentred(dialog);
}

} // namespace finhub::views
