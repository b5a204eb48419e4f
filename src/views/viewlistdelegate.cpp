#include "views/viewlistdelegate.h"

#include "models/customerviewlist.h"
#include "views/style/textscale.h"
#include "views/style/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace finhub::views {

int ViewListDelegate::rowHeight()
{
    return textScaled(26);
}

void ViewListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect cell = option.rect.adjusted(metric::Small, 0, -metric::Small, 0);
    if (selected || (option.state & QStyle::State_MouseOver)) {
        QPainterPath ground;
        ground.addRoundedRect(cell, metric::Radius, metric::Radius);
        painter->fillPath(ground, theme.color(selected ? ColorRole::AccentGround : ColorRole::Window));
    }
    const QRect inner = cell.adjusted(metric::Small, 0, -metric::Small, 0);
    painter->setFont(Theme::font(TextSize::Body, selected));
    const QVariant count = index.data(models::CustomerViewListModel::CountRole);
    const QString number = count.isValid() ? QLocale().toString(count.toLongLong()) : QString();
    const int numberWidth = painter->fontMetrics().horizontalAdvance(number);
    QRect name = inner;
    QRect amount = inner;
    if (option.direction == Qt::RightToLeft) {
        amount.setWidth(numberWidth + 1);
        name.setLeft(amount.right() + metric::Small);
    } else {
        amount.setLeft(inner.right() - numberWidth);
        name.setRight(amount.left() - metric::Small);
    }
    painter->setPen(theme.color(selected ? ColorRole::Accent : ColorRole::Text));
    painter->drawText(
        name, QStyle::visualAlignment(option.direction, Qt::AlignLeading) | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, name.width()));
    painter->setPen(theme.color(selected ? ColorRole::Accent : ColorRole::Secondary));
    painter->drawText(amount, QStyle::visualAlignment(option.direction, Qt::AlignTrailing) | Qt::AlignVCenter,
                      number);
    painter->restore();
}

QSize ViewListDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, rowHeight()};
}

} // namespace finhub::views
