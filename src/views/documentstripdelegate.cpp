#include "views/documentstripdelegate.h"

#include "core/values.h"
#include "models/documentlistmodel.h"
#include "views/evidence/verdictmark.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/words.h"

#include <QPainter>
#include <QPainterPath>

namespace finhub::views {

namespace {
constexpr int LabelHeight = 18;
constexpr int SignSize = 16;
} // namespace

void DocumentStripDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const bool selected = option.state & QStyle::State_Selected;
    const QRect cell = option.rect.adjusted(metric::Small, metric::Tight, -metric::Small, -metric::Tight);
    const QRectF frame = QRectF(cell.adjusted(0, 0, 0, -LabelHeight)).adjusted(1, 1, -1, -1);
    QPainterPath outline;
    outline.addRoundedRect(frame, 4, 4);
    painter->fillPath(outline, theme.color(ColorRole::Surface));

    const auto document = index.data(models::DocumentListModel::DocumentRole).value<Document>();
    const auto state = index.data(models::DocumentListModel::StateRole).value<models::DocumentState>();
    const auto thumbnail = index.data(models::DocumentListModel::ThumbnailRole).value<QImage>();
    if (!thumbnail.isNull()) {
        const QSizeF size = QSizeF(thumbnail.size()).scaled(frame.size(), Qt::KeepAspectRatioByExpanding);
        QRectF target(QPointF(), size);
        target.moveCenter(frame.center());
        painter->setClipPath(outline);
        painter->drawImage(target, thumbnail);
        painter->setClipping(false);
    } else if (state != models::DocumentState::Failed) {
        painter->fillPath(outline, theme.skeleton());
    }
    painter->setPen(
        QPen(theme.color(selected ? ColorRole::Accent : ColorRole::StrongLine), selected ? 2 : 1));
    painter->drawPath(outline);
    if (state == models::DocumentState::Failed) {
        QRectF sign(0, 0, SignSize, SignSize);
        sign.moveCenter(frame.center());
        paintIcon(painter, sign, IconName::Warning, theme.color(ColorRole::Bad));
    }

    const auto verdict =
        index.data(models::DocumentListModel::VerdictRole).value<review::DocumentVerdict>();
    paintVerdictMark(*painter, frame, verdict, index.data(models::DocumentListModel::DisplayedRole).toBool(),
                     theme);

    painter->setFont(Theme::font(TextSize::Small, selected));
    painter->setPen(theme.color(selected ? ColorRole::Accent : ColorRole::Text));
    const QRect label(cell.left() - metric::Tight, cell.bottom() - LabelHeight + 1,
                      cell.width() + 2 * metric::Tight, LabelHeight);
    painter->drawText(
        label, Qt::AlignCenter,
        painter->fontMetrics().elidedText(words::documentType(document.type), Qt::ElideRight, label.width()));
    painter->restore();
}

QSize DocumentStripDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {104, 92};
}

} // namespace finhub::views
