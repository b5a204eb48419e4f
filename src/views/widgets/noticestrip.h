#pragma once

#include "views/style/icons.h"
#include "views/style/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace finhub::views {

/// A strip over every page: an icon, a text, and a button for what can be done about it. Its colours say how
/// urgent it is. GUI thread.
class NoticeStrip : public QWidget {
    Q_OBJECT

public:
    struct Look {
        IconName icon;
        ColorRole ground;
        ColorRole ink; ///< of the icon
    };

protected:
    NoticeStrip(const Look& look, const QString& buttonText, QWidget* parent);

    void setLook(const Look& look);
    QLabel* label() const { return m_label; }
    QPushButton* button() const { return m_button; }

    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QLabel* m_label;
    QPushButton* m_button;
};

} // namespace finhub::views
