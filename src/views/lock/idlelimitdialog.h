#pragma once

#include <QDialog>

#include <chrono>
#include <memory>

namespace Ui {
class IdleLimitDialog;
}

namespace finhub::views {

/// Asks after how many minutes without anybody at it the console locks itself: 1 to 15.
class IdleLimitDialog : public QDialog {
    Q_OBJECT

public:
    explicit IdleLimitDialog(std::chrono::minutes present, QWidget* parent = nullptr);
    ~IdleLimitDialog() override;

Q_SIGNALS:
    void chosen(std::chrono::minutes limit);

private:
    std::unique_ptr<Ui::IdleLimitDialog> m_ui;
};

} // namespace finhub::views
