#include "views/outbox/outboxnotice.h"

#include "views/outbox/outboxtext.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace finhub::views {

namespace {
constexpr int IconSize = 16;
}

OutboxNotice::OutboxNotice(review::DecisionDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("outboxNotice"));
    setAccessibleName(tr("Earlier decisions"));
    m_text->setObjectName(QStringLiteral("outboxNoticeText"));
    m_text->setWordWrap(true);
    auto* show = new QPushButton(tr("Show"), this);
    show->setObjectName(QStringLiteral("showOutboxButton"));
    show->setAccessibleName(tr("Show the earlier decisions"));
    show->setFocusPolicy(Qt::TabFocus);
    connect(show, &QPushButton::clicked, this, &OutboxNotice::showWanted);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::Large + IconSize + metric::Small, metric::Tight, metric::Medium,
                               metric::Tight);
    layout->setSpacing(metric::Medium);
    layout->addWidget(m_text, 1);
    layout->addWidget(show);
    connect(&m_desk, &review::DecisionDesk::changed, this, &OutboxNotice::refresh);
    refresh();
}

void OutboxNotice::refresh()
{
    const int waiting = m_desk.waitingForPerson();
    const auto settled = static_cast<int>(m_desk.settledLate().size());
    m_isWarning = waiting > 0;
    setVisible(m_isWarning || settled > 0);
    setPlainText(m_text, m_isWarning ? waitingText(waiting) : settledLateText(settled));
    update();
}

void OutboxNotice::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(m_isWarning ? ColorRole::BadGround : ColorRole::AccentGround));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(ColorRole::Line));
    paintIcon(&painter, QRectF(metric::Large, (height() - IconSize) / 2.0, IconSize, IconSize),
              m_isWarning ? IconName::Warning : IconName::Check,
              theme.color(m_isWarning ? ColorRole::Bad : ColorRole::Accent));
}

} // namespace finhub::views
