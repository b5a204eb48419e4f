#include "views/customersview.h"

#include "ui_customersview.h"
#include "views/actions/actionregistry.h"
#include "views/customerdelegate.h"
#include "views/errortext.h"
#include "views/known/offertext.h"
#include "views/lock/listplace.h"
#include "views/style/textscale.h"
#include "views/style/theme.h"
#include "views/widgets/pacer.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/textsize.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>

#include <array>
#include <chrono>
#include <numeric>
#include <utility>

namespace finhub::views {

namespace {
constexpr std::chrono::milliseconds PauseBetweenLooks(80);

/// What each column needs at least, in pixels, so that its usual texts are whole; what is left is shared out
/// in proportion to `Shares`.
constexpr std::array<int, 8> Needs{112, 104, 92, 84, 172, 148, 212, 108};
constexpr std::array<int, 8> Shares{4, 8, 2, 0, 1, 1, 1, 1};

/// The column that shows what the rows are ordered by; -1 when none does.
int columnOf(DirectorySort sort)
{
    switch (sort) {
    case DirectorySort::Name:
        return static_cast<int>(models::CustomerColumn::Name);
    case DirectorySort::Email:
        return static_cast<int>(models::CustomerColumn::Email);
    case DirectorySort::Nationality:
        return static_cast<int>(models::CustomerColumn::Nationality);
    case DirectorySort::Risk:
        return static_cast<int>(models::CustomerColumn::Risk);
    case DirectorySort::Stage:
        return static_cast<int>(models::CustomerColumn::Stage);
    case DirectorySort::SubmittedAt:
        return static_cast<int>(models::CustomerColumn::Waiting);
    case DirectorySort::CreatedAt:
        return static_cast<int>(models::CustomerColumn::Created);
    case DirectorySort::UpdatedAt:
    case DirectorySort::Category:
    case DirectorySort::Unknown:
        return -1;
    }
    return -1;
}
} // namespace

CustomersView::CustomersView(models::CustomerTableModel& model, std::function<QDateTime()> now,
                             QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CustomersView>())
    , m_model(model)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("customersView"));
    setAttribute(Qt::WA_StyledBackground);
    QTableView* table = m_ui->customerTable;
    table->setModel(&m_model);
    m_place = new ListPlace(m_model, table);
    table->setItemDelegate(new CustomerDelegate(std::move(now), table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(metric::Row);
    QHeaderView* header = table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setMinimumSectionSize(48);
    header->setStretchLastSection(true);
    followTextSize(this, [table, header] {
        table->verticalHeader()->setDefaultSectionSize(textScaled(metric::Row));
        header->setFixedHeight(textScaled(metric::LowBar - 4));
    });
    connect(header, &QHeaderView::sectionClicked, this, &CustomersView::sortBy);
    table->viewport()->installEventFilter(this);
    table->installEventFilter(this);

    // Whoever drags through a long list wants the rows where they stop: what a server is asked for cannot be
    // taken back, and the next answer would wait behind all that nobody looks at any more.
    auto* looks = new Pacer(
        PauseBetweenLooks, [this] { lookAtVisibleRows(); }, this);
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this, looks] {
        showRange();
        looks->ask();
    });
    connect(table, &QTableView::doubleClicked, this, &CustomersView::open);
    connect(&m_model, &models::CustomerTableModel::stateChanged, this, &CustomersView::showState);
    connect(&m_model, &models::CustomerTableModel::rowsExchanged, this, [this] {
        m_ui->customerTable->scrollToTop();
        lookAtVisibleRows();
    });
    connect(m_ui->filterBar, &FilterBar::queryChanged, this, [this](const DirectoryQuery& query) {
        m_model.setQuery(query);
        showState();
    });
    connect(m_ui->filterBar, &FilterBar::exportWanted, this,
            [this] { Q_EMIT exportWanted(m_model.query()); });
    m_ui->selectionBar->follow(m_model, table->selectionModel());
    connect(m_ui->selectionBar, &SelectionBar::claimsWanted, this, &CustomersView::claimsWanted);
    connect(m_ui->selectionBar, &SelectionBar::exportWanted, this, &CustomersView::selectionExportWanted);
    connect(m_ui->customersState, &StatePanel::actionTriggered, this, [this] { carryOut(m_action); });
    m_ui->sourceNotice->hide();
    makeRemoveAction();
    connect(m_ui->noticeButton, &QPushButton::clicked, &m_model, &models::CustomerTableModel::retry);
    showState();
}

CustomersView::~CustomersView() = default;

void CustomersView::setCategories(const QList<Category>& categories)
{
    m_ui->filterBar->setCategories(categories);
}

void CustomersView::setClaimsOffered(bool offered, bool mayClaim)
{
    m_ui->filterBar->setClaimsOffered(offered);
    m_ui->selectionBar->setClaimsOffered(offered && mayClaim);
}

void CustomersView::setListsKnown(bool listsKnown)
{
    if (m_listsKnown == listsKnown)
        return;
    m_listsKnown = listsKnown;
    m_remove->setEnabled(listsKnown);
    m_remove->setVisible(listsKnown);
    m_ui->filterBar->setListsKnown(listsKnown);
    m_ui->customerTable->horizontalHeader()->viewport()->update();
    showState();
}

void CustomersView::setSourceNotice(const QString& text)
{
    setPlainText(m_ui->sourceNotice, text);
    m_ui->sourceNotice->setVisible(!text.isEmpty());
}

void CustomersView::makeRemoveAction()
{
    m_remove = ActionRegistry::instance().make(QStringLiteral("removeCustomerAction"), m_ui->customerTable);
    m_remove->setEnabled(false);
    m_remove->setVisible(false);
    m_ui->customerTable->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_remove, &QAction::triggered, this, [this] {
        if (const auto entry = m_model.entry(m_ui->customerTable->currentIndex().row()))
            Q_EMIT removalWanted(entry->id);
    });
}

QItemSelectionModel* CustomersView::selectionModel() const
{
    return m_ui->customerTable->selectionModel();
}

void CustomersView::keepPlace()
{
    m_place->keep();
}

void CustomersView::focusTable()
{
    m_ui->customerTable->setFocus();
}

void CustomersView::showState()
{
    using State = models::CustomerTableModel::State;
    m_ui->filterBar->setQuery(m_model.query());
    m_ui->customersBusy->setBusy(m_model.isLoading());
    // Rows of a former query under the filters of the new one would be taken for its answer.
    const bool failed = m_model.state() == State::Failed || (m_model.isStale() && m_model.error());
    QWidget* page = m_ui->customerTable;
    if (failed) {
        showFailure(*m_model.error());
        page = m_ui->customersState;
    } else if (m_model.state() == State::Empty || m_model.state() == State::Loading) {
        page = m_ui->customersSkeleton;
    } else if (m_model.rowCount() == 0) {
        showEmptiness();
        page = m_ui->customersState;
    }
    m_ui->customersStack->setCurrentWidget(page);

    const bool incomplete = !failed && m_model.error();
    m_ui->customersNotice->setVisible(incomplete);
    if (incomplete)
        setPlainText(m_ui->noticeLabel, tr("Some rows could not be loaded. %1")
                                            .arg(errorText(*m_model.error(), Attempt::LoadCustomers).what));
    showSortOrder();
    lookAtVisibleRows();
}

void CustomersView::showFailure(const Error& error)
{
    const ErrorText text = errorText(error, Attempt::LoadCustomers);
    const bool useless = error.kind == ErrorKind::NotOffered;
    m_action = StateAction::Retry;
    m_ui->customersState->setState(text.what, text.detail(), useless ? QString() : tr("Try again"));
    m_ui->customersState->setIcon(IconName::Warning);
}

void CustomersView::showEmptiness()
{
    m_ui->customersState->setIcon(IconName::Search);
    if (FilterBar::isFiltered(m_model.query()) || !m_model.query().search.isEmpty()) {
        showNobody();
    } else if (m_listsKnown) {
        m_action = StateAction::EnterId;
        m_ui->customersState->setState(
            tr("No customers are known here yet"),
            tr("Register a customer, add one by id, or import a file of ids with the menu at the top."),
            tr("Add a customer by id"));
    } else {
        m_action = StateAction::Everybody;
        m_ui->customersState->setState(tr("There are no customers yet"),
                                       tr("Customers appear here once they are registered."));
    }
}

/// Nobody fits search and filters; whoever pasted an id is offered that customer.
void CustomersView::showNobody()
{
    const QString where = m_listsKnown ? tr("Nobody who is known to this console fits the search and the "
                                            "filters.")
                                       : tr("Nothing in this tenant fits the search and the filters.");
    if (!looksLikeAnId(m_model.query().search)) {
        m_action = StateAction::Everybody;
        m_ui->customersState->setState(tr("No customer matches"), where, tr("Show all customers"));
        return;
    }
    m_action = StateAction::OpenId;
    m_ui->customersState->setState(
        tr("No customer matches"),
        m_listsKnown
            ? tr("%1 If what you searched for is the id of a customer, they can be added.").arg(where)
            : tr("%1 If what you searched for is the id of a customer, they can be opened.").arg(where),
        m_listsKnown ? tr("Add the customer with this id") : tr("Open the customer with this id"));
}

void CustomersView::carryOut(StateAction action)
{
    switch (action) {
    case StateAction::Retry:
        m_model.retry();
        return;
    case StateAction::Everybody:
        Q_EMIT everybodyWanted();
        return;
    case StateAction::EnterId:
        Q_EMIT idWanted(QString());
        return;
    case StateAction::OpenId:
        Q_EMIT idWanted(m_model.query().search);
        return;
    }
}

void CustomersView::lookAtVisibleRows()
{
    const QTableView* table = m_ui->customerTable;
    if (m_model.rowCount() == 0 || !isVisible()) {
        showRange();
        return;
    }
    const int height = table->viewport()->height();
    const int first = qMax(0, table->rowAt(0));
    int last = table->rowAt(height - 1);
    if (last < 0)
        last = m_model.rowCount() - 1;
    m_model.setVisibleRows(first, last);
    showRange();
}

void CustomersView::showRange()
{
    const QTableView* table = m_ui->customerTable;
    const int rows = m_model.rowCount();
    if (rows == 0 || m_ui->customersStack->currentWidget() != table) {
        m_ui->filterBar->setRangeText(QString());
        return;
    }
    const QLocale locale;
    const int first = qMax(0, table->rowAt(0));
    int last = table->rowAt(table->viewport()->height() - 1);
    if (last < 0)
        last = rows - 1;
    const QString range = QStringLiteral("%1–%2").arg(locale.toString(first + 1), locale.toString(last + 1));
    m_ui->filterBar->setRangeText(m_model.total()
                                      ? tr("%1 of %2").arg(range, locale.toString(*m_model.total()))
                                      : tr("%1, total unknown").arg(range));
}

void CustomersView::fitColumns()
{
    QHeaderView* header = m_ui->customerTable->horizontalHeader();
    const int width = m_ui->customerTable->viewport()->width();
    if (width < 100 || header->count() != static_cast<int>(Needs.size()))
        return;
    const int needed = std::accumulate(Needs.begin(), Needs.end(), 0);
    const int shares = std::accumulate(Shares.begin(), Shares.end(), 0);
    const int left = qMax(0, width - needed);
    for (std::size_t i = 0; i < Needs.size(); ++i)
        header->resizeSection(static_cast<int>(i), Needs[i] + left * Shares[i] / shares);
}

/// The order is part of the query. The header has turned its own indicator already when it says that it was
/// clicked, so the query is asked which way it was, and the indicator set to what the query is now.
void CustomersView::sortBy(int column)
{
    const DirectoryQuery& query = m_model.query();
    const bool again = columnOf(query.sort) == column;
    m_model.sort(column, again && !query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    showSortOrder();
}

void CustomersView::showSortOrder()
{
    const DirectoryQuery& query = m_model.query();
    m_ui->customerTable->horizontalHeader()->setSortIndicator(
        columnOf(query.sort), query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void CustomersView::open(const QModelIndex& index)
{
    if (const std::optional<DirectoryEntry> entry = m_model.entry(index.row()))
        Q_EMIT customerOpened(*entry);
}

bool CustomersView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->customerTable->viewport() && event->type() == QEvent::Resize) {
        fitColumns();
        QMetaObject::invokeMethod(this, &CustomersView::lookAtVisibleRows, Qt::QueuedConnection);
    }
    if (watched == m_ui->customerTable && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            open(m_ui->customerTable->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CustomersView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &CustomersView::lookAtVisibleRows, Qt::QueuedConnection);
}

} // namespace finhub::views
