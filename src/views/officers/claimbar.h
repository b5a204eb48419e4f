#pragma once

#include "core/officers.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace finhub::views {

/// Who has the open case since when (3.8), in one line below its header, with what can be done about it. GUI
/// thread.
class ClaimBar : public QWidget {
    Q_OBJECT

public:
    /// What there is to show.
    struct State {
        bool offered = true; ///< the server has claims
        std::optional<Claim> claim;
        bool mine = false;
        bool busy = false;
        bool mayWrite = false;
        bool mayTakeOver = false; ///< POWER_TENANT
    };

    explicit ClaimBar(QWidget* parent = nullptr);

    /// Shows this; nullopt: there is nothing to be claimed, and the bar hides.
    void showState(const std::optional<State>& state);
    /// Says what went wrong, or what has happened behind the officer's back, until it is taken back with an
    /// empty text.
    void say(const QString& text, bool bad);

Q_SIGNALS:
    void takeWanted();
    void releaseWanted();
    void handOverWanted();
    void takeOverWanted();

private:
    void showText();

    QLabel* m_text;
    QPushButton* m_take;
    QPushButton* m_release;
    QPushButton* m_handOver;
    QPushButton* m_takeOver;
    QString m_said;
    bool m_bad = false;
    QString m_state;
};

} // namespace finhub::views
