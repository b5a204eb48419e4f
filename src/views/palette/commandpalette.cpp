#include "views/palette/commandpalette.h"

#include "views/errortext.h"
#include "views/ink.h"
#include "views/palette/customersearch.h"
#include "views/palette/palettedelegate.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/support/disclosure.h"
#include "views/widgets/plaintext.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int Width = 640;
constexpr int RowsShown = 11;
using Kind = PaletteItem::Kind;
} // namespace

CommandPalette::CommandPalette(api::FinHub& finhub, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_finhub(finhub)
    , m_search(new CustomerSearch(finhub, this))
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_message(new QLabel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Find an action, a customer or a setting"));
    setAccessibleName(windowTitle());
    m_edit->setObjectName(QStringLiteral("paletteEdit"));
    m_edit->setAccessibleName(windowTitle());
    m_edit->setPlaceholderText(windowTitle());
    m_edit->setMaxLength(100);
    m_edit->addAction(icon(IconName::Search, ColorRole::Secondary), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    // The keys go on into the field while the rows are walked through.
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFixedHeight(RowsShown * m_list->itemDelegate()->sizeHint({}, {}).height());
    m_message->setObjectName(QStringLiteral("paletteMessage"));
    m_message->setAccessibleName(tr("Result"));
    m_message->setWordWrap(true);
    m_message->setProperty("textSize", QStringLiteral("small"));
    setInk(m_message, Ink::Secondary);
    m_message->setContentsMargins(metric::Large, 0, metric::Large, 0);
    auto* field = new QVBoxLayout;
    field->setContentsMargins(metric::Medium, 0, metric::Medium, 0);
    field->addWidget(m_edit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, metric::Medium, 1, metric::Medium);
    layout->setSpacing(metric::Small);
    layout->addLayout(field);
    layout->addWidget(m_list);
    layout->addWidget(m_message);
    setFixedWidth(Width);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::onText);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    connect(m_search, &CustomerSearch::found, this,
            [this](const QList<DirectoryEntry>& customers, bool more) {
                m_customers = customers;
                m_more = more;
                QList<PaletteItem> items;
                for (const DirectoryEntry& customer : customers)
                    items << customerItem(customer, masksPersonal(m_finhub.session()));
                m_model.setItems(Kind::Customer, items);
                keepOneCurrent();
            });
    connect(m_search, &CustomerSearch::failed, this, [this](const Error& error) {
        m_failure = errorText(error, Attempt::LoadCustomers).sentence();
        showMessage();
    });
    connect(&m_finhub, &api::FinHub::sessionEnded, this, &QDialog::reject);
    onText(QString());
    m_edit->setFocus();
}

void CommandPalette::openOver(QWidget* window)
{
    setAttribute(Qt::WA_DeleteOnClose);
    adjustSize();
    QRect place = rect();
    place.moveCenter(window->geometry().center());
    place.moveTop(window->geometry().top() + metric::Bar + metric::Wide);
    move(place.topLeft());
    open();
}

/// A line around it, since it has no frame.
void CommandPalette::paintEvent(QPaintEvent* event)
{
    QDialog::paintEvent(event);
    QPainter painter(this);
    painter.setPen(Theme::current().color(ColorRole::StrongLine));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CommandPalette::onText(const QString& text)
{
    m_failure.clear();
    m_more = false;
    m_customers.clear();
    m_search->setText(text);
    m_model.setItems(Kind::Customer, {});
    m_model.setItems(Kind::Action, findActions(text));
    m_model.setItems(Kind::Setting, findSettings(text));
    m_list->setCurrentIndex({});
    keepOneCurrent();
    m_list->scrollToTop();
}

/// Enter always means a row that can be seen. Rows that come later do not take the place of the chosen one.
void CommandPalette::keepOneCurrent()
{
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
    showMessage();
}

void CommandPalette::showMessage()
{
    const QLocale locale;
    QStringList sentences;
    const auto count = [&](Kind kind, const QString& one, const QString& many) {
        const int number = m_model.count(kind);
        if (number > 0)
            sentences << (number == 1 ? one : many.arg(locale.toString(number)));
    };
    count(Kind::Action, tr("1 action"), tr("%1 actions"));
    count(Kind::Customer, tr("1 customer"), m_more ? tr("the first %1 customers") : tr("%1 customers"));
    count(Kind::Setting, tr("1 setting"), tr("%1 settings"));
    QString text =
        sentences.isEmpty() ? QString() : tr("Found: %1.").arg(sentences.join(QStringLiteral(", ")));
    if (m_search->isSearching())
        text += u' ' + tr("Looking for customers…");
    else if (!m_failure.isEmpty())
        text += u' ' + m_failure;
    else if (m_model.rowCount() == 0)
        text = m_edit->text().trimmed().size() < CustomerSearch::FewestCharacters
                   ? tr("No action or setting has this letter. Customers are looked for from two letters on.")
                   : tr("No action, customer or setting fits these words.");
    else if (m_more)
        text += u' ' + tr("Type more of the name to find others.");
    setPlainText(m_message, text.trimmed());
}

void CommandPalette::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const PaletteItem item = m_model.item(index.row());
    if (!item.available) {
        setPlainText(m_message, QStringLiteral("%1: %2.").arg(item.title, item.detail));
        return;
    }
    const QList<DirectoryEntry> customers = m_customers;
    accept();
    switch (item.kind) {
    case Kind::Action:
        Q_EMIT actionChosen(item.id);
        return;
    case Kind::Customer:
        for (const DirectoryEntry& customer : customers) {
            if (customer.id.text() == item.id) {
                Q_EMIT customerChosen(customer);
                return;
            }
        }
        return;
    case Kind::Setting:
        Q_EMIT settingChosen(item.id);
        return;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int rows = m_model.rowCount();
    const int row = m_list->currentIndex().row();
    const auto go = [this, rows](int to) {
        if (rows > 0)
            m_list->setCurrentIndex(m_model.index(std::clamp(to, 0, rows - 1)));
        return true;
    };
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        return go(row + 1);
    case Qt::Key_Up:
        return go(row - 1);
    case Qt::Key_PageDown:
        return go(row + RowsShown - 1);
    case Qt::Key_PageUp:
        return go(row - RowsShown + 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace finhub::views
