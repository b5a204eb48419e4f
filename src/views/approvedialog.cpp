#include "views/approvedialog.h"

#include "core/reasoncode.h"
#include "ui_approvedialog.h"
#include "views/known/offertext.h"
#include "views/limitedtext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QLocale>

namespace finhub::views {

ApproveDialog::ApproveDialog(const review::CaseFile& file, const QList<Document>& grounds, bool seenByConsole,
                             QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ApproveDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("approveDialog"));
    const Customer customer = file.customer().value.value_or(Customer());
    const Verification verification = file.verification().value.value_or(Verification());
    setPlainText(m_ui->titleLabel, tr("Approve %1?").arg(nameOrId(customer)));
    QStringList documents;
    for (const Document& document : grounds)
        documents << words::documentType(document.type);
    const QString risk = words::riskLong(customer.risk);
    const QString level = words::level(verification.level);
    setPlainText(m_ui->readBackLabel,
                 documents.isEmpty() ? tr("%1, level “%2”. No document was accepted here.").arg(risk, level)
                                     : tr("%1, level “%2”, on the strength of: %3.")
                                           .arg(risk, level, QLocale().createSeparatedList(documents)));
    m_ui->seenElsewhereBox->setVisible(!seenByConsole);
    // Whoever has looked elsewhere has to know that it was the same case.
    m_ui->verificationLabel->setVisible(!seenByConsole);
    setPlainText(m_ui->verificationLabel,
                 tr("This server does not let the console show every document. What will be approved is "
                    "verification %1 of customer %2: compare both with what you have looked at.")
                     .arg(verification.id.text(), customer.id.text()));
    m_ui->confirmButton->setEnabled(seenByConsole);
    connect(m_ui->seenElsewhereBox, &QCheckBox::toggled, m_ui->confirmButton, &QWidget::setEnabled);
    limitLength(m_ui->notesEdit, MaxDecisionNotesLength);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->confirmButton, &QPushButton::clicked, this, [this] {
        // One decision, however often the button is pressed.
        m_ui->confirmButton->setEnabled(false);
        Q_EMIT confirmed(approvalText(), m_ui->notesEdit->toPlainText().trimmed());
        accept();
    });
    // Whoever has looked at every document and accepted it confirms with Return; whoever says that they have
    // looked elsewhere presses the button itself.
    m_ui->confirmButton->setAutoDefault(seenByConsole);
    m_ui->confirmButton->setDefault(seenByConsole);
    m_ui->cancelButton->setAutoDefault(false);
    m_ui->confirmButton->setFocus();
}

ApproveDialog::~ApproveDialog() = default;

void ApproveDialog::restore(const QString& notes)
{
    m_ui->notesEdit->setPlainText(notes);
}

} // namespace finhub::views
