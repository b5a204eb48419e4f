#pragma once

#include "api/connectionprofile.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ProfileDialog;
}

namespace finhub::views {

/// Making or changing a connection. It never asks for a secret.
class ProfileDialog : public QDialog {
    Q_OBJECT

public:
    ProfileDialog(const api::ConnectionProfile& profile, bool isNew, QWidget* parent = nullptr);
    ~ProfileDialog() override;

Q_SIGNALS:
    void saved(const finhub::api::ConnectionProfile& profile);
    void removed();

private:
    api::ConnectionProfile profile() const;
    void save();

    std::unique_ptr<Ui::ProfileDialog> m_ui;
};

/// What is wrong with a connection, in one sentence; empty for none.
QString profileFaultText(api::ProfileFault fault);

} // namespace finhub::views
