#pragma once

#include "review/decisiondesk.h"

#include <QObject>

#include <chrono>
#include <functional>

class QVBoxLayout;

namespace finhub::views {

class OutboxView;
class TopBar;

/// The parts of a workspace that are about decisions on their way: the strips over every page, the page of
/// those that are not settled, and the choice of how long one is held. The workspace's widget owns them. GUI
/// thread.
class OutboxDesk : public QObject {
    Q_OBJECT

public:
    OutboxDesk(api::FinHub& finhub, review::DecisionDesk& desk,
               std::function<QString(const CustomerId&)> customerName, QWidget* workspace);

    /// Adds the strips to the workspace's layout.
    void addStrips(QVBoxLayout* layout);
    /// Offers the page and the choice in the bar's menu.
    void attach(TopBar* bar);
    OutboxView* page() const { return m_page; }

Q_SIGNALS:
    void pageWanted();
    void holdChosen(std::chrono::seconds hold);

private:
    void chooseHold();

    review::DecisionDesk& m_desk;
    std::function<QString(const CustomerId&)> m_customerName;
    QWidget* m_workspace;
    OutboxView* m_page;
};

} // namespace finhub::views
