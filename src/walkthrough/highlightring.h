#pragma once

#include <QPainter>
#include <QPalette>
#include <QRect>
#include <QWidget>

namespace finhub::walkthrough {

/// Draws the ring around what is being used, in the colour of links: the one role that stands out from every
/// ground in any palette.
void drawRing(QPainter& painter, const QRect& used, const QPalette& palette);

/// The same over a running window. Lets every mouse event through.
class HighlightRing : public QWidget {
    Q_OBJECT

public:
    explicit HighlightRing(QWidget* window);

    void surround(const QRect& used);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect m_used;
};

} // namespace finhub::walkthrough
