#include "views/consents/templatedelegate.h"

#include "core/requests.h"
#include "models/templatelistmodel.h"
#include "views/consents/consentwords.h"
#include "views/style/textscale.h"
#include "views/style/theme.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"

#include <QPainter>

namespace finhub::views {

namespace {
bool isHeading(const QModelIndex& index)
{
    return index.data(models::TemplateListModel::HeadingRole).toBool();
}

void paintHeading(QPainter* painter, const QRect& rect, const QString& text, Qt::Alignment alignment,
                  const Theme& theme)
{
    painter->setFont(Theme::font(TextSize::Small));
    painter->setPen(theme.color(ColorRole::Secondary));
    painter->drawText(rect.adjusted(0, 0, 0, -metric::Tight), alignment | Qt::AlignBottom, text.toUpper());
}
} // namespace

void TemplateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    const Qt::Alignment leading = QStyle::visualAlignment(option.direction, Qt::AlignLeading);
    const bool selected = option.state & QStyle::State_Selected;
    const QRect inner = option.rect.adjusted(metric::Large, 0, -metric::Large, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    if (isHeading(index)) {
        paintHeading(painter, inner, index.data().toString(), leading, theme);
        painter->restore();
        return;
    }
    if (selected || (option.state & QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.color(selected ? ColorRole::AccentGround : ColorRole::Window));
    if (selected) {
        QRect mark = option.rect;
        mark.setWidth(3);
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, mark),
                          theme.color(ColorRole::Accent));
    }
    const auto text = index.data(models::TemplateListModel::TemplateRole).value<ConsentTemplate>();
    const words::ChipWords chip = words::templateChip(text.status);
    const QSize size = chipSize(chip.text);
    QRect place(inner.right() - size.width() + 1, inner.top() + metric::Tight + 2, size.width(),
                size.height());
    paintChip(painter, QStyle::visualRect(option.direction, inner, place), chip.text, chip.tone, theme);

    const int half = inner.height() / 2;
    const QRect above(inner.left(), inner.top() + metric::Tight, inner.width() - size.width() - metric::Small,
                      half - metric::Tight);
    const QRect below(inner.left(), inner.top() + half, inner.width(), half - metric::Tight);
    painter->setFont(Theme::font(TextSize::Body, true));
    painter->setPen(theme.color(ColorRole::Text));
    painter->drawText(
        QStyle::visualRect(option.direction, inner, above), leading | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, above.width()));
    QStringList details;
    if (text.effectiveDate.isValid())
        details << tr("from %1").arg(dateText(text.effectiveDate));
    if (!text.locale.isEmpty())
        details << displayLine(text.locale, 40);
    painter->setFont(Theme::font(TextSize::Small));
    painter->setPen(theme.color(ColorRole::Secondary));
    painter->drawText(QStyle::visualRect(option.direction, inner, below), leading | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(details.join(QStringLiteral(" · ")), Qt::ElideRight,
                                                        below.width()));
    painter->restore();
}

QSize TemplateDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {160, textScaled(isHeading(index) ? metric::LowBar : metric::TwoLineRow)};
}

} // namespace finhub::views
