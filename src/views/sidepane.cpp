#include "views/sidepane.h"

#include "ui_sidepane.h"
#include "views/customerdelegate.h"
#include "views/style/textscale.h"
#include "views/style/theme.h"
#include "views/viewlistdelegate.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/textsize.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <utility>

namespace finhub::views {

namespace {
constexpr int QueueWidth = 308;
constexpr int ViewsWidth = 208;

QString viewName(models::CustomerView view)
{
    switch (view) {
    case models::CustomerView::All:
        return SidePane::tr("All customers");
    case models::CustomerView::NeedsReview:
        return SidePane::tr("Needs review");
    case models::CustomerView::WaitingForCustomer:
        return SidePane::tr("Waiting for customer");
    case models::CustomerView::ReadyToActivate:
        return SidePane::tr("Ready to activate");
    case models::CustomerView::Active:
        return SidePane::tr("Active");
    case models::CustomerView::Rejected:
        return SidePane::tr("Rejected");
    }
    return {};
}
} // namespace

SidePane::SidePane(models::CustomerTableModel& customers, QItemSelectionModel* selection,
                   std::function<QDateTime()> now, QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SidePane>())
    , m_customers(customers)
    , m_views(viewName)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("sidePane"));
    setAttribute(Qt::WA_StyledBackground);
    m_ui->viewList->setModel(&m_views);
    m_ui->viewList->setItemDelegate(new ViewListDelegate(m_ui->viewList));
    const auto choose = [this](const QModelIndex& index) {
        Q_EMIT viewChosen(index.data(models::CustomerViewListModel::ViewRole).value<models::CustomerView>());
    };
    connect(m_ui->viewList, &QListView::clicked, this, choose);
    connect(m_ui->viewList, &QListView::activated, this, choose);
    connect(&m_customers, &models::CustomerTableModel::stageCountsChanged, this,
            [this] { m_views.setStageCounts(m_customers.stageCounts(), m_customers.withoutStage()); });

    QTableView* queue = m_ui->queueList;
    queue->setModel(&m_customers);
    queue->setSelectionModel(selection);
    queue->setItemDelegate(new QueueDelegate(std::move(now), queue));
    queue->horizontalHeader()->hide();
    queue->verticalHeader()->hide();
    queue->verticalHeader()->setMinimumSectionSize(metric::TwoLineRow);
    followTextSize(this, [this, queue] {
        m_ui->viewList->setFixedHeight(m_views.rowCount() * ViewListDelegate::rowHeight() + metric::Small);
        queue->verticalHeader()->setDefaultSectionSize(textScaled(metric::TwoLineRow));
    });
    for (int column = 1; column < m_customers.columnCount(); ++column)
        queue->setColumnHidden(column, true);
    queue->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    queue->viewport()->installEventFilter(this);
    queue->installEventFilter(this);
    const auto open = [this](const QModelIndex& index) {
        if (const auto entry = m_customers.entry(index.row()))
            Q_EMIT customerOpened(*entry);
    };
    connect(queue, &QTableView::clicked, this, open);
    connect(queue->verticalScrollBar(), &QScrollBar::valueChanged, this, &SidePane::lookAtVisibleRows);
    connect(&m_customers, &models::CustomerTableModel::stateChanged, this, &SidePane::lookAtVisibleRows);
    setQueueShown(false);
}

SidePane::~SidePane() = default;

void SidePane::setQueueShown(bool shown)
{
    m_ui->queuePanel->setVisible(shown);
    setFixedWidth(shown ? QueueWidth : ViewsWidth);
    m_ui->sideLayout->setStretch(1, shown ? 1 : 0);
    lookAtVisibleRows();
}

void SidePane::scrollTo(int row)
{
    if (row >= 0)
        m_ui->queueList->scrollTo(m_customers.index(row, 0));
}

void SidePane::setQueueCaption(const QString& text)
{
    setPlainText(m_ui->queueCaption, text);
}

void SidePane::showView(std::optional<models::CustomerView> view)
{
    if (view)
        m_ui->viewList->setCurrentIndex(m_views.index(m_views.rowOf(*view)));
    else
        m_ui->viewList->setCurrentIndex({});
}

void SidePane::lookAtVisibleRows()
{
    const QTableView* queue = m_ui->queueList;
    if (!queue->isVisible() || m_customers.rowCount() == 0)
        return;
    const int first = qMax(0, queue->rowAt(0));
    int last = queue->rowAt(queue->viewport()->height() - 1);
    if (last < 0)
        last = m_customers.rowCount() - 1;
    m_customers.setVisibleRows(first, last);
}

bool SidePane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->queueList->viewport() &&
        (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        QMetaObject::invokeMethod(this, &SidePane::lookAtVisibleRows, Qt::QueuedConnection);
    if (watched == m_ui->queueList && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (const auto entry = m_customers.entry(m_ui->queueList->currentIndex().row()))
                Q_EMIT customerOpened(*entry);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace finhub::views
