#include "views/officers/handoverdialog.h"

#include "ui_handoverdialog.h"
#include "views/officers/claimtext.h"
#include "views/widgets/plaintext.h"

#include <QLineEdit>

namespace finhub::views {

HandOverDialog::HandOverDialog(const QString& customer, const QList<OfficerName>& known, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HandOverDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("handOverDialog"));
    setWindowTitle(tr("Hand over"));
    setPlainText(m_ui->titleLabel, customer.isEmpty()
                                       ? tr("Hand over this case")
                                       : tr("Hand over the case of %1").arg(displayLine(customer, 60)));
    for (const OfficerName& officer : known)
        m_ui->officerBox->addItem(officerText(officer), officer.id.text());
    m_ui->officerBox->setCurrentIndex(-1);
    m_ui->officerBox->lineEdit()->setPlaceholderText(tr("User id of the officer"));
    const auto check = [this] { m_ui->confirmButton->setEnabled(chosen().isValid()); };
    connect(m_ui->officerBox, &QComboBox::editTextChanged, this, check);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->confirmButton, &QPushButton::clicked, this, [this] {
        m_ui->confirmButton->setEnabled(false);
        Q_EMIT confirmed(chosen());
        accept();
    });
    m_ui->cancelButton->setAutoDefault(false);
    check();
    m_ui->officerBox->setFocus();
}

HandOverDialog::~HandOverDialog() = default;

/// A name stands for the officer whom the case names; anything else is an id.
UserId HandOverDialog::chosen() const
{
    const QString text = m_ui->officerBox->currentText().trimmed();
    const int known = m_ui->officerBox->findText(text, Qt::MatchExactly | Qt::MatchCaseSensitive);
    return UserId(known < 0 ? text : m_ui->officerBox->itemData(known).toString());
}

} // namespace finhub::views
