#pragma once

#include <QDialog>

#include <chrono>
#include <memory>

namespace Ui {
class HoldDialog;
}

namespace finhub::views {

/// Asks how long a decision is held before it leaves: 0 to 60 seconds, 0 for not at all.
class HoldDialog : public QDialog {
    Q_OBJECT

public:
    explicit HoldDialog(std::chrono::seconds present, QWidget* parent = nullptr);
    ~HoldDialog() override;

Q_SIGNALS:
    void chosen(std::chrono::seconds hold);

private:
    std::unique_ptr<Ui::HoldDialog> m_ui;
};

} // namespace finhub::views
