#include "views/pagestrip.h"

#include "views/pagestripdelegate.h"
#include "views/style/buttonkind.h"
#include "views/viewtools.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>

namespace finhub::views {

namespace {
constexpr std::chrono::milliseconds DefaultDebounce{80};
constexpr int ButtonSize = 24;
} // namespace

PageStrip::PageStrip(QWidget* parent)
    : QWidget(parent)
    , m_previous(new QPushButton(this))
    , m_label(new QLabel(this))
    , m_next(new QPushButton(this))
    , m_list(new QListView(this))
{
    setProperty("pane", QStringLiteral("document"));
    setAttribute(Qt::WA_StyledBackground);
    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(metric::Tight, metric::Tight, metric::Tight, metric::Tight);
    heading->setSpacing(0);
    for (QPushButton* button : {m_previous, m_next}) {
        setKind(button, ButtonKind::Flat);
        button->setFixedSize(ButtonSize, ButtonSize);
    }
    m_previous->setObjectName(QStringLiteral("previousPageButton"));
    m_next->setObjectName(QStringLiteral("nextPageButton"));
    m_label->setObjectName(QStringLiteral("pageLabel"));
    m_label->setAccessibleName(tr("Page"));
    m_label->setProperty("textSize", QStringLiteral("small"));
    m_label->setAlignment(Qt::AlignCenter);
    heading->addWidget(m_previous);
    heading->addWidget(m_label, 1);
    heading->addWidget(m_next);

    m_list->setObjectName(QStringLiteral("pageList"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setProperty("pane", QStringLiteral("document"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new PageStripDelegate(m_list));
    m_list->setModel(&m_model);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid())
                    Q_EMIT pageWanted(index.row());
            });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, &m_rest, qOverload<>(&QTimer::start));
    m_rest.setSingleShot(true);
    m_rest.setInterval(DefaultDebounce);
    connect(&m_rest, &QTimer::timeout, this, &PageStrip::lookAtVisiblePages);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(heading);
    layout->addWidget(m_list, 1);
    hide();
}

PageStrip::~PageStrip() = default;

void PageStrip::attach(documents::DocumentService& service, QAction* previous, QAction* next)
{
    m_service = &service;
    ViewTools::bind(m_previous, previous, IconName::Previous);
    ViewTools::bind(m_next, next, IconName::Next);
}

void PageStrip::setDocument(const documents::LoadedDocument& document, int pageCount)
{
    const bool same = m_document && m_document->document.id == document.document.id &&
                      m_document->document.sha256 == document.document.sha256 &&
                      m_model.rowCount() == pageCount;
    m_document = document;
    if (!same) {
        m_render.reset();
        const QSignalBlocker quiet(this);
        m_model.setPageCount(pageCount);
        m_list->scrollToTop();
        m_rest.start();
    }
    showState();
}

void PageStrip::setCurrentPage(int page)
{
    const QLocale locale;
    setPlainText(m_label, tr("%1 of %2").arg(locale.toString(page + 1), locale.toString(m_model.rowCount())));
    const QModelIndex index = m_model.index(page);
    if (m_list->currentIndex() == index)
        return;
    {
        const QSignalBlocker quiet(this);
        m_list->setCurrentIndex(index);
    }
    m_list->scrollTo(index);
}

void PageStrip::clear()
{
    m_rest.stop();
    m_render.reset();
    m_document.reset();
    m_model.setPageCount(0);
    showState();
}

void PageStrip::setWanted(bool wanted)
{
    m_wanted = wanted;
    showState();
}

void PageStrip::setDebounce(std::chrono::milliseconds delay)
{
    m_rest.setInterval(delay);
}

void PageStrip::showState()
{
    setVisible(m_model.rowCount() > 1);
    m_list->setVisible(m_wanted);
    // Without the list the heading alone stays, no higher than it needs.
    setMaximumHeight(m_wanted ? QWIDGETSIZE_MAX : ButtonSize + 2 * metric::Tight);
    if (!m_wanted)
        m_render.reset();
}

void PageStrip::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_rest.start();
}

void PageStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_rest.start();
}

bool PageStrip::isInSight(int page) const
{
    return m_list->isVisible() &&
           m_list->viewport()->rect().intersects(m_list->visualRect(m_model.index(page)));
}

void PageStrip::lookAtVisiblePages()
{
    if (!m_document || !m_service || !m_list->isVisible())
        return;
    if (m_render && !isInSight(m_rendering))
        m_render.reset();
    if (m_render)
        return;
    const QModelIndex first = m_list->indexAt(QPoint(PageStripDelegate::Cell.width() / 2, 1));
    for (int page = first.isValid() ? first.row() : 0; page < m_model.rowCount() && isInSight(page); ++page) {
        if (!m_model.isMissing(page))
            continue;
        m_rendering = page;
        const QSize box = (QSizeF(PageStripDelegate::Thumbnail) * devicePixelRatioF()).toSize();
        m_render = m_service->render(*m_document, {.page = page, .box = box});
        m_render->onFinished(this, [this, page](const Result<documents::RenderedPage>& rendered) {
            if (rendered)
                m_model.setThumbnail(page, rendered->image);
            else
                m_model.setFailed(page);
            m_render.reset();
            lookAtVisiblePages();
        });
        return;
    }
}

} // namespace finhub::views
