#pragma once

#include "review/decisiondesk.h"
#include "views/widgets/noticestrip.h"

namespace finhub::views {

/// A strip over every page while decisions wait for a person, or have settled late and nobody has seen it:
/// how many, and the way to them. GUI thread.
class OutboxNotice : public NoticeStrip {
    Q_OBJECT

public:
    explicit OutboxNotice(review::DecisionDesk& desk, QWidget* parent = nullptr);

Q_SIGNALS:
    void showWanted();

private:
    void refresh();

    review::DecisionDesk& m_desk;
};

} // namespace finhub::views
