#include "views/outbox/outboxnotice.h"

#include "views/outbox/outboxtext.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QPushButton>

namespace finhub::views {

namespace {
constexpr NoticeStrip::Look Waiting{IconName::Warning, ColorRole::BadGround, ColorRole::Bad};
constexpr NoticeStrip::Look Settled{IconName::Check, ColorRole::AccentGround, ColorRole::Accent};
} // namespace

OutboxNotice::OutboxNotice(review::DecisionDesk& desk, QWidget* parent)
    : NoticeStrip(Waiting, tr("Show"), parent)
    , m_desk(desk)
{
    setObjectName(QStringLiteral("outboxNotice"));
    setAccessibleName(tr("Earlier decisions"));
    label()->setObjectName(QStringLiteral("outboxNoticeText"));
    button()->setObjectName(QStringLiteral("showOutboxButton"));
    button()->setAccessibleName(tr("Show the earlier decisions"));
    connect(button(), &QPushButton::clicked, this, &OutboxNotice::showWanted);
    connect(&m_desk, &review::DecisionDesk::changed, this, &OutboxNotice::refresh);
    refresh();
}

void OutboxNotice::refresh()
{
    const int waiting = m_desk.waitingForPerson();
    const auto settled = static_cast<int>(m_desk.settledLate().size());
    setVisible(waiting > 0 || settled > 0);
    setPlainText(label(), waiting > 0 ? waitingText(waiting) : settledLateText(settled));
    setLook(waiting > 0 ? Waiting : Settled);
}

} // namespace finhub::views
