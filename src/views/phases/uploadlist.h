#pragma once

#include "documents/documentservice.h"
#include "review/uploads.h"
#include "views/phases/uploadpreviews.h"

#include <QWidget>

#include <map>

class QVBoxLayout;

namespace finhub::views {

class UploadRow;

/// The files of the upload queue below each other, in the order they came. GUI thread.
class UploadList : public QWidget {
    Q_OBJECT

public:
    /// All of them outlive it.
    UploadList(api::FinHub& finhub, review::Uploads& uploads, UploadPreviews& previews,
               documents::DocumentService& documents, QWidget* parent = nullptr);

private:
    void add(int id);
    void remove(int id);
    void showUpload(int id);
    void openPreview(int id);

    api::FinHub& m_finhub;
    review::Uploads& m_uploads;
    UploadPreviews& m_previews;
    documents::DocumentService& m_documents;
    QVBoxLayout* m_layout;
    std::map<int, UploadRow*> m_rows;
};

} // namespace finhub::views
