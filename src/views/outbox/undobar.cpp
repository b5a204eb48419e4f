#include "views/outbox/undobar.h"

#include "views/actions/actionregistry.h"
#include "views/actions/keytexts.h"
#include "views/outbox/outboxtext.h"
#include "views/widgets/plaintext.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace finhub::views {

namespace {
constexpr std::chrono::milliseconds Tick{200};
} // namespace

UndoBar::UndoBar(review::DecisionDesk& desk, std::function<QString(const CustomerId&)> customerName,
                 QWidget* parent)
    : NoticeStrip({IconName::Check, ColorRole::AccentGround, ColorRole::Accent}, tr("Undo"), parent)
    , m_desk(desk)
    , m_customerName(std::move(customerName))
{
    setObjectName(QStringLiteral("undoBar"));
    setAccessibleName(tr("A decision is about to leave"));
    label()->setObjectName(QStringLiteral("undoText"));
    button()->setObjectName(QStringLiteral("undoButton"));
    connect(button(), &QPushButton::clicked, this, &UndoBar::undo);
    // A field that is being written in has an undo of its own.
    QAction* action = ActionRegistry::instance().make(QStringLiteral("undoDecisionAction"), this);
    connect(action, &QAction::triggered, this, &UndoBar::undo);
    showKey(button(), action, tr("Undo"), action->text());
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
    setPlainText(label(), tr("%1, for %2: leaves in %3 s.")
                              .arg(verdictText(decision->intent()), displayLine(who, 60))
                              .arg(left.count()));
}

void UndoBar::undo()
{
    if (const review::Decision* decision = held())
        m_desk.undo(decision->intent().verification);
}

} // namespace finhub::views
