#pragma once

#include "review/reconnection.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace finhub::views {

/// A strip over every page while FinHub cannot be reached: since when, how old what is shown is, and that it
/// is being tried again. Hidden otherwise. GUI thread.
class OfflineBar : public QWidget {
    Q_OBJECT

public:
    /// `shownAt` says when what is on the screen was read; invalid where nothing is. `now` is UTC.
    OfflineBar(api::FinHub& finhub, std::function<QDateTime()> shownAt, std::function<QDateTime()> now,
               QWidget* parent = nullptr);

    review::Reconnection& reconnection() { return m_reconnection; }

    /// The age has grown.
    void refresh();

Q_SIGNALS:
    /// FinHub answers again: what is shown can be read anew.
    void returned();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString text() const;

    review::Reconnection m_reconnection;
    std::function<QDateTime()> m_shownAt;
    std::function<QDateTime()> m_now;
    QLabel* m_text;
    QPushButton* m_tryButton;
};

/// When something about this customer was last read with success, by the log of calls; invalid when it was
/// not.
QDateTime readAt(const api::CallLog& log, const QString& id);

} // namespace finhub::views
