#pragma once

#include "views/phases/localdocuments.h"

#include <QDialog>

namespace finhub::views {

/// A file of the upload queue, large and with all its pages, before it is sent. GUI thread.
class UploadPreviewDialog : public QDialog {
    Q_OBJECT

public:
    UploadPreviewDialog(const review::Uploads& uploads, int id, documents::DocumentService& documents,
                        QWidget* parent = nullptr);

private:
    LocalDocuments m_files;
};

} // namespace finhub::views
