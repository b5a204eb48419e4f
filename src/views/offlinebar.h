#pragma once

#include "review/reconnection.h"
#include "views/widgets/noticestrip.h"

#include <functional>

namespace finhub::views {

/// A strip over every page while FinHub cannot be reached: since when, how old what is shown is, and that it
/// is being tried again. Hidden otherwise. GUI thread.
class OfflineBar : public NoticeStrip {
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

private:
    QString text() const;

    review::Reconnection m_reconnection;
    std::function<QDateTime()> m_shownAt;
    std::function<QDateTime()> m_now;
};

/// When something about this customer was last read with success, by the log of calls; invalid when it was
/// not.
QDateTime readAt(const api::CallLog& log, const QString& id);

} // namespace finhub::views
