#include "views/style/controlgeometry.h"

#include <QFontMetrics>
#include <QStyleOption>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int FieldPadding = 10;
constexpr int ArrowWidth = 24;
constexpr int PillHeight = 24;
constexpr int ListRow = 26;
} // namespace

QRect arrowRect(const QStyleOption& option)
{
    const QRect box(option.rect.right() - ArrowWidth + 1, option.rect.top(), ArrowWidth,
                    option.rect.height());
    return QStyle::visualRect(option.direction, option.rect, box);
}

QRect stepArrowRect(const QStyleOption& option, bool up)
{
    const QRect both = arrowRect(option);
    const int half = both.height() / 2;
    return up ? both.adjusted(0, 2, 0, -half) : both.adjusted(0, half, 0, -2);
}

QRect fieldTextRect(const QStyleOption& option)
{
    return QStyle::visualRect(option.direction, option.rect,
                              option.rect.adjusted(FieldPadding, 2, -ArrowWidth, -2));
}

QSize buttonSize(const QStyleOption& option, const QSize& contents, ButtonKind kind)
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool hasMenu = button && button->features.testFlag(QStyleOptionButton::HasMenu);
    const bool pill = kind == ButtonKind::Pill;
    int padding = metric::Large;
    if (pill)
        padding = metric::Medium - 1;
    else if (kind == ButtonKind::Flat)
        padding = metric::Small;
    // The button measured its text in its own font; it is drawn in that of its kind.
    int correction = 0;
    if (button) {
        const QFontMetrics drawn(buttonFont(kind));
        correction = drawn.size(Qt::TextShowMnemonic, button->text).width() -
                     option.fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    }
    return {contents.width() + correction + 2 * padding + (hasMenu ? metric::Small : 0),
            std::max(contents.height() + metric::Small, pill ? PillHeight : metric::Control)};
}

QSize fieldSize(const QSize& contents)
{
    return {contents.width() + FieldPadding + ArrowWidth,
            std::max(contents.height() + metric::Small, metric::Control)};
}

QSize itemSize(const QSize& contents)
{
    return {contents.width(), std::max(contents.height() + metric::Small, ListRow)};
}

} // namespace finhub::views
