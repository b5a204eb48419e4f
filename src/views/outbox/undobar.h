#pragma once

#include "review/decisiondesk.h"
#include "views/widgets/noticestrip.h"

#include <QTimer>

#include <functional>

namespace finhub::views {

/// A strip over every page while a decision is held before it leaves: what was decided, about whom, how long
/// it can still be undone, and the way back (also Ctrl+Z). With several held it is about the one that was
/// confirmed last. GUI thread.
class UndoBar : public NoticeStrip {
    Q_OBJECT

public:
    /// `customerName` says who a customer is, where that is known; empty elsewhere.
    UndoBar(review::DecisionDesk& desk, std::function<QString(const CustomerId&)> customerName,
            QWidget* parent = nullptr);

private:
    void refresh();
    void undo();
    const review::Decision* held() const;

    review::DecisionDesk& m_desk;
    std::function<QString(const CustomerId&)> m_customerName;
    QTimer m_clock;
};

} // namespace finhub::views
