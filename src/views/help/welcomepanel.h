#pragma once

#include <QFrame>

class QPushButton;

namespace finhub::views {

/// The first thing that somebody sees who has no connection yet: what the console is, what it needs, and how
/// to look around without an account.
class WelcomePanel : public QFrame {
    Q_OBJECT

public:
    explicit WelcomePanel(QWidget* parent = nullptr);
    void focusFirst();

Q_SIGNALS:
    void connectionWanted();

private:
    QPushButton* m_make;
};

} // namespace finhub::views
