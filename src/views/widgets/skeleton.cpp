#include "views/widgets/skeleton.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>

namespace finhub::views {

namespace {
constexpr int BarHeight = 10;
constexpr int FieldRow = 24;
constexpr int DefaultRows = 6;

// Widths that repeat slowly enough not to look like a pattern.
constexpr std::array<double, 7> Widths{0.62, 0.78, 0.55, 0.70, 0.84, 0.58, 0.74};

double widthOf(int row)
{
    return Widths.at(static_cast<std::size_t>(row) % Widths.size());
}
} // namespace

void paintSkeletonBar(QPainter* painter, const QRect& cell, double fraction, const Theme& theme)
{
    const int width = qRound(cell.width() * std::clamp(fraction, 0.0, 1.0));
    const int height = std::min(BarHeight, cell.height());
    if (width <= 0 || height <= 0)
        return;
    const QRect bar = QStyle::alignedRect(painter->layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter,
                                          QSize(width, height), cell);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.skeleton());
    painter->drawRoundedRect(bar, height / 2.0, height / 2.0);
    painter->restore();
}

SkeletonPanel::SkeletonPanel(QWidget* parent)
    : SkeletonPanel(Shape::Rows, 0, parent)
{
}

SkeletonPanel::SkeletonPanel(Shape shape, int rows, QWidget* parent)
    : QWidget(parent)
    , m_shape(shape)
    , m_rows(rows)
{
    setAccessibleName(tr("Loading"));
}

void SkeletonPanel::setShape(Shape shape)
{
    m_shape = shape;
    updateGeometry();
    update();
}

void SkeletonPanel::setRows(int rows)
{
    m_rows = rows;
    updateGeometry();
    update();
}

int SkeletonPanel::rowHeight() const
{
    switch (m_shape) {
    case Shape::Rows:
        return metric::Row;
    case Shape::TwoLineRows:
        return metric::TwoLineRow;
    case Shape::Fields:
        return FieldRow;
    }
    return metric::Row;
}

QSize SkeletonPanel::sizeHint() const
{
    return {240, rowHeight() * (m_rows > 0 ? m_rows : DefaultRows)};
}

void SkeletonPanel::paintEvent(QPaintEvent* /*event*/)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    const int step = rowHeight();
    const int rows = m_rows > 0 ? m_rows : (height() + step - 1) / step;
    for (int row = 0; row < rows; ++row) {
        const QRect whole(0, row * step, width(), step);
        const QRect inner = whole.adjusted(metric::Large, 0, -metric::Large, -1);
        switch (m_shape) {
        case Shape::Rows:
            paintSkeletonBar(&painter, inner, widthOf(row), theme);
            painter.fillRect(whole.adjusted(0, step - 1, 0, 0), theme.color(ColorRole::Line));
            break;
        case Shape::TwoLineRows: {
            const int middle = inner.height() / 2;
            paintSkeletonBar(&painter, inner.adjusted(0, metric::Tight, 0, -middle), widthOf(row) * 0.7,
                             theme);
            paintSkeletonBar(&painter, inner.adjusted(0, middle, 0, -metric::Tight), widthOf(row + 3), theme);
            painter.fillRect(whole.adjusted(0, step - 1, 0, 0), theme.color(ColorRole::Line));
            break;
        }
        case Shape::Fields: {
            const int name = inner.width() * 3 / 10;
            const QRect left(inner.left(), inner.top(), name, inner.height());
            const QRect right(inner.left() + name + metric::Small, inner.top(),
                              inner.width() - name - metric::Small, inner.height());
            paintSkeletonBar(&painter, QStyle::visualRect(layoutDirection(), inner, left), 0.7, theme);
            paintSkeletonBar(&painter, QStyle::visualRect(layoutDirection(), inner, right), widthOf(row),
                             theme);
            break;
        }
        }
    }
}

} // namespace finhub::views
