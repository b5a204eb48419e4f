#include "views/evidence/reasondelegate.h"

#include "views/evidence/reasonkeys.h"
#include "views/style/theme.h"
#include "views/widgets/keyhint.h"

#include <QPainter>

#include <algorithm>

namespace finhub::views {

void ReasonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QString key = reasonKey(index.data(Qt::UserRole).toString());
    if (key.isEmpty())
        return;
    const Theme& theme = Theme::current();
    QRect cap(QPoint(), keyCapSize(key));
    cap.moveCenter(option.rect.center());
    cap.moveRight(option.rect.right() - metric::Small);
    paintKeyCap(painter, QStyle::visualRect(option.direction, option.rect, cap), key,
                theme.color(ColorRole::Secondary), theme.color(ColorRole::Surface),
                theme.color(ColorRole::StrongLine));
}

QSize ReasonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize cap = keyCapSize(QStringLiteral("W"));
    const QSize plain = QStyledItemDelegate::sizeHint(option, index);
    return {plain.width() + cap.width() + 2 * metric::Small, std::max(plain.height(), cap.height() + 4)};
}

} // namespace finhub::views
