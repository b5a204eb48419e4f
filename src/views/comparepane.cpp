#include "views/comparepane.h"

#include "views/actions/keytexts.h"
#include "views/errortext.h"
#include "views/pageoncanvas.h"
#include "views/style/buttonkind.h"
#include "views/style/icons.h"
#include "views/viewtools.h"
#include "views/widgets/pagebox.h"
#include "views/widgets/viewlock.h"
#include "views/widgets/viewsign.h"
#include "views/words.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int CloseWidth = 28; ///< beside a name that needs the room
constexpr int ButtonSize = 24;
} // namespace

ComparePane::ComparePane(QWidget* parent)
    : QWidget(parent)
    , m_chooser(new PageBox(this))
    , m_pageBar(new QWidget(this))
    , m_page(new PageBox(m_pageBar))
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
    onKeysChanged(close, [close] {
        const QString text = withKey(tr("Close"), QStringLiteral("compareAction"));
        close->setAccessibleName(text);
        close->setToolTip(text);
    });
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
    m_pageBar->setObjectName(QStringLiteral("comparePageBar"));
    m_pageBar->setProperty("pane", QStringLiteral("bar"));
    m_pageBar->setAttribute(Qt::WA_StyledBackground);
    m_page->setObjectName(QStringLiteral("comparePageBox"));
    m_page->setAccessibleName(tr("Page of the second document"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_pageBar);
    layout->addWidget(m_canvas, 1);
    new ViewSign(m_canvas);

    connect(m_chooser, &QComboBox::activated, this, &ComparePane::load);
    m_pageBar->hide();
    hide();
}

ComparePane::~ComparePane() = default;

void ComparePane::attach(documents::DocumentService& service, DocumentCanvas* other)
{
    m_service = &service;
    m_pages = new PageOnCanvas(service, m_canvas, this);
    connect(m_pages, &PageOnCanvas::shown, this, [this] {
        showPages();
        Q_EMIT documentShown(m_pages->document()->document);
    });
    connect(m_pages, &PageOnCanvas::failed, this, &ComparePane::showError);
    connect(m_page, &QComboBox::activated, m_pages, &PageOnCanvas::showPage);
    m_lock = new ViewLock(other, m_canvas, this);
    connect(m_locked, &QCheckBox::toggled, m_lock, &ViewLock::setOn);
    // What makes worn print legible does so for both.
    connect(other, &DocumentCanvas::adjustmentChanged, m_canvas, &DocumentCanvas::setAdjustment);
}

void ComparePane::addPageActions(ViewTools& tools)
{
    m_previousPage = tools.add(QStringLiteral("comparePreviousPageAction"));
    m_nextPage = tools.add(QStringLiteral("compareNextPageAction"));
    connect(m_previousPage, &QAction::triggered, m_pages, [this] { m_pages->turn(-1); });
    connect(m_nextPage, &QAction::triggered, m_pages, [this] { m_pages->turn(1); });
    auto* previous = new QPushButton(m_pageBar);
    auto* next = new QPushButton(m_pageBar);
    previous->setObjectName(QStringLiteral("comparePreviousPageButton"));
    next->setObjectName(QStringLiteral("compareNextPageButton"));
    for (QPushButton* button : {previous, next}) {
        setKind(button, ButtonKind::Flat);
        button->setFixedSize(ButtonSize, ButtonSize);
    }
    ViewTools::bind(previous, m_previousPage, IconName::Previous);
    ViewTools::bind(next, m_nextPage, IconName::Next);
    auto* row = new QHBoxLayout(m_pageBar);
    row->setContentsMargins(metric::Tight, 0, metric::Tight, metric::Tight);
    row->setSpacing(metric::Tight);
    row->addWidget(previous);
    row->addWidget(m_page, 1);
    row->addWidget(next);
    showPages();
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
    letGo();
    m_documents.clear();
    m_chooser->clear();
}

void ComparePane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    load();
}

void ComparePane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    letGo();
}

void ComparePane::letGo()
{
    m_loadCall.reset();
    if (m_pages)
        m_pages->setDocument(std::nullopt);
    m_shown = {};
    m_canvas->clear();
    showPages();
}

void ComparePane::load()
{
    const int row = m_chooser->currentIndex();
    if (!m_service || row < 0 || row >= m_documents.size() || m_documents.at(row).id == m_shown)
        return;
    const Document& document = m_documents.at(row);
    m_shown = document.id;
    m_pages->setDocument(std::nullopt);
    showPages();
    m_canvas->setAccessibleName(words::documentType(document.type));
    m_canvas->setWaiting();
    m_canvas->fitPage();
    m_loadCall = m_service->load(document);
    m_loadCall->onFinished(this, [this](const Result<documents::LoadedDocument>& loaded) {
        if (!loaded) {
            showError(loaded.error());
            return;
        }
        m_pages->setDocument(*loaded);
        m_pages->showPage(0);
    });
}

/// The pages of the document that is shown, where there are several.
void ComparePane::showPages()
{
    const int page = m_pages ? m_pages->page() : 0;
    const int count = m_pages ? m_pages->pageCount() : 0;
    if (m_page->count() != count) {
        m_page->clear();
        const QLocale locale;
        for (int number = 1; number <= count; ++number)
            m_page->addItem(tr("Page %1 of %2").arg(locale.toString(number), locale.toString(count)));
    }
    m_page->setCurrentIndex(count > 0 ? page : -1);
    m_pageBar->setVisible(count > 1);
    if (m_previousPage && m_nextPage) {
        m_previousPage->setEnabled(page > 0);
        m_nextPage->setEnabled(page + 1 < count);
    }
}

void ComparePane::showError(const Error& error)
{
    const ErrorText text = errorText(error, Attempt::LoadDocument);
    m_canvas->setMessage(text.what, text.detail());
}

} // namespace finhub::views
