#include "views/topbar.h"

#include "ui_topbar.h"
#include "views/ink.h"
#include "views/style/icons.h"
#include "views/widgets/plaintext.h"

#include <QMenu>
#include <QShortcut>
#include <QSignalBlocker>

namespace finhub::views {

TopBar::TopBar(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TopBar>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_ui->brandIcon->setPixmap(applicationIcon().pixmap(20, 20));
    m_ui->connectionChip->setTone(Tone::Outline);
    m_ui->officerChip->setTone(Tone::Outline);
    m_ui->searchHint->setKey(QStringLiteral("Ctrl K"));
    m_ui->searchEdit->addAction(icon(IconName::Search, ColorRole::Secondary), QLineEdit::LeadingPosition);
    m_ui->themeButton->setIcon(icon(IconName::Contrast));
    m_ui->signOutButton->setIcon(icon(IconName::SignOut));
    m_ui->moreButton->setIcon(icon(IconName::More));
    auto* more = new QMenu(this);
    more->setObjectName(QStringLiteral("moreMenu"));
    m_addCustomer = more->addAction(tr("Add a customer by id…"), this, &TopBar::addCustomerWanted);
    m_addCustomer->setObjectName(QStringLiteral("addCustomerAction"));
    m_importCustomers = more->addAction(tr("Import customers…"), this, &TopBar::importCustomersWanted);
    m_importCustomers->setObjectName(QStringLiteral("importCustomersAction"));
    QAction* texts = more->addAction(tr("Consent texts…"), this, &TopBar::consentTextsWanted);
    texts->setObjectName(QStringLiteral("consentTextsAction"));
    QAction* outbox = more->addAction(tr("Unsettled decisions"), this, &TopBar::outboxWanted);
    outbox->setObjectName(QStringLiteral("outboxAction"));
    QAction* hold = more->addAction(tr("Time to undo a decision…"), this, &TopBar::holdWanted);
    hold->setObjectName(QStringLiteral("holdAction"));
    more->addSeparator();
    QAction* idle = more->addAction(tr("Lock when idle…"), this, &TopBar::idleLimitWanted);
    idle->setObjectName(QStringLiteral("idleLimitAction"));
    // The key is the workspace's; here it is only named.
    QAction* lock = more->addAction(tr("Lock now\tCtrl+L"), this, &TopBar::lockWanted);
    lock->setObjectName(QStringLiteral("lockAction"));
    setIdsWanted(false);
    m_ui->moreButton->setMenu(more);
    connect(m_ui->newCustomerButton, &QPushButton::clicked, this, &TopBar::newCustomerWanted);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &TopBar::searchChanged);
    connect(m_ui->searchEdit, &QLineEdit::returnPressed, this, &TopBar::searchAccepted);
    connect(m_ui->signOutButton, &QPushButton::clicked, this, &TopBar::signOutWanted);
    connect(m_ui->themeButton, &QPushButton::clicked, this, &TopBar::themeToggled);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this), &QShortcut::activated, this,
            &TopBar::focusSearch);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), this), &QShortcut::activated, this,
            &TopBar::focusSearch);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_N), this), &QShortcut::activated,
            m_ui->newCustomerButton, &QPushButton::click);
}

TopBar::~TopBar() = default;

void TopBar::setConnection(const QString& name, bool encrypted)
{
    m_ui->connectionChip->setText(encrypted ? displayLine(name, 40)
                                            : tr("%1, not encrypted").arg(displayLine(name, 40)));
    m_ui->connectionChip->setToolTip(
        encrypted ? QString() : plainToolTip(tr("Plain http, which is allowed to this computer only.")));
}

void TopBar::setOfficer(const QString& name, const QString& roles)
{
    m_ui->officerChip->setText(roles.isEmpty() ? displayLine(name, 40)
                                               : QStringLiteral("%1 · %2").arg(displayLine(name, 40), roles));
}

void TopBar::setNewCustomerEnabled(bool enabled, const QString& why)
{
    m_ui->newCustomerButton->setEnabled(enabled);
    m_ui->newCustomerButton->setToolTip(plainToolTip(enabled ? tr("Ctrl+N") : why));
}

void TopBar::setIdsWanted(bool wanted)
{
    m_addCustomer->setVisible(wanted);
    m_importCustomers->setVisible(wanted);
}

void TopBar::setSessionText(const QString& text, bool soon)
{
    setPlainText(m_ui->sessionLabel, text);
    setInk(m_ui->sessionLabel, soon ? Ink::Soon : Ink::Secondary);
}

QString TopBar::searchText() const
{
    return m_ui->searchEdit->text();
}

void TopBar::setSearchText(const QString& text)
{
    const QSignalBlocker blocker(m_ui->searchEdit);
    m_ui->searchEdit->setText(text);
}

void TopBar::focusSearch()
{
    m_ui->searchEdit->setFocus();
    m_ui->searchEdit->selectAll();
}

} // namespace finhub::views
