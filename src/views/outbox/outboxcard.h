#pragma once

#include "review/decisiondesk.h"

#include <QFrame>

#include <memory>

namespace Ui {
class OutboxCard;
}

namespace finhub::views {

/// One decision that is not settled, or was settled late: what was decided, when, on which case, what is
/// known of it, and what can be done. GUI thread.
class OutboxCard : public QFrame {
    Q_OBJECT

public:
    explicit OutboxCard(QWidget* parent = nullptr);
    ~OutboxCard() override;

    void showDecision(const review::Decision& decision);
    void showUnreadable(const review::UnreadableIntent& unreadable);
    void showSettled(const review::SettledDecision& settled);

Q_SIGNALS:
    void checkWanted();
    void openWanted();
    void closeWanted();

private:
    void showIntent(const review::Intent& intent);

    std::unique_ptr<Ui::OutboxCard> m_ui;
};

} // namespace finhub::views
