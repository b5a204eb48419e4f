#include "views/phases/uploadlist.h"

#include "views/opendialog.h"
#include "views/phases/uploadpreviewdialog.h"
#include "views/phases/uploadrow.h"

#include <QVBoxLayout>

namespace finhub::views {

UploadList::UploadList(api::FinHub& finhub, review::Uploads& uploads, UploadPreviews& previews,
                       documents::DocumentService& documents, QWidget* parent)
    : QWidget(parent)
    , m_finhub(finhub)
    , m_uploads(uploads)
    , m_previews(previews)
    , m_documents(documents)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("uploadList"));
    setAccessibleName(tr("Files to be uploaded"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    hide();
    connect(&m_uploads, &review::Uploads::added, this, &UploadList::add);
    connect(&m_uploads, &review::Uploads::changed, this, &UploadList::showUpload);
    connect(&m_uploads, &review::Uploads::removed, this, &UploadList::remove);
    connect(&m_previews, &UploadPreviews::pictureReady, this, [this](int id) {
        if (const auto row = m_rows.find(id); row != m_rows.end())
            row->second->setPicture(m_previews.picture(id));
    });
    connect(&m_finhub, &api::FinHub::extensionsChanged, this, [this] {
        for (const auto& [id, row] : m_rows)
            showUpload(id);
    });
}

void UploadList::add(int id)
{
    auto* row = new UploadRow(this);
    m_rows.emplace(id, row);
    m_layout->addWidget(row);
    connect(row, &UploadRow::typeChosen, this,
            [this, id](DocumentType type) { m_uploads.setType(id, type); });
    connect(row, &UploadRow::cancelWanted, this, [this, id] { m_uploads.cancel(id); });
    connect(row, &UploadRow::removeWanted, this, [this, id] { m_uploads.remove(id); });
    connect(row, &UploadRow::retryWanted, this, [this, id] { m_uploads.retry(id); });
    connect(row, &UploadRow::lookWanted, this, [this, id] { m_uploads.lookAgain(id); });
    connect(row, &UploadRow::previewWanted, this, [this, id] { openPreview(id); });
    showUpload(id);
    show();
}

void UploadList::remove(int id)
{
    const auto found = m_rows.find(id);
    if (found == m_rows.end())
        return;
    // Its own button may have asked for this.
    found->second->hide();
    found->second->deleteLater();
    m_rows.erase(found);
    m_previews.forget(id);
    setVisible(!m_rows.empty());
}

void UploadList::showUpload(int id)
{
    const auto row = m_rows.find(id);
    const review::Upload* upload = m_uploads.find(id);
    if (row == m_rows.end() || !upload)
        return;
    row->second->showUpload(*upload, m_finhub.offers(Extension::VerificationRead),
                            m_uploads.maySendAgain(id));
}

void UploadList::openPreview(int id)
{
    openCentred(new UploadPreviewDialog(m_uploads, id, m_documents, this));
}

} // namespace finhub::views
