#pragma once

#include "core/officers.h"

#include <QDialog>
#include <QList>

#include <memory>

namespace Ui {
class HandOverDialog;
}

namespace finhub::views {

/// Asks to whom a case is handed over (3.8): by user id, which is what the server takes; officers whom the
/// case already names can be chosen. Opened with open(); emits confirmed() once.
class HandOverDialog : public QDialog {
    Q_OBJECT

public:
    HandOverDialog(const QString& customer, const QList<OfficerName>& known, QWidget* parent = nullptr);
    ~HandOverDialog() override;

Q_SIGNALS:
    void confirmed(const finhub::UserId& to);

private:
    UserId chosen() const;

    std::unique_ptr<Ui::HandOverDialog> m_ui;
};

} // namespace finhub::views
