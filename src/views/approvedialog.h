#pragma once

#include "review/casefile.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ApproveDialog;
}

namespace finhub::views {

/// Reads the approval back before it is sent: who, which documents, on which level. Opened with open(); emits
/// confirmed() once.
class ApproveDialog : public QDialog {
    Q_OBJECT

public:
    /// `grounds` are the documents that were accepted. `seenByConsole` is false where the server does not
    /// offer the documents' contents; then the officer has to say that they were seen elsewhere (section 3,
    /// `document-content`).
    ApproveDialog(const review::CaseFile& file, const QList<Document>& grounds, bool seenByConsole,
                  QWidget* parent = nullptr);
    ~ApproveDialog() override;

    /// Fills in what was typed for a decision that FinHub did not record.
    void restore(const QString& notes);

Q_SIGNALS:
    void confirmed(const QString& comment, const QString& notes);

private:
    std::unique_ptr<Ui::ApproveDialog> m_ui;
};

} // namespace finhub::views
