#include "views/outbox/outboxcard.h"

#include "ui_outboxcard.h"
#include "views/ink.h"
#include "views/outbox/outboxtext.h"
#include "views/style/buttonkind.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"

namespace finhub::views {

OutboxCard::OutboxCard(QWidget* parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::OutboxCard>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("outboxCard"));
    setFrameShape(QFrame::NoFrame);
    connect(m_ui->outboxCheckButton, &QPushButton::clicked, this, &OutboxCard::checkWanted);
    connect(m_ui->outboxOpenButton, &QPushButton::clicked, this, &OutboxCard::openWanted);
    connect(m_ui->outboxCloseButton, &QPushButton::clicked, this, &OutboxCard::closeWanted);
}

OutboxCard::~OutboxCard() = default;

void OutboxCard::showDecision(const review::Decision& decision)
{
    showIntent(decision.intent());
    setPlainText(m_ui->outboxKnown, knownText(decision));
    setInk(m_ui->outboxKnown, decision.isRunning() ? Ink::Secondary : Ink::Bad);
    m_ui->outboxCheckButton->setVisible(!decision.isNotSent());
    m_ui->outboxCheckButton->setEnabled(!decision.isRunning());
    m_ui->outboxCloseButton->setEnabled(!decision.isRunning());
}

void OutboxCard::showSettled(const review::SettledDecision& settled)
{
    showIntent(settled.intent);
    setPlainText(m_ui->outboxKnown, knownText(settled));
    setInk(m_ui->outboxKnown, settled.end == review::DecisionEnd::Applied ? Ink::Secondary : Ink::Bad);
    m_ui->outboxCheckButton->hide();
    m_ui->outboxCloseButton->setText(tr("Dismiss"));
    setKind(m_ui->outboxCloseButton, ButtonKind::Secondary);
}

void OutboxCard::showIntent(const review::Intent& intent)
{
    setPlainText(m_ui->outboxVerdict, verdictText(intent));
    setPlainText(m_ui->outboxCase,
                 tr("Confirmed %1 · customer %2 · verification %3")
                     .arg(dateTimeText(intent.at), intent.customer.text(), intent.verification.text()));
}

void OutboxCard::showUnreadable(const review::UnreadableIntent& unreadable)
{
    setPlainText(m_ui->outboxVerdict, tr("A decision that cannot be read"));
    setPlainText(m_ui->outboxCase,
                 tr("Last changed %1 · file %2").arg(dateTimeText(unreadable.changedAt), unreadable.name));
    setPlainText(m_ui->outboxKnown, knownText(unreadable));
    setInk(m_ui->outboxKnown, Ink::Bad);
    m_ui->outboxCheckButton->hide();
    m_ui->outboxOpenButton->hide();
}

} // namespace finhub::views
