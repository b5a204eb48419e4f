#include "views/known/importsummarydialog.h"

#include "ui_importsummarydialog.h"
#include "views/widgets/plaintext.h"

#include <QLocale>

#include <utility>

namespace finhub::views {

namespace {
QString number(qsizetype count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString tr(const char* text)
{
    return ImportSummaryDialog::tr(text);
}

/// What the import has done, one sentence for each thing.
QString summaryText(const review::CustomerImport& import)
{
    const review::KnownCustomers::Addition& addition = import.addition();
    QStringList sentences;
    if (addition.added == 1)
        sentences << tr("One customer was added.");
    else if (addition.added > 1)
        sentences << tr("%1 customers were added.").arg(number(addition.added));
    if (addition.known == 1)
        sentences << tr("One was known already.");
    else if (addition.known > 1)
        sentences << tr("%1 were known already.").arg(number(addition.known));
    if (addition.tooMany > 0)
        sentences << tr("%1 were left out, because this console keeps at most %2 customers of a connection.")
                         .arg(number(addition.tooMany), number(MaxKnownCustomers));
    if (import.faults().size() == 1)
        sentences << tr("One line was not understood and left out:");
    else if (!import.faults().isEmpty())
        sentences << tr("%1 lines were not understood and left out:").arg(number(import.faults().size()));
    if (sentences.isEmpty())
        sentences << tr("The file has no line with a customer. It needs a column customerId and may have a "
                        "column verificationId.");
    return sentences.join(u' ');
}

QString endText(const review::CustomerImport& import)
{
    switch (import.end()) {
    case review::CustomerImport::End::Done:
        return summaryText(import);
    case review::CustomerImport::End::Unreadable:
        return tr("The file could not be read. Nobody was added.");
    case review::CustomerImport::End::TooLarge:
        return tr("The file is larger than %1. Nobody was added; split it and import the parts.")
            .arg(QLocale().formattedDataSize(MaxCsvBytes, 0));
    case review::CustomerImport::End::NotText:
        return tr("The file is not a table in text form. Nobody was added; save it as CSV and import that.");
    }
    return {};
}

/// The lines for the clipboard; of very many the first ones, since nobody reads the others.
QString faultsText(const FaultLinesModel& faults)
{
    constexpr int Most = 5000;
    QStringList lines;
    for (int row = 0; row < qMin(faults.rowCount(), Most); ++row)
        lines << faults.index(row).data().toString();
    if (faults.rowCount() > Most)
        lines << tr("… and %1 more").arg(number(faults.rowCount() - Most));
    return lines.join(u'\n');
}
} // namespace

FaultLinesModel::FaultLinesModel(QList<CsvLineFault> faults, QObject* parent)
    : QAbstractListModel(parent)
    , m_faults(std::move(faults))
{
}

int FaultLinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_faults.size());
}

QVariant FaultLinesModel::data(const QModelIndex& index, int role) const
{
    if (role != Qt::DisplayRole ||
        !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CsvLineFault& fault = m_faults.at(index.row());
    return ImportSummaryDialog::tr("Line %1: %2").arg(number(fault.line), csvFaultText(fault.fault));
}

ImportSummaryDialog::ImportSummaryDialog(const review::CustomerImport& import, const QString& file,
                                         QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ImportSummaryDialog>())
    , m_faults(import.faults())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("importSummaryDialog"));
    setPlainText(m_ui->titleLabel, tr("Import of %1").arg(displayLine(file, 60)));
    setPlainText(m_ui->summaryLabel, endText(import));
    m_ui->faultList->setModel(&m_faults);
    m_ui->faultList->setUniformItemSizes(true);
    m_ui->faultList->setVisible(m_faults.rowCount() > 0);
    m_ui->copyFaultsButton->setVisible(m_faults.rowCount() > 0);
    m_ui->copyFaultsButton->setCopyText(faultsText(m_faults), tr("the lines"));
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
}

ImportSummaryDialog::~ImportSummaryDialog() = default;

QString csvFaultText(CsvFault fault)
{
    switch (fault) {
    case CsvFault::CustomerMissing:
        return tr("there is no customer id.");
    case CsvFault::CustomerInvalid:
        return tr("the customer id is not an id; ids have letters, digits and . _ : - only.");
    case CsvFault::VerificationInvalid:
        return tr("the verification id is not an id.");
    case CsvFault::UserInvalid:
        return tr("the user id is not an id.");
    case CsvFault::LineTooLong:
        return tr("the line is too long.");
    case CsvFault::QuoteOpen:
        return tr("a quotation mark is not closed.");
    case CsvFault::TooManyLines:
        return tr("this line and all after it were left out, because the file has too many.");
    }
    return {};
}

} // namespace finhub::views
