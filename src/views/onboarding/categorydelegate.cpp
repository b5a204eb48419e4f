#include "views/onboarding/categorydelegate.h"

#include "views/style/controlgeometry.h"
#include "views/style/controlpainter.h"
#include "views/widgets/chippainter.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace finhub::views {

namespace {
int lineHeight(TextSize size)
{
    return QFontMetrics(Theme::font(size)).height();
}

void paintLine(QPainter* painter, const QRect& rect, const QString& text, ColorRole ink, const QFont& font)
{
    painter->setFont(font);
    painter->setPen(Theme::current().color(ink));
    const Qt::Alignment visual = QStyle::visualAlignment(painter->layoutDirection(), Qt::AlignLeading);
    painter->drawText(rect, visual | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

/// Name and, right behind it, the chip with the risk.
void paintHeadline(QPainter* painter, const QRect& line, const QModelIndex& index, ColorRole ink)
{
    const QFont font = Theme::font(TextSize::Body, true);
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString risk = index.data(CategoryDelegate::RiskTextRole).toString();
    const int chip = risk.isEmpty() ? 0 : chipSize(risk).width() + metric::Small;
    const int width = std::min(QFontMetrics(font).horizontalAdvance(name) + 2, line.width() - chip);
    const auto part = [&](int left, int partWidth) {
        return QStyle::visualRect(painter->layoutDirection(), line,
                                  QRect(line.left() + left, line.top(), partWidth, line.height()));
    };
    paintLine(painter, part(0, width), name, ink, font);
    if (!risk.isEmpty())
        paintChip(painter, part(width + metric::Small, chip - metric::Small), risk,
                  static_cast<Tone>(index.data(CategoryDelegate::RiskToneRole).toInt()));
}
} // namespace

int CategoryDelegate::rowHeight()
{
    return lineHeight(TextSize::Body) + 2 * lineHeight(TextSize::Small) + 3 * metric::Small + metric::Medium;
}

void CategoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool selected = enabled && option.state.testFlag(QStyle::State_Selected);
    const bool hovered = enabled && option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setLayoutDirection(option.direction);
    const ColorRole ground = selected  ? ColorRole::AccentGround
                             : hovered ? ColorRole::Window
                                       : ColorRole::Surface;
    painter->fillRect(option.rect, theme.color(ground));
    painter->fillRect(option.rect.adjusted(0, option.rect.height() - 1, 0, 0), theme.color(ColorRole::Line));

    const QRect inner = option.rect.adjusted(metric::Medium, metric::Medium, -metric::Medium, -1);
    const QRect mark(inner.left(), inner.top(), MarkSize, MarkSize);
    paintRadioMark(painter, QStyle::visualRect(option.direction, inner, mark),
                   {.enabled = enabled, .checked = selected}, theme);
    QRect line(inner.left() + MarkSize + metric::Medium, inner.top(),
               inner.width() - MarkSize - metric::Medium, lineHeight(TextSize::Body));
    line = QStyle::visualRect(option.direction, inner, line);
    paintHeadline(painter, line, index, enabled ? ColorRole::Text : ColorRole::Secondary);
    const QFont small = Theme::font(TextSize::Small);
    line.translate(0, line.height() + metric::Tight + 2);
    line.setHeight(lineHeight(TextSize::Small));
    paintLine(painter, line, index.data(ApproverRole).toString(), ColorRole::Secondary, small);
    line.translate(0, line.height() + metric::Tight);
    paintLine(painter, line, index.data(DocumentsRole).toString(), ColorRole::Secondary, small);

    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintFocusRing(painter, option.rect.adjusted(1, 1, -1, -2), metric::Tight, theme);
    painter->restore();
}

QSize CategoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {metric::TwoLineRow, rowHeight()};
}

} // namespace finhub::views
