#include "views/outbox/outboxview.h"

#include "ui_outboxview.h"
#include "views/actions/actionregistry.h"
#include "views/opendialog.h"
#include "views/outbox/closedecisiondialog.h"
#include "views/outbox/outboxcard.h"
#include "views/outbox/outboxtext.h"
#include "views/style/icons.h"
#include "views/widgets/plaintext.h"

#include <QAction>

#include <algorithm>
#include <set>

namespace finhub::views {

OutboxView::OutboxView(api::FinHub& finhub, review::DecisionDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::OutboxView>())
    , m_finhub(finhub)
    , m_desk(desk)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("outboxView"));
    setAttribute(Qt::WA_StyledBackground);
    m_ui->outboxBackButton->setIcon(icon(IconName::Close));
    m_ui->outboxBackButton->setFocusPolicy(Qt::TabFocus);
    connect(m_ui->outboxBackButton, &QPushButton::clicked, this, &OutboxView::backWanted);
    connect(ActionRegistry::instance().make(QStringLiteral("leaveOutboxAction"), this), &QAction::triggered,
            this, &OutboxView::backWanted);
    connect(m_ui->checkAllButton, &QPushButton::clicked, this, [this] { m_desk.checkAgain(); });
    connect(&m_desk, &review::DecisionDesk::changed, this, &OutboxView::refresh);
    connect(&m_finhub, &api::FinHub::extensionsChanged, this, &OutboxView::refresh);
    connect(&m_finhub, &api::FinHub::sessionChanged, this, &OutboxView::refresh);
    refresh();
}

OutboxView::~OutboxView() = default;

void OutboxView::refresh()
{
    std::set<Key> present;
    for (const review::Decision* decision : m_desk.decisions()) {
        const review::Intent& intent = decision->intent();
        // What was confirmed a moment ago is its case's business, not yet this list's.
        if (decision->isRunning() && !intent.mayBeThere())
            continue;
        const Key key{intent.verification, {}};
        present.insert(key);
        card(key).showDecision(*decision);
    }
    for (const review::UnreadableIntent& unreadable : m_desk.unreadable()) {
        const Key key{{}, unreadable.name};
        present.insert(key);
        card(key).showUnreadable(unreadable);
    }
    const bool allSettled = present.empty();
    for (const review::SettledDecision& settled : m_desk.settledLate()) {
        const Key key{settled.intent.verification, {}, settled.intent.id};
        present.insert(key);
        card(key).showSettled(settled);
    }
    for (auto it = m_cards.begin(); it != m_cards.end();) {
        if (present.count(it->first)) {
            ++it;
            continue;
        }
        // One of its own buttons may have brought this about.
        it->second->hide();
        it->second->deleteLater();
        it = m_cards.erase(it);
    }
    m_ui->checkAllButton->setEnabled(m_desk.unresolved() > 0);
    QStringList message;
    if (allSettled)
        message << tr("Every decision is settled.");
    if (const QString limits = decisionLimitsText(m_desk); m_finhub.session() && !limits.isEmpty())
        message << limits;
    m_ui->outboxMessage->setVisible(!message.isEmpty());
    setPlainText(m_ui->outboxMessage, message.join(u'\n'));
}

OutboxCard& OutboxView::card(const Key& key)
{
    OutboxCard*& present = m_cards[key];
    if (present)
        return *present;
    present = new OutboxCard(m_ui->outboxCards);
    connect(present, &OutboxCard::checkWanted, this, [this, key] { m_desk.checkAgain(key.verification); });
    connect(present, &OutboxCard::openWanted, this, [this, key] {
        DirectoryEntry customer;
        customer.id = customerOf(key);
        if (!customer.id.isEmpty())
            Q_EMIT caseWanted(customer);
    });
    connect(present, &OutboxCard::closeWanted, this, [this, key] { askToClose(key); });
    // Before the spacer that keeps them at the top; what is settled comes last.
    const auto open = std::count_if(m_cards.begin(), m_cards.end(),
                                    [](const auto& entry) { return entry.first.settled.isEmpty(); });
    const int place = key.settled.isEmpty() ? static_cast<int>(open) - 1 : m_ui->cardsLayout->count() - 1;
    m_ui->cardsLayout->insertWidget(place, present);
    return *present;
}

CustomerId OutboxView::customerOf(const Key& key) const
{
    for (const review::SettledDecision& settled : m_desk.settledLate()) {
        if (settled.intent.id == key.settled)
            return settled.intent.customer;
    }
    const review::Decision* decision = m_desk.decisionOn(key.verification);
    return decision ? decision->intent().customer : CustomerId();
}

void OutboxView::askToClose(const Key& key)
{
    if (!key.settled.isEmpty()) {
        m_desk.dismissSettled(key.settled);
        return;
    }
    const review::Decision* decision = m_desk.decisionOn(key.verification);
    auto* dialog = new CloseDecisionDialog(decision && decision->isNotSent(), !key.file.isEmpty(), this);
    connect(dialog, &CloseDecisionDialog::confirmed, this, [this, key] { close(key); });
    openCentred(dialog);
}

void OutboxView::close(const Key& key)
{
    const bool done = key.file.isEmpty() ? m_desk.closeByPerson(key.verification) : m_desk.setAside(key.file);
    if (done)
        return;
    m_ui->outboxMessage->show();
    setPlainText(m_ui->outboxMessage, tr("It could not be closed: the disk or the journal of this console "
                                         "cannot be written, or it is being settled at this moment."));
}

} // namespace finhub::views
