#include "views/outbox/holddialog.h"

#include "ui_holddialog.h"

namespace finhub::views {

HoldDialog::HoldDialog(std::chrono::seconds present, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HoldDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("holdDialog"));
    m_ui->holdSeconds->setValue(static_cast<int>(present.count()));
    m_ui->cancelHoldButton->setAutoDefault(false);
    connect(m_ui->cancelHoldButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->saveHoldButton, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(std::chrono::seconds(m_ui->holdSeconds->value()));
        accept();
    });
    m_ui->holdSeconds->setFocus();
    m_ui->holdSeconds->selectAll();
}

HoldDialog::~HoldDialog() = default;

} // namespace finhub::views
