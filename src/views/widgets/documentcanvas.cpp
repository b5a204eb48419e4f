#include "views/widgets/documentcanvas.h"

#include "views/style/controlpainter.h"
#include "views/widgets/pagepainter.h"
#include "views/widgets/pageshadow.h"
#include "views/widgets/plaintext.h"

#include <QCursor>
#include <QPainter>

namespace finhub::views {

namespace {
constexpr std::chrono::milliseconds DefaultDebounce{150};
constexpr double ZoomStep = 1.25;
} // namespace

DocumentCanvas::DocumentCanvas(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Document"));
    setMinimumSize(120, 120);
    m_rest.setSingleShot(true);
    m_rest.setInterval(DefaultDebounce);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        // What was made in haste is made again.
        if (!m_adjustment.isNeutral())
            update();
        askForSharper();
        tellSettled();
    });
    m_ask.setSingleShot(true);
    m_ask.setInterval(DefaultDebounce);
    connect(&m_ask, &QTimer::timeout, this, &DocumentCanvas::askForSharper);
}

DocumentCanvas::~DocumentCanvas() = default;

void DocumentCanvas::setPage(const QImage& image, QSizeF naturalSize, const PageDetail& detail)
{
    enter(State::Page);
    m_pixels.setPage(image, naturalSize, detail);
    changeView([&] { m_view.setPageSize(naturalSize); });
}

void DocumentCanvas::refinePage(const QImage& image, QSize asked)
{
    if (m_state != State::Page)
        return;
    m_pixels.refine(image, asked);
    update();
    m_ask.start();
}

void DocumentCanvas::addTile(const PageTile& tile)
{
    if (m_state != State::Page)
        return;
    m_pixels.addTile(tile);
    update();
    m_ask.start();
}

void DocumentCanvas::refuseSharper()
{
    m_pixels.refuse();
    m_ask.start();
}

void DocumentCanvas::setWaiting()
{
    enter(State::Waiting);
    setAccessibleDescription(tr("Loading"));
}

void DocumentCanvas::setMessage(const QString& title, const QString& text)
{
    enter(State::Message);
    m_title = displayText(title);
    m_text = displayText(text);
    setAccessibleDescription(m_title + QLatin1Char('\n') + m_text);
}

void DocumentCanvas::clear()
{
    enter(State::Empty);
}

void DocumentCanvas::enter(State state)
{
    m_state = state;
    m_pixels.clear();
    m_adjusted.clear();
    m_loupe.letGoOfPixels();
    m_paintedSharp = false;
    m_toldSettled = false;
    m_dragging = false;
    m_marks = {};
    m_title.clear();
    m_text.clear();
    m_rest.stop();
    m_ask.stop();
    setAccessibleDescription(QString());
    showCursor();
    update();
}

void DocumentCanvas::showCursor()
{
    if (m_state != State::Page)
        unsetCursor();
    else if (m_selecting)
        setCursor(Qt::IBeamCursor);
    else
        setCursor(m_dragging ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
}

void DocumentCanvas::setMarks(const PageMarks& marks)
{
    if (m_marks == marks)
        return;
    m_marks = marks;
    update();
}

void DocumentCanvas::showPlace(const QRectF& place)
{
    const QRectF seen = m_view.transform().mapRect(place);
    if (m_state == State::Page && !QRectF(rect()).contains(seen))
        changeView([&] { m_view.panBy(QRectF(rect()).center() - seen.center()); });
}

void DocumentCanvas::setSelecting(bool on)
{
    m_selecting = on;
    showCursor();
}

void DocumentCanvas::changeView(const std::function<void()>& change)
{
    const PageView before = m_view;
    change();
    m_paintedSharp = false;
    m_toldSettled = false;
    update();
    if (m_state == State::Page)
        m_rest.start();
    if (m_view.zoom() != before.zoom())
        Q_EMIT zoomChanged(m_view.zoom());
    if (m_view.rotation() != before.rotation())
        Q_EMIT rotationChanged(m_view.rotation());
    if (m_view.isFlipped() != before.isFlipped())
        Q_EMIT flippedChanged(m_view.isFlipped());
    Q_EMIT viewMoved(before);
}

void DocumentCanvas::movePage(QPointF delta)
{
    changeView([&] { m_view.panBy(delta); });
}

void DocumentCanvas::setZoom(double zoom, QPointF anchor)
{
    changeView([&] { m_view.zoomTo(zoom, anchor); });
}

void DocumentCanvas::fitPage()
{
    changeView([this] { m_view.fitPage(); });
}

void DocumentCanvas::fitWidth()
{
    changeView([this] { m_view.fitWidth(); });
}

void DocumentCanvas::actualSize()
{
    setZoom(1.0, QRectF(rect()).center());
}

void DocumentCanvas::zoomIn()
{
    setZoom(zoom() * ZoomStep, QRectF(rect()).center());
}

void DocumentCanvas::zoomOut()
{
    setZoom(zoom() / ZoomStep, QRectF(rect()).center());
}

void DocumentCanvas::rotateLeft()
{
    changeView([this] { m_view.rotate(-1); });
}

void DocumentCanvas::rotateRight()
{
    changeView([this] { m_view.rotate(1); });
}

void DocumentCanvas::flip()
{
    changeView([this] { m_view.flip(); });
}

void DocumentCanvas::setAdjustment(const PageAdjustment& adjustment)
{
    if (m_adjustment == adjustment)
        return;
    m_adjustment = adjustment;
    if (m_state == State::Page)
        m_rest.start();
    update();
    Q_EMIT adjustmentChanged(m_adjustment);
}

void DocumentCanvas::setLoupeOn(bool on)
{
    if (m_loupe.isOn() == on)
        return;
    m_loupe.setOn(on);
    setMouseTracking(on);
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    m_loupe.moveTo(QPointF(rect().contains(pointer) ? pointer : rect().center()));
    update();
    if (m_state == State::Page)
        m_rest.start();
    Q_EMIT loupeChanged(on);
}

void DocumentCanvas::moveLoupe(std::optional<QPointF> middle)
{
    if (!m_loupe.isOn())
        return;
    update(m_loupe.area());
    m_loupe.moveTo(middle);
    update(m_loupe.area());
    if (m_state == State::Page)
        m_ask.start();
}

void DocumentCanvas::resetView()
{
    changeView([this] { m_view.reset(); });
    setAdjustment({});
}

QSize DocumentCanvas::neededPixels() const
{
    if (m_state != State::Page)
        return (QSizeF(size()) * devicePixelRatioF()).toSize();
    return m_pixels.needed(look());
}

bool DocumentCanvas::isSharp() const
{
    return m_state == State::Page && m_pixels.isSharp(m_view, devicePixelRatioF());
}

void DocumentCanvas::tellSettled()
{
    if (!m_paintedSharp || m_toldSettled || m_rest.isActive() || !isVisible())
        return;
    m_toldSettled = true;
    Q_EMIT settled();
}

void DocumentCanvas::setDebounce(std::chrono::milliseconds delay)
{
    m_rest.setInterval(delay);
    m_ask.setInterval(delay);
}

QSize DocumentCanvas::sizeHint() const
{
    return {640, 480};
}

PagePixels::Look DocumentCanvas::look() const
{
    return {m_view, devicePixelRatioF(), m_loupe.isOn(),
            m_loupe.seen(m_view, m_pixels.sharpest(), devicePixelRatioF())};
}

void DocumentCanvas::askForSharper()
{
    // The view comes to rest later, and asks then.
    if (m_state != State::Page || !isVisible() || m_rest.isActive())
        return;
    const PagePixels::Wish wish = m_pixels.wish(look());
    if (const auto* const whole = std::get_if<QSize>(&wish))
        Q_EMIT resolutionNeeded(*whole);
    else if (const auto* const tile = std::get_if<TileWish>(&wish))
        Q_EMIT tileNeeded(tile->whole, tile->region);
}

void DocumentCanvas::paintEvent(QPaintEvent* /*event*/)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ColorRole::DocumentGround));
    switch (m_state) {
    case State::Empty:
        break;
    case State::Waiting:
        paintWaitingPage(painter, rect(), theme);
        break;
    case State::Page:
        paintPage(painter, theme);
        break;
    case State::Message:
        paintPageMessage(painter, rect(), m_title, m_text, theme);
        break;
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocusRing(&painter, rect(), 0, theme);
    m_paintedSharp = isSharp();
    // Nobody is told in the middle of painting; while the view moves, its rest tells.
    if (m_paintedSharp && !m_toldSettled && !m_rest.isActive())
        QMetaObject::invokeMethod(this, &DocumentCanvas::tellSettled, Qt::QueuedConnection);
    // On a screen of another density the same view needs other pixels.
    if (m_state == State::Page && m_paintedRatio != devicePixelRatioF()) {
        m_paintedRatio = devicePixelRatioF();
        m_rest.start();
    }
}

void DocumentCanvas::paintPage(QPainter& painter, const Theme& theme)
{
    const PageLayers layers = m_pixels.layers(m_view, devicePixelRatioF());
    if (layers.isNull() || m_view.pageSize().isEmpty())
        return;
    paintPageShadow(painter, placedPage(m_view, layers.size(), devicePixelRatioF()), theme);
    m_adjusted.paint(painter, m_view, layers, m_adjustment, m_rest.isActive());
    paintPageMarks(painter, m_view, m_marks, theme);
    if (const auto glass = m_loupe.seen(m_view, m_pixels.sharpest(), devicePixelRatioF()))
        m_loupe.paint(painter, m_view, m_pixels.sharpestLayers(*glass), m_pixels.sharpest(), m_adjustment,
                      theme);
}

void DocumentCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    changeView([this] { m_view.setViewport(size()); });
}

void DocumentCanvas::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_state == State::Page)
        m_rest.start();
}

void DocumentCanvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    moveLoupe(std::nullopt);
}

} // namespace finhub::views
