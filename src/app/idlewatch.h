#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace finhub::app {

/// Notices that nobody has typed, clicked, scrolled or moved the pointer in any window of the program for a
/// while. The time that the computer slept counts: then the first touch afterwards only says so and does
/// nothing else. GUI thread.
class IdleWatch : public QObject {
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>;

    explicit IdleWatch(std::chrono::milliseconds limit, Now now = QDateTime::currentDateTimeUtc,
                       QObject* parent = nullptr);

    void setLimit(std::chrono::milliseconds limit);
    std::chrono::milliseconds limit() const { return m_limit; }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Once for each time; again only after somebody has been there.
    void idle();

private:
    void touch();
    void say();

    std::chrono::milliseconds m_limit;
    Now m_now;
    QTimer m_timer;
    QDateTime m_last;
    bool m_isIdle = false;
};

} // namespace finhub::app
