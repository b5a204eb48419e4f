#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class CloseDecisionDialog;
}

namespace finhub::views {

/// Asks before a decision that is not settled is taken off the list: after that nobody looks for it any more.
class CloseDecisionDialog : public QDialog {
    Q_OBJECT

public:
    /// `notSent`: it is certain that nothing was recorded; `unreadable`: its file is only renamed.
    CloseDecisionDialog(bool notSent, bool unreadable, QWidget* parent = nullptr);
    ~CloseDecisionDialog() override;

Q_SIGNALS:
    void confirmed();

private:
    std::unique_ptr<Ui::CloseDecisionDialog> m_ui;
};

} // namespace finhub::views
