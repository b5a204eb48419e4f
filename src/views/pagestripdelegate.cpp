#include "views/pagestripdelegate.h"

#include "models/pagelistmodel.h"
#include "views/evidence/verdictmark.h"
#include "views/style/icons.h"
#include "views/style/theme.h"

#include <QImage>
#include <QLocale>
#include <QPainter>

namespace finhub::views {

namespace {
constexpr int LabelHeight = 18;
constexpr int SignSize = 16;
constexpr QSize BlankPage(60, 85); ///< upright A4 while nothing is known of the page
} // namespace

void PageStripDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const bool selected = option.state & QStyle::State_Selected;
    const QRect cell = option.rect.adjusted(metric::Tight, metric::Tight, -metric::Tight, -metric::Tight);
    const auto thumbnail = index.data(models::PageListModel::ThumbnailRole).value<QImage>();

    const QSize size =
        thumbnail.isNull() ? BlankPage : thumbnail.size().scaled(Thumbnail, Qt::KeepAspectRatio);
    QRect page(QPoint(), size);
    page.moveCenter(QRect(cell.topLeft(), QSize(cell.width(), cell.height() - LabelHeight)).center());
    painter->fillRect(page, theme.color(ColorRole::Surface));
    if (!thumbnail.isNull())
        painter->drawImage(page, thumbnail);
    else
        painter->fillRect(page, theme.skeleton());
    painter->setPen(
        QPen(theme.color(selected ? ColorRole::Accent : ColorRole::StrongLine), selected ? 2 : 1));
    painter->drawRect(QRectF(page).adjusted(-0.5, -0.5, 0.5, 0.5));
    if (index.data(models::PageListModel::FailedRole).toBool()) {
        QRectF sign(0, 0, SignSize, SignSize);
        sign.moveCenter(page.center());
        paintIcon(painter, sign, IconName::Warning, theme.color(ColorRole::Bad));
    }

    paintVerdictMark(*painter, page, review::DocumentVerdict::NotJudged,
                     index.data(models::PageListModel::DisplayedRole).toBool(), theme);

    painter->setFont(Theme::font(TextSize::Small, selected));
    painter->setPen(theme.color(selected ? ColorRole::Accent : ColorRole::Text));
    painter->drawText(QRect(cell.left(), cell.bottom() - LabelHeight + 1, cell.width(), LabelHeight),
                      Qt::AlignCenter, QLocale().toString(index.data().toInt()));
    painter->restore();
}

QSize PageStripDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return Cell;
}

} // namespace finhub::views
