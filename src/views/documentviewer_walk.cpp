#include "ui_documentviewer.h"
#include "views/documentviewer.h"
#include "views/pageoncanvas.h"

// From one document to the next, and from page to page: the thumbnails that show what there is, and the ways.

namespace finhub::views {

namespace {
constexpr QSize ThumbnailBox(144, 120);
} // namespace

QList<QSize> DocumentViewer::firstPageBoxes() const
{
    const DocumentCanvas* canvas = m_ui->documentCanvas;
    return {(QSizeF(canvas->size()) * canvas->devicePixelRatioF()).toSize(), ThumbnailBox};
}

void DocumentViewer::loadThumbnails()
{
    if (m_thumbnailLoad || m_thumbnailRender)
        return;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row);
        const auto state = index.data(models::DocumentListModel::StateRole).value<models::DocumentState>();
        if (state == models::DocumentState::Failed ||
            !index.data(models::DocumentListModel::ThumbnailRole).value<QImage>().isNull())
            continue;
        const std::optional<Document> document = documentAt(row);
        m_thumbnailOf = document->id;
        m_thumbnailLoad = m_service.load(*document);
        m_thumbnailLoad->onFinished(this, [this](const Result<documents::LoadedDocument>& loaded) {
            if (!loaded) {
                m_model.setError(m_thumbnailOf, loaded.error());
                m_thumbnailLoad.reset();
                loadThumbnails();
                return;
            }
            m_thumbnailRender = m_service.render(*loaded, {.page = 0, .box = ThumbnailBox});
            m_thumbnailLoad.reset();
            m_thumbnailRender->onFinished(this, [this](const Result<documents::RenderedPage>& rendered) {
                if (rendered)
                    m_model.setThumbnail(m_thumbnailOf, rendered->image);
                else
                    m_model.setError(m_thumbnailOf, rendered.error());
                m_thumbnailRender.reset();
                loadThumbnails();
            });
        });
        return;
    }
}

void DocumentViewer::showNextDocument()
{
    const int row = m_model.row(m_current) + 1;
    if (row < m_model.rowCount())
        m_ui->documentStrip->setCurrentIndex(m_model.index(row));
}

void DocumentViewer::showPreviousDocument()
{
    const int row = m_model.row(m_current) - 1;
    if (row >= 0)
        m_ui->documentStrip->setCurrentIndex(m_model.index(row));
}

void DocumentViewer::showNextPage()
{
    m_pages->turn(1);
}

void DocumentViewer::showPreviousPage()
{
    m_pages->turn(-1);
}

} // namespace finhub::views
