#pragma once

#include <QPointF>
#include <QRectF>
#include <QWidget>

namespace finhub::views {

class DocumentCanvas;

/// Lies over a canvas while a part of its page is chosen: a frame is drawn with the pointer, everything outside it
/// grows dark. The wheel and the keys of the canvas work as ever, and the frame stays where it is on the page.
/// Return takes the frame, or all that is seen of the page where there is none; Escape leaves. GUI thread.
class ZoneBand : public QWidget {
    Q_OBJECT

public:
    explicit ZoneBand(DocumentCanvas* canvas);

    bool isOn() const { return isVisible(); }
    /// Begins to choose; without a page nothing happens.
    void begin();
    /// Leaves without a choice; the keyboard goes back to the canvas.
    void leave();

Q_SIGNALS:
    /// In page coordinates; the choosing is over.
    void chosen(QRectF place);
    /// It has begun or ended, with a choice or without.
    void onChanged(bool on);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    /// Whoever goes on elsewhere has left as well.
    void focusOutEvent(QFocusEvent* event) override;

private:
    void end();
    QRectF frame() const;
    QRectF seenPage() const;
    void take(const QRectF& place);

    DocumentCanvas* m_canvas;
    QPointF m_from; ///< page coordinates
    QPointF m_to;
    bool m_drawing = false;
};

} // namespace finhub::views
