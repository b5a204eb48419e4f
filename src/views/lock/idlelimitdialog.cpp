#include "views/lock/idlelimitdialog.h"

#include "ui_idlelimitdialog.h"

namespace finhub::views {

IdleLimitDialog::IdleLimitDialog(std::chrono::minutes present, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::IdleLimitDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("idleLimitDialog"));
    m_ui->idleMinutes->setValue(static_cast<int>(present.count()));
    m_ui->cancelIdleButton->setAutoDefault(false);
    connect(m_ui->cancelIdleButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->saveIdleButton, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(std::chrono::minutes(m_ui->idleMinutes->value()));
        accept();
    });
    m_ui->idleMinutes->setFocus();
    m_ui->idleMinutes->selectAll();
}

IdleLimitDialog::~IdleLimitDialog() = default;

} // namespace finhub::views
