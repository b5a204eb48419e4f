#include "views/topbar.h"

#include "ui_topbar.h"
#include "views/actions/actionmenu.h"
#include "views/actions/actionregistry.h"
#include "views/actions/keytexts.h"
#include "views/ink.h"
#include "views/style/icons.h"
#include "views/widgets/plaintext.h"

#include <QAction>
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
    m_ui->searchEdit->addAction(icon(IconName::Search, ColorRole::Secondary), QLineEdit::LeadingPosition);
    m_ui->themeButton->setIcon(icon(IconName::Contrast));
    m_ui->signOutButton->setIcon(icon(IconName::SignOut));
    m_ui->moreButton->setIcon(icon(IconName::More));
    makeMenu();
    setIdsWanted(false);
    connect(m_ui->newCustomerButton, &QPushButton::clicked, this, &TopBar::newCustomerWanted);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &TopBar::searchChanged);
    connect(m_ui->searchEdit, &QLineEdit::returnPressed, this, &TopBar::searchAccepted);
    connect(m_ui->signOutButton, &QPushButton::clicked, this, &TopBar::signOutWanted);
    connect(m_ui->themeButton, &QPushButton::clicked, this, &TopBar::themeToggled);
    const QAction* theme = make("themeAction", &TopBar::themeToggled);
    showKey(m_ui->themeButton, theme, theme->text(), theme->text());
    const QAction* signOut = make("signOutAction", &TopBar::signOutWanted);
    showKey(m_ui->signOutButton, signOut, signOut->text(), signOut->text());
    const QAction* search = make("searchAction", &TopBar::focusSearch);
    onKeysChanged(m_ui->searchHint, [this, search] { m_ui->searchHint->setKey(keyOf(search)); });
    connect(m_newCustomer, &QAction::changed, this, &TopBar::showNewCustomer);
}

TopBar::~TopBar() = default;

QAction* TopBar::make(const char* id, void (TopBar::*signal)())
{
    QAction* action = ActionRegistry::instance().make(QLatin1String(id), this);
    connect(action, &QAction::triggered, this, signal);
    return action;
}

/// The main menu: what has no button of its own, then everything that can be done here.
void TopBar::makeMenu()
{
    auto* more = new ActionMenu(this);
    more->setObjectName(QStringLiteral("moreMenu"));
    more->addEntry(QStringLiteral("paletteAction"));
    more->addSeparator();
    m_newCustomer = ActionRegistry::instance().make(QStringLiteral("newCustomerAction"), this);
    connect(m_newCustomer, &QAction::triggered, m_ui->newCustomerButton, &QPushButton::click);
    m_addCustomer = make("addCustomerAction", &TopBar::addCustomerWanted);
    m_importCustomers = make("importCustomersAction", &TopBar::importCustomersWanted);
    more->addActions({m_addCustomer, m_importCustomers,
                      make("consentTextsAction", &TopBar::consentTextsWanted),
                      make("outboxAction", &TopBar::outboxWanted), make("holdAction", &TopBar::holdWanted)});
    more->addSeparator();
    more->addActions(
        {make("idleLimitAction", &TopBar::idleLimitWanted), make("lockAction", &TopBar::lockWanted)});
    more->addSeparator();
    for (const ActionCategory category :
         {ActionCategory::Customers, ActionCategory::Case, ActionCategory::Decision, ActionCategory::Document,
          ActionCategory::Fields})
        more->addCategory(category);
    more->addSeparator();
    for (const char* id :
         {"settingsAction", "shortcutsAction", "helpAction", "diagnosticsAction", "aboutAction"})
        more->addEntry(QLatin1String(id));
    m_ui->moreButton->setMenu(more);
}

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
    m_newCustomerBlocked = enabled ? QString() : why;
    m_ui->newCustomerButton->setEnabled(enabled);
    m_newCustomer->setEnabled(enabled);
    showNewCustomer();
}

void TopBar::showNewCustomer()
{
    m_ui->newCustomerButton->setToolTip(
        plainToolTip(m_newCustomerBlocked.isEmpty() ? withKey(tr("Register a new customer"), m_newCustomer)
                                                    : m_newCustomerBlocked));
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
