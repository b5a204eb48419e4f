#pragma once

#include "views/widgets/chippainter.h"

#include <QWidget>

namespace finhub::views {

/// One line of plain text that is cut with an ellipsis where there is no room, and then shows the whole text
/// as its tool tip. Its accessible name is the whole text.
class ElidedLabel : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)

public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    explicit ElidedLabel(const QString& text, QWidget* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text);
    void setElideMode(Qt::TextElideMode mode);
    void setTextSize(TextSize size, bool strong = false);
    void setInk(ColorRole role);
    void setAlignment(Qt::Alignment alignment);

    /// What is drawn at the present width.
    QString drawnText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    QString m_text;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    Qt::Alignment m_alignment = Qt::AlignLeading | Qt::AlignVCenter;
    TextSize m_size = TextSize::Body;
    ColorRole m_ink = ColorRole::Text;
    bool m_strong = false;
};

} // namespace finhub::views
