#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace finhub::views {

/// Carries something out at once, and when it is asked for again within the pause once more at its end:
/// however often somebody asks, it happens at most once a pause, and the last wish is never lost. GUI thread.
class Pacer : public QObject {
    Q_OBJECT

public:
    Pacer(std::chrono::milliseconds pause, std::function<void()> work, QObject* parent = nullptr);

    void ask();

private:
    void carryOut();

    std::function<void()> m_work;
    QTimer m_pause;
    bool m_again = false;
};

} // namespace finhub::views
