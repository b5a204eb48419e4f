#pragma once

#include "views/style/theme.h"

#include <QRect>
#include <QWidget>

class QPainter;

namespace finhub::views {

/// A grey bar for a cell whose content is on its way: as wide as the fraction (0-1) of the cell, at its
/// leading edge, centred in its height.
void paintSkeletonBar(QPainter* painter, const QRect& cell, double fraction = 0.8,
                      const Theme& theme = Theme::current());

/// Rows of grey bars, for a view or a part of one that has nothing to show yet.
class SkeletonPanel : public QWidget {
    Q_OBJECT

public:
    /// Rows: one bar in each, as in a list. TwoLineRows: a strong and a weak bar, as in the queue. Fields:
    /// name and value side by side.
    enum class Shape { Rows, TwoLineRows, Fields };
    Q_ENUM(Shape)

    explicit SkeletonPanel(QWidget* parent = nullptr);
    explicit SkeletonPanel(Shape shape, int rows, QWidget* parent = nullptr);

    void setShape(Shape shape);
    /// How many rows; 0 fills the height.
    void setRows(int rows);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;

    Shape m_shape = Shape::Rows;
    int m_rows = 0;
};

} // namespace finhub::views
