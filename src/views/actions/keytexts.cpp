#include "views/actions/keytexts.h"

#include "views/actions/actionregistry.h"
#include "views/widgets/keyhint.h"
#include "views/widgets/plaintext.h"

#include <QAbstractButton>
#include <QAction>

namespace finhub::views {

namespace {
QString bracketed(const QString& text, const QString& key)
{
    return key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key);
}
} // namespace

QString keyOf(const QAction* action)
{
    return action->shortcut().toString(QKeySequence::NativeText);
}

QString withKey(const QString& text, const QAction* action)
{
    return bracketed(text, keyOf(action));
}

QString keyOf(const QString& id)
{
    const QList<QKeySequence> keys = ActionRegistry::instance().activeKeys(id);
    return keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
}

QString withKey(const QString& text, const QString& id)
{
    return bracketed(text, keyOf(id));
}

void onKeysChanged(QObject* context, const std::function<void()>& tell)
{
    tell();
    QObject::connect(&ActionRegistry::instance(), &ActionRegistry::changed, context, tell);
}

void showKey(QAbstractButton* button, const QAction* action, const QString& name, const QString& toolTip)
{
    onKeysChanged(button, [=] {
        button->setAccessibleName(withKey(name, action));
        if (!toolTip.isEmpty())
            button->setToolTip(plainToolTip(withKey(toolTip, action)));
        if (auto* hint = qobject_cast<HintButton*>(button))
            hint->setKeyHint(keyOf(action));
    });
}

} // namespace finhub::views
