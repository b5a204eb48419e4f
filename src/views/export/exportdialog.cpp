#include "views/export/exportdialog.h"

#include "ui_exportdialog.h"
#include "views/ink.h"
#include "views/widgets/plaintext.h"

#include <QFileDialog>

#include <utility>

namespace finhub::views {

ExportDialog::ExportDialog(ExportTexts texts, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ExportDialog>())
    , m_texts(std::move(texts))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(m_texts.title);
    setPlainText(m_ui->exportTitle, m_texts.title);
    setPlainText(m_ui->exportText, m_texts.text);
    m_ui->exportDocumentsBox->setText(m_texts.documents);
    m_ui->exportDocumentsBox->setVisible(!m_texts.documents.isEmpty());
    m_ui->exportResult->hide();
    connect(m_ui->exportDocumentsBox, &QCheckBox::toggled, this, &ExportDialog::showWarning);
    connect(m_ui->exportSaveButton, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_ui->exportCloseButton, &QPushButton::clicked, this, &QDialog::reject);
    showWarning();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::showWarning()
{
    const bool documents = m_ui->exportDocumentsBox->isChecked();
    setPlainText(m_ui->exportWarning, documents ? m_texts.documentsWarning : m_texts.warning);
    setInk(m_ui->exportWarning, documents ? Ink::Bad : Ink::Secondary);
}

void ExportDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, m_texts.title);
    dialog->setObjectName(QStringLiteral("exportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(m_texts.filter);
    dialog->setDefaultSuffix(m_texts.fileName.section(u'.', -1));
    dialog->selectFile(m_texts.fileName);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { Q_EMIT confirmed(file, m_ui->exportDocumentsBox->isChecked()); });
    dialog->open();
}

void ExportDialog::showBusy(const QString& text)
{
    m_ui->exportBusy->setBusy(true);
    m_ui->exportSaveButton->setEnabled(false);
    m_ui->exportDocumentsBox->setEnabled(false);
    setPlainText(m_ui->exportResult, text);
    setInk(m_ui->exportResult, Ink::Secondary);
    m_ui->exportResult->show();
}

void ExportDialog::showResult(bool done, const QString& text)
{
    m_ui->exportBusy->setBusy(false);
    setPlainText(m_ui->exportResult, text);
    setInk(m_ui->exportResult, done ? Ink::Good : Ink::Bad);
    m_ui->exportResult->show();
    m_ui->exportSaveButton->setEnabled(!done);
    m_ui->exportSaveButton->setVisible(!done);
    m_ui->exportDocumentsBox->setEnabled(!done);
    m_ui->exportCloseButton->setText(done ? tr("Close") : tr("Cancel"));
}

} // namespace finhub::views
