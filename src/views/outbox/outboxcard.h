#pragma once

#include "review/decisiondesk.h"

#include <QFrame>

#include <memory>

namespace Ui {
class OutboxCard;
}

namespace finhub::views {

/// One decision that is not settled: what was decided, when, on which case, what is known of it, and what can
/// be done. GUI thread.
class OutboxCard : public QFrame {
    Q_OBJECT

public:
    explicit OutboxCard(QWidget* parent = nullptr);
    ~OutboxCard() override;

    void showDecision(const review::Decision& decision);
    void showUnreadable(const review::UnreadableIntent& unreadable);

Q_SIGNALS:
    void checkWanted();
    void openWanted();
    void closeWanted();

private:
    std::unique_ptr<Ui::OutboxCard> m_ui;
};

} // namespace finhub::views
