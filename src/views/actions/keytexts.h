#pragma once

#include <QString>

#include <functional>

class QAbstractButton;
class QAction;
class QObject;

namespace finhub::views {

/// The action's first key as people read it; empty when it has none, or its keys are off.
QString keyOf(const QAction* action);
/// "Zoom in (+)"; without the brackets when there is no key.
QString withKey(const QString& text, const QAction* action);

/// The same by the id of the action, for those who have none.
QString keyOf(const QString& id);
QString withKey(const QString& text, const QString& id);
/// Says whatever names a key, now and whenever keys are other ones. `context` ends it. (Not whenever an action
/// changes: what is said may be the action's tool tip.)
void onKeysChanged(QObject* context, const std::function<void()>& tell);

/// Keeps the key of a button that does what the action does in its accessible name ("Accept (Y)"), its cap
/// where it has one, and in its tool tip, which is this text.
void showKey(QAbstractButton* button, const QAction* action, const QString& name, const QString& toolTip);

} // namespace finhub::views
