#pragma once

#include "api/finhub.h"

#include <QDateTime>
#include <QObject>
#include <QRandomGenerator>
#include <QTimer>

#include <chrono>
#include <functional>

namespace finhub::review {

/// Finds the way back when FinHub cannot be reached during a session: asks for something small and harmless
/// (2.3) after pauses that grow and differ from console to console, until there is an answer. Nothing is sent
/// again here: what was being done has failed and says so, or belongs to the outbox. GUI thread.
class Reconnection : public QObject {
    Q_OBJECT

public:
    struct Options {
        std::chrono::milliseconds firstPause = std::chrono::seconds(2);
        std::chrono::milliseconds longestPause = std::chrono::seconds(60);
        std::function<double()> chance = [] { return QRandomGenerator::global()->generateDouble(); };
        std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    };

    explicit Reconnection(api::FinHub& finhub, QObject* parent = nullptr);
    Reconnection(api::FinHub& finhub, Options options, QObject* parent = nullptr);
    ~Reconnection() override;

    bool isOffline() const { return m_since.isValid(); }
    /// When that was noticed, UTC; invalid while FinHub can be reached.
    const QDateTime& since() const { return m_since; }
    /// Whether it is being asked just now.
    bool isTrying() const { return m_probe != nullptr; }
    /// The pause that has begun, else 0.
    std::chrono::milliseconds pause() const;

    /// Asks now instead of after the pause.
    void tryNow();

Q_SIGNALS:
    /// Offline or not, trying or not.
    void changed();
    /// FinHub answers again: what is shown can be read anew.
    void returned();

private:
    void lose();
    void goOn();
    void wait();
    void stop();

    api::FinHub& m_finhub;
    const Options m_options;
    QDateTime m_since;
    int m_failed = 0;
    QTimer m_timer;
    CallPtr<QList<Category>> m_probe;
};

} // namespace finhub::review
