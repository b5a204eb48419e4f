#pragma once

#include "review/decisiondesk.h"

#include <QWidget>

class QLabel;

namespace finhub::views {

/// A strip over every page while decisions wait for a person, or have settled late and nobody has seen it:
/// how many, and the way to them. GUI thread.
class OutboxNotice : public QWidget {
    Q_OBJECT

public:
    explicit OutboxNotice(review::DecisionDesk& desk, QWidget* parent = nullptr);

Q_SIGNALS:
    void showWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    review::DecisionDesk& m_desk;
    QLabel* m_text;
    bool m_isWarning = false;
};

} // namespace finhub::views
