#include "views/phases/uploadpreviews.h"

#include <QSize>

#include <memory>
#include <utility>

namespace finhub::views {

namespace {
/// Twice the size at which it is shown, for dense screens.
constexpr QSize PictureBox(96, 120);
} // namespace

UploadPreviews::UploadPreviews(documents::DocumentService& documents, QObject* parent)
    : QObject(parent)
    , m_documents(documents)
{
}

CallPtr<Done> UploadPreviews::tryOut(int id, const QByteArray& bytes, MimeType kind)
{
    documents::LoadedDocument document;
    document.bytes = bytes;
    document.kind = kind;
    auto call = std::make_unique<Call<Done>>();
    auto render = m_documents.render(document, {.page = 0, .box = PictureBox});
    render->onFinished(this, [this, id, call = QPointer<Call<Done>>(call.get())](
                                 const Result<documents::RenderedPage>& page) {
        if (!call)
            return;
        if (!page) {
            call->finish(failure(page.error()));
            return;
        }
        m_pictures[id] = page->image;
        Q_EMIT pictureReady(id);
        if (call)
            call->finish(Done{});
    });
    call->setWork(std::move(render));
    return call;
}

QImage UploadPreviews::picture(int id) const
{
    const auto found = m_pictures.find(id);
    return found == m_pictures.end() ? QImage() : found->second;
}

void UploadPreviews::forget(int id)
{
    m_pictures.erase(id);
}

void UploadPreviews::clear()
{
    m_pictures.clear();
}

} // namespace finhub::views
