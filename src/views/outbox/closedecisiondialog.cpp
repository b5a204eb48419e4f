#include "views/outbox/closedecisiondialog.h"

#include "ui_closedecisiondialog.h"
#include "views/widgets/plaintext.h"

namespace finhub::views {

CloseDecisionDialog::CloseDecisionDialog(bool notSent, bool unreadable, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::CloseDecisionDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("closeDecisionDialog"));
    setPlainText(m_ui->closeText,
                 unreadable ? tr("Its file is kept on this computer under another name, and the console does "
                                 "not look at it again. What FinHub has recorded stays as it is.")
                 : notSent
                     ? tr("Nothing was sent, and nothing was recorded. The case still waits to be decided.")
                     : tr("The console then no longer asks FinHub what became of it. If it is recorded, it "
                          "stays recorded, and if it is still on its way, it may yet arrive. Look at the "
                          "case before you decide it again: a new decision is a second one."));
    m_ui->closeDecisionButton->setAutoDefault(false);
    m_ui->keepDecisionButton->setAutoDefault(false);
    connect(m_ui->keepDecisionButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->closeDecisionButton, &QPushButton::clicked, this, [this] {
        m_ui->closeDecisionButton->setEnabled(false);
        Q_EMIT confirmed();
        accept();
    });
    m_ui->keepDecisionButton->setFocus();
}

CloseDecisionDialog::~CloseDecisionDialog() = default;

} // namespace finhub::views
