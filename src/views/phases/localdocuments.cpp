#include "views/phases/localdocuments.h"

#include <memory>
#include <utility>

namespace finhub::views {

LocalDocuments::LocalDocuments(const review::Uploads& uploads, documents::DocumentService& documents,
                               QObject* parent)
    : DocumentService(parent)
    , m_uploads(uploads)
    , m_documents(documents)
{
}

Document LocalDocuments::documentOf(const review::Upload& upload)
{
    Document document;
    document.id = DocumentId(QString::number(upload.id));
    document.type = upload.type;
    document.fileName = upload.fileName;
    document.mimeType = upload.kind;
    document.size = upload.size;
    document.sha256 = upload.sha256;
    return document;
}

CallPtr<documents::LoadedDocument> LocalDocuments::load(const Document& document)
{
    auto call = std::make_unique<Call<documents::LoadedDocument>>();
    auto reading = m_uploads.read(document.id.text().toInt());
    reading->onFinished(call.get(), [document, call = call.get()](const Result<review::DocumentFile>& file) {
        if (!file || file->fault != review::FileFault::None) {
            call->finish(failure(Error::of(ErrorKind::BrokenDocument)));
            return;
        }
        documents::LoadedDocument loaded;
        loaded.document = document;
        loaded.bytes = file->bytes;
        loaded.kind = file->kind;
        loaded.hashChecked = true; // with the one that was checked
        call->finish(loaded);
    });
    call->setWork(std::move(reading));
    return call;
}

CallPtr<documents::RenderedPage> LocalDocuments::render(const documents::LoadedDocument& document,
                                                        const documents::RenderRequest& request)
{
    return m_documents.render(document, request);
}

} // namespace finhub::views
