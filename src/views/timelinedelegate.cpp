#include "views/timelinedelegate.h"

#include "core/values.h"
#include "models/timelinemodel.h"
#include "views/style/theme.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace finhub::views {

namespace {
constexpr int TimeWidth = 84;

/// Day and minute: an activity spans weeks, and a bare time would not say which day.
QString shortTime(const QDateTime& time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QStringLiteral("d MMM HH:mm"))
                          : QStringLiteral("–");
}
} // namespace

int TimelineDelegate::rowHeight()
{
    return QFontMetrics(Theme::font(TextSize::Small)).height() + metric::Tight + 2;
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    painter->save();
    painter->setFont(Theme::font(TextSize::Small));
    const bool mirrored = option.direction == Qt::RightToLeft;
    QRect time = option.rect;
    QRect text = option.rect;
    if (mirrored) {
        time.setLeft(time.right() - TimeWidth + 1);
        text.setRight(time.left() - metric::Tight);
    } else {
        time.setWidth(TimeWidth);
        text.setLeft(time.right() + metric::Tight);
    }
    const Qt::Alignment alignment =
        QStyle::visualAlignment(option.direction, Qt::AlignLeading) | Qt::AlignVCenter;
    painter->setPen(theme.color(ColorRole::Secondary));
    painter->drawText(time, alignment, shortTime(index.data(models::TimelineModel::TimeRole).toDateTime()));
    painter->setPen(theme.color(ColorRole::Text));
    painter->drawText(text, alignment,
                      painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(),
                                                        Qt::ElideRight, text.width()));
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, rowHeight()};
}

void TimelineDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->font = Theme::font(TextSize::Small);
}

bool TimelineDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem&,
                                 const QModelIndex& index)
{
    const auto what = index.data(models::TimelineModel::EventRole).value<TimelineEvent>();
    QStringList lines{dateTimeText(what.at), displayLine(what.summary)};
    if (!what.actorName.isEmpty())
        lines << displayLine(what.actorName);
    QToolTip::showText(event->globalPos(), plainToolTip(lines.join(u'\n')), view);
    return true;
}

} // namespace finhub::views
