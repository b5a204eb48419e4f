#include "views/outbox/undobar.h"

#include "views/actions/actionregistry.h"
#include "views/actions/keytexts.h"
#include "views/outbox/outboxtext.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <utility>

namespace finhub::views {

namespace {
constexpr int IconSize = 16;
constexpr std::chrono::milliseconds Tick{200};
} // namespace

UndoBar::UndoBar(review::DecisionDesk& desk, std::function<QString(const CustomerId&)> customerName,
                 QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_customerName(std::move(customerName))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("undoBar"));
    setAccessibleName(tr("A decision is about to leave"));
    m_text->setObjectName(QStringLiteral("undoText"));
    m_text->setWordWrap(true);
    auto* button = new QPushButton(tr("Undo"), this);
    button->setObjectName(QStringLiteral("undoButton"));
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, &UndoBar::undo);
    // A field that is being written in has an undo of its own.
    QAction* action = ActionRegistry::instance().make(QStringLiteral("undoDecisionAction"), this);
    connect(action, &QAction::triggered, this, &UndoBar::undo);
    showKey(button, action, tr("Undo"), action->text());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::Large + IconSize + metric::Small, metric::Tight, metric::Medium,
                               metric::Tight);
    layout->setSpacing(metric::Medium);
    layout->addWidget(m_text, 1);
    layout->addWidget(button);
    connect(&m_desk, &review::DecisionDesk::changed, this, &UndoBar::refresh);
    connect(&m_clock, &QTimer::timeout, this, &UndoBar::refresh);
    hide();
}

const review::Decision* UndoBar::held() const
{
    const review::Decision* last = nullptr;
    for (const review::Decision* decision : m_desk.decisions()) {
        if (decision->step() == review::Decision::Step::Holding)
            last = decision;
    }
    return last;
}

void UndoBar::refresh()
{
    const review::Decision* decision = held();
    setVisible(decision != nullptr);
    if (!decision) {
        m_clock.stop();
        return;
    }
    if (!m_clock.isActive())
        m_clock.start(Tick);
    QString who = m_customerName(decision->intent().customer);
    if (who.isEmpty())
        who = decision->intent().customer.text();
    const auto left = std::chrono::ceil<std::chrono::seconds>(decision->heldFor());
    setPlainText(m_text, tr("%1, for %2: leaves in %3 s.")
                             .arg(verdictText(decision->intent()), displayLine(who, 60))
                             .arg(left.count()));
}

void UndoBar::undo()
{
    if (const review::Decision* decision = held())
        m_desk.undo(decision->intent().verification);
}

void UndoBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ColorRole::AccentGround));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(ColorRole::Line));
    paintIcon(&painter, QRectF(metric::Large, (height() - IconSize) / 2.0, IconSize, IconSize),
              IconName::Check, theme.color(ColorRole::Accent));
}

} // namespace finhub::views
