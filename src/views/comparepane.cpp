#include "views/comparepane.h"

#include "views/documentsizes.h"
#include "views/errortext.h"
#include "views/style/buttonkind.h"
#include "views/style/icons.h"
#include "views/widgets/viewlock.h"
#include "views/widgets/viewsign.h"
#include "views/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int CloseWidth = 28; ///< beside a name that needs the room
}

ComparePane::ComparePane(QWidget* parent)
    : QWidget(parent)
    , m_chooser(new QComboBox(this))
    , m_locked(new QCheckBox(tr("Lock"), this))
    , m_canvas(new DocumentCanvas(this))
{
    m_chooser->setObjectName(QStringLiteral("compareChooser"));
    m_chooser->setAccessibleName(tr("Document to compare with"));
    m_chooser->setToolTip(tr("Document to compare with"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setMinimumContentsLength(8);
    m_locked->setObjectName(QStringLiteral("lockZoomCheck"));
    m_locked->setToolTip(tr("Zoom and move both documents together"));
    m_locked->setAccessibleName(tr("Zoom and move both documents together"));
    m_locked->setChecked(true);
    m_canvas->setObjectName(QStringLiteral("compareCanvas"));
    auto* close = new QPushButton(this);
    close->setObjectName(QStringLiteral("closeCompareButton"));
    close->setAccessibleName(tr("Close (C)"));
    close->setToolTip(tr("Close (C)"));
    close->setIcon(icon(IconName::Close));
    close->setFocusPolicy(Qt::TabFocus);
    setKind(close, ButtonKind::Flat);
    close->setFixedWidth(CloseWidth);
    connect(close, &QPushButton::clicked, this, &ComparePane::closeWanted);

    auto* bar = new QWidget(this);
    bar->setProperty("pane", QStringLiteral("bar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* head = new QHBoxLayout(bar);
    head->setContentsMargins(metric::Tight, metric::Tight, metric::Tight, metric::Tight);
    head->setSpacing(metric::Tight);
    head->addWidget(m_chooser, 1);
    head->addWidget(m_locked);
    head->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_canvas, 1);
    new ViewSign(m_canvas);

    connect(m_chooser, &QComboBox::activated, this, &ComparePane::load);
    connect(m_canvas, &DocumentCanvas::resolutionNeeded, this,
            [this](QSize pixels) { render(pixels, true); });
    hide();
}

ComparePane::~ComparePane() = default;

void ComparePane::attach(documents::DocumentService& service, DocumentCanvas* other)
{
    m_service = &service;
    m_lock = new ViewLock(other, m_canvas, this);
    connect(m_locked, &QCheckBox::toggled, m_lock, &ViewLock::setOn);
    // What makes worn print legible does so for both.
    connect(other, &DocumentCanvas::adjustmentChanged, m_canvas, &DocumentCanvas::setAdjustment);
}

void ComparePane::setDocuments(const QList<Document>& documents, const DocumentId& other)
{
    m_documents = documents;
    m_other = other;
    const QSignalBlocker quiet(m_chooser);
    m_chooser->clear();
    for (const Document& document : documents)
        m_chooser->addItem(words::documentType(document.type), document.id.text());
    m_chooser->setCurrentIndex(m_chooser->findData(m_shown.text()));
    if (m_chooser->currentIndex() < 0 || m_shown.isEmpty())
        propose();
    if (isVisible())
        load();
}

void ComparePane::propose()
{
    const auto choose = [this](auto wanted) {
        const auto found = std::find_if(m_documents.begin(), m_documents.end(), wanted);
        if (found == m_documents.end())
            return false;
        m_chooser->setCurrentIndex(int(found - m_documents.begin()));
        return true;
    };
    const auto isAnother = [this](const Document& document) { return document.id != m_other; };
    const auto isFace = [&](const Document& document) {
        return isAnother(document) && document.type.value() == DocumentType::Selfie;
    };
    if (!choose(isFace) && !choose(isAnother))
        m_chooser->setCurrentIndex(m_documents.isEmpty() ? -1 : 0);
}

void ComparePane::clear()
{
    m_loadCall.reset();
    m_renderCall.reset();
    m_loaded.reset();
    m_shown = {};
    m_documents.clear();
    m_chooser->clear();
    m_canvas->clear();
}

void ComparePane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    load();
}

void ComparePane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_loadCall.reset();
    m_renderCall.reset();
    m_loaded.reset();
    m_shown = {};
    m_canvas->clear();
}

void ComparePane::load()
{
    const int row = m_chooser->currentIndex();
    if (!m_service || row < 0 || row >= m_documents.size() || m_documents.at(row).id == m_shown)
        return;
    const Document& document = m_documents.at(row);
    m_shown = document.id;
    m_renderCall.reset();
    m_loaded.reset();
    m_canvas->setAccessibleName(words::documentType(document.type));
    m_canvas->setWaiting();
    m_canvas->fitPage();
    m_loadCall = m_service->load(document);
    m_loadCall->onFinished(this, [this](const Result<documents::LoadedDocument>& loaded) {
        if (!loaded) {
            showError(loaded.error());
            return;
        }
        m_loaded = *loaded;
        render(m_canvas->neededPixels(), false);
    });
}

void ComparePane::render(QSize box, bool sharper)
{
    if (!m_loaded)
        return;
    m_renderCall = m_service->render(*m_loaded, {.page = 0, .box = box});
    m_renderCall->onFinished(this, [this, box, sharper](const Result<documents::RenderedPage>& rendered) {
        if (!rendered && !sharper)
            showError(rendered.error());
        if (!rendered)
            return;
        if (sharper) {
            m_canvas->refinePage(rendered->image, box);
            return;
        }
        m_canvas->setPage(rendered->image, naturalSize(m_loaded->kind, rendered->pageSize),
                          sharpestSize(m_loaded->kind, rendered->pageSize));
        Q_EMIT documentShown(m_loaded->document);
    });
}

void ComparePane::showError(const Error& error)
{
    const ErrorText text = errorText(error, Attempt::LoadDocument);
    m_canvas->setMessage(text.what, text.detail());
}

} // namespace finhub::views
