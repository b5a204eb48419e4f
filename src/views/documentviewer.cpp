#include "views/documentviewer.h"

#include "models/documentorder.h"
#include "ui_documentviewer.h"
#include "views/documentstripdelegate.h"
#include "views/errortext.h"
#include "views/style/icons.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QItemSelectionModel>
#include <QLocale>
#include <QShortcut>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr QSize ThumbnailBox(144, 120);
/// 100 % of a PDF page is its size on paper at the 96 pixels an inch that desktops mean.
constexpr double PixelsPerPoint = 96.0 / 72.0;

QSizeF naturalSize(const documents::LoadedDocument& document, const QSizeF& pageSize)
{
    return document.kind == MimeType::Pdf ? pageSize * PixelsPerPoint : pageSize;
}
} // namespace

DocumentViewer::DocumentViewer(documents::DocumentService& service, QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DocumentViewer>())
    , m_service(service)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("documentViewer"));
    m_ui->documentStrip->setModel(&m_model);
    m_ui->documentStrip->setItemDelegate(new DocumentStripDelegate(m_ui->documentStrip));
    connect(m_ui->documentStrip->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) { showDocument(index.row()); });
    connect(m_ui->documentCanvas, &DocumentCanvas::zoomChanged, this, [this](double zoom) {
        setPlainText(m_ui->zoomLabel, QStringLiteral("%1 %").arg(QLocale().toString(qRound(zoom * 100))));
    });
    connect(m_ui->documentCanvas, &DocumentCanvas::resolutionNeeded, this,
            [this](QSize pixels) { renderPage(m_page, pixels, true); });
    connectTools();
    clear();
}

DocumentViewer::~DocumentViewer() = default;

void DocumentViewer::connectTools()
{
    DocumentCanvas* canvas = m_ui->documentCanvas;
    const auto tool = [](QPushButton* button, IconName name) {
        button->setIcon(icon(name));
        button->setFocusPolicy(Qt::TabFocus);
        return button;
    };
    connect(tool(m_ui->zoomOutButton, IconName::ZoomOut), &QPushButton::clicked, canvas,
            &DocumentCanvas::zoomOut);
    connect(tool(m_ui->zoomInButton, IconName::ZoomIn), &QPushButton::clicked, canvas,
            &DocumentCanvas::zoomIn);
    connect(tool(m_ui->fitButton, IconName::Fit), &QPushButton::clicked, canvas, &DocumentCanvas::fitPage);
    connect(m_ui->fitWidthButton, &QPushButton::clicked, canvas, &DocumentCanvas::fitWidth);
    connect(m_ui->actualSizeButton, &QPushButton::clicked, canvas, &DocumentCanvas::actualSize);
    connect(tool(m_ui->rotateLeftButton, IconName::RotateLeft), &QPushButton::clicked, canvas,
            &DocumentCanvas::rotateLeft);
    connect(tool(m_ui->rotateRightButton, IconName::RotateRight), &QPushButton::clicked, canvas,
            &DocumentCanvas::rotateRight);
    connect(tool(m_ui->previousPageButton, IconName::Previous), &QPushButton::clicked, this,
            &DocumentViewer::showPreviousPage);
    connect(tool(m_ui->nextPageButton, IconName::Next), &QPushButton::clicked, this,
            &DocumentViewer::showNextPage);

    const auto key = [this](const QKeySequence& sequence, auto* receiver, auto slot) {
        connect(new QShortcut(sequence, this), &QShortcut::activated, receiver, slot);
    };
    key(QKeySequence(Qt::Key_PageDown), this, &DocumentViewer::showNextPage);
    key(QKeySequence(Qt::Key_PageUp), this, &DocumentViewer::showPreviousPage);
    key(QKeySequence(Qt::Key_BracketRight), this, &DocumentViewer::showNextDocument);
    key(QKeySequence(Qt::Key_BracketLeft), this, &DocumentViewer::showPreviousDocument);
    key(QKeySequence(Qt::Key_L), canvas, &DocumentCanvas::rotateRight);
    key(QKeySequence(Qt::SHIFT | Qt::Key_L), canvas, &DocumentCanvas::rotateLeft);
    key(QKeySequence(Qt::Key_W), canvas, &DocumentCanvas::fitWidth);
    key(QKeySequence(Qt::Key_0), canvas, &DocumentCanvas::fitPage);
    key(QKeySequence(Qt::Key_1), canvas, &DocumentCanvas::actualSize);
    key(QKeySequence(Qt::Key_Plus), canvas, &DocumentCanvas::zoomIn);
    key(QKeySequence(Qt::Key_Minus), canvas, &DocumentCanvas::zoomOut);
}

void DocumentViewer::setDocuments(const QList<Document>& unordered)
{
    const QList<Document> documents = models::inViewingOrder(unordered);
    const bool keep = std::any_of(documents.begin(), documents.end(),
                                  [this](const Document& document) { return document.id == m_current; });
    m_model.setDocuments(documents);
    m_ui->documentStrip->setVisible(!documents.isEmpty());
    if (documents.isEmpty()) {
        setMessage(tr("No documents yet"), tr("Nothing has been uploaded to this verification."));
        return;
    }
    if (!keep) {
        m_current = {};
        m_ui->documentStrip->setCurrentIndex(m_model.index(0));
        showDocument(0);
    }
    loadThumbnails();
}

void DocumentViewer::setMessage(const QString& title, const QString& text)
{
    clear();
    m_ui->documentCanvas->setMessage(title, text);
}

void DocumentViewer::setWaiting()
{
    clear();
    m_ui->documentCanvas->setWaiting();
}

void DocumentViewer::clear()
{
    m_loadCall.reset();
    m_renderCall.reset();
    m_thumbnailLoad.reset();
    m_thumbnailRender.reset();
    m_thumbnailOf = {};
    m_current = {};
    m_loaded.reset();
    m_page = 0;
    m_pageCount = 0;
    m_model.setDocuments({});
    m_ui->documentStrip->hide();
    m_ui->documentCanvas->clear();
    m_ui->documentBusy->setBusy(false);
    m_ui->documentWarning->hide();
    setPlainText(m_ui->documentTitle, tr("Documents"));
    m_ui->documentFile->setText(QString());
    showPageTools();
}

QList<QSize> DocumentViewer::firstPageBoxes() const
{
    const DocumentCanvas* canvas = m_ui->documentCanvas;
    return {(QSizeF(canvas->size()) * canvas->devicePixelRatioF()).toSize(), ThumbnailBox};
}

std::optional<Document> DocumentViewer::documentAt(int row) const
{
    const QVariant value = m_model.index(row).data(models::DocumentListModel::DocumentRole);
    if (!value.isValid())
        return std::nullopt;
    return value.value<Document>();
}

void DocumentViewer::showDocument(int row)
{
    const std::optional<Document> document = documentAt(row);
    if (!document || document->id == m_current)
        return;
    m_current = document->id;
    m_loaded.reset();
    m_page = 0;
    m_pageCount = 0;
    m_renderCall.reset();
    setPlainText(m_ui->documentTitle, words::documentType(document->type));
    m_ui->documentFile->setText(
        document->size >= 0
            ? QStringLiteral("%1 · %2").arg(displayLine(document->fileName), words::fileSize(document->size))
            : displayLine(document->fileName));
    m_ui->documentWarning->hide();
    m_ui->documentCanvas->setAccessibleName(words::documentType(document->type));
    m_ui->documentCanvas->setWaiting();
    m_ui->documentCanvas->resetView();
    showPageTools();
    loadCurrent();
}

void DocumentViewer::loadCurrent()
{
    const std::optional<Document> document = documentAt(m_model.row(m_current));
    if (!document)
        return;
    m_ui->documentBusy->setBusy(true);
    m_loadCall = m_service.load(*document);
    m_loadCall->onFinished(this, [this](const Result<documents::LoadedDocument>& loaded) {
        if (!loaded) {
            showError(loaded.error());
            return;
        }
        m_loaded = *loaded;
        if (loaded->kindDiffers) {
            m_ui->documentWarning->setText(
                tr("Is %1, declared as %2")
                    .arg(words::mimeType(loaded->kind), words::mimeType(loaded->document.mimeType.value())));
            m_ui->documentWarning->setTone(Tone::Bad);
            m_ui->documentWarning->show();
        } else if (!loaded->hashChecked) {
            m_ui->documentWarning->setText(tr("No SHA-256 to compare"));
            m_ui->documentWarning->setTone(Tone::Soon);
            m_ui->documentWarning->show();
        }
        renderPage(0, m_ui->documentCanvas->neededPixels(), false);
    });
}

void DocumentViewer::renderPage(int page, QSize box, bool sharper)
{
    if (!m_loaded)
        return;
    m_ui->documentBusy->setBusy(true);
    m_renderCall = m_service.render(*m_loaded, {.page = page, .box = box});
    m_renderCall->onFinished(
        this, [this, page, box, sharper](const Result<documents::RenderedPage>& rendered) {
            m_ui->documentBusy->setBusy(false);
            if (!rendered) {
                // A page that is shown already stays when only its sharper rendering failed.
                if (!sharper)
                    showError(rendered.error());
                return;
            }
            m_page = page;
            m_pageCount = rendered->pageCount;
            if (sharper)
                m_ui->documentCanvas->refinePage(rendered->image, box);
            else
                m_ui->documentCanvas->setPage(rendered->image, naturalSize(*m_loaded, rendered->pageSize));
            m_model.setState(m_current, models::DocumentState::Ready);
            showPageTools();
            Q_EMIT documentShown(m_current);
        });
}

void DocumentViewer::showError(const Error& error)
{
    m_ui->documentBusy->setBusy(false);
    const ErrorText text = errorText(error, Attempt::LoadDocument);
    m_ui->documentCanvas->setMessage(text.what, text.detail());
    m_model.setError(m_current, error);
}

void DocumentViewer::showPageTools()
{
    const bool several = m_pageCount > 1;
    for (QWidget* widget :
         {static_cast<QWidget*>(m_ui->previousPageButton), static_cast<QWidget*>(m_ui->nextPageButton),
          static_cast<QWidget*>(m_ui->pageLabel)})
        widget->setVisible(several);
    m_ui->previousPageButton->setEnabled(m_page > 0);
    m_ui->nextPageButton->setEnabled(m_page + 1 < m_pageCount);
    const QLocale locale;
    setPlainText(m_ui->pageLabel,
                 tr("Page %1 of %2").arg(locale.toString(m_page + 1), locale.toString(m_pageCount)));
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
    if (m_page + 1 < m_pageCount)
        renderPage(m_page + 1, m_ui->documentCanvas->neededPixels(), false);
}

void DocumentViewer::showPreviousPage()
{
    if (m_page > 0)
        renderPage(m_page - 1, m_ui->documentCanvas->neededPixels(), false);
}

} // namespace finhub::views
