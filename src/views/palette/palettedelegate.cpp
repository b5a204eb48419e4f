#include "views/palette/palettedelegate.h"

#include "views/palette/palettemodel.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/widgets/keyhint.h"

#include <QPainter>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int IconSize = 16;

IconName iconOf(PaletteItem::Kind kind)
{
    switch (kind) {
    case PaletteItem::Kind::Action:
        return IconName::Next;
    case PaletteItem::Kind::Customer:
        return IconName::User;
    case PaletteItem::Kind::Setting:
        return IconName::Contrast;
    }
    return IconName::Next;
}
} // namespace

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    const bool selected = option.state & QStyle::State_Selected;
    const bool available = index.data(PaletteModel::AvailableRole).toBool();
    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->fillRect(option.rect, theme.color(selected ? ColorRole::AccentGround : ColorRole::Surface));
    const auto place = [&option](const QRect& rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    if (selected)
        painter->fillRect(place(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())),
                          theme.color(ColorRole::Accent));
    QRect room = option.rect.adjusted(metric::Large, 0, -metric::Large, 0);
    const auto kind = static_cast<PaletteItem::Kind>(index.data(PaletteModel::KindRole).toInt());
    const QRect iconRect(room.left(), room.center().y() - IconSize / 2, IconSize, IconSize);
    paintIcon(painter, place(iconRect), iconOf(kind), theme.color(ColorRole::Secondary));
    room.setLeft(iconRect.right() + metric::Medium);
    if (const QString key = index.data(PaletteModel::KeyRole).toString(); !key.isEmpty()) {
        const QSize cap = keyCapSize(key);
        const QRect capRect(room.right() + 1 - cap.width(), room.center().y() - cap.height() / 2, cap.width(),
                            cap.height());
        paintKeyCap(painter, place(capRect), key, theme.color(ColorRole::Secondary),
                    theme.color(ColorRole::Surface), theme.color(ColorRole::StrongLine));
        room.setRight(capRect.left() - metric::Medium);
    }
    const Qt::Alignment leading =
        QStyle::visualAlignment(option.direction, Qt::AlignLeading) | Qt::AlignVCenter;
    const QFont font = Theme::font(TextSize::Body);
    const QFontMetrics metrics(font);
    const QString title = metrics.elidedText(index.data().toString(), Qt::ElideRight, room.width());
    painter->setFont(font);
    painter->setPen(theme.color(available ? ColorRole::Text : ColorRole::Secondary));
    painter->drawText(place(room), leading | Qt::TextSingleLine, title);
    room.setLeft(room.left() + metrics.horizontalAdvance(title) + metric::Medium);
    const QFont small = Theme::font(TextSize::Small);
    painter->setFont(small);
    painter->setPen(theme.color(ColorRole::Secondary));
    painter->drawText(place(room), leading | Qt::TextSingleLine,
                      QFontMetrics(small).elidedText(index.data(PaletteModel::DetailRole).toString(),
                                                     Qt::ElideRight, std::max(0, room.width())));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {metric::Row,
            std::max<int>(metric::Row, QFontMetrics(Theme::font(TextSize::Body)).height() + metric::Medium)};
}

} // namespace finhub::views
