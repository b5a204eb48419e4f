#include "views/widgets/heldkey.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>

namespace finhub::views {

namespace {
constexpr std::chrono::milliseconds DefaultHoldTime{400};
}

HeldKey::HeldKey(QAction* action)
    : QObject(action)
    , m_action(action)
    , m_holdTime(DefaultHoldTime)
{
    connect(action, &QAction::triggered, this, [this](bool checked) {
        if (checked)
            watchForRelease();
    });
}

void HeldKey::watchForRelease()
{
    m_since.start();
    if (!m_watching)
        QCoreApplication::instance()->installEventFilter(this);
    m_watching = true;
}

// The whole program is listened to, but only from a press to the release that follows it: who has the focus
// then is not known. A click on the action's button has no release and ends with the next key.
bool HeldKey::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::KeyRelease && type != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool ours = QKeySequence(key->key()) == m_action->shortcut();
    if (key->isAutoRepeat() || (ours && type == QEvent::KeyPress))
        return QObject::eventFilter(watched, event);
    QCoreApplication::instance()->removeEventFilter(this);
    m_watching = false;
    if (ours && m_since.elapsed() >= m_holdTime.count() && m_action->isChecked())
        m_action->trigger();
    return QObject::eventFilter(watched, event);
}

} // namespace finhub::views
