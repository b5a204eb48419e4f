#pragma once

#include "views/style/icons.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace finhub::views {

/// What a view shows in place of its content when there is none: empty, failed, not offered. A title, an
/// explanation (plain text, wraps) and, where something can be done, one button. Its parts are named
/// statePanelIcon, statePanelTitle, statePanelText and statePanelButton.
class StatePanel : public QWidget {
    Q_OBJECT

public:
    explicit StatePanel(QWidget* parent = nullptr);

    /// An empty action hides the button; an empty text hides its label.
    void setState(const QString& title, const QString& text, const QString& action = {});
    void setIcon(std::optional<IconName> name);
    /// Disables the button while what it asked for is under way.
    void setActionEnabled(bool enabled);

    QString title() const;
    QString text() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showIcon();

    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_button;
    std::optional<IconName> m_iconName;
};

} // namespace finhub::views
