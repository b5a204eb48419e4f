#include "views/officers/recommenddialog.h"

#include "core/reasoncode.h"
#include "ui_recommenddialog.h"
#include "views/ink.h"
#include "views/known/offertext.h"
#include "views/limitedtext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

namespace finhub::views {

namespace {
constexpr int CodeRole = Qt::UserRole;
constexpr qsizetype MaxReasons = 10;
} // namespace

RecommendDialog::RecommendDialog(const review::CaseFile& file, bool offersReject, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::RecommendDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("recommendDialog"));
    setWindowTitle(tr("Recommend"));
    const Customer customer = file.customer().value.value_or(Customer());
    const Verification verification = file.verification().value.value_or(Verification());
    setPlainText(m_ui->titleLabel, tr("Recommend on %1").arg(nameOrId(customer)));
    setPlainText(m_ui->explanationLabel,
                 tr("Level “%1” takes two people. The second officer sees what you recommend only after "
                    "their own verdict; the customer never does.")
                     .arg(words::level(verification.level)));
    m_ui->approveChoice->setText(words::verdict(Verdict::Approve));
    m_ui->rejectChoice->setText(words::verdict(Verdict::Reject));
    m_ui->resubmissionChoice->setText(words::verdict(Verdict::RequestResubmission));
    m_ui->rejectChoice->setVisible(offersReject);
    m_ui->resubmissionChoice->setVisible(offersReject);
    m_ui->messageLabel->hide();
    setInk(m_ui->messageLabel, Ink::Bad);
    limitLength(m_ui->notesEdit, MaxNotesLength);
    for (QRadioButton* choice : {m_ui->approveChoice, m_ui->rejectChoice, m_ui->resubmissionChoice})
        connect(choice, &QRadioButton::toggled, this, [this](bool chosen) {
            if (chosen)
                fillReasons();
        });
    connect(m_ui->reasonList, &QListWidget::itemChanged, this, &RecommendDialog::check);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->confirmButton, &QPushButton::clicked, this, [this] {
        setSending(true);
        Q_EMIT confirmed(verdict(), reasonCodes(), m_ui->notesEdit->toPlainText().trimmed());
    });
    m_ui->cancelButton->setAutoDefault(false);
    m_ui->confirmButton->setAutoDefault(false);
    fillReasons();
}

RecommendDialog::~RecommendDialog() = default;

Verdict RecommendDialog::verdict() const
{
    return m_ui->approveChoice->isChecked()        ? Verdict::Approve
           : m_ui->rejectChoice->isChecked()       ? Verdict::Reject
           : m_ui->resubmissionChoice->isChecked() ? Verdict::RequestResubmission
                                                   : Verdict::Unknown;
}

/// Those that fit the verdict; what was chosen before and fits as well stays chosen.
void RecommendDialog::fillReasons()
{
    const QStringList before = reasonCodes();
    const Verdict chosen = verdict();
    const bool negative = chosen == Verdict::Reject || chosen == Verdict::RequestResubmission;
    m_ui->reasonLabel->setVisible(negative);
    m_ui->reasonList->setVisible(negative);
    m_ui->reasonList->clear();
    for (const ReasonCode& reason : reasonCatalogue()) {
        if (!negative || (chosen == Verdict::RequestResubmission && reason.disposition != Disposition::Retry))
            continue;
        const QString name = words::reason(reason.codeText());
        auto* item =
            new QListWidgetItem(reason.internal ? tr("%1 (internal)").arg(name) : name, m_ui->reasonList);
        item->setData(CodeRole, reason.codeText());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(before.contains(reason.codeText()) ? Qt::Checked : Qt::Unchecked);
    }
    check();
}

QStringList RecommendDialog::reasonCodes() const
{
    QStringList codes;
    for (int row = 0; row < m_ui->reasonList->count(); ++row) {
        const QListWidgetItem* item = m_ui->reasonList->item(row);
        if (item->checkState() == Qt::Checked)
            codes << item->data(CodeRole).toString();
    }
    return mostSevereFirst(codes);
}

void RecommendDialog::check()
{
    const Verdict chosen = verdict();
    const qsizetype reasons = reasonCodes().size();
    const bool fits = chosen == Verdict::Approve || (reasons > 0 && reasons <= MaxReasons);
    m_ui->confirmButton->setEnabled(!m_sending && chosen != Verdict::Unknown && fits);
}

void RecommendDialog::setSending(bool sending)
{
    m_sending = sending;
    for (QWidget* part :
         {static_cast<QWidget*>(m_ui->approveChoice), static_cast<QWidget*>(m_ui->rejectChoice),
          static_cast<QWidget*>(m_ui->resubmissionChoice), static_cast<QWidget*>(m_ui->reasonList),
          static_cast<QWidget*>(m_ui->notesEdit)})
        part->setEnabled(!sending);
    check();
}

void RecommendDialog::say(const QString& text)
{
    setPlainText(m_ui->messageLabel, text);
    m_ui->messageLabel->setVisible(!text.isEmpty());
}

} // namespace finhub::views
