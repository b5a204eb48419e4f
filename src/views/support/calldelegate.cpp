#include "views/support/calldelegate.h"

#include "models/calllogmodel.h"
#include "views/style/theme.h"
#include "views/support/calltext.h"
#include "views/widgets/plaintext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace finhub::views {

namespace {
QFontMetrics smallMetrics()
{
    return QFontMetrics(Theme::font(TextSize::Small));
}

api::CallRecord recordOf(const QModelIndex& index)
{
    return index.data(models::CallLogModel::RecordRole).value<api::CallRecord>();
}
} // namespace

int CallDelegate::rowHeight()
{
    return 2 * smallMetrics().height() + metric::Small + 2;
}

void CallDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    const api::CallRecord record = recordOf(index);
    const QFontMetrics metrics = smallMetrics();
    painter->save();
    painter->setFont(Theme::font(TextSize::Small));
    const Qt::Alignment leading =
        QStyle::visualAlignment(option.direction, Qt::AlignLeading) | Qt::AlignVCenter;
    const QRect inner = option.rect.adjusted(0, metric::Tight, 0, -metric::Tight);
    QRect upper = inner;
    upper.setHeight(metrics.height());
    QRect lower = inner;
    lower.setTop(inner.bottom() - metrics.height() + 1);
    // The times stand below each other, and so do the lines beside them.
    const int timeWidth = metrics.horizontalAdvance(QStringLiteral("00:00:00")) + metric::Small;
    const bool mirrored = option.direction == Qt::RightToLeft;
    QRect time = upper;
    for (QRect* line : {&upper, &lower})
        mirrored ? line->setRight(line->right() - timeWidth) : line->setLeft(line->left() + timeWidth);
    mirrored ? time.setLeft(upper.right() + metric::Small) : time.setWidth(timeWidth);
    painter->setPen(theme.color(ColorRole::Secondary));
    painter->drawText(time, leading, calltext::time(record));
    painter->setPen(theme.color(ColorRole::Text));
    const QString call = QStringLiteral("%1 %2").arg(displayLine(QString::fromLatin1(record.method)),
                                                     calltext::shortPath(record.path));
    painter->drawText(upper, leading, metrics.elidedText(call, Qt::ElideMiddle, upper.width()));
    painter->setPen(theme.color(calltext::isGood(record) ? ColorRole::Secondary : ColorRole::Bad));
    const QString sign = calltext::isGood(record) ? QString() : QStringLiteral("! ");
    painter->drawText(lower, leading,
                      metrics.elidedText(sign + calltext::outcome(record), Qt::ElideRight, lower.width()));
    painter->restore();
}

QSize CallDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, rowHeight()};
}

bool CallDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem&,
                             const QModelIndex& index)
{
    if (!index.isValid())
        return false;
    QToolTip::showText(event->globalPos(), plainToolTip(calltext::line(recordOf(index))), view);
    return true;
}

} // namespace finhub::views
