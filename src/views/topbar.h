#pragma once

#include <QWidget>

#include <memory>

class QAction;

namespace Ui {
class TopBar;
}

namespace finhub::views {

/// The bar over everything: where the console is connected, the search, who is signed in and for how long.
class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);
    ~TopBar() override;

    /// The name of the connection; `encrypted` is false for plain http on this computer.
    void setConnection(const QString& name, bool encrypted);
    void setOfficer(const QString& name, const QString& roles);
    /// Whether this officer may register customers; else `why` says why not.
    void setNewCustomerEnabled(bool enabled, const QString& why);
    /// Whether customers come in by id, since the server does not list them.
    void setIdsWanted(bool wanted);
    /// What is left of the session; `soon` draws attention to it.
    void setSessionText(const QString& text, bool soon);
    QString searchText() const;
    /// Sets the text without a search.
    void setSearchText(const QString& text);

public Q_SLOTS:
    void focusSearch();

Q_SIGNALS:
    void searchChanged(const QString& text);
    /// Return was pressed in the search.
    void searchAccepted();
    void newCustomerWanted();
    void addCustomerWanted();
    void importCustomersWanted();
    void consentTextsWanted();
    void outboxWanted();
    void holdWanted();
    void signOutWanted();
    void lockWanted();
    void idleLimitWanted();
    void themeToggled();

private:
    QAction* make(const char* id, void (TopBar::*signal)());
    void makeMenu();
    void showNewCustomer();

    std::unique_ptr<Ui::TopBar> m_ui;
    QAction* m_newCustomer;
    QString m_newCustomerBlocked; ///< why this officer may not; empty: may
    QAction* m_addCustomer;
    QAction* m_importCustomers;
};

} // namespace finhub::views
