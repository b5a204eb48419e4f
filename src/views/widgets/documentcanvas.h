#pragma once

#include "views/widgets/adjustedpage.h"
#include "views/widgets/loupe.h"
#include "views/widgets/pagemarks.h"
#include "views/widgets/pagepixels.h"
#include "views/widgets/pageview.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>
#include <optional>

namespace finhub::views {

/// Shows one page of a document: fitted, zoomed to the pointer (wheel, with or without Ctrl), panned (drag,
/// arrow keys), turned, mirrored, with its pixels adjusted for the eye and through a loupe. Keys: + and -
/// zoom, 0 fits the page, 1 shows 100 %.
///
/// The page is painted straight from the image given, its visible part only; no scaled copy of all of it is
/// ever made, and an adjustment is made to what the screen shows.
/// What is shown at once may therefore be soft: when the view has come to rest, resolutionNeeded() asks for a
/// sharper rendering of the same page, which refinePage() brings in. The first, coarser image is kept for
/// when the view zooms out again. Where all of the page would be too many pixels, tileNeeded() asks for what is
/// seen of it, and addTile() lays that over it. Either takes the place of what was asked for before.
class DocumentCanvas : public QWidget {
    Q_OBJECT
    Q_PROPERTY(bool hasPage READ hasPage)

public:
    /// More pixels than this are never asked for in one rendering.
    static constexpr qint64 MaximumPixels = PagePixels::MostPixels;

    explicit DocumentCanvas(QWidget* parent = nullptr);
    ~DocumentCanvas() override;

    /// Shows another page; `naturalSize` is its size at 100 % in logical pixels, unturned. Zoom, rotation and
    /// adjustment stay as they are (a fitted page is fitted anew); see resetView().
    void setPage(const QImage& image, QSizeF naturalSize, const PageDetail& detail = {});
    /// A sharper rendering of the page shown, which was made for `asked` device pixels (empty: for the last
    /// resolutionNeeded()). Ignored while no page is shown. When it is smaller than that, the page has no
    /// more to give, and no larger one is asked for again.
    void refinePage(const QImage& image, QSize asked = {});
    /// The tile that tileNeeded() has last asked for.
    void addTile(const PageTile& tile);
    /// What was last asked for cannot be had: the page stays as it is, and where it was a tile, without.
    void refuseSharper();
    /// A grey page: something is on its way.
    void setWaiting();
    /// An icon and a sentence in the page's place: why it cannot be shown. Both texts are plain.
    void setMessage(const QString& title, const QString& text);
    /// Nothing at all; lets go of every pixel.
    void clear();

    bool hasPage() const { return m_state == State::Page; }
    bool isWaiting() const { return m_state == State::Waiting; }
    bool hasMessage() const { return m_state == State::Message; }

    const PageView& view() const { return m_view; }
    double zoom() const { return m_view.zoom(); }
    int rotation() const { return m_view.rotation(); }
    bool isFlipped() const { return m_view.isFlipped(); }
    void setZoom(double zoom, QPointF anchor);
    const PageAdjustment& adjustment() const { return m_adjustment; }
    bool isLoupeOn() const { return m_loupe.isOn(); }

    /// Moves the page in the viewport.
    void movePage(QPointF delta);

    /// Marks places of the page until the next one is set.
    void setMarks(const PageMarks& marks);
    /// Moves the page so that this place, in page coordinates, is in sight; not at all when it is.
    void showPlace(const QRectF& place);
    /// While on, dragging selects instead of moving the page: textDragged() tells from where to where.
    void setSelecting(bool on);

    /// The device pixels that a rendering of all of the page needs to be sharp as it is shown now (under the
    /// loupe, when it is on), unturned, within MaximumPixels; where a tile makes it sharp, less. Without a
    /// page: the viewport's, as a box for the first rendering.
    QSize neededPixels() const;
    /// Whether what is shown is as sharp as the screen can show it, or as the page is at all: no preview of a
    /// rendering that is still to come.
    bool isSharp() const;

    /// How long the view rests before resolutionNeeded() and settled(); 150 ms at the start.
    void setDebounce(std::chrono::milliseconds delay);

    QSize sizeHint() const override;

public Q_SLOTS:
    void fitPage();
    void fitWidth();
    void actualSize();
    void zoomIn();
    void zoomOut();
    void rotateLeft();
    void rotateRight();
    /// Left for right, as it is seen.
    void flip();
    void setAdjustment(const finhub::views::PageAdjustment& adjustment);
    /// Shows a glass under the pointer, or in the middle while the pointer is elsewhere.
    void setLoupeOn(bool on);
    /// Fitted, upright, not mirrored, the pixels as they came.
    void resetView();

Q_SIGNALS:
    void zoomChanged(double zoom);
    void rotationChanged(int degrees);
    void flippedChanged(bool flipped);
    /// view() is another one than this.
    void viewMoved(const finhub::views::PageView& before);
    void adjustmentChanged(const finhub::views::PageAdjustment& adjustment);
    void loupeChanged(bool on);
    /// In page coordinates.
    void textDragged(QPointF from, QPointF to);
    /// The page shown would be sharper in this many device pixels (unturned). Once for every rest of the
    /// view.
    void resolutionNeeded(QSize devicePixels);
    /// What is seen would be sharper as part of a page in so many device pixels (unturned): this part.
    void tileNeeded(QSize whole, QRect region);
    /// The page has been painted sharp, as view() says, and the view has come to rest. Once for every rest.
    void settled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class State { Empty, Waiting, Page, Message };

    void enter(State state);
    void showCursor();
    /// Runs a change of the view and tells about it.
    void changeView(const std::function<void()>& change);
    PagePixels::Look look() const;
    void askForSharper();
    void tellSettled();
    void paintPage(QPainter& painter, const Theme& theme);
    void moveLoupe(std::optional<QPointF> middle);

    State m_state = State::Empty;
    PageView m_view;
    PagePixels m_pixels;
    PageAdjustment m_adjustment;
    AdjustedPage m_adjusted;
    Loupe m_loupe;
    bool m_paintedSharp = false; ///< since the view has moved last
    bool m_toldSettled = false;  ///< likewise
    qreal m_paintedRatio = 0;
    QTimer m_rest; ///< of the view
    QTimer m_ask;  ///< something else has changed that decides what to ask for
    QPointF m_dragFrom;
    bool m_dragging = false;
    bool m_selecting = false;
    PageMarks m_marks;
    QString m_title;
    QString m_text;
};

} // namespace finhub::views
