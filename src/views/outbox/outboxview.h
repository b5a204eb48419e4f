#pragma once

#include "review/decisiondesk.h"

#include <QWidget>

#include <map>
#include <memory>

namespace Ui {
class OutboxView;
}

namespace finhub::views {

class OutboxCard;

/// The decisions whose outcome is not known, that were not sent, or whose files cannot be read, until they
/// settle or a person closes them. Also says what the console cannot promise of decisions on this server. GUI
/// thread.
class OutboxView : public QWidget {
    Q_OBJECT

public:
    OutboxView(api::FinHub& finhub, review::DecisionDesk& desk, QWidget* parent = nullptr);
    ~OutboxView() override;

Q_SIGNALS:
    void backWanted();
    void caseWanted(const finhub::CustomerId& customer);

private:
    /// What a card is about; cards stay over a refresh, so that focus does.
    struct Key {
        VerificationId verification;
        QString file;
        friend bool operator<(const Key& a, const Key& b)
        {
            return a.verification == b.verification ? a.file < b.file : a.verification < b.verification;
        }
    };

    void refresh();
    OutboxCard& card(const Key& key);
    void askToClose(const Key& key);
    void close(const Key& key);

    std::unique_ptr<Ui::OutboxView> m_ui;
    api::FinHub& m_finhub;
    review::DecisionDesk& m_desk;
    std::map<Key, OutboxCard*> m_cards;
};

} // namespace finhub::views
