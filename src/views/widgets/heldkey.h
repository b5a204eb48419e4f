#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <chrono>

class QAction;

namespace finhub::views {

/// Makes the key of a toggle two keys: pressed for a moment it switches, held it switches back when it is let
/// go of. GUI thread.
class HeldKey : public QObject {
    Q_OBJECT

public:
    /// The action is a checkable one with a single key and no modifiers; it owns this.
    explicit HeldKey(QAction* action);

    /// From when on a key counts as held; 400 ms at the start.
    void setHoldTime(std::chrono::milliseconds time) { m_holdTime = time; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watchForRelease();

    QAction* m_action;
    std::chrono::milliseconds m_holdTime;
    QElapsedTimer m_since;
    bool m_watching = false;
};

} // namespace finhub::views
