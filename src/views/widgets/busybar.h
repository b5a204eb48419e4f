#pragma once

#include <QBasicTimer>
#include <QWidget>

namespace finhub::views {

/// A bar of two pixels that runs while something is under way and takes the same place when nothing is. Where
/// motion is reduced it stands still over the whole width.
class BusyBar : public QWidget {
    Q_OBJECT
    Q_PROPERTY(bool busy READ isBusy WRITE setBusy)

public:
    explicit BusyBar(QWidget* parent = nullptr);

    bool isBusy() const { return m_busy; }
    bool isMoving() const { return m_timer.isActive(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

public Q_SLOTS:
    void setBusy(bool busy);

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void startOrStop();

    QBasicTimer m_timer;
    int m_step = 0;
    bool m_busy = false;
};

} // namespace finhub::views
