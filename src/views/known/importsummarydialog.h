#pragma once

#include "review/customerimport.h"

#include <QAbstractListModel>
#include <QDialog>

#include <memory>

namespace Ui {
class ImportSummaryDialog;
}

namespace finhub::views {

/// The lines of a file that were not understood, each with its number and reason; put into words as they are
/// looked at.
class FaultLinesModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit FaultLinesModel(QList<CsvLineFault> faults, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QList<CsvLineFault> m_faults;
};

/// What became of every line of an imported file. Opened with open().
class ImportSummaryDialog : public QDialog {
    Q_OBJECT

public:
    /// `file` is the name for people, without its folder. The import has finished.
    ImportSummaryDialog(const review::CustomerImport& import, const QString& file, QWidget* parent = nullptr);
    ~ImportSummaryDialog() override;

private:
    std::unique_ptr<Ui::ImportSummaryDialog> m_ui;
    FaultLinesModel m_faults;
};

/// Why a line was not understood, in one sentence.
QString csvFaultText(CsvFault fault);

} // namespace finhub::views
