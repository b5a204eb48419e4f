#pragma once

#include "documents/documentservice.h"
#include "review/uploads.h"

namespace finhub::views {

/// Files of the upload queue as documents to look at: read from this computer, drawn by the real service's
/// worker. A document's id is the file's number in the queue. GUI thread.
class LocalDocuments : public documents::DocumentService {
    Q_OBJECT

public:
    LocalDocuments(const review::Uploads& uploads, documents::DocumentService& documents,
                   QObject* parent = nullptr);

    /// The file as a document to ask load() for.
    static Document documentOf(const review::Upload& upload);

    /// Reads the file again; ErrorKind::BrokenDocument when it is no longer what was checked.
    CallPtr<documents::LoadedDocument> load(const Document& document) override;
    CallPtr<documents::RenderedPage> render(const documents::LoadedDocument& document,
                                            const documents::RenderRequest& request) override;
    /// Keeps nothing, so there is nothing to wipe.
    void clear() override {}

private:
    const review::Uploads& m_uploads;
    documents::DocumentService& m_documents;
};

} // namespace finhub::views
