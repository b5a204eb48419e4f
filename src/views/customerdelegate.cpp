#include "views/customerdelegate.h"

#include "core/values.h"
#include "models/customertablemodel.h"
#include "views/customertexts.h"
#include "views/style/textscale.h"
#include "views/style/theme.h"
#include "views/timetext.h"
#include "views/tones.h"
#include "views/widgets/chippainter.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/skeleton.h"
#include "views/widgets/stageblocks.h"
#include "views/words.h"

#include <QPainter>

#include <utility>

namespace finhub::views {

namespace {
using models::CustomerColumn;
using models::CustomerTableModel;

void paintGround(QPainter* painter, const QStyleOptionViewItem& option)
{
    const Theme& theme = Theme::current();
    painter->fillRect(option.rect, theme.color(option.state & QStyle::State_Selected ? ColorRole::AccentGround
                                                                                     : ColorRole::Surface));
    painter->setPen(theme.color(ColorRole::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

/// One line of text, elided, in the layout's direction.
void paintText(QPainter* painter, const QRect& rect, const QString& text, ColorRole ink, const QFont& font,
               Qt::Alignment alignment = Qt::AlignLeading)
{
    painter->setFont(font);
    painter->setPen(Theme::current().color(ink));
    const QString drawn = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    const Qt::Alignment visual = QStyle::visualAlignment(painter->layoutDirection(), alignment);
    painter->drawText(rect, visual | Qt::AlignVCenter | Qt::TextSingleLine, drawn);
}

QString withSymbol(const WaitingText& waiting, const QString& text)
{
    return waiting.symbol.isEmpty() ? text : waiting.symbol + QLatin1Char(' ') + text;
}

/// How much of a column a grey bar fills, so that waiting rows look like rows.
double barFraction(CustomerColumn column)
{
    switch (column) {
    case CustomerColumn::Name:
    case CustomerColumn::Email:
        return 0.8;
    case CustomerColumn::Nationality:
    case CustomerColumn::Stage:
    case CustomerColumn::Created:
        return 0.7;
    case CustomerColumn::Risk:
    case CustomerColumn::Verification:
    case CustomerColumn::Waiting:
        return 0.5;
    }
    return 0.7;
}

void paintCell(QPainter* painter, const QRect& cell, const DirectoryEntry& entry, const QModelIndex& index,
               const QDateTime& now)
{
    const auto column = static_cast<CustomerColumn>(index.column());
    // The model's words for how long a case waits are longer than the column.
    const QString text =
        column == CustomerColumn::Waiting ? QString() : index.data(Qt::DisplayRole).toString();
    switch (column) {
    case CustomerColumn::Name:
        if (entry.fullName().isEmpty())
            paintText(painter, cell, text, ColorRole::Secondary, Theme::font(TextSize::Body));
        else
            paintText(painter, cell, text, ColorRole::Text, Theme::font(TextSize::Body, true));
        break;
    case CustomerColumn::Risk:
        paintChip(painter, cell, text, toneOf(entry.risk));
        break;
    case CustomerColumn::Stage: {
        const int blocks = paintStageBlocks(painter, cell, stageStates(entry.stage.value())) + metric::Small;
        const QRect rest = painter->layoutDirection() == Qt::RightToLeft ? cell.adjusted(0, 0, -blocks, 0)
                                                                         : cell.adjusted(blocks, 0, 0, 0);
        paintText(painter, rest, text, ColorRole::Text, Theme::font(TextSize::Body));
        break;
    }
    case CustomerColumn::Waiting: {
        const WaitingText waiting = waitingText(waitingSince(entry), now);
        paintText(painter, cell, withSymbol(waiting, waitingInColumn(waiting, now)), inkOf(waiting.urgency),
                  Theme::font(TextSize::Body));
        break;
    }
    case CustomerColumn::Nationality:
    case CustomerColumn::Verification:
        paintText(painter, cell, text, ColorRole::Text, Theme::font(TextSize::Body));
        break;
    case CustomerColumn::Email:
    case CustomerColumn::Created:
        paintText(painter, cell, text, ColorRole::Secondary, Theme::font(TextSize::Body));
        break;
    }
}

std::optional<DirectoryEntry> entryOf(const QModelIndex& index)
{
    const QVariant value = index.data(CustomerTableModel::EntryRole);
    if (!value.isValid())
        return std::nullopt;
    return value.value<DirectoryEntry>();
}
} // namespace

CustomerDelegate::CustomerDelegate(std::function<QDateTime()> now, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_now(std::move(now))
{
}

void CustomerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintGround(painter, option);
    const QRect cell = option.rect.adjusted(metric::Medium, 0, -metric::Small, -1);
    if (const std::optional<DirectoryEntry> entry = entryOf(index))
        paintCell(painter, cell, *entry, index, m_now());
    else
        paintSkeletonBar(painter, cell, barFraction(static_cast<CustomerColumn>(index.column())));
    painter->restore();
}

QSize CustomerDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {metric::Row, textScaled(metric::Row)};
}

QueueDelegate::QueueDelegate(std::function<QDateTime()> now, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_now(std::move(now))
{
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintGround(painter, option);
    const bool mirrored = option.direction == Qt::RightToLeft;
    if (option.state & QStyle::State_Selected) {
        QRect mark = option.rect;
        mirrored ? mark.setLeft(mark.right() - 2) : mark.setWidth(3);
        painter->fillRect(mark, Theme::current().color(ColorRole::Accent));
    }
    const QRect inner =
        option.rect.adjusted(metric::Large, metric::Tight, -metric::Large, -metric::Tight - 1);
    QRect upper = inner;
    upper.setHeight(inner.height() / 2);
    QRect lower = inner;
    lower.setTop(upper.bottom() + 1);
    const std::optional<DirectoryEntry> entry = entryOf(index);
    if (!entry) {
        paintSkeletonBar(painter, upper, 0.6);
        paintSkeletonBar(painter, lower, 0.4);
        painter->restore();
        return;
    }

    // The chip and the waiting time keep their place at the trailing edge; the texts before them are elided.
    const auto split = [mirrored](const QRect& line, int trailing) {
        QRect end = line;
        QRect start = line;
        if (mirrored) {
            end.setWidth(trailing);
            start.setLeft(end.right() + metric::Small);
        } else {
            end.setLeft(line.right() - trailing + 1);
            start.setRight(end.left() - metric::Small);
        }
        return std::pair(start, end);
    };
    const QString risk = words::risk(entry->risk);
    const auto [name, chip] = split(upper, chipSize(risk).width());
    const bool named = !entry->fullName().isEmpty();
    paintText(painter, name, named ? displayLine(entry->fullName()) : entry->id.text(), ColorRole::Text,
              Theme::font(TextSize::Body, named));
    paintChip(painter, chip, risk, toneOf(entry->risk));

    const QFont small = Theme::font(TextSize::Small);
    const WaitingText waiting = waitingText(waitingSince(*entry), m_now());
    const QString trailing =
        waiting.urgency == Urgency::None ? verificationText(*entry) : withSymbol(waiting, waiting.text);
    const auto [country, end] =
        split(lower, qMin(QFontMetrics(small).horizontalAdvance(trailing) + 2, lower.width() * 2 / 3));
    const QString second = !named                         ? index.data(Qt::DisplayRole).toString()
                           : entry->nationality.isEmpty() ? QStringLiteral("–")
                                                          : displayLine(entry->nationality);
    paintText(painter, country, second, ColorRole::Secondary, small);
    paintText(painter, end, trailing, inkOf(waiting.urgency), small, Qt::AlignTrailing);
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {metric::TwoLineRow, textScaled(metric::TwoLineRow)};
}

} // namespace finhub::views
