#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class ExportDialog;
}

namespace finhub::views {

/// What an export is about, in words.
struct ExportTexts {
    QString title;
    QString text;                  ///< what will be in the file
    QString warning;               ///< what that means for whoever keeps it
    QString documents = {};        ///< the check box for the documents themselves; empty: there is none
    QString documentsWarning = {}; ///< in place of `warning` once that is checked
    QString fileName;              ///< what is proposed
    QString filter;                ///< the kind of file, as QFileDialog wants it
};

/// Asks whether to export, then where to, and says what became of it. Opened with open(); whoever opened it
/// does the work. GUI thread.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(ExportTexts texts, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// While it is being done.
    void showBusy(const QString& text);
    /// How it ended; after a failure it can be tried again.
    void showResult(bool done, const QString& text);

Q_SIGNALS:
    /// The person has confirmed the export into this file, which may be there already.
    void confirmed(const QString& file, bool withDocuments);

private:
    void chooseFile();
    void showWarning();

    std::unique_ptr<Ui::ExportDialog> m_ui;
    ExportTexts m_texts;
};

} // namespace finhub::views
