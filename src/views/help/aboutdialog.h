#pragma once

#include <QDialog>

namespace finhub::views {

/// What this program is, its version, and the licences of what it is made of.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent = nullptr);

Q_SIGNALS:
    void diagnosticsWanted();
};

} // namespace finhub::views
