#include "views/documentviewer.h"

#include "models/documentorder.h"
#include "ui_documentviewer.h"
#include "views/canvasactions.h"
#include "views/documentsizes.h"
#include "views/documentstripdelegate.h"
#include "views/errortext.h"
#include "views/evidence/verdictbar.h"
#include "views/evidence/viewerevidence.h"
#include "views/pageoncanvas.h"
#include "views/texttools.h"
#include "views/viewtools.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/viewsign.h"
#include "views/words.h"
#include "views/zonetool.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace finhub::views {

DocumentViewer::DocumentViewer(documents::DocumentService& service, QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DocumentViewer>())
    , m_service(service)
    , m_tools(new ViewTools(this))
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
    m_pages = new PageOnCanvas(m_service, m_ui->documentCanvas, this);
    connect(m_pages, &PageOnCanvas::shown, this, &DocumentViewer::onPageShown);
    connect(m_pages, &PageOnCanvas::failed, this, &DocumentViewer::showError);
    connect(m_pages, &PageOnCanvas::busyChanged, m_ui->documentBusy, &BusyBar::setBusy);
    setFocusProxy(m_ui->documentCanvas);
    new ViewSign(m_ui->documentCanvas);
    m_evidence = new ViewerEvidence(m_ui->documentCanvas, m_model, m_ui->verdictBar, this);
    connect(m_evidence, &ViewerEvidence::documentWanted, this, [this](const DocumentId& id) {
        m_ui->documentStrip->setCurrentIndex(m_model.index(m_model.row(id)));
    });
    connect(m_evidence, &ViewerEvidence::displayedPages, m_ui->pageStrip, &PageStrip::setDisplayedPages);
    connectTools();
    clear();
}

DocumentViewer::~DocumentViewer() = default;

void DocumentViewer::connectTools()
{
    const auto act = [this](QAction* action, auto* receiver, auto slot) {
        connect(action, &QAction::triggered, receiver, slot);
        return action;
    };
    ViewTools& tools = *m_tools;
    m_previousPage =
        act(tools.add(QStringLiteral("previousPageAction")), this, &DocumentViewer::showPreviousPage);
    m_nextPage = act(tools.add(QStringLiteral("nextPageAction")), this, &DocumentViewer::showNextPage);
    act(tools.add(QStringLiteral("nextDocumentAction")), this, &DocumentViewer::showNextDocument);
    act(tools.add(QStringLiteral("previousDocumentAction")), this, &DocumentViewer::showPreviousDocument);
    const CanvasActions canvas = addCanvasActions(tools, m_ui->documentCanvas, m_ui->adjustBar);
    ViewTools::bind(m_ui->zoomOutButton, canvas.zoomOut, IconName::ZoomOut);
    ViewTools::bind(m_ui->zoomInButton, canvas.zoomIn, IconName::ZoomIn);
    ViewTools::bind(m_ui->fitButton, canvas.fitPage, IconName::Fit);
    ViewTools::bind(m_ui->rotateLeftButton, canvas.rotateLeft, IconName::RotateLeft);
    ViewTools::bind(m_ui->rotateRightButton, canvas.rotateRight, IconName::RotateRight);
    ViewTools::bind(m_ui->adjustButton, canvas.adjust, IconName::Contrast);
    ViewTools::bind(m_ui->loupeButton, canvas.loupe, IconName::Loupe);
    connectPanes();
    m_ui->viewMenuButton->setMenu(tools.menu());
    m_ui->viewMenuButton->setFocusPolicy(Qt::TabFocus);
    m_ui->viewMenuButton->setAccessibleName(tr("View"));
    m_ui->viewMenuButton->setToolTip(tr("More ways to look at the document"));
}

/// What stands around the canvas: pages, find bar, the second document, and the way out of the window.
void DocumentViewer::connectPanes()
{
    ViewTools& tools = *m_tools;
    m_ui->pageStrip->attach(m_service, m_previousPage, m_nextPage);
    connect(m_ui->pageStrip, &PageStrip::pageWanted, m_pages, &PageOnCanvas::showPage);
    tools.addSeparator();
    QAction* pages = tools.addToggle(QStringLiteral("pagesAction"));
    pages->setChecked(true);
    connect(pages, &QAction::toggled, m_ui->pageStrip, &PageStrip::setWanted);

    m_ui->comparePane->attach(m_service, m_ui->documentCanvas);
    m_compare = tools.addToggle(QStringLiteral("compareAction"));
    connect(m_compare, &QAction::toggled, m_ui->comparePane, &QWidget::setVisible);
    connect(m_ui->comparePane, &ComparePane::closeWanted, m_compare, &QAction::trigger);
    m_ui->comparePane->addPageActions(tools);

    m_detach = tools.addToggle(QStringLiteral("detachAction"));
    connect(m_detach, &QAction::triggered, this, &DocumentViewer::detachWanted);

    m_text = new TextTools(m_service, m_ui->documentCanvas, m_ui->findBar, tools, this);
    connect(m_text, &TextTools::pageWanted, m_pages, &PageOnCanvas::showPage);
    m_zone = new ZoneTool(m_ui->documentCanvas, m_pages, tools, this);
    connect(m_zone, &ZoneTool::zoneChosen, this, &DocumentViewer::zoneChosen);
}

void DocumentViewer::setDetached(bool detached)
{
    m_detach->setChecked(detached);
}

void DocumentViewer::setCase(const review::CaseFile* file, review::CaseEvidence* evidence)
{
    m_place.reset();
    m_evidence->setCase(file, evidence);
}

void DocumentViewer::refreshEvidence()
{
    m_evidence->refresh();
}

void DocumentViewer::setDocuments(const QList<Document>& unordered)
{
    const QList<Document> documents = models::inViewingOrder(unordered);
    const bool isThere = std::any_of(documents.begin(), documents.end(),
                                     [this](const Document& document) { return document.id == m_current; });
    // While documents still arrive and nobody looks, the first one is the one to begin with.
    const bool keep = isThere && (m_looked || documents.first().id == m_current);
    m_model.setDocuments(documents);
    m_ui->documentStrip->setVisible(!documents.isEmpty());
    if (documents.isEmpty()) {
        setMessage(tr("No documents yet"), tr("Nothing has been uploaded to this verification."));
        return;
    }
    if (!keep) {
        m_current = {};
        m_looked = false;
        m_thumbnailLoad.reset();
        m_thumbnailRender.reset();
        m_ui->comparePane->clear();
        const int row = rowToShow();
        m_ui->documentStrip->setCurrentIndex(m_model.index(row));
        showDocument(row);
    }
    m_evidence->refresh();
    m_ui->comparePane->setDocuments(documents, m_current);
    loadThumbnails();
}

void DocumentViewer::leavePlace()
{
    if (m_pages->document() && m_ui->documentCanvas->hasPage())
        m_place = Place{m_current, m_pages->page(), m_ui->documentCanvas->view(),
                        m_ui->documentCanvas->adjustment()};
    clear();
}

/// Where it was left, else the first one.
int DocumentViewer::rowToShow() const
{
    return m_place ? std::max(0, m_model.row(m_place->document)) : 0;
}

void DocumentViewer::returnToPlace()
{
    if (!m_place || !(m_place->document == m_current))
        return;
    const Place place = *std::exchange(m_place, std::nullopt);
    if (m_pages->page() != place.page)
        return;
    DocumentCanvas* canvas = m_ui->documentCanvas;
    while (canvas->rotation() != place.view.rotation())
        canvas->rotateRight();
    if (canvas->isFlipped() != place.view.isFlipped())
        canvas->flip();
    if (place.view.fit() == PageView::Fit::Page)
        canvas->fitPage();
    else if (place.view.fit() == PageView::Fit::Width)
        canvas->fitWidth();
    else
        canvas->setZoom(place.view.zoom(), QRectF(canvas->rect()).center());
    const QPointF away = place.view.pageRect().topLeft() - canvas->view().pageRect().topLeft();
    if (!away.isNull())
        canvas->movePage(away);
    canvas->setAdjustment(place.adjustment);
}

void DocumentViewer::setMessage(const QString& title, const QString& text)
{
    clear();
    m_ui->verdictBar->hide();
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
    m_thumbnailLoad.reset();
    m_thumbnailRender.reset();
    m_thumbnailOf = {};
    m_current = {};
    m_looked = false;
    announce(std::nullopt);
    m_evidence->setDocument(std::nullopt);
    m_pages->setDocument(std::nullopt);
    m_model.setDocuments({});
    m_ui->comparePane->clear();
    m_ui->documentStrip->hide();
    m_ui->documentCanvas->clear();
    m_ui->documentBusy->setBusy(false);
    m_ui->documentWarning->hide();
    setPlainText(m_ui->documentTitle, tr("Documents"));
    m_ui->documentFile->setText(QString());
    showPageTools();
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
    announce(std::nullopt);
    m_evidence->setDocument(document);
    m_pages->setDocument(std::nullopt);
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
        m_pages->setDocument(*loaded);
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
        m_pages->showPage(m_place && m_place->document == m_current ? m_place->page : 0);
    });
}

void DocumentViewer::onPageShown()
{
    const Document& document = m_pages->document()->document;
    m_evidence->setPage(document, m_pages->page(), m_pages->pageCount());
    m_model.setState(m_current, models::DocumentState::Ready);
    m_looked = m_looked || isVisible();
    returnToPlace();
    showPageTools();
    Q_EMIT documentShown(m_current);
    announce(document);
}

void DocumentViewer::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_looked = m_looked || m_ui->documentCanvas->hasPage();
}

void DocumentViewer::announce(const std::optional<Document>& document)
{
    const DocumentId id = document ? document->id : DocumentId();
    if (id == m_announced)
        return;
    m_announced = id;
    Q_EMIT documentChanged(document);
}

void DocumentViewer::showError(const Error& error)
{
    m_ui->documentBusy->setBusy(false);
    const ErrorText text = errorText(error, Attempt::LoadDocument);
    m_ui->documentCanvas->setMessage(text.what, text.detail());
    announce(std::nullopt);
    m_model.setError(m_current, error);
}

void DocumentViewer::showPageTools()
{
    const std::optional<documents::LoadedDocument>& document = m_pages->document();
    const int page = m_pages->page();
    const int pageCount = m_pages->pageCount();
    m_zone->showPage();
    m_previousPage->setEnabled(page > 0);
    m_nextPage->setEnabled(page + 1 < pageCount);
    if (document && pageCount > 0)
        m_text->showPage(*document, page, pageCount, PixelsPerPoint);
    else
        m_text->clear();
    if (document && pageCount > 1) {
        m_ui->pageStrip->setDocument(*document, pageCount);
        m_ui->pageStrip->setCurrentPage(page);
        m_evidence->showPages();
    } else {
        m_ui->pageStrip->clear();
    }
    // The documents leave the pages what they do not need themselves.
    const int needed = m_model.rowCount() * m_ui->documentStrip->sizeHintForRow(0) + metric::Small;
    m_ui->documentStrip->setMaximumHeight(pageCount > 1 ? needed : QWIDGETSIZE_MAX);
}

} // namespace finhub::views
