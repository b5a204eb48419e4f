#include "walkthrough/aim.h"

#include "walkthrough/widgettext.h"

#include <QApplication>
#include <QScrollArea>

namespace finhub::walkthrough {

namespace {

QString nameOf(const QWidget* widget)
{
    return widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                          : widget->objectName();
}

/// QWidget::isAncestorOf ends at windows; a dialog's dialog has to be found too.
bool isInside(const QWidget* widget, const QWidget* ancestor)
{
    while (widget && widget != ancestor)
        widget = widget->parentWidget();
    return widget;
}

void scrollIntoView(QWidget* widget)
{
    for (QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(parent))
            area->ensureWidgetVisible(widget);
    }
}

/// The part of a rectangle of a widget that its ancestors do not clip away, in coordinates of the window.
QRect inWindow(const QWidget* widget, QRect rect)
{
    rect &= widget->rect();
    while (!widget->isWindow()) {
        rect.translate(widget->pos());
        widget = widget->parentWidget();
        rect &= widget->rect();
    }
    return rect;
}

/// Why a widget cannot be used at all now; empty when it can.
QString obstacle(const QWidget* widget)
{
    if (!widget->isVisible())
        return QStringLiteral("is hidden");
    if (!widget->isEnabled())
        return QStringLiteral("is disabled");
    if (isBlocked(widget->window()))
        return QStringLiteral("is behind an open dialog");
    return {};
}

/// The rectangle of a row, as far as it can be seen, and of the first cell in it that has a place: a list may
/// show another column than the first, a table may hide it. Empty when nothing can be seen.
struct RowPlace {
    QRect row;
    QRect cell;
};

RowPlace placeOfRow(const QAbstractItemView* view, int row)
{
    RowPlace place;
    const int columns = view->model()->columnCount(view->rootIndex());
    for (int column = 0; column < columns; ++column) {
        const QModelIndex index = view->model()->index(row, column, view->rootIndex());
        const QRect cell = view->visualRect(index) & view->viewport()->rect();
        if (cell.isEmpty())
            continue;
        place.row |= cell;
        if (place.cell.isEmpty())
            place.cell = cell;
    }
    return place;
}

/// The aim, unless there is nothing to see or another widget lies there.
AimResult uncovered(const Aim& aim)
{
    if (aim.area.isEmpty())
        return tl::make_unexpected(QStringLiteral("is out of sight"));
    const QWidget* hit = aim.widget->window()->childAt(aim.point);
    if (!hit)
        hit = aim.widget->window();
    if (hit != aim.widget && !aim.widget->isAncestorOf(hit))
        return tl::make_unexpected(QStringLiteral("is covered by %1").arg(nameOf(hit)));
    return aim;
}

} // namespace

bool isBlocked(const QWidget* window)
{
    if (const QWidget* popup = QApplication::activePopupWidget())
        return !isInside(window, popup);
    const QWidget* modal = QApplication::activeModalWidget();
    if (!modal || isInside(window, modal))
        return false;
    return modal->windowModality() == Qt::ApplicationModal || isInside(modal, window);
}

AimResult aimAt(QWidget* widget)
{
    const QString problem = obstacle(widget);
    if (!problem.isEmpty())
        return tl::make_unexpected(problem);
    scrollIntoView(widget);
    const QRect area = inWindow(widget, widget->rect());
    return uncovered({widget, area, area.center(), -1});
}

AimResult aimAtRow(QWidget* widget, int row, const QString& rowText)
{
    auto* view = qobject_cast<QAbstractItemView*>(widget);
    if (!view)
        return tl::make_unexpected(QStringLiteral("has no rows"));
    const QString problem = obstacle(view);
    if (!problem.isEmpty())
        return tl::make_unexpected(problem);
    const int found = row >= 0 ? row : findRow(view, rowText);
    if (found < 0)
        return tl::make_unexpected(QStringLiteral("has no row with \"%1\"").arg(rowText));
    if (found >= rowCount(view).value_or(0))
        return tl::make_unexpected(QStringLiteral("has no row %1").arg(found));

    scrollIntoView(view);
    view->scrollTo(view->model()->index(found, 0, view->rootIndex()));
    const RowPlace place = placeOfRow(view, found);
    return uncovered({view, inWindow(view->viewport(), place.row),
                      inWindow(view->viewport(), place.cell).center(), found});
}

Aim pointAt(QWidget* widget, int row)
{
    if (!widget || !widget->isVisible())
        return {};
    scrollIntoView(widget);
    const auto* view = qobject_cast<const QAbstractItemView*>(widget);
    const bool byRow = row >= 0 && view && row < rowCount(view).value_or(0);
    const QRect area =
        byRow ? inWindow(view->viewport(), placeOfRow(view, row).row) : inWindow(widget, widget->rect());
    return area.isEmpty() ? Aim{} : Aim{widget, area, area.center(), row};
}

} // namespace finhub::walkthrough
