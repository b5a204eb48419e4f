#pragma once

#include "review/decisiondesk.h"

#include <QWidget>

#include <map>
#include <memory>
#include <tuple>

namespace Ui {
class OutboxView;
}

namespace finhub::views {

class OutboxCard;

/// The decisions whose outcome is not known, that were not sent, or whose files cannot be read, until they
/// settle or a person closes them, and below those that have settled late. Also says what the console cannot
/// promise of decisions on this server. GUI thread.
class OutboxView : public QWidget {
    Q_OBJECT

public:
    OutboxView(api::FinHub& finhub, review::DecisionDesk& desk, QWidget* parent = nullptr);
    ~OutboxView() override;

Q_SIGNALS:
    void backWanted();
    /// Of the customer only the id is known here.
    void caseWanted(const finhub::DirectoryEntry& customer);

private:
    /// What a card is about; cards stay over a refresh, so that focus does.
    struct Key {
        VerificationId verification = {};
        QString file = {};
        QByteArray settled = {}; ///< the intent that was settled late
        friend bool operator<(const Key& a, const Key& b)
        {
            return std::tie(a.settled, a.verification, a.file) < std::tie(b.settled, b.verification, b.file);
        }
    };

    void refresh();
    OutboxCard& card(const Key& key);
    CustomerId customerOf(const Key& key) const;
    void askToClose(const Key& key);
    void close(const Key& key);

    std::unique_ptr<Ui::OutboxView> m_ui;
    api::FinHub& m_finhub;
    review::DecisionDesk& m_desk;
    std::map<Key, OutboxCard*> m_cards;
};

} // namespace finhub::views
